"""Knocks twice a second, and whenever the time is moved: what has come due is asked of the coach and shown."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram.ext import ContextTypes, JobQueue

from bot.chat.outgoing.lanes import Lane
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.reminder_lane import ReminderPuller
from bot.coach.coach import Coach
from bot.coach.mishaps import where_it_failed

log = logging.getLogger(__name__)

KNOCK_EVERY = 0.5
"""Seconds between two knocks: how late a beat can end for the clock's sake."""


def start_knocks(
    jobs: "JobQueue[ContextTypes.DEFAULT_TYPE]",
    coach: Coach,
    messenger: Messenger,
    clock: Callable[[], datetime],
    every: float = KNOCK_EVERY,
) -> None:
    async def knock(_: ContextTypes.DEFAULT_TYPE) -> None:
        await show_what_is_due(coach, messenger, clock())

    # Its default grace of one second would silently drop a knock that comes late.
    jobs.run_repeating(
        knock,
        every,
        first=0.01,
        job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )


async def show_what_is_due(coach: Coach, messenger: Messenger, now: datetime) -> None:
    """Show everything that is due. A failure is told, and ends this knock only."""
    try:
        for reply in coach.ring(now):
            messenger.show(reply, Lane.SESSION)
            await asyncio.sleep(0)  # when hundreds ring at once, taps still get their turn
    except Exception as error:  # noqa: BLE001 - whatever goes wrong
        log.error("a knock failed; the next one comes: %s", where_it_failed(error))  # noqa: TRY400 - see there


@dataclass(frozen=True, slots=True)
class Bell:
    """For whoever moves the time: they see what is due next, and wait until what is due has been sent."""

    coach: Coach
    messenger: Messenger
    puller: ReminderPuller
    clock: Callable[[], datetime]

    def due(self) -> datetime | None:
        return self.coach.next_due()

    async def ring(self) -> None:
        await show_what_is_due(self.coach, self.messenger, self.clock())
        await self.puller.knock()
        await self.messenger.drain()
