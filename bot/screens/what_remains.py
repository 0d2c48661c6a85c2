"""The one grey line that an answer shrinks to when the next words are answered; the person's own words stay above it."""

import re

from bot.screens.keys import cut
from bot.screens.screen import Screen, Words
from bot.screens.text import faint, seen

LONGEST = 60
"""Letters: a line and a little more on a narrow phone."""

_SENTENCE_ENDS = re.compile(r"[.?!](?=\s)|[。？！؟।]")


def remaining_line(screen: Screen) -> str:
    """HTML; "" if nothing should stay."""
    words = _first_line(screen.text) if screen.line is None else screen.line
    return faint(_in_short(words)) if words else ""


def about_you(words: Words) -> str:
    """For an answer about somebody's health: its line gives nothing away to people who look over their shoulder."""
    return words("line-how-you-feel")


def _in_short(words: str) -> str:
    short = cut(words, LONGEST)
    if short == words:
        return words
    if ends := list(_SENTENCE_ENDS.finditer(short)):
        return short[: ends[-1].end()]
    whole, blank, _ = short.rpartition(" ")
    return f"{whole.rstrip(',;:')}…" if blank and len(whole) > LONGEST // 2 else short


def _first_line(html: str) -> str:
    """Without markup. A screen's first words say what it is: lists, questions and moves begin with a title."""
    visible = seen(html).splitlines()
    return next((line.strip() for line in visible if line.strip()), "")
