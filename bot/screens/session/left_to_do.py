"""How much of a session is left, for somebody who asks in the middle of it."""

from bot.screens import keys
from bot.screens.buttons.actions import Resume
from bot.screens.screen import Screen, Words
from bot.screens.text import plain


def left_to_do(session: int, moves: int, minutes: int, words: Words) -> Screen:
    rows = (keys.primary(words("move-go-on"), Resume(session)), *keys.home_row(words))
    return Screen(plain(words("session-left", moves=moves, minutes=minutes)), rows)
