"""Answers people who name no time when asked for one: suggests one if they leave the choice, and lets it be if they want none."""

from bot.coach.case import Answer, Case
from bot.coach.reminders.when import standing
from bot.coach.tapping import tapped
from bot.coach.typed import meaning
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.no_time_said import leaves_choice, wants_none
from bot.screens.person import wish_screens

_MOST_OF_A_HALF = 2
"""How many times are asked about when one was said that may be in either half of the day."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    offered = meaning.times_asked_about(case)
    if len(offered) < 2:
        return None
    if wants_none(text, vocabulary.when):
        return Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    if not leaves_choice(text, vocabulary.when) or len(offered) <= _MOST_OF_A_HALF:
        return None
    theirs = {one.at for one in standing(case)}
    free = [action for at, action in offered if at not in theirs]
    # Not the earliest: hardly anybody minds one that is a little later.
    return tapped(case, free[min(1, len(free) - 1)]) if free else None
