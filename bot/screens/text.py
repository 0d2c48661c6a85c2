"""The few tags that screens put around words: the only place where HTML is made."""

import re
from datetime import datetime
from html import escape as _escape
from html import unescape as _unescape

from bot.domain.library.exercise import Picture
from bot.screens.amounts import time
from bot.screens.screen import Words

_TAG = re.compile(r"<[^>]*>")


def plain(words: str) -> str:
    """Any words of content or of a person, safe inside Telegram's HTML."""
    return _escape(words, quote=False)


def bold(words: str) -> str:
    return f"<b>{plain(words)}</b>"


def faint(words: str) -> str:
    return f"<i>{plain(words)}</i>"


def folded(words: str) -> str:
    """A longer text that unfolds at a tap."""
    return f"<blockquote expandable>{plain(words)}</blockquote>"


def unmarked(text: str) -> str:
    """The same words without any markup, still safe inside HTML."""
    return plain(_unescape(_TAG.sub("", text)))


CAPTION = 1024
"""Code points that Telegram takes under a picture."""


def above(text: str, picture: Picture | None) -> Picture | None:
    """None where the words would not all fit below it: they matter more."""
    return picture if len(_unescape(_TAG.sub("", text))) <= CAPTION else None


def lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def countdown(until: datetime, seconds: int, words: Words) -> str:
    """A time that the phone itself counts down; where it can't, the length stands there (Bot API 9.5)."""
    inner = plain(time(seconds, words))
    return f'⏳ <tg-time unix="{round(until.timestamp())}" format="r">{inner}</tg-time>'
