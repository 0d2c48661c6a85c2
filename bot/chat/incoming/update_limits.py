"""Keeps one person's flood from the others. Beyond the limit, only words of danger are decided, and the tap that says they were meant."""

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from telegram import Chat

from bot.chat.counting import Tally
from bot.chat.incoming.news_of import LONGEST_TEXT
from bot.chat.incoming.unheard_words import Unheard, UnheardWords
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.prompt import Prompt
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute
from bot.domain.admission.buckets import Allowance, Buckets
from bot.screens.buttons.actions import MeantIt
from bot.screens.buttons.wire import decode

log = logging.getLogger(__name__)

PER_PERSON = Allowance(at_once=40, per_second=2)
"""Updates. A quick finger taps three times a second for some seconds; an album has ten pictures."""

CRIES = Allowance(at_once=40, per_second=2)
"""Beyond PER_PERSON, words are heard for danger this often, as it takes some milliseconds. The rest is kept until there is time."""

TOLD = Allowance(at_once=1, per_second=1 / 60)
"""How often a person is told that it was too much."""


class UpdateLimits:
    """Remembers only while the bot runs."""

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
        """`raw`: sound. An update that is held back is counted and stored nowhere, but its words are listened to now or
        soon.
        """
        whose, at = whose_is(raw), self._seconds()
        if self._updates.take(whose, at):
            return True
        if (words := words_in(raw)) and self._is_danger(whose, at, number, raw, words):
            return True
        if _confirms_danger(raw) and self._cries.take(whose, at):
            return True
        self._tally.dropped("too many")
        if whose > 0 and self._told.take(whose, at):
            self._tell(whose, raw.get("callback_query"))
        return False

    def comes_again(self, raw: Mapping[str, Any]) -> None:
        self._updates.give_back(whose_is(raw), self._seconds())

    def unheard(self) -> Iterable[int]:
        return self._unheard.people()

    def cries_of(self, whose: int) -> list[Unheard]:
        if whose not in self._unheard or not self._cries.take(whose, self._seconds()):
            return []
        return [unheard for unheard in self._unheard.take(whose) if self._coach.is_danger(unheard.words)]

    def keep(self, whose: int, cry: Unheard) -> None:
        self._unheard.keep(whose, cry.number, cry.raw, cry.words)

    def forget(self, whose: int) -> None:
        self._unheard.forget(whose)

    def _is_danger(self, whose: int, at: float, number: int, raw: Mapping[str, Any], words: str) -> bool:
        """False for words that are kept for later, so that words are heard in order."""
        if whose in self._unheard or not self._cries.take(whose, at):
            self._unheard.keep(whose, number, raw, words)
            return False
        return self._coach.is_danger(words)

    def _tell(self, person: int, tap: Mapping[str, Any] | None) -> None:
        try:
            reply = self._coach.cannot_follow(person, self._clock(), is_tap=tap is not None)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the others are to be decided for
            self._failures.tell("nor could they be told that it was too much", error)
        else:
            self._messenger.show(reply, Lane.ANSWER, Prompt(tap=tap["id"] if tap else None))


def whose_is(raw: Mapping[str, Any]) -> int:
    """The person's id; for a group or channel, where many write, its own, below zero; 0: nobody's."""
    if update := raw.get("callback_query") or raw.get("my_chat_member"):
        return int(update["from"]["id"])
    message = _message(raw)
    return int(message["chat"]["id"]) if message else 0


def _confirms_danger(raw: Mapping[str, Any]) -> bool:
    data = (raw.get("callback_query") or {}).get("data")
    return isinstance(data, str) and isinstance(decode(data), MeantIt)


def words_in(raw: Mapping[str, Any]) -> str:
    message = _message(raw)
    if message is None or message["chat"]["type"] != Chat.PRIVATE:
        return ""
    return str(message.get("text") or message.get("caption") or "")[:LONGEST_TEXT]


def _message(raw: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return raw.get("message") or raw.get("edited_message") or raw.get("channel_post")
