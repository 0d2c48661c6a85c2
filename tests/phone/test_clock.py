"""The time of the phone: it stops wherever something falls due, and goes on when that has been sent."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp
import pytest

from bot.phone import clock as moving
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, HandClock

MINUTE = timedelta(minutes=1)


@dataclass
class Every:
    """A bell that rings at regular times, and takes a little while to send what is due."""

    phone: Phone
    step: timedelta
    at: datetime
    rung: list[datetime] = field(default_factory=list)

    def due(self) -> datetime:
        return self.at

    async def ring(self) -> None:
        await asyncio.sleep(0)
        while self.at <= self.phone.time.clock():
            self.rung.append(self.at)
            self.at += self.step


@pytest.fixture
def bell(phone: Phone, clock: HandClock) -> Every:
    bell = Every(phone, timedelta(seconds=20), clock.now + timedelta(seconds=5))
    phone.time.heeds(bell)
    return bell


async def test_a_move_stops_wherever_something_is_due(phone: Phone, bell: Every, clock: HandClock) -> None:
    stood = []
    with phone.listen() as changes:
        await phone.time.passes(MINUTE)
        while not changes.empty():
            stood.append(changes.get_nowait().data["now"] - clock.now.timestamp())
    assert stood == [5, 25, 45, 60]
    assert [(at - clock.now).total_seconds() for at in bell.rung] == [5, 25, 45]
    assert phone.telegram.clock() == clock.now + MINUTE


async def test_to_what_is_due_next(phone: Phone, bell: Every, clock: HandClock) -> None:
    await phone.time.comes_to_next_due()
    await phone.time.comes_to_next_due()
    assert phone.time.clock() == clock.now + timedelta(seconds=25)
    assert phone.time.next_due() == clock.now + timedelta(seconds=45)


async def test_two_moves_at_once_come_one_after_the_other(
    phone: Phone, bell: Every, clock: HandClock
) -> None:
    await asyncio.gather(phone.time.passes(MINUTE), phone.time.comes_to(clock.now + 2 * MINUTE))
    assert bell.rung == sorted(set(bell.rung))
    assert phone.time.clock() == clock.now + 2 * MINUTE


async def test_time_goes_on_by_itself_from_where_it_was_moved_to(phone: Phone, clock: HandClock) -> None:
    before = phone.time.clock.seconds()
    await phone.time.passes(MINUTE)
    clock.now += MINUTE
    assert phone.telegram.clock() == clock.now + MINUTE
    assert phone.time.clock.seconds() - before >= 60


async def test_what_will_not_ring_does_not_hold_up_the_time(phone: Phone, clock: HandClock) -> None:
    class Stuck(Every):
        async def ring(self) -> None:
            self.rung.append(self.at)

    bell = Stuck(phone, MINUTE, clock.now)
    phone.time.heeds(bell)
    await phone.time.passes(MINUTE)
    assert phone.time.clock() == clock.now + MINUTE


async def test_what_people_did_is_heard_before_the_time_moves(
    phone: Phone, bell: Every, ana: PhoneUser, call: Caller, clock: HandClock
) -> None:
    move = asyncio.create_task(phone.time.passes(timedelta(days=2)))
    # Our own wait is one of the two who are told when something stirs: the other is the move's.
    await phone.until(lambda: len(phone.telegram.stirred) == 2)
    assert phone.time.clock() == clock.now
    (heard,) = (await call("getUpdates")).result
    await call("getUpdates", offset=heard["update_id"] + 1)
    await move
    assert phone.time.clock() == clock.now + timedelta(days=2)


async def test_a_bot_that_does_not_get_on_ends_the_move_where_it_is(
    phone: Phone, bell: Every, ana: PhoneUser, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    monkeypatch.setattr(moving, "PATIENCE", 0.05)
    with pytest.raises(TimeoutError):
        await phone.time.passes(MINUTE)
    assert phone.time.clock() == clock.now


async def test_without_a_bot_there_is_nothing_to_wait_for(
    phone: Phone, ana: PhoneUser, clock: HandClock
) -> None:
    await phone.time.passes(MINUTE)
    assert phone.telegram.clock() == clock.now + MINUTE
    with pytest.raises(LookupError):
        await phone.time.comes_to_next_due()


@pytest.mark.parametrize("days", [-0.001, 401])
async def test_time_goes_neither_back_nor_out_of_sight(phone: Phone, clock: HandClock, days: float) -> None:
    with pytest.raises(ValueError, match="forward"):
        await phone.time.passes(timedelta(days=days))
    assert phone.time.clock() == clock.now


async def test_the_page_moves_the_time(phone: Phone, bell: Every, clock: HandClock) -> None:
    start = clock.now.timestamp()
    async with aiohttp.ClientSession(phone.address, headers={"Origin": phone.address}) as browser:

        async def told(**what: object) -> object:
            async with browser.post("/phone/clock", json=what) as response:
                return await response.json() if response.status == 200 else response.status

        async with browser.get("/phone/clock") as response:
            assert await response.json() == {"now": start, "due": start + 5}
        assert await told(due=True) == {"now": start + 5, "due": start + 25}
        assert await told(seconds=60) == {"now": start + 65, "due": start + 85}
        assert await told(moment=start + 3600) == {"now": start + 3600, "due": start + 3605}
        assert await told(moment=start) == 400
        assert await told(seconds=1e300) == 400
        assert await told(moment=1e300) == 400
        assert await told() == 400
        async with browser.post(
            "/phone/clock", json={"due": True}, headers={"Origin": "http://x"}
        ) as response:
            assert response.status == 403
