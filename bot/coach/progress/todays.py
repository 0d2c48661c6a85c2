"""What today's offer to a person is."""

from collections.abc import Iterable
from dataclasses import replace

from bot.coach.case import Case
from bot.coach.progress import programmes
from bot.coach.session.contents import name
from bot.coach.session.planning import memory_of, planned, planned_and_why, sits_today
from bot.coach.session.plans import plan_of
from bot.coach.session.sharp_rule import today_instead
from bot.domain.person.stages import Stage
from bot.domain.planner.easing import Easing, HowLow
from bot.domain.planner.why import Why
from bot.domain.progress.programme_pace import Standing
from bot.domain.progress.tally import is_back
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import MINUTES, DoDay, DoRoutine, DoToday
from bot.screens.choose.routine_card import Plan, resting_line
from bot.screens.person.home import Length, Today
from bot.screens.person.welcome import FIRST_ROUTINE
from bot.screens.progress.programme_card import so_far
from bot.screens.progress.why_today import about, why_today

OTHER_LENGTHS = 3


def with_lengths(case: Case) -> tuple[Today, list[Length]]:
    today = todays(case)
    if case.who.resting.easy:
        return today, []
    return today, list(_lengths(case, today.minutes))[:OTHER_LENGTHS]


def _lengths(case: Case, but: int) -> Iterable[Length]:
    told = {but}
    for wanted in MINUTES:
        found = minutes(planned(case, DoToday(wanted)).seconds)
        if found not in told:
            told.add(found)
            yield Length(DoToday(wanted), found)


def comes_back(case: Case) -> bool:
    return is_back(case.last_moved, case.now)


def todays(case: Case) -> Today:
    if instead := today_instead(case):
        return instead
    if not case.store.sessions.count_done_to(1, case.person.id) or comes_back(case):
        return routine_today(case, FIRST_ROUTINE)
    standing = None if sits_today(case) else programmes.standing_of(case)
    day = _day(case, standing) if standing else None
    return day or planned_today(case)


def planned_today(case: Case, what: DoToday = DoToday()) -> Today:  # noqa: B008 - it is frozen
    found, why = planned_and_why(case, what)
    if not found.parts:
        return routine_today(case, FIRST_ROUTINE)
    return Today(what, about(found.about, case.words), minutes(found.seconds), note=said(case, why))


def said(case: Case, why: Why | None) -> str:
    return why_today(why, lambda slug: name(case, slug), case.today, case.words) if why else ""


def _day(case: Case, standing: Standing) -> Today | None:
    """None if nothing of it suits them, or if today should be easier than it is; then the programme waits."""
    plan = programmes.day_plan(case.on_the_safe_side, standing)
    programme = standing.programme
    if not plan.lines or _is_too_much(case, plan):
        return None
    title = case.words("programme-today", title=programme.title, week=standing.week)
    day = DoDay(programme.slug, standing.week, standing.next_letter)
    today = Today(day, title, minutes(plan.seconds), note=resting_line(plan, case.words))
    if not standing.week_is_done(case.now):
        return today
    return replace(today, programme=programme.slug, note=so_far(standing, case.now, case.words))


def _is_too_much(case: Case, plan: Plan) -> bool:
    """After a hard session, anything longer or more intense is too much (docs/facts.md: programme-pace)."""
    if case.who.stage is Stage.HIGH:
        return True
    easing = memory_of(case).easing
    return easing is not None and _is_more(plan, easing)


def _is_more(plan: Plan, easing: Easing) -> bool:
    is_stronger = any(form.intensity > easing.most_intense for form in plan.forms)
    gets_down = plan.needs_floor and easing.where is not HowLow.FLOOR
    return plan.seconds > easing.seconds or is_stronger or gets_down


def routine_today(case: Case, slug: str) -> Today:
    plan = plan_of(case, case.library.routines[slug])
    note = resting_line(plan, case.words)
    return Today(DoRoutine(slug), plan.routine.title, minutes(plan.seconds), note=note)
