"""Routines: the list, and one of them as it is for this person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.exercise import Exercise
from bot.domain.routine import Routine
from bot.domain.script import Part
from bot.screens import keys
from bot.screens.actions import DoRoutine, Go, OpenRoutine, Place
from bot.screens.doses import dose, length
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, lines, plain


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine settled for one person. `replaced`: pairs of what stood there and what took its place."""

    routine: Routine
    lines: Sequence[tuple[Exercise, Part]]
    replaced: Sequence[tuple[Exercise, Exercise]]
    left_out: Sequence[Exercise]
    seconds: int


def routines(every: Iterable[Routine], words: Words) -> Screen:
    buttons = keys.paired(Button(routine.title, OpenRoutine(routine.slug)) for routine in every)
    other = Button(words("button-exercises"), Go(Place.EXERCISES))
    return Screen(bold(words("routines")), (*buttons, (other, keys.home(words))))


def routine_card(plan: Plan, words: Words) -> Screen:
    text = lines(
        bold(f"{plan.routine.title} · {length(plan.seconds, words)}"),
        plain(plan.routine.summary),
        *moves(plan, words),
        plain(words("stop-rule")),
    )
    do = keys.primary(words("button-do-it"), DoRoutine(plan.routine.slug))
    return Screen(text, (do, (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words))))


def moves(plan: Plan, words: Words) -> Iterator[str]:
    """A line for each exercise, then one for each that was changed or left out for this person."""
    for exercise, part in plan.lines:
        line = words("routine-line", title=exercise.title, dose=dose(part.form, part.dose, words))
        yield plain(f"• {line}")
    for old, new in plan.replaced:
        yield plain(words("replaced", new=new.title, old=old.title))
    for exercise in plan.left_out:
        yield plain(words("left-out", old=exercise.title))
