"""Anything that can come as an update: the bot stays, its log holds no traceback, its file nobody who is nobody."""

import gc
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.incoming import setbacks
from bot.phone.phone import Phone
from bot.store.database import Store
from tests.whole.odd_updates import GROUPS, PEOPLE, as_bytes, odd_update, user
from tests.whole.running import TIRELESS, HandClock, bot_on
from tests.whole.subscribing import on_the_phone

BO = 55
A_BATCH = 100
GROWS = 8.0
"""MB from the 30,000th to the 100,000th. Caches with a bound still fill up: most of it is what routines become for one kind of person,
of which 2,048 are kept. After the 70,000th nothing grows.
"""


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setbacks, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(setbacks, "LONGEST_PAUSE", 0.01)


@dataclass
class Stream:
    """Feeds the bot with answers to its question for updates, and waits until it has asked again and sent all."""

    phone: Phone
    clock: HandClock
    store: Store
    numbers: Iterator[int] = field(default_factory=lambda: count(10_000))

    async def bring(self, *bodies: bytes) -> None:
        for body in bodies:
            self.phone.faults.answer("getUpdates", body)
        self.phone.calls.clear()
        self.phone.sends_raw({"poll": {}})  # which ends the question that is waiting
        await self.phone.until(lambda: len(self._asked()) > len(bodies))
        self.clock.passes(5)

    async def bring_odd(self, chance: Random, size: int) -> None:
        batch = [odd_update(chance, next(self.numbers)) for _ in range(size)]
        await self.bring(as_bytes(chance, batch))

    async def still_hears(self) -> None:
        """Bo, who has done nothing strange, and whose own updates have come late."""
        hello = {
            "message_id": 5,
            "date": 1,
            "from": user(BO),
            "chat": {"id": BO, "type": "private"},
            "text": "/help",
        }
        bo = self.phone.person(BO, "Bo")
        shown = bo.sees.id
        await self.bring(as_bytes(Random(0), [{"update_id": next(self.numbers), "message": hello}]))
        await self.phone.until(lambda: "I lead you" in bo.sees.text and bo.sees.id != shown)

    def _asked(self) -> list[object]:
        return [call for call in self.phone.calls if call.method == "getUpdates"]


@asynccontextmanager
async def streaming(phone: Phone, clock: HandClock, database: Path) -> AsyncIterator[Stream]:
    on_the_phone(phone, [*PEOPLE, BO])
    for group in GROUPS:
        phone.group(group).adds_bot(by=phone.person(PEOPLE[0]))
    async with bot_on(phone, database, clock, per_person=TIRELESS) as store:
        await phone.until(lambda: any(call.method == "getUpdates" for call in phone.calls))
        yield Stream(phone, clock, store)


@pytest.fixture
async def stream(phone: Phone, clock: HandClock, tmp_path: Path) -> AsyncIterator[Stream]:
    async with streaming(phone, clock, tmp_path / "odd.sqlite3") as stream:
        yield stream
        await stream.still_hears()


def check(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    people = {row[0] for row in store.db.execute("select id from people")}
    chats = {row[0] for row in store.db.execute("select chat from chats")}
    assert people <= {*PEOPLE, BO}
    assert chats <= {*PEOPLE, *GROUPS, BO, -1}  # which might be a group's
    told = [record.getMessage() for record in caplog.records]
    assert [line for line in told if "Traceback" in line or 'File "' in line] == []
    assert not [record for record in caplog.records if record.exc_info]
    assert "failing" not in caplog.text


async def test_fifteen_hundred_odd_updates(stream: Stream, caplog: pytest.LogCaptureFixture) -> None:
    chance = Random(10)
    for _ in range(15):
        await stream.bring_odd(chance, A_BATCH)
    assert stream.store.updates.put_aside_count() > 100
    check(stream.store, caplog)


@settings(
    max_examples=20,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(answers=st.lists(st.binary(max_size=200) | st.randoms(use_true_random=False), min_size=1, max_size=3))
async def test_answers_that_hypothesis_thinks_of(
    stream: Stream, caplog: pytest.LogCaptureFixture, answers: list[bytes | Random]
) -> None:
    await stream.bring(*(each if isinstance(each, bytes) else _odd(each, stream) for each in answers))
    check(stream.store, caplog)


def _odd(chance: Random, stream: Stream) -> bytes:
    return as_bytes(chance, [odd_update(chance, next(stream.numbers)) for _ in range(chance.randrange(8))])


@pytest.mark.soak
async def test_a_hundred_thousand_odd_updates(stream: Stream, caplog: pytest.LogCaptureFixture) -> None:
    chance, began, sizes = Random(11), time.process_time(), []
    for number in range(1, 1001):
        await stream.bring_odd(chance, A_BATCH)
        if number % 100 == 0:
            await stream.still_hears()
            check(stream.store, caplog)
            caplog.clear()
            sizes.append(resident_size(stream.phone))
            aside, spent = stream.store.updates.put_aside_count(), time.process_time() - began
            print(
                f"{number}00 updates: {aside:,} put aside, {sizes[-1]} MB, {spent:.0f} s of processor time",
                flush=True,
            )
    assert sizes[-1] - sizes[2] < GROWS


def resident_size(phone: Phone) -> float:
    """MB, without what the phone remembers of its chats, which grows by its nature."""
    for chat in phone.telegram.chats.values():
        for message in [*chat.messages.values()][:-50]:
            phone.telegram.remove(message)
    phone.telegram.toasts.clear()
    phone.telegram.waiting.clear()
    phone.telegram.record.clear()
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGESIZE") / 1e6, 1)
