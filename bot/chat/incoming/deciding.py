"""Has each update decided, whichever way it came: once, and put aside where that can't be done."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Chat, Update
from telegram.ext import Application

from bot.chat.counting import Tally
from bot.chat.incoming.decision_words import PASSED_OVER
from bot.chat.incoming.raw_update import is_sound, is_wanted
from bot.chat.incoming.routes import Handling, what_to_answer
from bot.chat.incoming.unheard_words import Unheard
from bot.chat.incoming.unwritten_danger import UnwrittenDanger
from bot.chat.incoming.update_limits import UpdateLimits
from bot.chat.outgoing.lanes import Lane
from bot.chat.outgoing.messenger import Messenger
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute
from bot.store.database import DiskFails, Store
from bot.store.file.damage import suppress_damage

log = logging.getLogger(__name__)

TRIES = 3


class Decider:
    """Deciding is quick and waits for nothing, showing is a task of its own: so one loop serves all, in order."""

    def __init__(  # noqa: PLR0913, PLR0917 - who decides and who shows
        self,
        application: "Application",  # type: ignore[type-arg]
        store: Store,
        coach: Coach,
        messenger: Messenger,
        handling: Handling,
        limits: UpdateLimits,
        tally: Tally,
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds`: a clock that only goes forward."""
        self._application, self._bot = application, application.bot
        self._store, self._coach, self._messenger = store, coach, messenger
        self._handling, self._limits, self._tally, self._clock = handling, limits, tally, clock
        self._danger = UnwrittenDanger(coach, messenger, clock, seconds)
        self._told = OnceAMinute(log, seconds)

    async def decide(self, number: int, raw: dict[str, Any], came_at: float | None = None) -> None:
        """Nothing of it is on the disk for certain until the store has been synced. `came_at`: when it came in, by
        `time.monotonic`; None: just now. Raises DiskFails, and then words of danger have been answered all the same.
        """
        try:
            await self._decide(number, raw, came_at)
        except DiskFails:
            self.hear_danger(raw)
            raise

    def hear_danger(self, raw: dict[str, Any]) -> None:
        """What can't be decided, as nothing can be written, is at least listened to for danger."""
        self._danger.hear(raw)

    async def _decide(self, number: int, raw: dict[str, Any], came_at: float | None) -> None:
        if not is_sound(raw):
            self._put_aside(number, "unreadable")
            return
        if not is_wanted(raw):
            self._coach.pass_over(number, self._clock())
            self._tally.took_in(PASSED_OVER)
            return
        if self._limits.lets_through(number, raw):
            await self._decide_sound(number, raw, time.monotonic() if came_at is None else came_at)

    async def hear_what_was_too_much(self) -> None:
        """Words of danger among those that nobody had time to listen to: decided as if they had come now. Raises DiskFails."""
        for whose in self._limits.unheard():
            for cry in self._limits.cries_of(whose):
                await self._hear(whose, cry)
            await asyncio.sleep(0)  # taps get their turn

    async def _hear(self, whose: int, cry: Unheard) -> None:
        try:
            await self._decide_sound(cry.number, cry.raw, time.monotonic())
        except DiskFails:
            self._limits.keep(whose, cry)
            self.hear_danger(cry.raw)
            raise

    async def _decide_sound(self, number: int, raw: dict[str, Any], came_at: float) -> None:
        update = _read(raw, self._bot)
        if update is None:
            self._put_aside(number, "unreadable")
            return
        self._handling.came_at = came_at
        for _ in range(TRIES):
            self._handling.failed_for_disk = self._handling.has_forgotten = False
            await self._application.process_update(update)
            # Only the store knows: a failing handler says nothing.
            if self._has_counted(number):
                self._forget_whom_it_forgot(update)
                return
            if self._handling.failed_for_disk:
                self._limits.comes_again(raw)
                raise DiskFails("a decision could not be written")
        self._put_aside(number, "failing")
        self._apologise(update)

    def _forget_whom_it_forgot(self, update: Update) -> None:
        if self._handling.has_forgotten and update.effective_chat:
            self._limits.forget(update.effective_chat.id)

    def _has_counted(self, number: int) -> bool:
        with suppress_damage():
            return self._store.updates.has_counted(number)
        return False

    def _apologise(self, update: Update) -> None:
        chat = update.effective_chat
        if chat is None or chat.type != Chat.PRIVATE:
            return
        try:
            reply = self._coach.apologise(chat.id, self._clock())
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the next update is to be decided
            self._told.tell("nor could the apology be made", error)
        else:
            self._messenger.show(reply, Lane.ANSWER, **what_to_answer(update))

    def _put_aside(self, number: int, why: str) -> None:
        self._tally.dropped(why)
        self._told.tell(f"an update is put aside as {why}", more=f": {number}")
        with (
            suppress_damage(),
            self._store.transaction(),
        ):  # else only who confirms it knows that it has been here
            self._store.updates.put_aside(number, why, self._clock())


def _read(raw: dict[str, Any], bot: Bot) -> Update | None:
    try:
        return Update.de_json(raw, bot)
    except Exception:  # noqa: BLE001 - whatever is wrong with one update, the next one is to be read
        return None
