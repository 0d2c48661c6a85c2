"""Asks Telegram for updates, one long poll after another. An update is confirmed only when it is safe on the disk."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram.error import Conflict, NetworkError, TelegramError

from bot.chat.counting import UNCOUNTED, Tally
from bot.chat.incoming.contact import Contact
from bot.chat.incoming.deciding import Decider
from bot.chat.incoming.raw_update import WANTED, is_sound, number_of
from bot.chat.incoming.setbacks import Setbacks, is_webhook_in_the_way
from bot.chat.outgoing.messenger import Messenger
from bot.chat.telegram.one_call import Wire
from bot.coach.mishaps import OnceAMinute
from bot.store.database import DiskFails, Store

log = logging.getLogger(__name__)

LONG_POLL = 50
"""Seconds, Telegram's longest."""

HASTY = 0.5
"""Seconds: an empty answer that comes sooner is from a server that does not hold the poll."""

STALE = 3
"""So many more answers with nothing but confirmed updates than with new ones: the server takes no note of what is confirmed."""

FAR = 1_000_000
"""Ids grow one by one. An update that is malformed and so far ahead may have a wrong one, which would confirm all that comes after."""

A_BATCH = 100
"""The most that Telegram delivers. Deciding never waits, so after this many all else gets its turn: sending, what is due, and the end."""


class LongPoll:
    def __init__(  # noqa: PLR0913, PLR0917 - what the door leads to
        self,
        decider: Decider,
        store: Store,
        messenger: Messenger,
        wire: Wire,
        clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic,
        tally: Tally = UNCOUNTED,
    ) -> None:
        self._decider, self._store, self._wire, self._clock = decider, store, wire, clock
        self._setbacks = Setbacks(store.troubles, clock, seconds)
        self._tally = tally
        self._contact = Contact(self._setbacks, store.heartbeats, messenger, clock, tally)
        self._told = OnceAMinute(log, seconds)
        self._offset: int | None = None
        self._stale = 0
        self._has_taken_webhook_away = False

    async def stay_open(self) -> None:
        await self._contact.keep(self._ask)

    async def _ask(self, had_setback: bool) -> None:
        try:
            await self._let_in(await self._fetch(0 if had_setback else LONG_POLL))
        except Conflict as error:
            if is_webhook_in_the_way(error):
                await self._take_webhook_away()
            raise
        self._setbacks.reaches_us()

    async def _take_webhook_away(self) -> None:
        """A webhook gets all updates. It is removed once in a run: somebody who sets it again is not fought."""
        if self._has_taken_webhook_away:
            return
        try:
            await self._wire.call("deleteWebhook", {})
        except TelegramError:
            return
        self._has_taken_webhook_away = True
        log.warning("a webhook was set for this token, and got all that people wrote: it is taken away")

    async def _fetch(self, seconds: int) -> list[object]:
        """Reads updates raw, so that one that the library can't read does not hold up the others. The offset confirms
        the batch before.
        """
        wanted = {"timeout": seconds, "allowed_updates": list(WANTED), "offset": self._offset}
        given = {name: json.dumps(value) for name, value in wanted.items() if value is not None}
        asked_at = asyncio.get_running_loop().time()
        fetched = await self._wire.call("getUpdates", given, seconds=seconds + 10)
        if not isinstance(fetched, list):
            raise NetworkError("not a list of updates")
        if not fetched and seconds and asyncio.get_running_loop().time() - asked_at < HASTY:
            raise NetworkError("it says at once that there is nothing")
        return fetched

    async def _let_in(self, batch: list[object]) -> None:
        """A batch counts as fetched only when all of it is on the disk.

        Passes over updates whose id can't be confirmed. Raises NetworkError if there are no others, as they come again
        at once.
        """
        numbers: list[int] = []
        came_at = time.monotonic()
        for place, raw in enumerate(batch):
            if isinstance(raw, dict) and (number := number_of(raw)) and not self._is_doubtful(raw, number):
                try:
                    self._decider.decide(number, raw, came_at)
                except DiskFails:
                    self._hear_danger(batch[place + 1 :])
                    raise
                numbers.append(number)
                if len(numbers) % A_BATCH == 0:
                    await asyncio.sleep(0)
            else:
                self._tally.dropped("no number")
                self._told.tell("an update without an id that can be confirmed is passed over")
        if numbers:
            self._store.sync(self._clock())
            asked_from, self._offset = self._offset, max(numbers) + 1
            self._watch_for_stale(is_stale=asked_from is not None and self._offset <= asked_from)
        elif batch:
            raise NetworkError("no update that can be confirmed")

    def _hear_danger(self, undecided: list[object]) -> None:
        for raw in undecided:
            if isinstance(raw, dict) and number_of(raw):
                self._decider.hear_danger(raw)

    def _is_doubtful(self, raw: dict[str, Any], number: int) -> bool:
        return self._offset is not None and number >= self._offset + FAR and not is_sound(raw)

    def _watch_for_stale(self, *, is_stale: bool) -> None:
        """Telegram may deliver twice, and begins with lower numbers after a quiet week. A server that never stops doing
        so is not Telegram, and must not be asked without a pause.
        """
        self._stale = min(self._stale + 2, 2 * STALE) if is_stale else max(self._stale - 1, 0)
        if is_stale and self._stale == 2 * STALE:
            raise NetworkError("nothing but updates that were confirmed, again and again")
