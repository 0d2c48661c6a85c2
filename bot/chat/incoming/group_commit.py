"""Decides updates that come one by one, and puts all that came in the same moment on the disk at once."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.chat.incoming.setbacks import UNWRITTEN
from bot.coach.mishaps import OnceAMinute
from bot.store.database import DiskFails

log = logging.getLogger(__name__)

Decide = Callable[[int, dict[str, Any], float], Awaitable[None]]
"""What `Decider.decide` does with an update's number, the update, and the moment in which it came in."""


class GroupCommit:
    """Syncing is what takes long, and one sync serves all whose decisions stand before it. `sync`: puts on the disk what was
    decided until then; `seconds`: a clock that only goes forward.
    """

    def __init__(
        self, decide: Decide, sync: Callable[[], None], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._decide, self._sync = decide, sync
        self._told = OnceAMinute(log, seconds)
        self._waiting: list[tuple[int, dict[str, Any], float, asyncio.Future[bool]]] = []
        self._at_work: asyncio.Task[None] | None = None
        self._does_disk_fail = False

    async def take(self, number: int, raw: dict[str, Any]) -> bool:
        """Whether what was decided is safe on the disk; if not, the same update is to come again."""
        is_safe: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((number, raw, time.monotonic(), is_safe))
        if self._at_work is None:
            self._at_work = asyncio.create_task(self._work())
        return await is_safe

    async def finish(self) -> None:
        """When it returns, nobody who came before waits any more."""
        if self._at_work:
            await self._at_work

    async def _work(self) -> None:
        while self._waiting:
            together, self._waiting = self._waiting, []
            self._does_disk_fail = False
            decided = [
                (is_safe, await self._is_decided(number, raw, came_at))
                for number, raw, came_at, is_safe in together
            ]
            are_safe = any(is_decided for _, is_decided in decided) and self._are_safe()
            for is_safe, is_decided in decided:
                if not is_safe.done():  # whose connection is gone
                    is_safe.set_result(is_decided and are_safe)
        self._at_work = None

    async def _is_decided(self, number: int, raw: dict[str, Any], came_at: float) -> bool:
        if self._does_disk_fail:  # the others of this moment would but wait for it, too
            return False
        try:
            await self._decide(number, raw, came_at)
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
