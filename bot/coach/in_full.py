"""What was left out of a card for people who want few words, at a tap."""

from bot.coach.case import Answer, Case
from bot.coach.in_view import card_in_view
from bot.screens import asked_again


def in_full(case: Case) -> Answer | None:
    """None where nothing was left out of what is in view. What was waited for still is, and the way back to a session is on
    the card already.
    """
    card = card_in_view(case)
    whole = asked_again.in_full(card) if card else None
    if whole is None:
        return None
    return Answer(whole, alone=True, awaits=case.store.awaiting.of(case.person.id, case.now))
