"""Buttons and rows that many screens share, and how much fits into a row."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.screens.buttons.actions import Action, Go, Place
from bot.screens.screen import Button, Rows, Style, Words

ALONE = 32
"""The widest label that fits into a row of its own, in letters, on a phone 320 px wide."""

PAIRED, THREE = 16, 8
"""The widest label of two in a row, and of three."""

_WIDEST = {1: ALONE, 2: PAIRED, 3: THREE}
_OF_MANY = 1
"""With four or more in a row, each has room for a digit."""

KEPT = 4096
"""Labels whose width is remembered: most stand on many screens."""

_MARKS = re.compile("[\u2068\u2069]")

_JOINED = re.compile("\u200d.|[\U0001f3fb-\U0001f3ff]")
"""Joined signs and skin tones: they change the emoji before them and take no room."""


def primary(label: str, action: Action) -> tuple[Button]:
    return (Button(label, action, Style.PRIMARY),)


def home(words: Words) -> Button:
    return Button(words("button-home"), Go(Place.HOME))


def home_row(words: Words) -> Rows:
    return ((home(words),),)


def hurts_or_home(words: Words) -> tuple[Button, Button]:
    return Button(words("button-something-hurts"), Go(Place.COMPLAINT)), home(words)


def back_row(to: Action, words: Words) -> tuple[Button, Button]:
    return Button(words("button-back"), to), home(words)


def away_from(last_tap: int | None, rows: Rows, way_past: int) -> Rows:
    """Moves the button that leads on away from the finger that has just tapped. `last_tap`: rows below the tapped
    one, because chats grow from the bottom."""
    if last_tap != len(rows) - 1 - way_past:
        return rows
    before, (past, below), after = rows[:way_past], rows[way_past : way_past + 2], rows[way_past + 2 :]
    return (*before, below, past, *after)


@lru_cache(maxsize=KEPT)
def width(label: str) -> int:
    """In letters: a Chinese, Japanese or Korean one counts as two; combining marks as none."""
    return len(label) if label.isascii() else sum(map(_width, _JOINED.sub("", label)))


def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def fits(row: Sequence[Button]) -> bool:
    measured = _width_beside if len(row) > 1 else width
    room = _WIDEST.get(len(row), _OF_MANY)
    for button in row:  # noqa: SIM110 - every screen asks this of each row, and a loop is quicker
        if measured(button.label) > room:
            return False
    return True


@lru_cache(maxsize=KEPT)
def _width_beside(label: str) -> int:
    """English has many narrow letters: a label in another script gets one letter less beside a neighbour."""
    others = not label.isascii() and any(letter.isalpha() and not letter.isascii() for letter in label)
    return width(label) + others


def fitted(rows: Rows) -> Rows:
    return tuple(part for row in rows for part in ((row,) if fits(row) else paired(row)))


def label(*candidates: str) -> str:
    return next((each for each in candidates if width(each) <= ALONE), cut(candidates[-1]))


def cut(label: str, widest: int = ALONE) -> str:
    if width(label) <= widest:
        return label
    label = _MARKS.sub("", label)  # one of a pair would be lost
    while width(label) >= widest:
        label = label[:-1]
    return f"{label.rstrip()}…"


def close(buttons: Iterable[Button]) -> Rows:
    """Three in a row if all are short enough, else as in `paired`."""
    row = tuple(buttons)
    return (row,) if len(row) == 3 and fits(row) else paired(row)


def paired(buttons: Iterable[Button]) -> Rows:
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and fits((*last, button)):
            rows[-1] = (*last, button)
        else:
            rows.append((button,))
    return tuple(rows)
