"""Hears that resting reminders should go on, and explains what rest means, while they rest."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import schedule
from bot.coach.reminders.when import standing
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.typed.said.said_back import SaidBack, said_back
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.told_beside import asks_about_rest, wakes
from bot.screens.buttons.actions import Go, Place


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None if none rests. If the signs wait for an answer, they come first."""
    theirs = standing(case)
    if not theirs or not (case.who.reminders_rest or any(each.rests_on(case.today) for each in theirs)):
        return None
    if wakes(text, vocabulary.when) or _is_a_yes(case, text, vocabulary):
        return schedule.go_on(case)
    return schedule.rest_explained(case) if asks_about_rest(text, vocabulary.when) else None


def _is_a_yes(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    """A yes, if the card asks whether reminders should go on: that button then stands first."""
    said, actions = said_back(text, vocabulary.replies), actions_on(card_in_view(case))
    is_asked = next(iter(actions), None) == Go(Place.GO_ON_REMINDING)
    return is_asked and bool(said) and said <= {SaidBack.YES, SaidBack.DO, SaidBack.OK, SaidBack.GO}
