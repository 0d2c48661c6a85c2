"""Shows, at a tap, what was left out of a card for people who want few words."""

from bot.coach.case import Answer, Case
from bot.coach.in_view import card_in_view
from bot.screens import asked_again


def in_full(case: Case) -> Answer | None:
    card = card_in_view(case)
    whole = asked_again.in_full(card) if card else None
    if whole is None:
        return None
    return Answer(whole, alone=True, awaits=case.store.awaiting.of(case.person.id, case.now))
