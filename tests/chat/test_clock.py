"""The knock: everything that is due is shown, late or not, and nothing that fails ends it."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import pytest

from bot.chat import knocks
from bot.coach.coach import Coach
from bot.coach.news import Reply
from bot.phone.state.persons import PhoneUser
from tests.chat.world import TEXT, World, owe


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


@dataclass
class Pulling:
    """The first knock fails."""

    knocks: int = 0

    def knock(self) -> None:
        self.knocks += 1
        if self.knocks == 1:
            raise ZeroDivisionError


async def test_a_knock_that_fails_or_comes_late_does_not_stop_the_next(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture
) -> None:
    coach = Ringing(world, [ana])
    ticks: list[str] = []
    puller: Any = Pulling()
    quiet: Any = Pulling(knocks=1)
    bell = knocks.Bell(cast("Coach", coach), world.messenger, puller, quiet, world.clock)
    knocking = knocks.start_knocks(bell, 0.02, ticks.append)
    await world.phone.until(lambda: ana.sees.text == TEXT.text and puller.knocks > 2)
    assert caplog.text.count("a knock failed") == 2, "one of the sessions, and one of the reminders"
    time.sleep(0.3)  # noqa: ASYNC251 - the loop is blocked for several knocks
    so_far = len(coach.knocks), puller.knocks
    await world.phone.until(lambda: len(coach.knocks) > so_far[0] + 1 and puller.knocks > so_far[1] + 1)
    assert set(ticks) == {"beats"}
    assert 0 < len(ticks) < len(coach.knocks), "the one that failed is no tick"
    for task in knocking:
        task.cancel()
    ended = await asyncio.gather(*knocking, return_exceptions=True)
    assert all(isinstance(end, asyncio.CancelledError) for end in ended)


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
