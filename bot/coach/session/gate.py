"""What stands between a person and the moves: warning signs, age, surgery."""

from bot.coach.case import Case
from bot.domain.library.exercise import Tag
from bot.domain.person.person import Age, Cleared
from bot.screens.buttons.actions import What
from bot.screens.person import welcome
from bot.screens.screen import Screen


def closed_to(case: Case, what: What | None) -> Screen | None:
    """The screen that stands in the way of beginning `what`, or of going on; None when the way is free."""
    if case.who.signs_are_due(case.now):
        return welcome.signs(what, case.words)
    match case.who.cleared:
        case Cleared.URGENT | Cleared.EMERGENCY as tier:
            return welcome.closed(tier, case.words)
        case _:
            return _closed_by_an_answer(case)


def _closed_by_an_answer(case: Case) -> Screen | None:
    if case.who.age is Age.MINOR:
        return welcome.minor(case.words)
    return welcome.surgery(case.words) if Tag.SURGERY in case.who.tags else None
