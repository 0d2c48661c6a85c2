"""A routine, or a day of a programme, as one person can do it."""

from bot.coach.case import Case
from bot.coach.session.settled_once import kind_of, settled_for
from bot.domain.library.exercise import FormRef
from bot.domain.library.library import Library
from bot.domain.library.routine import Routine
from bot.domain.person.person import Preferences
from bot.domain.session import suitable
from bot.domain.session.script import duration
from bot.domain.session.suitable import Settled
from bot.screens.choose.routine_card import Named, Plan


def plan_of(case: Case, routine: Routine) -> Plan:
    """`routine`: of the library, or a day of a programme as one."""
    if case.library.routines.get(routine.slug) is routine:
        return plan_for(kind_of(case.who), routine, case.library)
    return _plan(routine, suitable.settle(routine.lines, case.library, case.who), case.library)


def plan_for(kind: Preferences, routine: Routine, library: Library) -> Plan:
    return _plan(routine, settled_for(kind, routine.slug, library), library)


def _plan(routine: Routine, settled: Settled, library: Library) -> Plan:
    exercises = library.exercises
    lines = [(exercises[part.form.ref.exercise], part) for part in settled.parts]
    # Another form of the same exercise shows in its own line.
    replaced = [
        (_named(old, library), _named(new, library))
        for old, new in settled.replaced
        if old.exercise != new.exercise
    ]
    left_out = [exercises[ref.exercise] for ref in settled.left_out]
    return Plan(routine, lines, replaced, left_out, duration(settled.parts))


def _named(ref: FormRef, library: Library) -> Named:
    return library.exercises[ref.exercise], library.form(ref)
