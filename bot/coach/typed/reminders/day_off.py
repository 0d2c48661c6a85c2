"""Asks whether reminders should rest on days that somebody names: "skip tomorrow", "not on Friday this week"."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import pausing
from bot.coach.reminders.when import standing
from bot.coach.session.live import live_of
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import card_in_view
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.absence_said import absence_said, leaves_out
from bot.domain.typed.wishes.wish import Wish

_ELSEWHERE = frozenset({Wish.STOP_REMINDERS, Wish.PAUSE_REMINDERS, Wish.HOLIDAY, Wish.RESUME_REMINDERS})
"""Wishes whose answers already ask about those days."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    absence = absence_said(text, case.today, vocabulary.when)
    if absence is None or absence.first is None or not standing(case) or live_of(case):
        return None
    view = card_in_view(case)
    is_answer = view is not None and bool(view.nods_to)
    if (
        not leaves_out(text, vocabulary.when, is_answer=is_answer)
        or wishes.asks(case, text)
        or _begins_something(case, text)
    ):
        return None
    return pausing.asked(case, absence)


def _begins_something(case: Case, text: str) -> bool:
    found = wishes.meant(case, text)
    return found is not None and found.is_sure and found.wish in _ELSEWHERE
