"""Shows their reminders to who asks about the one of a time: "how come I got nothing at 6", "what's at 4 today"."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import schedule
from bot.coach.session.live import live_of
from bot.domain.typed.danger.heard import Heard
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.asks_of_time import asks_of_time


def answer(case: Case, text: str, heard: Heard | None, vocabulary: Vocabulary) -> Answer | None:
    if heard or live_of(case) or not asks_of_time(text, vocabulary.when):
        return None
    return schedule.every(case)
