"""Shows, after a tap, what was left out of a card for people who want few words or large buttons."""

from collections.abc import Callable

from bot.coach.case import Answer, Case
from bot.coach.view.in_view import card_in_view
from bot.screens import asked_again
from bot.screens.screen import Screen
from bot.screens.view import View


def in_full(case: Case) -> Answer | None:
    return _shown(case, asked_again.in_full)


def rest_of_buttons(case: Case) -> Answer | None:
    return _shown(case, asked_again.rest_of_buttons)


def _shown(case: Case, as_what: Callable[[View], Screen | None]) -> Answer | None:
    card = card_in_view(case)
    screen = as_what(card) if card else None
    if screen is None:
        return None
    return Answer(screen, alone=True, awaits=case.store.awaiting.of(case.person.id, case.now))
