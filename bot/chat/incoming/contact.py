"""Keeps in touch with Telegram: asks again and again, waits longer while nobody answers, and knows since when that is."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.chat.counting import Tally
from bot.chat.incoming.setbacks import Setbacks
from bot.chat.outgoing.messenger import Messenger
from bot.store.database import DiskFails
from bot.store.heartbeats import Heartbeats

Ask = Callable[[bool], Awaitable[None]]
"""Asks Telegram one question and follows its answer. True: the one before failed, so this one has to be short, and to tell at once that
Telegram is there again."""


class Contact:
    def __init__(
        self,
        setbacks: Setbacks,
        heartbeats: Heartbeats,
        messenger: Messenger,
        clock: Callable[[], datetime],
        tally: Tally,
    ) -> None:
        self._setbacks, self._heartbeats, self._messenger = setbacks, heartbeats, messenger
        self._clock, self._tally = clock, tally
        self._was_here = clock()
        self._cant_write = False

    def heard(self) -> None:
        self._tally.heard()
        if not self._setbacks.is_one_here and not self._cant_write:
            self._was_here = self._clock()

    def has_written(self, *, is_safe: bool) -> None:
        """`is_safe`: it is on the disk. If not, the bot counts as away."""
        if not is_safe:
            self._cant_write = True
            self._heartbeats.begin_absence(self._was_here)
        elif self._cant_write:
            with contextlib.suppress(DiskFails):  # the next one tries again
                self._is_back()
                self._cant_write = False
        self.heard()

    async def keep(self, ask: Ask) -> None:
        """Runs until cancelled. Raises InvalidToken after Telegram has refused the token for ten minutes."""
        self._was_here = self._clock()
        while True:
            had_setback = self._setbacks.is_one_here
            try:
                await ask(had_setback)
                if had_setback:
                    self._is_back()
                self._setbacks.end()
                self.heard()
            except Exception as error:  # noqa: BLE001 - whatever it is, somebody waits behind this door
                self._heartbeats.begin_absence(self._was_here)
                await asyncio.sleep(self._setbacks.meet(error))

    def _is_back(self) -> None:
        self._heartbeats.note_absence(self._was_here, self._clock())
        self._messenger.draw_all_owed()
