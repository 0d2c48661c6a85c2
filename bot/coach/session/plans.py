"""A routine, or a day of a programme, as one person can do it."""

from bot.coach.case import Case
from bot.coach.session.planning import programme_day
from bot.coach.session.settled_once import kind_of, settled_for
from bot.domain.library.exercise import FormRef
from bot.domain.library.library import Library
from bot.domain.library.routine import Routine, RoutineLine
from bot.domain.person.person import Preferences
from bot.domain.person.what_rests import EASY_ROUTINE, NOTHING_RESTS
from bot.domain.session import suitable
from bot.domain.session.script import duration
from bot.domain.session.suitable import Bar, Settled
from bot.screens.choose.routine_card import Named, Plan


def plan_of(case: Case, routine: Routine) -> Plan:
    is_for_today = case.who.resting.easy is not None and routine.slug == EASY_ROUTINE
    if case.library.routines.get(routine.slug) is routine and not is_for_today:
        kind = kind_of(case.who)
        return _plan(routine, settled_for(kind, routine.slug, case.library), case.library, kind)
    who = case.who if is_for_today else case.who.on_another_day
    return _plan(routine, suitable.settle(routine.lines, case.library, who), case.library, who)


def plan_of_day(case: Case, title: str, lines: tuple[RoutineLine, ...]) -> Plan:
    case = case.as_if(case.who.on_another_day)
    return _plan(Routine("", title, "", lines, "", ""), programme_day(case, lines), case.library, case.who)


def _plan(routine: Routine, settled: Settled, library: Library, who: Preferences) -> Plan:
    exercises = library.exercises
    lines = [(exercises[part.form.ref.exercise], part) for part in settled.parts]
    # Another form of the same exercise is shown in its own line.
    replaced = [
        (_named(old, library), _named(new, library))
        for old, new in settled.replaced
        if old.exercise != new.exercise
    ]
    left_out = [exercises[ref.exercise] for ref in settled.left_out]
    return Plan(routine, lines, replaced, left_out, duration(settled.parts), rests_in(settled, library, who))


def rests_in(settled: Settled, library: Library, who: Preferences) -> dict[str, Bar]:
    if who.resting == NOTHING_RESTS:
        return {}
    away = (library.form(ref) for ref in (*(old for old, _ in settled.replaced), *settled.left_out))
    bars = ((form.ref.exercise, suitable.rest_of(form, who)) for form in away if form)
    return {slug: bar for slug, bar in bars if bar}


def _named(ref: FormRef, library: Library) -> Named:
    return library.exercises[ref.exercise], library.form(ref)
