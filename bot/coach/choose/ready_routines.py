"""Ready-made routines: all of them, a single one, and those that need no floor."""

from bot.coach.case import Answer, Case
from bot.coach.choose.emptied import emptied
from bot.coach.progress import programmes
from bot.coach.session.plans import plan_of
from bot.screens.buttons.actions import DoRoutine
from bot.screens.choose.resting_words import easy_day
from bot.screens.choose.routine_card import Plan, routine_card, routines
from bot.screens.person import home


def every_routine(case: Case, page: int = 0, *, found_none: bool = False) -> Answer:
    programme = programmes.offered(case)
    return Answer(routines(_plans(case), programme, case.words, page, found_none=found_none))


def without_floor(case: Case, page: int = 0) -> Answer:
    plans = [plan for plan in _plans(case) if not plan.needs_floor]
    programme = programmes.offered(case)
    twin = case.library.programmes.get(programme.seated, programme) if programme else None
    return Answer(routines(plans, twin, case.words, page, no_floor=True))


def open_routine(case: Case, slug: str) -> Answer:
    routine = case.library.routines.get(slug)
    if routine is None:
        return Answer(home.retired(case.words))
    if screen := emptied(case.as_if(case.who.on_another_day), DoRoutine(slug)):
        return Answer(screen)
    sharp = case.who.resting.easy
    note = easy_day(sharp, case.words) if sharp else ""
    return Answer(routine_card(plan_of(case, routine), case.words, note))


def _plans(case: Case) -> list[Plan]:
    every = (plan_of(case, routine) for routine in case.library.routines.values())
    return [plan for plan in every if plan.lines]
