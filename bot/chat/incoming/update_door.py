"""The one door through which updates come: each counts once, and is confirmed only when it is safe on the disk."""

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Chat, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application

from bot.chat.incoming.routes import DiskTrouble, what_to_answer
from bot.chat.outgoing.lanes import Lane
from bot.chat.outgoing.messenger import Messenger
from bot.chat.telegram.one_call import Wire
from bot.coach.coach import Coach
from bot.coach.mishaps import where_it_failed
from bot.store.database import DiskFails, Store

log = logging.getLogger(__name__)

WANTED = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
"""What Telegram is asked to tell."""

LONG_POLL = 50
"""Seconds, Telegram's longest."""

TRIES = 3
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two tries; each is twice as long as the one before."""


class UpdateDoor:
    """Deciding is quick and waits for nothing, showing is a task of its own: so one loop serves all, in order."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the door leads to
        self,
        application: "Application",  # type: ignore[type-arg]
        store: Store,
        coach: Coach,
        messenger: Messenger,
        trouble: DiskTrouble,
        wire: Wire,
        clock: Callable[[], datetime],
    ) -> None:
        self._application, self._bot = application, application.bot
        self._store, self._coach, self._messenger = store, coach, messenger
        self._trouble, self._clock = trouble, clock
        self._wire = wire
        self._offset: int | None = None

    async def stay_open(self) -> None:
        """Until cancelled. Raises InvalidToken."""
        pause, was_here = FIRST_PAUSE, self._clock()
        while True:
            try:
                had_trouble = pause > FIRST_PAUSE
                # After trouble a short question first, whose answer tells at once that Telegram is there again.
                await self._let_in(await self._fetch(0 if had_trouble else LONG_POLL))
                if had_trouble:
                    self._store.heartbeats.was_away(was_here, self._clock())
                    self._messenger.draw_all_owed()
                pause, was_here = FIRST_PAUSE, self._clock()
            except InvalidToken:
                raise
            except (TelegramError, DiskFails) as error:
                log.warning("%s; the next try in %.0f s", _trouble(error), pause)
                await asyncio.sleep(_asked(error) or pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    async def _fetch(self, seconds: int) -> list[dict[str, Any]]:
        """Raw: one update that the library can't read must not keep the others out. The offset confirms the last batch."""
        wanted = {"timeout": seconds, "allowed_updates": list(WANTED), "offset": self._offset}
        given = {name: json.dumps(value) for name, value in wanted.items() if value is not None}
        fetched: list[dict[str, Any]] = await self._wire.call("getUpdates", given, seconds=seconds + 10)
        return fetched

    async def _let_in(self, batch: list[dict[str, Any]]) -> None:
        """Decide all of a batch, put it on the disk, and only then count it as fetched."""
        for raw in batch:
            await self._decide(raw)
        if batch:
            self._store.sync(self._clock())
            self._offset = max(int(raw["update_id"]) for raw in batch) + 1

    async def _decide(self, raw: dict[str, Any]) -> None:
        number = int(raw["update_id"])
        update = _read(raw, self._bot)
        if update is None:
            self._put_aside(number, "unreadable")
            return
        for _ in range(TRIES):
            self._trouble.is_here = False
            await self._application.process_update(update)
            # Only the store knows: a failing handler says nothing.
            if self._store.updates.has_counted(number):
                return
            if self._trouble.is_here:
                raise DiskFails("a decision could not be written")
        self._put_aside(number, "failing")
        self._apologise(update)

    def _apologise(self, update: Update) -> None:
        chat = update.effective_chat
        if chat is None or chat.type != Chat.PRIVATE:
            return
        try:
            reply = self._coach.apologise(chat.id, self._clock())
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the next update is to be decided
            log.error("nor could the apology be made: %s", where_it_failed(error))  # noqa: TRY400 - see there
        else:
            self._messenger.show(reply, Lane.ANSWER, **what_to_answer(update))

    def _put_aside(self, number: int, why: str) -> None:
        log.error("update %d is put aside: %s", number, why)
        with self._store.transaction():
            self._store.updates.put_aside(number, why, self._clock())


def _read(raw: dict[str, Any], bot: Bot) -> Update | None:
    try:
        return Update.de_json(raw, bot)
    except Exception:  # noqa: BLE001 - whatever is wrong with one update, the next one is to be read
        return None


def _trouble(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "Another program is polling with this token"
    if isinstance(error, DiskFails):
        return f"The database can't be written ({error}); nothing was confirmed"
    return (
        f"Telegram can't be reached ({error})"
        if isinstance(error, NetworkError)
        else f"Telegram says: {error}"
    )


def _asked(error: Exception) -> float | None:
    if not isinstance(error, RetryAfter):
        return None
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
