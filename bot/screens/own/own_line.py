"""One line of a routine of one's own, and what can be added as another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.library.exercise import FormRef, Purpose
from bot.domain.own.own_dose import Nudge, can_hold
from bot.domain.own.own_routine import OwnLine, shortened
from bot.domain.session.script import Part, duration
from bot.screens import keys
from bot.screens.amounts import dose, length
from bot.screens.buttons.actions import (
    Action,
    AddFrom,
    AddLine,
    AddTo,
    DoseLine,
    EditOwn,
    MoveLine,
    OpenForm,
    RemoveLine,
)
from bot.screens.own.own_screens import Row
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, faint, lines, plain

PAGE = 8
"""Exercises on one screen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line where it stands in routine `own`: at `place`, from 0, of `places`. `is_held_back`: more was set than is right for now.

    `nudged`: what a little less or more makes of the line, where that changes anything.
    """

    own: int
    row: Row
    place: int
    places: int
    nudged: Mapping[Nudge, OwnLine]
    is_held_back: bool = False


def line(spot: Spot, words: Words, note: str = "") -> Screen:
    row = spot.row
    text = lines(
        bold(words("step-place", title=row.title, place=spot.place + 1, places=spot.places)),
        plain(_amount(row, words)),
        plain(words("own-gentle")) if spot.is_held_back else None,
        plain(note),
        faint(hint) if (hint := _hint(row, words)) else None,
    )
    return Screen(text, (*_order(spot, words), *_doses(spot, words), *_others(spot, words)))


def _amount(row: Row, words: Words) -> str:
    if row.form is None or row.amount is None:
        return words("own-line-retired-note")
    seconds = duration([Part(row.form, row.amount)])
    return f"{dose(row.form, row.amount, words)} · {length(seconds, words)}"


def _hint(row: Row, words: Words) -> str:
    if row.form is None:
        return ""
    if can_hold(row.form):
        return words("own-line-note-holds")
    return words("own-line-note-times") if row.form.most > 1 else ""


def _order(spot: Spot, words: Words) -> Rows:
    own, line_ = spot.own, spot.row.line.id
    up = Button(words("button-own-up"), MoveLine(own, line_, spot.place - 1)) if spot.place else None
    is_last = spot.place + 1 == spot.places
    down = None if is_last else Button(words("button-own-down"), MoveLine(own, line_, spot.place + 1))
    return _rows((up, down))


def _doses(spot: Spot, words: Words) -> Rows:
    own, set_ = spot.own, spot.row.line
    fewer, more, shorter, longer = (_nudge(spot, nudge, words) for nudge in Nudge)
    is_set = spot.row.form is not None and (set_.hold is not None or set_.repetitions is not None)
    level = Button(words("button-own-level"), DoseLine(own, set_.id, 0, 0)) if is_set else None
    return _rows((fewer, more), (shorter, longer), (level,))


def _nudge(spot: Spot, nudge: Nudge, words: Words) -> Button | None:
    after = spot.nudged.get(nudge)
    if after is None:
        return None
    action = DoseLine(spot.own, after.id, after.hold or 0, after.repetitions or 0)
    return Button(words(f"button-own-{nudge.value}"), action)


def _others(spot: Spot, words: Words) -> Rows:
    ref, form = spot.row.line.ref, spot.row.form
    about = Button(words("button-own-about"), OpenForm(ref.exercise, ref.form)) if form else None
    remove = Button(words("button-own-remove"), RemoveLine(spot.own, spot.row.line.id))
    return (*_rows((about, remove)), _back(EditOwn(spot.own), words))


def add(own: int, purposes: Iterable[Purpose], words: Words, note: str = "") -> Screen:
    """What a move could be for; only purposes for which there is one."""
    buttons = keys.paired(
        Button(words(f"purpose-{purpose.value}"), AddFrom(own, purpose, 0)) for purpose in purposes
    )
    text = lines(plain(note) if note else bold(words("own-add")), plain(words("exercises-note")))
    return Screen(text, (*buttons, _back(EditOwn(own), words)))


def add_from(action: AddFrom, moves: Sequence[tuple[str, FormRef]], words: Words) -> Screen:
    """One page of the moves for a purpose, by title; a page that there is no more shows the last."""
    page = max(0, min(action.page, (len(moves) - 1) // PAGE))
    own, here = action.own, moves[page * PAGE :][:PAGE]
    buttons = keys.paired(
        Button(shortened(title, keys.ALONE), AddLine(own, ref.exercise, ref.form)) for title, ref in here
    )
    onward = Button(words("button-next"), replace(action, page=page + 1))
    before = replace(action, page=page - 1) if page else AddTo(own)
    text = lines(bold(words(f"purpose-{action.purpose.value}")), plain(words("exercises-note")))
    more = ((onward,),) if len(moves) > (page + 1) * PAGE else ()
    return Screen(text, (*buttons, *more, _back(before, words)))


def _rows(*rows: tuple[Button | None, ...]) -> Rows:
    full = (tuple(button for button in row if button) for row in rows)
    return tuple(row for row in full if row)


def _back(action: Action, words: Words) -> tuple[Button, ...]:
    return (Button(words("button-back"), action), keys.home(words))
