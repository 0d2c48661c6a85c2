"""What is offered to a person today."""

from dataclasses import replace
from functools import lru_cache

from bot.coach.case import Case
from bot.coach.progress import programmes
from bot.coach.session.plans import plan_for, plan_of
from bot.coach.session.settled_once import KEPT, kind_of
from bot.coach.session.sharp_rule import today_instead
from bot.domain.library.library import Library
from bot.domain.library.routine import Routine
from bot.domain.person.person import Preferences
from bot.domain.person.what_rests import EASY_ROUTINE
from bot.domain.progress.programme_pace import Standing
from bot.domain.progress.tally import is_back
from bot.domain.session.todays_routine import AT_HAND, Option, choose, longest
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import MINUTES, DoDay, DoRoutine
from bot.screens.choose.routine_card import Plan, resting_line
from bot.screens.person.home import Length, Today
from bot.screens.person.welcome import FIRST_ROUTINE
from bot.screens.progress.programme_card import so_far


def with_lengths(case: Case) -> tuple[Today, list[Length]]:
    """What is offered, and routines of other lengths."""
    today = todays(case)
    if case.who.resting.sharp:
        return today, []
    options = _options(case)
    found = (longest(options, wanted) for wanted in MINUTES)
    by_minutes = {minutes(option.seconds): option.slug for option in found if option}
    return today, [Length(slug, most) for most, slug in by_minutes.items() if most != today.minutes][:3]


def comes_back(case: Case) -> bool:
    return is_back(case.last_moved, case.now)


def todays(case: Case) -> Today:
    """Breathing and a walk on the day on which something was sharp; the gentle first minutes for people who begin or come back;
    the next day of a programme; else a routine.
    """
    if instead := today_instead(case):
        return instead
    if not case.store.sessions.count(case.person.id) or comes_back(case):
        return routine_today(case, FIRST_ROUTINE)
    standing = programmes.standing_of(case)
    day = _day(case, standing) if standing else None
    return day or routine_today(case, _chosen(case))


def _day(case: Case, standing: Standing) -> Today | None:
    plan = programmes.day_plan(case.on_the_safe_side, standing)
    programme = standing.programme
    if not plan.lines:
        return None
    title = case.words("programme-today", title=programme.title, week=standing.week)
    day = DoDay(programme.slug, standing.week, standing.letter)
    today = Today(day, title, minutes(plan.seconds), note=resting_line(plan, case.words))
    if not standing.has_run(case.now):
        return today
    return replace(today, programme=programme.slug, note=so_far(standing, case.now, case.words))


def routine_today(case: Case, slug: str) -> Today:
    plan = plan_of(case, case.library.routines[slug])
    note = resting_line(plan, case.words)
    return Today(DoRoutine(slug), plan.routine.title, minutes(plan.seconds), note=note)


def _chosen(case: Case) -> str:
    last_done = case.store.diary.last_done(case.person.id)
    chosen = choose(_options(case), case.who.minutes, last_done)
    return chosen.slug if chosen else FIRST_ROUTINE


def _options(case: Case) -> tuple[Option, ...]:
    return _options_for(kind_of(case.who), case.library)


@lru_cache(maxsize=KEPT)
def _options_for(kind: Preferences, library: Library) -> tuple[Option, ...]:
    routines = (routine for routine in library.routines.values() if routine.slug != EASY_ROUTINE)
    every = ((routine, plan_for(kind, routine, library)) for routine in routines)
    return tuple(
        Option(routine.slug, plan.seconds, is_whole=_is_whole(kind, routine, plan, library))
        for routine, plan in every
        if plan.lines and not (kind.floor is None and plan.needs_floor)
    )


def _is_whole(kind: Preferences, routine: Routine, plan: Plan, library: Library) -> bool:
    return plan.is_whole and not _lacks_something(kind, routine, library)


def _lacks_something(kind: Preferences, routine: Routine, library: Library) -> bool:
    """Whether the routine is made with a thing that this person has not got, or may not have."""
    things = AT_HAND if kind.equipment is None else kind.equipment
    forms = (library.form(line.ref) for line in routine.lines)
    return any(form.equipment - things for form in forms if form)
