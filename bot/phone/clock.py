"""The phone's time: it runs as usual, and can be moved forward through everything that falls due on the way.

A move takes no short cut. It stops at each moment at which something falls due, waits until that stands in the chats, and
then goes on: in an hour that is moved, the bot does all that it would do in an hour. A session that nobody touches plays
beat by beat to its end or to where it waits for somebody. A move makes nothing late, unlike a downtime.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Protocol

from bot.phone.given.parameters import Json
from bot.phone.state.telegram import Telegram

Until = Callable[[Callable[[], bool], float], Awaitable[bool]]
"""Waits for a condition, at most so many seconds."""

FARTHEST = timedelta(days=400)
"""In one move."""

PATIENCE = 20.0
"""Seconds that the bot is given to hear what people did, and to send what is due."""


class MovingClock:
    """It is ahead of the real clock by as much as it was moved. It is never moved back."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real, self._ahead = real, timedelta()

    def __call__(self) -> datetime:
        return self._real() + self._ahead

    def seconds(self) -> float:
        """Only goes forward, and takes part in the moves."""
        return monotonic() + self._ahead.total_seconds()

    def move_to(self, moment: datetime) -> None:
        self._ahead = max(self._ahead, moment - self._real())


class HeededBell(Protocol):
    """The bot's side of a move: its next moment, and its ringing."""

    def due(self) -> datetime | None: ...

    async def ring(self) -> None:
        """Returns when everything that is due by now stands in the chats."""


class NoBell:
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
        """Raises LookupError if nothing is due, now or later."""
        due = self.next_due()
        if due is None:
            raise LookupError("nothing is due: the bot waits for somebody to do something")
        await self.comes_to(max(due, self.clock()))

    async def comes_to(self, moment: datetime) -> None:
        """Returns when everything that became due has been sent.

        Raises ValueError for the past and for too far ahead, and TimeoutError if the bot does not get on: then the time
        stays where it got to.
        """
        async with self._moving:
            if not timedelta() <= moment - self.clock() <= FARTHEST:
                raise ValueError(f"time only goes forward, {FARTHEST.days} days at most")
            await self._catch_up()
            while (due := self.next_due()) is not None and due <= moment:
                await self._stand_at(due)
                if self.next_due() == due:  # the bell did not ring, so the time goes on without it
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
