"""What stands between a person and the moves: warning signs, age, surgery."""

from bot.coach.case import Case
from bot.domain.exercise import Tag
from bot.domain.person import Age, Cleared
from bot.screens import welcome
from bot.screens.actions import DoExercise, DoRoutine
from bot.screens.screen import Screen


def closed_to(case: Case, what: DoExercise | DoRoutine) -> Screen | None:
    """The screen that stands in the way of beginning `what`; None when the way is free."""
    match case.who.cleared:
        case Cleared.UNASKED:
            return welcome.signs(what, case.words)
        case Cleared.URGENT | Cleared.EMERGENCY as tier:
            return welcome.closed(tier, case.words)
        case Cleared.CLEAR | Cleared.SOON:
            return _closed_by_an_answer(case)


def _closed_by_an_answer(case: Case) -> Screen | None:
    if case.who.age is Age.MINOR:
        return welcome.minor(case.words)
    return welcome.surgery(case.words) if Tag.SURGERY in case.who.tags else None
