"""Keeps one person's flood from the others: whoever sends more than anybody may is not decided for, but for words of danger."""

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from telegram import Chat

from bot.chat.counting import Tally
from bot.chat.incoming.news_of import LONGEST_TEXT
from bot.chat.incoming.unheard_words import Unheard, UnheardWords
from bot.chat.outgoing.lanes import Lane
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.prompt import Prompt
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute
from bot.domain.admission.buckets import Allowance, Buckets

log = logging.getLogger(__name__)

PER_PERSON = Allowance(at_once=40, per_second=2)
"""Updates. A quick finger taps three times a second for some seconds; an album has ten pictures."""

CRIES = Allowance(at_once=40, per_second=2)
"""Beyond that: so often words are listened to for danger, which takes some milliseconds. What comes in between is listened to
as soon as there is time for it again."""

TOLD = Allowance(at_once=1, per_second=1 / 60)
"""How often they hear that it was too much."""


class UpdateLimits:
    """`seconds`: a clock that only goes forward. What it knows is known while the bot runs."""

    def __init__(  # noqa: PLR0913, PLR0917 - who hears of it
        self,
        coach: Coach,
        messenger: Messenger,
        clock: Callable[[], datetime],
        seconds: Callable[[], float],
        tally: Tally,
        per_person: Allowance = PER_PERSON,
    ) -> None:
        self._coach, self._messenger, self._tally = coach, messenger, tally
        self._clock, self._seconds = clock, seconds
        self._updates, self._cries, self._told = Buckets(per_person), Buckets(CRIES), Buckets(TOLD)
        self._unheard = UnheardWords()
        self._failures = OnceAMinute(log, seconds)

    def lets_through(self, number: int, raw: Mapping[str, Any]) -> bool:
        """Whether a sound update is let through. One that is not is counted, and nothing of it is written anywhere; its words
        are listened to now or in a moment.
        """
        whose, at = whose_is(raw), self._seconds()
        if self._updates.take(whose, at):
            return True
        if (words := words_in(raw)) and self._is_danger(whose, at, number, raw, words):
            return True
        self._tally.dropped("too many")
        if whose > 0 and self._told.take(whose, at):
            self._tell(whose, raw.get("callback_query"))
        return False

    def comes_again(self, raw: Mapping[str, Any]) -> None:
        """What was let through could not be decided, and will be brought once more: it is to count once."""
        self._updates.give_back(whose_is(raw), self._seconds())

    def unheard(self) -> Iterable[int]:
        """People who wrote what nobody has listened to yet."""
        return self._unheard.people()

    def cries_of(self, whose: int) -> list[Unheard]:
        """The words of danger among what was not listened to, as far as there is time for it by now."""
        if whose not in self._unheard or not self._cries.take(whose, self._seconds()):
            return []
        return [unheard for unheard in self._unheard.take(whose) if self._coach.is_danger(unheard.words)]

    def keep(self, whose: int, cry: Unheard) -> None:
        """What could not be decided: it is listened to once more."""
        self._unheard.keep(whose, cry.number, cry.raw, cry.words)

    def forget(self, whose: int) -> None:
        """All of theirs is deleted."""
        self._unheard.forget(whose)

    def _is_danger(self, whose: int, at: float, number: int, raw: Mapping[str, Any], words: str) -> bool:
        """False too for what is listened to later, in the order in which it was written."""
        if whose in self._unheard or not self._cries.take(whose, at):
            self._unheard.keep(whose, number, raw, words)
            return False
        return self._coach.is_danger(words)

    def _tell(self, person: int, tap: Mapping[str, Any] | None) -> None:
        """A tap is told over the chat, so that the card under the finger stays."""
        try:
            reply = self._coach.cannot_follow(person, self._clock(), is_tap=tap is not None)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the others are to be decided for
            self._failures.tell("nor could they be told that it was too much", error)
        else:
            self._messenger.show(reply, Lane.ANSWER, Prompt(tap=tap["id"] if tap else None))


def whose_is(raw: Mapping[str, Any]) -> int:
    """The person's number; of what comes from a group or a channel its own, below zero, as many write there. 0: nobody's."""
    if update := raw.get("callback_query") or raw.get("my_chat_member"):
        return int(update["from"]["id"])
    message = _message(raw)
    return int(message["chat"]["id"]) if message else 0


def words_in(raw: Mapping[str, Any]) -> str:
    message = _message(raw)
    if message is None or message["chat"]["type"] != Chat.PRIVATE:
        return ""
    return str(message.get("text") or message.get("caption") or "")[:LONGEST_TEXT]


def _message(raw: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return raw.get("message") or raw.get("edited_message") or raw.get("channel_post")
