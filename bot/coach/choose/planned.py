"""Shows the session planned for a given number of minutes, before it begins."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.choose.emptied import emptied
from bot.coach.choose.ready_routines import every_routine, open_routine
from bot.coach.progress.todays import said
from bot.coach.session.planning import planned_and_why
from bot.domain.person.what_rests import EASY_ROUTINE
from bot.screens.buttons.actions import MOST_MINUTES, DoToday, OpenToday
from bot.screens.progress.planned_card import Card, planned_card
from bot.screens.progress.why_today import headline


def open_today(case: Case, action: OpenToday) -> Answer:
    if case.who.resting.easy and EASY_ROUTINE in case.library.routines:
        return open_routine(case, EASY_ROUTINE)
    if action.no_floor:
        case = save_preferences(case, replace(case.who, no_floor_at=case.now))
    what = DoToday(action.minutes, action.no_floor)
    found, why = planned_and_why(case, what)
    if not found.parts:
        screen = emptied(case, what)
        return Answer(screen) if screen else every_routine(case, found_none=True)
    moves = [(case.library.exercises[part.form.ref.exercise], part) for part in found.parts]
    return Answer(
        planned_card(
            Card(what, headline(found.about, case.words), said(case, why), found.seconds, moves), case.words
        )
    )


def seated_today(case: Case) -> Case:
    return save_preferences(case, replace(case.who, seated_at=case.now))


def within(minutes: int, *, no_floor: bool = False) -> OpenToday:
    return OpenToday(min(max(minutes, 1), MOST_MINUTES), no_floor)
