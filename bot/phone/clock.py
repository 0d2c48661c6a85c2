"""The phone's time: it runs like everybody's, and can be moved forward with all that falls due on the way.

A move takes no short cut. It stops at each moment at which something falls due, waits until that stands in the chats, and
only then goes on: so an hour that is moved is an hour in which the bot was there. A session that nobody touches plays
beat by beat to its end or to where it waits for somebody; what comes late, as after a downtime, never comes of a move.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Protocol

from bot.phone.given.parameters import Json
from bot.phone.state.telegram import Telegram

Until = Callable[[Callable[[], bool], float], Awaitable[bool]]
"""Waits for a condition, so many seconds at most."""

FARTHEST = timedelta(days=400)
"""In one move."""

PATIENCE = 20.0
"""Seconds the bot is given to hear what people did, and to send what is due."""


class MovingClock:
    """As far ahead of the real one as it was moved, never back."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real, self._ahead = real, timedelta()

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    def seconds(self) -> float:
        """For paces: goes only forward, and takes part in the moves."""
        return monotonic() + self._ahead.total_seconds()

    def move_to(self, moment: datetime) -> None:
        self._ahead = max(self._ahead, moment - self._real())


class HeededBell(Protocol):
    """What the bot tells whoever moves the time."""

    def due(self) -> datetime | None:
        """The moment at which it would ring next, as things stand."""

    async def ring(self) -> None:
        """Returns when all that is due by now stands in the chats."""


class NoBell:
    """Of a bot that has told of none: for it, time just passes."""

    def due(self) -> None:
        return None

    async def ring(self) -> None:
        return


class Time:
    def __init__(self, clock: MovingClock, telegram: Telegram, until: Until) -> None:
        self.clock = clock
        self.bell: HeededBell = NoBell()
        self._telegram, self._until = telegram, until
        self._moving = asyncio.Lock()

    def heeds(self, bell: HeededBell) -> None:
        self.bell = bell

    def next_due(self) -> datetime | None:
        return self.bell.due()

    async def passes(self, time: timedelta) -> None:
        await self.comes_to(self.clock() + time)

    async def comes_to_next_due(self) -> None:
        """Raises LookupError when nothing is due, now or later."""
        due = self.next_due()
        if due is None:
            raise LookupError("nothing is due: the bot waits for somebody to do something")
        await self.comes_to(max(due, self.clock()))

    async def comes_to(self, moment: datetime) -> None:
        """Returns when all that became due has been sent. Raises ValueError for the past and for what is too far, and
        TimeoutError when the bot does not get on; the time then stands where it got to."""
        async with self._moving:
            if not timedelta() <= moment - self.clock() <= FARTHEST:
                raise ValueError(f"time only goes forward, {FARTHEST.days} days at most")
            await self._catch_up()
            while (due := self.next_due()) is not None and due <= moment:
                await self._stand_at(due)
                if self.next_due() == due:  # it would not ring: the time does not stand still for it
                    break
            await self._stand_at(moment)

    async def _catch_up(self) -> None:
        """What people did before the move belongs to the time before it."""
        if not isinstance(self.bell, NoBell):
            async with asyncio.timeout(PATIENCE):
                await self._until(lambda: not len(self._telegram.updates), 2 * PATIENCE)
        await self._ring()

    async def _stand_at(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        self._telegram.tell(0, "clock", {"now": self.clock().timestamp()})
        await self._ring()

    async def _ring(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.bell.ring()


def clock_json(time: Time) -> Json:
    due = time.next_due()
    return {"now": time.clock().timestamp(), "due": due.timestamp() if due else None}


async def move_time(time: Time, told: Json) -> Json:
    """As the page asks for it: by "seconds", to a "moment", or to what is due next."""
    match told:
        case {"seconds": int() | float() as seconds}:
            await time.passes(timedelta(seconds=seconds))
        case {"moment": int() | float() as moment}:
            await time.comes_to(datetime.fromtimestamp(moment, UTC))
        case {"due": True}:
            await time.comes_to_next_due()
        case _:
            raise ValueError("seconds, a moment or what is due is expected")
    return clock_json(time)
