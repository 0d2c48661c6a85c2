"""Answers times that nobody asked for: behind "remind me", behind the command, as an answer to a reminder, or alone."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, reminder_answers, schedule, times_caught
from bot.coach.reminders.when import standing
from bot.coach.typed.finding import search
from bot.coach.typed.reminders import beside_time
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import card_in_view
from bot.domain.plain_text import phrase
from bot.domain.session.session import Move
from bot.domain.typed.quantities import minutes_in
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Half, When, names_time_of_day
from bot.domain.typed.when.read_when import HeardWhen, hear_when
from bot.domain.typed.wishes.ideas import Situation
from bot.domain.typed.wishes.wish import Wish

_REMINDING = (Wish.REMIND, Wish.REMINDERS)


def heard_in(case: Case, text: str, vocabulary: Vocabulary) -> HeardWhen:
    return hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)


def reminder(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    if wishes.names_no_time(case, text):
        return None
    heard, said = heard_in(case, text, vocabulary), phrase(text)
    reminds = heard.asks or any(vocabulary.wishes.get(word) in _REMINDING for word in said.split())
    is_about_theirs = wishes.is_about_existing_reminders(case, text)
    is_new = reminds and not (is_about_theirs and standing(case))
    if is_new and (placed := beside_time.placed(case, text, vocabulary)):
        return placed
    if is_about_theirs:
        return None
    if reminds and heard.when:
        return asked_when.heard_so(case, heard)
    if heard.reminds and said not in vocabulary.wishes:
        return times_caught.ask_unasked(case, text, heard) or schedule.add(
            case, case.words("times-not-understood")
        )
    return None


def by_command(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    if when := heard_in(case, text, vocabulary).when:
        return asked_when.heard(case, when)
    if vocabulary.moves.get(phrase(text)) in (Move.PAUSE, Move.STOP):
        return schedule.ask_pause(case)
    return schedule.add(case, case.words("times-not-understood"))


def later(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    view = card_in_view(case)
    if not view or not view.nods_to or phrase(text).isdecimal():
        return None
    heard = heard_in(case, text, vocabulary)
    times = asked_when.times_today(case, heard.when) if heard.is_all else ()
    return reminder_answers.later(case, view, times)


def by_itself(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    heard = heard_in(case, text, vocabulary)
    names_time = heard.when is not None and names_time_of_day(heard.when)
    is_theirs = wishes.is_about_existing_reminders(case, text, names_time=names_time)
    if is_theirs or wishes.tells_a_place(case, text) or wishes.names_no_time(case, text):
        return None
    if isinstance(heard.when, Half) and (
        wishes.situation_of(case) is Situation.REMINDER or wishes.tells_how_they_are(case, text)
    ):
        return None
    if heard.when and heard.is_all and _is_about_a_time(case, heard.when, text, vocabulary):
        return asked_when.heard_so(case, heard)
    if heard.is_unread:
        return schedule.add(case, case.words("times-not-understood"))
    return None


def _is_about_a_time(case: Case, when: When, text: str, vocabulary: Vocabulary) -> bool:
    """False for a number alone, which means minutes, and for "before bed", which is a name."""
    if minutes_in(text, vocabulary.quantities):
        return False
    if not isinstance(when, Half) or when.day is not None:
        return True
    return " " in phrase(text) and not search.is_a_title(case, text)
