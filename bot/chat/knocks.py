"""Knocks twice a second, and whenever the time is moved: asks the coach what has come due, and has it shown."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.chat.outgoing.broadcast_lane import BroadcastLane
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.reminder_lane import ReminderPuller, Ticked, nobody_asks
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.coach import Coach
from bot.coach.mishaps import OnceAMinute

log = logging.getLogger(__name__)

KNOCK_EVERY = 0.5
"""Seconds between two knocks, and so the most by which the clock ends a beat late."""


async def keep_knocking(knock: Callable[[], Awaitable[None]], every: float = KNOCK_EVERY) -> None:
    """Goes by the monotonic clock, so no step of the wall clock holds it up. Never raises."""
    told = OnceAMinute(log)
    while True:
        try:
            await knock()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            told.tell("a knock failed; the next one comes", error)
        await asyncio.sleep(every)


async def show_what_is_due(coach: Coach, messenger: Messenger, now: datetime) -> bool:
    try:
        messenger.draw_put_off()
        for reply in coach.ring(now):
            messenger.show(reply, Lane.SESSION)
            await asyncio.sleep(0)  # when hundreds ring at once, taps still get their turn
    except Exception as error:  # noqa: BLE001 - whatever goes wrong
        messenger.told.tell("a knock failed; the next one comes", error)
        return False
    return True


@dataclass(frozen=True, slots=True)
class Bell:
    """For code that moves the time: it sees what is due next, and waits until that has been sent."""

    coach: Coach
    messenger: Messenger
    puller: ReminderPuller
    broadcasts: BroadcastLane
    clock: Callable[[], datetime]

    def due(self) -> datetime | None:
        return self.coach.next_due()

    async def ring(self) -> None:
        await show_what_is_due(self.coach, self.messenger, self.clock())
        await self.puller.knock()
        await self.broadcasts.knock()
        await self.broadcasts.drain()
        await self.messenger.drain()


def start_knocks(
    bell: Bell, every: float = KNOCK_EVERY, ticked: Ticked = nobody_asks
) -> list[asyncio.Task[None]]:
    """Two tasks, so that hundreds of sessions that ring do not hold up reminders. `ticked`: called after each look that
    went well; the reminder puller calls its own.
    """

    async def show() -> None:
        if await show_what_is_due(bell.coach, bell.messenger, bell.clock()):
            ticked("beats")

    async def pull() -> None:
        bell.puller.knock()
        bell.broadcasts.knock()

    return [asyncio.create_task(keep_knocking(knock, every)) for knock in (show, pull)]
