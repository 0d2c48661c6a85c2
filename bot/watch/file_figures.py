"""Reads figures from the bot's file as `unhunch doctor` does, in a thread, so that nobody waits for them."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.coach.doctor.examination import examine
from bot.coach.doctor.health import Health
from bot.store.database import look_into
from bot.store.surroundings import Sizes, sizes, without_looking_through

HOLD, TIMES = 10.0, 50
"""Figures hold for ten seconds, or for fifty times as long as reading them took: however often they are asked for, that takes a fiftieth of
a core at most."""

AT_MOST = 3.0
"""Seconds to wait for new figures; then the old ones are told."""


@dataclass(frozen=True, slots=True)
class FileFigures:
    """`health`: None if the file can't be read."""

    health: Health | None
    sizes: Sizes


class FileReader:
    def __init__(self, database: Path, clock: Callable[[], datetime], per_second: float) -> None:
        self._database, self._clock, self._per_second = database, clock, per_second
        self._reading: asyncio.Task[FileFigures] | None = None
        self._good_until = 0.0
        self._last: FileFigures | None = None

    async def figures(self) -> FileFigures | None:
        """None while the first reading takes too long."""
        if self._last and time.monotonic() < self._good_until:
            return self._last
        if self._reading is None:
            self._reading = asyncio.create_task(asyncio.to_thread(self._read))
            self._reading.add_done_callback(partial(self._keep, time.monotonic()))
        await asyncio.wait([self._reading], timeout=AT_MOST)
        return self._last

    def _keep(self, began: float, reading: "asyncio.Task[FileFigures]") -> None:
        self._reading = None
        if not reading.cancelled() and not reading.exception():
            now = time.monotonic()
            self._last, self._good_until = reading.result(), now + max(HOLD, TIMES * (now - began))

    def _read(self) -> FileFigures:
        """Runs in a thread. Leaves out what can't be read."""
        try:
            store = look_into(self._database, bot=0)
        except Exception:  # noqa: BLE001 - whatever is wrong with the file, health tells; here it has no figures
            return FileFigures(None, sizes(self._database))
        try:
            around = without_looking_through(self._database)
            return FileFigures(
                examine(store, around, self._clock(), self._per_second, ""), sizes(self._database)
            )
        finally:
            store.close()
