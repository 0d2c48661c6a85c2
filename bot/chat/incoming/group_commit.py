"""Decides updates that come one by one, and puts all that came in the same moment on the disk at once."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.chat.incoming.setbacks import UNWRITTEN
from bot.coach.mishaps import OnceAMinute
from bot.store.database import DiskFails

log = logging.getLogger(__name__)

Update = dict[str, Any]


class Decides(Protocol):
    """The part of a Decider that is needed here."""

    def decide(self, number: int, raw: Update, came_at: float, /) -> None: ...
    def hear_danger(self, raw: Update, /) -> None: ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    number: int
    raw: Update
    came_at: float
    is_safe: asyncio.Future[bool]


class GroupCommit:
    """Syncing takes longest, so one sync serves all decisions before it."""

    def __init__(
        self, decider: Decides, sync: Callable[[], None], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """`sync`: puts on the disk what has been decided so far."""
        self._decider, self._sync = decider, sync
        self._told = OnceAMinute(log, seconds)
        self._waiting: list[_Waiting] = []
        self._does_disk_fail = False

    async def take(self, number: int, raw: Update) -> bool:
        """Returns True once the decision is on the disk, False if the same update has to come again."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self.decide_waiting)
        waiting = _Waiting(number, raw, time.monotonic(), loop.create_future())
        self._waiting.append(waiting)
        return await waiting.is_safe

    def decide_waiting(self) -> None:
        together, self._waiting = self._waiting, []
        self._does_disk_fail = False
        decided = [self._is_decided(update) for update in together]
        are_safe = any(decided) and self._are_safe()
        for update, is_decided in zip(together, decided, strict=True):
            if not update.is_safe.done():  # as it is when the connection is gone
                update.is_safe.set_result(is_decided and are_safe)

    def _is_decided(self, update: _Waiting) -> bool:
        if self._does_disk_fail:  # each further try would only wait for the disk, too
            self._decider.hear_danger(update.raw)
            return False
        try:
            self._decider.decide(update.number, update.raw, update.came_at)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are to be decided
            self._tell("an update could not be decided, and is to come again", error)
            return False
        return True

    def _are_safe(self) -> bool:
        try:
            self._sync()
        except Exception as error:  # noqa: BLE001 - whatever it is, who waits is to be told
            self._tell("what was decided could not be made safe, and is to come again", error)
            return False
        return True

    def _tell(self, what: str, error: Exception) -> None:
        self._does_disk_fail = isinstance(error, DiskFails)
        if self._does_disk_fail:
            self._told.tell(UNWRITTEN, more=f" ({error})", level=logging.WARNING)
        else:
            self._told.tell(what, error)
