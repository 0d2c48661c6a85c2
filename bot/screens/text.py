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
    """Words of the content or of a person, escaped for Telegram's HTML."""
    return _escape(words, quote=False)


def bold(words: str) -> str:
    return f"<b>{plain(words)}</b>"


def faint(words: str) -> str:
    return f"<i>{plain(words)}</i>"


def folded(words: str) -> str:
    return f"<blockquote expandable>{plain(words)}</blockquote>"


def seen(html: str) -> str:
    return _unescape(_TAG.sub("", html))


def without_markup(text: str) -> str:
    return plain(seen(text))


CAPTION = 1024
"""Code points that Telegram takes under a picture."""


def picture_if_room(text: str, picture: Picture | None) -> Picture | None:
    """None when the text would not fit below the picture: the words matter more."""
    return picture if len(seen(text)) <= CAPTION else None


def lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def countdown(until: datetime, seconds: int, words: Words) -> str:
    """The phone itself counts down to `until`; where it can't, it shows `seconds`, which stand still (Bot API 9.5)."""
    inner = plain(time(seconds, words))
    return f'⏳ <tg-time unix="{round(until.timestamp())}" format="r">{inner}</tg-time>'
