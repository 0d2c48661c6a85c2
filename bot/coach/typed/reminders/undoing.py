"""Answers "undo that" after something was done to a reminder: offers to delete what was just kept, ends a pause, or says what can't be taken back."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import pausing, schedule
from bot.coach.reminders.when import standing
from bot.coach.session.live import live_of
from bot.coach.typed.reminders.setting_right import just_kept
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.no_time_said import takes_back
from bot.screens.buttons.actions import Go, Place
from bot.screens.reminders import reminder_list as screens


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None where no reminders are in view."""
    shows_them = Go(Place.ADD_REMINDER) in actions_on(card_in_view(case))
    if not shows_them or live_of(case) or not takes_back(text, vocabulary.when):
        return None
    theirs = standing(case)
    kept = {each.reminder for each in just_kept(case)}
    if new := [each for each in theirs if each.id in kept]:
        return Answer(screens.ask_delete(new[0], case.words)) if len(new) == 1 else _not_taken_back(case)
    if not case.who.reminders_rest and any(pausing.rests(each, case.today) for each in theirs):
        return schedule.go_on(case, case.words("reminders-as-before"))
    return _not_taken_back(case)


def _not_taken_back(case: Case) -> Answer:
    return schedule.every(case, case.words("reminders-no-undo"))
