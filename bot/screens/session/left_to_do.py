"""How much of a session is left, what comes next and what is on now, for people who ask in the middle of it."""

from bot.domain.session.session import Session
from bot.screens import keys
from bot.screens.buttons.actions import Resume
from bot.screens.screen import Screen, Words
from bot.screens.text import lines, plain


def told(session: int, text: str, words: Words) -> Screen:
    return _told(session, plain(text), words)


def coming(session: int, title: str | None, words: Words) -> Screen:
    """None if nothing comes after this one."""
    text = words("session-coming", title=title) if title else words("session-coming-none")
    return _told(session, plain(text), words)


def this_one(session: Session, title: str, feel: str, words: Words) -> Screen:
    place = session.now_playing.item + 1
    name = plain(words("session-this-one", title=title, place=place, moves=session.items))
    return _told(session.id, lines(name, plain(feel) if feel else None), words)


def _told(session: int, text: str, words: Words) -> Screen:
    return Screen(text, (keys.primary(words("move-go-on"), Resume(session)), *keys.home_row(words)))
