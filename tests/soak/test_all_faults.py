"""All that can go wrong at once, for ten minutes: nothing lost, nobody silenced who did not block, few told twice."""

import asyncio
import json
import os
import random
import resource
import sys
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.telegram import Change
from bot.store.database import open_store
from bot.store.reminders.deliveries import State
from tests.whole.machine import ROOT, SECRET
from tests.whole.running import BOT, TOKEN
from tests.whole.subscribing import on_the_phone, subscribe
from tests.whole.test_clock_steps import LIBRARY, Board
from tests.whole.test_sending_killed import is_unsteady

SUBSCRIBERS, MINUTES = 2000, 10
BLOCKED = SUBSCRIBERS * 3 // 100

STILL = 30 * 60.0
"""Seconds in which all that the last fault has put off must have come."""

STEPS = [timedelta(seconds=seconds) for seconds in (3600, -3600, 86_400, -86_400, 45, -45, 31_536_000, 10)]
GARBAGE: list[object] = [None, {"a": 1}, ["x", 7, None, True], [{"update_id": 2**70}], [{"message": {}}], "7"]
TOO_DEEP = b'{"ok":true,"result":' + b"[" * 5000


@dataclass
class Rough(Board):
    """A machine that writes its log into a file, whose disk can be full, and on which a second copy is started."""

    log: Path = field(default_factory=Path)

    async def starts(self) -> None:
        """Until it asks who it is: by then it holds the lock, and a second copy is the second. Or until it has ended again."""
        asked = self._times_asked()
        process = self.process = await self._run()
        await self.phone.until(lambda: self._times_asked() > asked or process.returncode is not None)

    def _times_asked(self) -> int:
        return sum(call.method == "getMe" for call in self.phone.calls)

    async def _run(self) -> asyncio.subprocess.Process:
        settings = {
            "UNHUNCH_TOKEN": TOKEN,
            "UNHUNCH_API_ROOT": self.phone.address,
            "UNHUNCH_DATABASE": str(self.database),
            "UNHUNCH_MESSAGES_PER_SECOND": "1000",
        }
        theirs = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
        environment = theirs | settings | self.besides
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment, stderr=log
            )

    async def is_killed(self) -> None:
        assert self.process
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    @property
    def has_ended(self) -> bool:
        """By itself: as when the disk is full while it starts. Then the unit starts it again, after exit code 1 only."""
        assert self.process
        assert self.process.returncode in {None, 1, -9}
        return self.process.returncode == 1

    async def tries_a_second_copy(self) -> int:
        """How that one ends."""
        second = await self._run()
        return await asyncio.wait_for(second.wait(), 180)

    async def has_a_full_disk(self, seconds: float) -> None:
        """No file may grow beyond a page: the process is told so as of a disk that is full."""
        assert self.process
        pid = self.process.pid
        with suppress(ProcessLookupError):
            was = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, was[1]))
            await asyncio.sleep(seconds)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, was)


@dataclass
class Storm:
    phone: Phone
    machine: Rough
    rnd: random.Random
    ends: float
    arrived: Counter[int] = field(default_factory=Counter)
    happened: Counter[str] = field(default_factory=Counter)
    in_flight: int = 0
    changing: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Or the second copy would be the first."""

    def __call__(self, change: Change) -> None:
        if change.kind == "message":
            self.arrived[change.chat] += 1

    async def comes_after(self, least: float, most: float) -> bool:
        """Whether the storm still lasts then."""
        await asyncio.sleep(self.rnd.uniform(least, most))
        return time.monotonic() < self.ends

    async def kills(self) -> None:
        while await self.comes_after(25, 45):
            async with self.changing:
                await self.machine.is_killed()
                self.look_at_the_wreck()
                await self.machine.starts()
            self.happened["killed"] += 1

    def look_at_the_wreck(self) -> None:
        """Sends that Telegram had carried out and the bot had not noted."""
        wreck = open_store(self.machine.database, BOT)
        self.in_flight += sum(bool(self.arrived[one.person]) for one in wreck.deliveries.pending())
        wreck.close()

    async def unit(self) -> None:
        """Starts what has ended by itself, as systemd does."""
        while await self.comes_after(2, 5):
            async with self.changing:
                if self.machine.has_ended:
                    await self.machine.starts()
                    self.happened["started again by the unit"] += 1

    async def clock_steps(self) -> None:
        while await self.comes_after(5, 15):
            self.machine.is_set(self.rnd.choice(STEPS))
            await asyncio.sleep(self.rnd.uniform(5, 25))
            self.machine.is_set(timedelta())
            self.happened["clock set, and right again"] += 1

    async def proxy_pages(self) -> None:
        while await self.comes_after(20, 40):
            self.phone.faults.clear()
            self.phone.faults.page(status=self.rnd.choice((200, 401, 403, 404, 502)), times=None)
            await asyncio.sleep(9)
            self.phone.faults.clear()
            is_unsteady(self.phone, self.rnd)
            self.happened["proxy's pages for 9 s"] += 1

    async def garbage(self) -> None:
        while await self.comes_after(3, 9):
            deep = self.rnd.random() < 0.15
            body = TOO_DEEP if deep else json.dumps({"ok": True, "result": self.rnd.choice(GARBAGE)}).encode()
            self.phone.faults.answer("getUpdates", body)
            self.happened["garbage for updates"] += 1

    async def second_copies(self) -> None:
        while await self.comes_after(40, 70):
            async with self.changing:
                code = await self.machine.tries_a_second_copy()
            self.happened[f"second copy, ends with {code}"] += 1

    async def full_disks(self) -> None:
        while await self.comes_after(60, 100):
            await self.machine.has_a_full_disk(10)
            self.happened["disk full for 10 s"] += 1

    async def dropped_connections(self) -> None:
        while await self.comes_after(15, 40):
            self.phone.faults.drop("getUpdates", before=False, times=2)
            self.happened["updates lost on the way"] += 1

    async def rages(self) -> None:
        is_unsteady(self.phone, self.rnd)
        faults: list[Callable[[], Awaitable[None]]] = [
            self.kills,
            self.unit,
            self.clock_steps,
            self.proxy_pages,
            self.garbage,
            self.second_copies,
            self.full_disks,
            self.dropped_connections,
        ]
        await asyncio.gather(*(fault() for fault in faults))
        self.phone.faults.clear()
        if self.machine.has_ended:
            await self.machine.starts()


def with_a_clock_of_its_own(stamp: Path) -> dict[str, str]:
    """What stands in the environment of a process whose wall clock is set by what stands in `stamp`."""
    return {
        "LD_PRELOAD": str(LIBRARY),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_TIMESTAMP_FILE": str(stamp),
        "NO_FAKE_STAT": "1",
    }


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Rough]:
    if LIBRARY is None:
        pytest.skip("libfaketime is not there")
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        rough = Rough(phone, tmp_path / "rough.sqlite3", stamp=tmp_path / "clock", log=tmp_path / "log")
        rough.besides = with_a_clock_of_its_own(rough.stamp)
        rough.is_set(timedelta())
        yield rough
        if rough.process and rough.process.returncode is None:
            rough.process.kill()
            await rough.process.wait()


def due_minute_by_minute(database: Path) -> None:
    """As many each minute, so that whatever breaks, somebody waits."""
    store, begin = open_store(database, BOT), datetime.now(UTC).replace(second=0, microsecond=0)
    each = SUBSCRIBERS // MINUTES
    for minute in range(MINUTES):
        due = begin + timedelta(minutes=minute + 1)
        people = range(1 + minute * each, 1 + (minute + 1) * each)
        subscribe(store, people, due - timedelta(minutes=1), at=due.time())
    store.close()


@pytest.mark.soak
async def test_nobody_is_forgotten_or_silenced_whatever_happens_at_once(machine: Rough) -> None:
    phone, rnd = machine.phone, random.Random(7)
    people = range(1, SUBSCRIBERS + 1)
    on_the_phone(phone, people)
    blocked = set(rnd.sample(people, BLOCKED))
    for number in blocked:
        phone.telegram.chats[number].membership = "kicked"
    due_minute_by_minute(machine.database)
    storm = Storm(phone, machine, rnd, time.monotonic() + 60 * MINUTES)
    phone.changed.append(storm)
    phone.telegram.record.calls = deque()  # all of them, to count what was dropped
    await machine.starts()
    await storm.rages()
    began = time.monotonic()
    with machine.store() as store:

        def is_all_done() -> bool:
            return len(storm.arrived) >= SUBSCRIBERS - BLOCKED and not store.deliveries.pending()

        with suppress(AssertionError):
            await phone.until(is_all_done, seconds=STILL)
        counts = store.deliveries.count_by_state(datetime.now(UTC) - timedelta(days=1))
        lost = {row[0] for row in store.db.execute("select chat from chats where lost_at is not null")}
    dropped = sum(call.by_fault and call.status == 0 for call in phone.calls)
    twice = sum(count - 1 for count in storm.arrived.values())
    print(dict(storm.happened))
    print(
        f"{len(storm.arrived)} of {SUBSCRIBERS - BLOCKED} reached, the last {time.monotonic() - began:.0f} s after the storm;"
        f" {twice} twice ({storm.in_flight} in flight at the kills, {dropped} dropped); {counts};"
        f" lost: {len(lost)} ({len(lost - blocked)} wrongly); log: {machine.log.stat().st_size} bytes"
    )
    assert set(storm.arrived) == set(people) - blocked
    assert not lost - blocked
    assert not counts.get(State.MISSED)
    assert not counts.get(State.FAILED)
    assert twice <= storm.in_flight + dropped
    said = machine.log.read_text(errors="replace")
    assert SECRET not in said
    assert "Traceback" not in said
    await machine.is_killed()
