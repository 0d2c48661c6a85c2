"""A card that was answered with words that are no answer to it: the same once more, and a sentence."""

import re
from html import unescape

from bot.screens.buttons.wire import decode
from bot.screens.screen import Button, Screen, Style
from bot.screens.text import bold, lines
from bot.screens.view import View

_TAG = re.compile(r"<[^>]*>")


def asked_again(card: View, note: str) -> Screen:
    """`note`: why it comes again, if that is said; however often it does, it stands there once."""
    said = bold(note) if note else ""
    text = card.text if card.text.endswith(said) else lines(card.text, said)
    rows = (tuple(_button(*key) for key in row) for row in card.keys)
    shown = tuple(tuple(button for button in row if button) for row in rows)
    line = unescape(_TAG.sub("", card.line))
    return Screen(text, tuple(filter(None, shown)), line=line, weighs=card.weighs)


def _button(label: str, data: str, style: str) -> Button | None:
    action = decode(data)
    known = next((each for each in Style if each.value == style), Style.PLAIN)
    return Button(label, action, known) if action else None
