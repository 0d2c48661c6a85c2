"""Choosing an exercise: what for, in which position, with which equipment, how long, or by name."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.library.exercise import Equipment, Position, Purpose
from bot.screens import keys
from bot.screens.buttons.actions import By, Find, FindLeftOut, Go, Narrow, Place
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, lines, plain

ON_A_PAGE = 8
BED = "bed"
NOTHING = "nothing"
ALL = "all"
UP_TO = {f"to-{minutes}": minutes for minutes in (1, 2, 3, 5)}
"""A value of Find is a slug, so minutes need letters in front."""

POSITIONS = (*(position.value for position in Position if position is not Position.EITHER), BED)
VALUES = {
    By.PURPOSE: tuple(purpose.value for purpose in Purpose),
    By.POSITION: POSITIONS,
    By.EQUIPMENT: (NOTHING, *(thing.value for thing in Equipment)),
    By.MINUTES: tuple(UP_TO),
    By.NAME: (ALL,),
}
"""All values that can be chosen, in the order in which they are shown."""


def what_for(words: Words, *, found_none: bool = False) -> Screen:
    note = plain(words("exercises-note"))
    text = lines(plain(words("nothing-found")) if found_none else None, bold(words("exercises")), note)
    others = (
        (
            Button(words("button-by-position"), Narrow(By.POSITION)),
            Button(words("button-by-equipment"), Narrow(By.EQUIPMENT)),
        ),
        (
            Button(words("button-by-minutes"), Narrow(By.MINUTES)),
            Button(words("by-name"), Find(By.NAME, ALL, 0)),
        ),
        (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)),
    )
    return Screen(text, (*_values(By.PURPOSE, words), *others), asides=(note,))


def narrow(by: By, words: Words) -> Screen:
    back = Button(words("button-back"), Go(Place.EXERCISES))
    return Screen(bold(words(f"by-{by.name.lower()}")), (*_values(by, words), (back, keys.home(words))))


def found(wanted: Find, exercises: Sequence[Button], left_out: int, words: Words) -> Screen:
    pages = max(1, -(-len(exercises) // ON_A_PAGE))
    page = min(wanted.page, pages - 1)
    text = lines(
        bold(_heading(wanted, page, pages, words)),
        plain(words("exercises-none")) if not exercises else None,
        plain(words("exercises-left-out", count=left_out)) if left_out else None,
    )
    others = FindLeftOut(wanted.by, wanted.value, 0)
    without = ((Button(words("button-left-out", count=left_out), others),),) if left_out else ()
    return Screen(text, (*_of_page(exercises, page), *without, *_ways(wanted, page, pages, words)))


def left_out(wanted: FindLeftOut, exercises: Sequence[Button], words: Words) -> Screen:
    pages = max(1, -(-len(exercises) // ON_A_PAGE))
    page = min(wanted.page, pages - 1)
    text = lines(bold(words("left-out-head")), plain(words("left-out-note")))
    turns = [
        Button(words(f"button-{way}"), FindLeftOut(wanted.by, wanted.value, to))
        for way, to in (("fewer-left-out", page - 1), ("next", page + 1))
        if 0 <= to < pages
    ]
    back = Button(words("button-back"), Find(wanted.by, wanted.value, 0))
    rows = (*_of_page(exercises, page), *((tuple(turns),) if turns else ()), (back, keys.home(words)))
    return Screen(text, rows)


def _of_page(exercises: Sequence[Button], page: int) -> Rows:
    shown = exercises[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    return keys.paired(replace(button, label=keys.cut(button.label)) for button in shown)


def which_one(choices: tuple[Button, ...], words: Words) -> Screen:
    last = (Button(words("button-help"), Go(Place.HELP)), keys.home(words))
    return Screen(plain(words("which-one")), (*((choice,) for choice in choices), last))


def _heading(wanted: Find, page: int, pages: int, words: Words) -> str:
    title = label(wanted.by, wanted.value, words)
    return words("exercises-page", title=title, page=page + 1, pages=pages) if pages > 1 else title


def _ways(wanted: Find, page: int, pages: int, words: Words) -> Rows:
    turns: list[Button] = []
    if page:
        turns.append(Button(words("button-back"), Find(wanted.by, wanted.value, page - 1)))
    if page + 1 < pages:
        turns.append(Button(words("button-next"), Find(wanted.by, wanted.value, page + 1)))
    up = Button(words("button-exercises"), Go(Place.EXERCISES))
    if not page and wanted.by not in (By.PURPOSE, By.NAME):
        up = Button(words("button-back"), Narrow(wanted.by))
    last = (up, keys.home(words))
    return (tuple(turns), last) if turns else (last,)


def _values(by: By, words: Words) -> Rows:
    return keys.paired(Button(label(by, value, words), Find(by, value, 0)) for value in VALUES[by])


def label(by: By, value: str, words: Words) -> str:
    match by:
        case By.PURPOSE:
            return words(f"purpose-{value}")
        case By.POSITION:
            return words(f"position-{value}")
        case By.EQUIPMENT:
            return words(f"button-has-{value}")
        case By.MINUTES:
            return words("button-up-to", minutes=UP_TO[value])
        case By.NAME:
            return words("by-name")
