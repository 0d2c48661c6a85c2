"""Mornings through the whole bot, with the time moved on: each its message, at its minute, wherever the clocks change."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.reminders.reminder import Nod
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.meaning import offers, taps
from tests.whole.running import TOKEN, HandClock, bot_on
from tests.whole.subscribing import HALF_PAST_EIGHT, on_the_phone, subscribe

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Tehran",
)
SPRING = datetime(2026, 3, 5, 0, 0, tzinfo=UTC)
"""In the 33 days from here the clocks of the first three change, and those of Casablanca."""


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, clock=HandClock(SPRING), floods=Floods.off()) as phone:
        yield phone


@pytest.mark.parametrize("days", [33, pytest.param(365, marks=pytest.mark.soak)])
async def test_each_morning_brings_one_message_at_its_minute(phone: Phone, tmp_path: Path, days: int) -> None:
    people = dict(zip(ZONES, on_the_phone(phone, range(1, len(ZONES) + 1)), strict=True))
    came: dict[str, list[datetime]] = {zone: [] for zone in ZONES}
    async with bot_on(phone, tmp_path / "mornings.sqlite3", phone.time.clock) as store:
        for zone, person in people.items():
            subscribe(store, [person.id], SPRING, zone)
        first = {zone: store.reminders.of(person.id)[0].next_at for zone, person in people.items()}
        await phone.until(phone.time.next_due)
        while any(len(moments) < days for moments in came.values()):
            await phone.time.comes_to_next_due()
            for zone, person in people.items():
                if offers(person.sees, Nod.NOT_TODAY):
                    came[zone].append(phone.time.clock().astimezone(ZoneInfo(zone)))
                    taps(person, Nod.NOT_TODAY)
                    await phone.until(lambda one=person: not offers(one.sees, Nod.NOT_TODAY))  # type: ignore[misc]
    for zone, moments in came.items():
        assert moments[0] == first[zone]
        assert {moment.time() for moment in moments} == {HALF_PAST_EIGHT}, zone
        begin = moments[0].date()
        assert [moment.date() for moment in moments] == [
            begin + timedelta(days=number) for number in range(len(moments))
        ], zone
    assert not phone.refusals


async def test_a_time_that_the_clocks_skip_or_repeat_comes_once(phone: Phone, tmp_path: Path) -> None:
    """New York, 2:30: on 8 March 2026 there is none, and on 1 November there are two."""
    zone, half_past_two = ZoneInfo("America/New_York"), time(2, 30)
    ana = on_the_phone(phone, [7])[0]
    async with bot_on(phone, tmp_path / "nights.sqlite3", phone.time.clock) as store:
        for around in (datetime(2026, 3, 7, 12, tzinfo=UTC), datetime(2026, 10, 31, 12, tzinfo=UTC)):
            phone.time.clock.move_to(around)
            for one in store.reminders.of(ana.id):
                store.reminders.delete(one.id, ana.id)
            subscribe(store, [ana.id], around, zone.key, half_past_two)
            await phone.until(phone.time.next_due)
            phone.calls.clear()
            nights = []
            for _ in range(2):
                await phone.time.comes_to_next_due()
                nights.append(phone.time.clock().astimezone(zone).time())
            assert nights == [time(3, 30) if around.month == 3 else half_past_two, half_past_two]
            assert sum(call.method.startswith("send") for call in phone.calls) == 2
