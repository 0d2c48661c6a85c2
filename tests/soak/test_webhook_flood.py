"""Floods at the webhook by somebody who does not know its secret, while people tap: nothing is lost, and what it costs them."""

import asyncio
import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from statistics import median, quantiles

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.store.database import open_store
from tests.meaning import buttons
from tests.whole.machine import Machine
from tests.whole.running import BOT, TOKEN

SECONDS = 20.0
TAPPERS, PAUSE = 20, 0.5
HANDS, AT_ONCE = 50, 10
"""Connections of the flood, and how many requests go over one before the answers are read."""

WRONG = (
    b"POST /unhunch HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: " + b"0" * 64
    + b"\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n" + b"{" + b" " * 498 + b"}"
)  # fmt: skip


async def _knock(port: int, per_second: float, knocks: "Synchronized[int]") -> None:
    """Until ended, over one connection that is made anew whenever it is closed."""
    while True:
        with suppress(OSError, asyncio.IncompleteReadError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            while True:
                writer.write(WRONG * AT_ONCE)
                for _ in range(AT_ONCE):
                    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 403")
                with knocks.get_lock():
                    knocks.value += AT_ONCE
                await asyncio.sleep(HANDS * AT_ONCE / per_second)


def _flood(port: int, per_second: float, knocks: "Synchronized[int]") -> None:
    async def all_hands() -> None:
        await asyncio.gather(*(_knock(port, per_second, knocks) for _ in range(HANDS)))

    asyncio.run(all_hands())


@contextmanager
def flooded(port: int, per_second: float) -> Iterator["Synchronized[int]"]:
    """How many were turned away."""
    spawning = multiprocessing.get_context("spawn")
    knocks = spawning.Value("i", 0)
    process = spawning.Process(target=_flood, args=(port, per_second, knocks), daemon=True)
    if per_second:
        process.start()
    try:
        yield knocks
    finally:
        if per_second:
            process.terminate()
            process.join()


@dataclass
class Tapping:
    phone: Phone
    after: list[float] = field(default_factory=list)
    updates: list[int] = field(default_factory=list)

    async def taps(self, person: PhoneUser, end: float) -> None:
        while time.monotonic() < end:
            await self.phone.until(lambda: person.sees.labels)
            began = time.monotonic()
            self.updates.append(person.taps_data(next(buttons(person.sees))[1]).update)
            await self.phone.until(lambda: not person.unanswered)
            self.after.append(time.monotonic() - began)
            await asyncio.sleep(PAUSE)

    def told(self) -> str:
        return f"answered after {1000 * median(self.after):.0f} ms, 99th of 100 {1000 * quantiles(self.after, n=100)[98]:.0f} ms"


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.soak
async def test_a_flood_without_the_secret_while_people_tap(tmp_path: Path) -> None:
    async with Phone(token=TOKEN, floods=Floods.off(), local=True) as phone:
        machine = Machine(phone, tmp_path / "f.sqlite3", besides={"UNHUNCH_LOG_LEVEL": "WARNING"})
        people = [phone.person(number, f"Ana {number}") for number in range(7, 7 + TAPPERS)]
        await machine.starts()
        assert machine.process
        for person in people:
            person.says("/help")
        await phone.until(lambda: all(person.sees.labels for person in people))
        every: list[int] = []
        for per_second in (0, 500, 2000, 100_000):
            tapping, spent = Tapping(phone), cpu_seconds(machine.process.pid)
            with flooded(machine.place.port, per_second) as knocks:
                end = time.monotonic() + SECONDS
                await asyncio.gather(*(tapping.taps(person, end) for person in people))
            spent = cpu_seconds(machine.process.pid) - spent
            print(
                f"flood of {knocks.value / SECONDS:,.0f}/s: {len(tapping.after)} taps {tapping.told()},"
                f" {spent / SECONDS:.0%} of a core",
                flush=True,
            )
            every += tapping.updates
        await machine.is_stopped()
        store = open_store(machine.database, BOT)
        assert all(store.updates.has_counted(update) for update in every)
        store.close()
