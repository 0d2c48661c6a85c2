"""Chooses exercises by purpose, position, equipment or length."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.library.exercise import Equipment, Exercise, Form, Position, Purpose
from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.session.doses import dose_for
from bot.domain.session.script import Part, duration
from bot.domain.session.suitable import bar, form_for

QUARTER = 15
"""Seconds: half of the unit to which lengths are rounded."""

Wanted = Callable[[Exercise, Form], bool]
"""True for a form that is looked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One form of each exercise, in the library's order. `left_out`: exercises with no such form that suits the person."""

    forms: tuple[Form, ...]
    left_out: tuple[Exercise, ...]


def for_purpose(purpose: Purpose) -> Wanted:
    return lambda exercise, _: purpose in exercise.focus


def in_position(position: Position) -> Wanted:
    if position is Position.SIT:
        return lambda _, form: form.can_be_seated
    either = (position, Position.EITHER) if position is Position.STAND else (position,)
    return lambda _, form: form.position in either


def on_a_bed() -> Wanted:
    return lambda _, form: form.on_bed


def with_thing(thing: Equipment | None) -> Wanted:
    return lambda _, form: thing in form.equipment if thing else not form.equipment


def within(seconds: int, who: Preferences) -> Wanted:
    return lambda _, form: duration([Part(form, dose_for(form, who))]) < seconds + QUARTER


def choose(library: Library, who: Preferences, wanted: Wanted) -> Choice:
    named = [exercise for exercise in library.exercises.values() if any(_wanted(exercise, wanted))]
    offered = [(exercise, _suiting(exercise, library, who, wanted)) for exercise in named]
    forms = tuple(form for _, form in offered if form)
    return Choice(forms, tuple(exercise for exercise, form in offered if form is None))


def _wanted(exercise: Exercise, wanted: Wanted) -> Iterator[Form]:
    return (form for form in exercise.forms if wanted(exercise, form))


def _suiting(exercise: Exercise, library: Library, who: Preferences, wanted: Wanted) -> Form | None:
    usual = form_for(exercise.slug, library, who)
    others = (
        form for form in _wanted(exercise, wanted) if not bar(form, who) and form.ref not in who.too_much
    )
    return usual if usual and wanted(exercise, usual) and usual in exercise.forms else next(others, None)
