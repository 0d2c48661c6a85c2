"""Puts a reminder off to the time or part of this day that an answer mentions: "busy till 4"."""

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, reminder_answers
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import card_in_view
from bot.domain.reminders.reminder import Nod
from bot.domain.typed.said.said_back import says_any
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.later_today import LaterToday, later_today
from bot.domain.typed.when.meant import Repeating
from bot.domain.typed.when.read_when import hear_when
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.wish import Wish

_LATER = frozenset({Wish.LATER, Wish.BUSY})
_MAY_BE_LATER = _LATER | {
    *(Wish.NOT_TODAY, Wish.MUTE_TODAY, Wish.HOLIDAY, Wish.PAUSE_REMINDERS, Wish.CHANGE_REMINDER, Wish.REMIND),
    *(Wish.START, Wish.OK, Wish.OFF_TOPIC, Wish.THANKS, Wish.BYE),
}
"""What such an answer may be heard as, because of everything else in it."""

_NEVER = frozenset(
    {
        *(
            Wish.DID_IT,
            Wish.SICK,
            Wish.UNWELL,
            Wish.STOP_REMINDERS,
            Wish.TOO_MANY,
            Wish.REMINDERS,
            Wish.HURTS,
        ),
        *(Wish.DELETE, Wish.RESUME_REMINDERS),
    }
)
"""Never, even if they say until when something else goes on."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    view, found = card_in_view(case), wishes.meant(case, text)
    if not view or not view.nods_to or wishes.asks(case, text):
        return None
    ideas = found.ideas if found else {}
    if slots.minutes(text, ideas, vocabulary.quantities) or _is_told_already(case, text, vocabulary):
        return None
    said = later_today(text, case.local_now, vocabulary.when)
    if not _may_be_meant(said, found.wish if found else Wish.LATER):
        return None
    if said.is_over or says_any(text, _not_today(vocabulary)):
        return reminder_answers.in_view(case, view, Nod.NOT_TODAY)
    return reminder_answers.later(case, view, said.times, asks_first=said.is_unsure, asks_at_night=True)


def _may_be_meant(said: LaterToday, wish: Wish) -> bool:
    if said.is_unsure or said.is_over:
        return wish in _LATER
    return bool(said.times) and (wish in _MAY_BE_LATER or (said.is_end and wish not in _NEVER))


def _not_today(vocabulary: Vocabulary) -> list[str]:
    return [said for said, nod in vocabulary.nods.items() if nod is Nod.NOT_TODAY and " " in said]


def _is_told_already(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    """A length of time, a time on certain days, or a time in place of another: other wishes handle those."""
    heard = hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)
    has_days = isinstance(heard.when, Repeating) and heard.when.names_days
    return heard.replaces or has_days or bool(asked_when.times_today(case, heard.when))
