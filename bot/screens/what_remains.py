"""The one grey line that is left of an answer when the next words are answered: what was said stays beside it."""

import re
from html import unescape

from bot.screens.keys import cut
from bot.screens.screen import Screen, Words
from bot.screens.text import faint

LONGEST = 60
"""Letters: one line and a little on a narrow phone."""

_SENTENCE_ENDS = re.compile(r"[.?!](?=\s)|[。？！؟।]")
_TAG = re.compile(r"<[^>]*>")


def remaining_line(screen: Screen) -> str:
    """HTML; empty where nothing is to stay."""
    words = _first_line(screen.text) if screen.line is None else screen.line
    return faint(_in_short(words)) if words else ""


def about_you(words: Words) -> str:
    """For an answer about somebody's health: what stays of it says nothing of it to whoever looks over a shoulder."""
    return words("line-how-you-feel")


def _in_short(words: str) -> str:
    """The whole sentences that have room; where not even one has, cut between two words, if there are such."""
    short = cut(words, LONGEST)
    if short == words:
        return words
    if ends := list(_SENTENCE_ENDS.finditer(short)):
        return short[: ends[-1].end()]
    whole, blank, _ = short.rpartition(" ")
    return f"{whole.rstrip(',;:')}…" if blank and len(whole) > LONGEST // 2 else short


def _first_line(html: str) -> str:
    """As it is seen. A screen's first words say what it is (screens of lists, questions and moves begin with a title)."""
    seen = unescape(_TAG.sub("", html)).splitlines()
    return next((line.strip() for line in seen if line.strip()), "")
