"""What is offered to a person today."""

from collections.abc import Iterator

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
from bot.screens.welcome import FIRST_ROUTINE


def todays(case: Case) -> Today:
    """The gentle first minutes for who begins or comes back; the next day of a programme; else a routine."""
    if not case.store.sessions.count(case.person.id) or comes_back(case):
        return _routine(case, FIRST_ROUTINE)
    standing = programmes.standing_of(case)
    day = _day(case, standing) if standing else None
    return day or _routine(case, _chosen(case))


def comes_back(case: Case) -> bool:
    return is_back(max(case.store.diary.last_done(case.person.id).values(), default=None), case.now)


def lengths(case: Case, today: Today) -> list[Length]:
    """Routines of other lengths than today's."""
    found = (longest(_options(case), wanted) for wanted in MINUTES)
    by_minutes = {minutes(option.seconds): option.slug for option in found if option}
    others = {most: slug for most, slug in by_minutes.items() if most != today.minutes}
    return [Length(slug, most) for most, slug in others.items()][:3]


def _day(case: Case, standing: Standing) -> Today | None:
    plan = programmes.day_plan(case, standing)
    programme = standing.programme
    if not plan.lines:
        return None
    title = case.words("programme-today", title=programme.title, week=standing.week)
    return Today(DoDay(programme.slug, standing.week, standing.letter), title, minutes(plan.seconds))


def _routine(case: Case, slug: str) -> Today:
    plan = plan_of(case, case.library.routines[slug])
    return Today(DoRoutine(slug), plan.routine.title, minutes(plan.seconds))


def _chosen(case: Case) -> str:
    last_done = case.store.diary.last_done(case.person.id)
    chosen = choose(_options(case), case.who.minutes, last_done)
    return chosen.slug if chosen else FIRST_ROUTINE


def _options(case: Case) -> Iterator[Option]:
    for routine in case.library.routines.values():
        plan = plan_of(case, routine)
        is_changed = plan.left_out or 2 * len(plan.replaced) > len(plan.lines)
        is_whole = not is_changed and not _lacks_something(case, routine)
        if plan.lines:
            yield Option(routine.slug, plan.seconds, is_whole)


def _lacks_something(case: Case, routine: Routine) -> bool:
    """Whether the routine is made with a thing that this person has not got, or may not have."""
    things = AT_HAND if case.who.equipment is None else case.who.equipment
    forms = (case.library.form(line.ref) for line in routine.lines)
    return any(form.equipment - things for form in forms if form)
