"""Lets reminders come on days on which they were to rest: "actually dont skip tomorrow", "cancel the holiday"."""

from datetime import date

from bot.coach.case import Answer, Case
from bot.coach.reminders import pausing, schedule
from bot.coach.reminders.when import standing
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.reminders.reminder import Reminder
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.absence_said import Absence
from bot.domain.typed.when.rest_taken_back import rest_taken_back
from bot.screens.buttons.actions import AwayFor, Go, PauseBetween, PauseFor, Place
from bot.screens.person import wish_screens
from bot.screens.reminders.reminder_list import pause_told
from bot.screens.screen import Button


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None if none rests, or after an alarm."""
    said = rest_taken_back(text, case.today, vocabulary.when)
    if said is None or case.who.reminders_rest:
        return None
    if any(isinstance(each, PauseBetween | PauseFor | AwayFor) for each in actions_on(card_in_view(case))):
        return Answer(wish_screens.told(case.words("reply-no"), (), case.words))
    resting = [each for each in standing(case) if pausing.rests(each, case.today)]
    if not resting:
        return None
    if said.days is None or _is_all(resting[0], said.days, case.today):
        return schedule.go_on(case, case.words("reminders-as-before"))
    return _asks(case, resting[0], said.days)


def _is_all(this: Reminder, days: Absence, today: date) -> bool:
    """True if their pause has no other days ahead."""
    first, until = days.first or today, days.until
    begins = max(this.paused_from or today, today)
    return not this.is_paused and until is not None and begins >= first and this.paused_until == until


def _asks(case: Case, this: Reminder, days: Absence) -> Answer:
    """There is only one pause at a time, and it can't leave out a day in the middle, so people are asked whether to end it."""
    if not pausing.rests_through(this, days, case.today):
        return schedule.every(case, case.words("reminders-come-then"))
    told = case.words("ask-wake-all", what=pause_told(this, case.today, case.words))
    wake = Button(case.words("choice-wish-reminders-on"), Go(Place.GO_ON_REMINDING))
    return Answer(wish_screens.ask_back(told, (wake,), case.words))
