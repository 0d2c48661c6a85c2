"""The knock: everything that is due is shown, late or not, and nothing that fails ends it."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import pytest
from telegram.ext import ApplicationBuilder

from bot.chat import knocks
from bot.coach.coach import Coach
from bot.coach.news import Reply
from bot.phone.state.persons import PhoneUser
from tests.chat.world import TEXT, TOKEN, World, owe


@dataclass
class Ringing:
    """A coach for whom somebody is always due; its first knock fails."""

    world: World
    who: list[PhoneUser]
    knocks: list[float] = field(default_factory=list)

    def ring(self, now: datetime) -> Iterator[Reply]:  # noqa: ARG002 - as the coach has it
        self.knocks.append(time.monotonic())
        if len(self.knocks) == 1:
            raise ZeroDivisionError
        for person in self.who:
            with self.world.store.transaction():
                owe(self.world.store, person.id, TEXT)
            yield Reply(person.id)


async def test_a_knock_that_fails_or_comes_late_does_not_stop_the_next(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture
) -> None:
    application = ApplicationBuilder().token(TOKEN).updater(None).build()
    assert application.job_queue
    coach = Ringing(world, [ana])
    knocks.start_knocks(application.job_queue, cast("Coach", coach), world.messenger, world.clock, 0.05)
    [job] = application.job_queue.scheduler.get_jobs()
    assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    await application.job_queue.start()
    await world.phone.until(lambda: ana.sees.text == TEXT.text)
    assert "a knock failed" in caplog.text
    time.sleep(0.3)  # noqa: ASYNC251 - the loop is blocked for several knocks
    so_far = len(coach.knocks)
    async with asyncio.timeout(30):
        while len(coach.knocks) < so_far + 2:  # noqa: ASYNC110 - the scheduler tells nobody
            await asyncio.sleep(0.01)
    await application.job_queue.stop()


async def test_taps_get_their_turn_while_hundreds_ring(world: World, ana: PhoneUser) -> None:
    coach: Any = Ringing(world, [ana] * 300, [0.0])
    turns = 0

    async def tap() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    tapping = asyncio.create_task(tap())
    await knocks.show_what_is_due(coach, world.messenger, world.clock())
    tapping.cancel()
    assert turns >= 300
