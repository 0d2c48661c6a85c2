"""Mentions once, in half a sentence, that a reminder never came because the bot was away."""

from bot.coach.case import Case
from bot.domain.reminders.absence import worth_telling
from bot.screens.days import was_away


def told_in(case: Case, delivery: int) -> str:
    """ "" if there is nothing to mention. If the message is never sent, the next one mentions it."""
    words = _words(case, delivery)
    if words:
        case.store.deliveries.mark_told_in(case.person.id, delivery)
    return words


def told_at_home(case: Case) -> str:
    words = "" if case.who.reminders_rest else _words(case)
    if words:
        case.store.deliveries.mark_told(case.person.id)
    return words


def _words(case: Case, delivery: int = 0) -> str:
    missed = worth_telling(case.store.deliveries.untold_misses(case.person.id, delivery), case.now)
    if missed is None:
        return ""
    first, last = (due.astimezone(case.zone) for due in missed)
    return was_away(first, last, case.today, case.words)
