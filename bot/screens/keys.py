"""Buttons and rows that many screens share."""

from collections.abc import Iterable

from bot.screens.buttons.actions import Action, Go, Place
from bot.screens.screen import Button, Rows, Style, Words

PAIRED = 16
"""The longest label that may stand beside another in a row, in characters, at 360 px (screens.md, rule 3)."""

THREE = 8
"""The longest label of three in a row."""

ALONE = 32
"""The longest label that may have a row to itself."""


def primary(label: str, action: Action) -> tuple[Button]:
    return (Button(label, action, Style.PRIMARY),)


def home(words: Words) -> Button:
    return Button(words("button-home"), Go(Place.HOME))


def home_row(words: Words) -> Rows:
    return ((home(words),),)


def cut(label: str, longest: int = ALONE) -> str:
    return label if len(label) <= longest else f"{label[: longest - 1].rstrip()}…"


def close(buttons: Iterable[Button]) -> Rows:
    """Three in a row where all are that short, else as `paired` has them."""
    row = tuple(buttons)
    fits = len(row) == 3 and max(len(button.label) for button in row) <= THREE
    return (row,) if fits else paired(row)


def paired(buttons: Iterable[Button]) -> Rows:
    """Two in a row where both fit, else one."""
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and max(len(last[0].label), len(button.label)) <= PAIRED:
            rows[-1] = (*last, button)
        else:
            rows.append((button,))
    return tuple(rows)
