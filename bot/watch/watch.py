"""Keeps the supervisor and the heartbeat informed, from the loop that does all the bot's work."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from bot.watch.condition import Condition
from bot.watch.heartbeat import EVERY, Heartbeat
from bot.watch.supervisor import Supervisor
from bot.watch.ticks import Ticks

OFTEN = 3
"""Signs in the time that the supervisor waits for one, so that two may be late."""

STATUS_EVERY = 20.0
"""Seconds between two words on how it goes, if no watchdog asks for more."""

STUCK = 60.0
"""Seconds without a tick after which it says so."""

SOON = 1.0
"""Seconds until a word that was not taken is said again."""


class Server(Protocol):
    async def open(self) -> None: ...
    async def close(self) -> None: ...


class Watch:
    """`address`: of the supervisor's socket. `within`: seconds after which it takes a silent bot for frozen; None: never. `url`, `every`:
    of the heartbeat, in seconds. `server`: to be set before the start.
    """

    def __init__(
        self, address: str = "", within: float | None = None, url: str | None = None, every: float = EVERY
    ) -> None:
        self.ticks = Ticks()
        self.condition = Condition(self.ticks)
        self.server: Server | None = None
        self.supervisor = Supervisor(address)
        self._within = within
        self._heart = Heartbeat(url, self.ticks, every)
        self._tasks: list[asyncio.Task[None]] = []

    @asynccontextmanager
    async def over(self) -> AsyncIterator[None]:
        """Lasts from the start to the end, and tells a failure as one. Raises OSError if the server can't open."""
        self._tasks.append(asyncio.create_task(self._heart.begin()))
        try:
            if self.server:
                await self.server.open()
            yield
        except Exception:
            await self._rest()
            await self._heart.fail()
            raise
        finally:
            self.stops()
            await self._rest()
            if self.server:
                await self.server.close()

    def begin(self, is_silenced: Callable[[], bool]) -> None:
        self.condition.is_silenced = is_silenced
        self._tasks.append(asyncio.create_task(self._heart.go_on(is_silenced)))
        if self.supervisor.listens:
            self._tasks.append(asyncio.create_task(self._attend()))

    def stops(self) -> None:
        self.condition.is_ending = True
        self.supervisor.tell("STOPPING=1", "STATUS=Finishing what is being sent")

    async def _attend(self) -> None:
        """Runs in the bot's own loop: a thread would go on when the loop does not."""
        pause = self._within / OFTEN if self._within else STATUS_EVERY
        is_ready = False
        while True:
            signs = ["WATCHDOG=1"] if self._within else []
            if not is_ready:
                signs.insert(0, "READY=1")
            is_ready = self.supervisor.tell(*signs, f"STATUS={self._status()}") or is_ready
            await asyncio.sleep(pause if is_ready else min(pause, SOON))

    def _status(self) -> str:
        age = self.ticks.age()
        if age is None:
            return "Waiting for Telegram"
        return f"No reminder could be looked for in the last {age:.0f} s" if age > STUCK else "Serving"

    async def _rest(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
