"""Answers words of danger while nothing can be written: only with whom to call."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.chat.incoming.raw_update import is_sound
from bot.chat.incoming.update_limits import whose_is, words_in
from bot.chat.outgoing.messenger import Messenger, seconds_of
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute
from bot.domain.admission.buckets import Allowance, Buckets

log = logging.getLogger(__name__)

ANSWERED = Allowance(at_once=1, per_second=1 / 60)
"""For one person: the same words come again and again until they can be written."""

REMEMBERED = 10_000
"""Answered updates: each is answered once, however long the disk is full."""


class UnwrittenDanger:
    """Remembers only while the bot runs."""

    def __init__(
        self,
        coach: Coach,
        messenger: Messenger,
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._coach, self._messenger, self._clock, self._seconds = coach, messenger, clock, seconds
        self._people = Buckets(ANSWERED)
        self._answered: dict[int, None] = {}
        self._told = OnceAMinute(log, seconds)
        self._tasks: set[asyncio.Task[None]] = set()

    def hear(self, raw: dict[str, Any]) -> None:
        if not is_sound(raw) or not (text := words_in(raw)) or raw["update_id"] in self._answered:
            return
        try:
            self._answer(raw, text)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the others are to be heard
            self._told.tell("words could not be listened to while nothing can be written", error)

    def _answer(self, raw: dict[str, Any], text: str) -> None:
        person = whose_is(raw)
        message = raw.get("message") or raw["edited_message"]
        telegram = (message.get("from") or {}).get("language_code") or ""
        words = self._coach.whom_to_call(person, telegram, text, self._clock())
        if not words or not self._people.take(person, self._seconds()):
            return
        self._answered[raw["update_id"]] = None
        if len(self._answered) > REMEMBERED:
            del self._answered[next(iter(self._answered))]
        task = asyncio.create_task(self._send(person, words, raw["update_id"]))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, person: int, words: str, update: int) -> None:
        try:
            await self._messenger.turn_beside(person, Lane.ANSWER)
            await self._messenger.tell_beside(person, words, Lane.ANSWER)
        except TelegramError as error:
            self._answered.pop(update, None)
            if isinstance(error, RetryAfter):
                self._messenger.hold(person, seconds_of(error))
            self._told.tell("whom to call could not be sent", error, level=logging.WARNING)
