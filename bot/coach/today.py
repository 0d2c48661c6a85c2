"""What is offered to a person today."""

from collections.abc import Callable
from dataclasses import replace

from bot.coach import programmes
from bot.coach.case import Case
from bot.coach.planning import plan_of
from bot.domain.pacing import Standing
from bot.domain.progress import is_back
from bot.domain.routine import Routine
from bot.domain.today import AT_HAND, Option, choose, longest
from bot.screens.actions import MINUTES, DoDay, DoRoutine
from bot.screens.doses import minutes
from bot.screens.home import Length, Today
from bot.screens.programme import so_far
from bot.screens.routine import Plan
from bot.screens.welcome import FIRST_ROUTINE


def todays(case: Case) -> Today:
    """The gentle first minutes for who begins or comes back; the next day of a programme; else a routine."""
    return _todays(case, lambda: _options(case))


def with_lengths(case: Case) -> tuple[Today, list[Length]]:
    """What is offered, and routines of other lengths."""
    options = _options(case)
    today = _todays(case, lambda: options)
    found = (longest(options, wanted) for wanted in MINUTES)
    by_minutes = {minutes(option.seconds): option.slug for option in found if option}
    return today, [Length(slug, most) for most, slug in by_minutes.items() if most != today.minutes][:3]


def comes_back(case: Case) -> bool:
    return is_back(max(case.store.diary.last_done(case.person.id).values(), default=None), case.now)


def _todays(case: Case, options: Callable[[], list[Option]]) -> Today:
    """`options`: how to come by them, which takes its time."""
    if not case.store.sessions.count(case.person.id) or comes_back(case):
        return routine_today(case, FIRST_ROUTINE)
    standing = programmes.standing_of(case)
    day = _day(case, standing) if standing else None
    return day or routine_today(case, _chosen(case, options()))


def _day(case: Case, standing: Standing) -> Today | None:
    plan = programmes.day_plan(case, standing)
    programme = standing.programme
    if not plan.lines:
        return None
    title = case.words("programme-today", title=programme.title, week=standing.week)
    day = DoDay(programme.slug, standing.week, standing.letter)
    today = Today(day, title, minutes(plan.seconds))
    if not standing.has_run(case.now):
        return today
    return replace(today, programme=programme.slug, note=so_far(standing, case.now, case.words))


def routine_today(case: Case, slug: str) -> Today:
    plan = plan_of(case, case.library.routines[slug])
    return Today(DoRoutine(slug), plan.routine.title, minutes(plan.seconds))


def _chosen(case: Case, options: list[Option]) -> str:
    last_done = case.store.diary.last_done(case.person.id)
    chosen = choose(options, case.who.minutes, last_done)
    return chosen.slug if chosen else FIRST_ROUTINE


def _options(case: Case) -> list[Option]:
    every = ((routine, plan_of(case, routine)) for routine in case.library.routines.values())
    return [
        Option(routine.slug, plan.seconds, is_whole=_is_whole(case, routine, plan))
        for routine, plan in every
        if plan.lines
    ]


def _is_whole(case: Case, routine: Routine, plan: Plan) -> bool:
    return plan.is_whole and not _lacks_something(case, routine)


def _lacks_something(case: Case, routine: Routine) -> bool:
    """Whether the routine is made with a thing that this person has not got, or may not have."""
    things = AT_HAND if case.who.equipment is None else case.who.equipment
    forms = (case.library.form(line.ref) for line in routine.lines)
    return any(form.equipment - things for form in forms if form)
