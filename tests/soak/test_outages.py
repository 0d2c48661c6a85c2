"""A reminder that is due in the midst of an outage, through the real process: when it came, as a table."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.soak.test_all_faults import Rough, with_a_clock_of_its_own
from tests.whole.running import TOKEN
from tests.whole.subscribing import on_the_phone, subscribe
from tests.whole.test_clock_steps import LIBRARY

BEFORE = 5
"""Seconds from the beginning of an outage to when the reminder is due."""

HOUR = timedelta(hours=1)

NO_NAMES = """
import os, socket
_real = socket.getaddrinfo
def _names(*asked, **how):
    if os.path.exists(os.environ["NO_NAMES"]):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    return _real(*asked, **how)
socket.getaddrinfo = _names
"""
"""What makes a process find no name, as long as a file is there."""

Outage = Callable[[Rough], Coroutine[None, None, None]]


async def without_names(machine: Rough) -> None:
    no_names = Path(machine.besides["NO_NAMES"])
    no_names.touch()  # noqa: ASYNC240 - a file of no size
    machine.phone.faults.drop("*", before=True, times=None)  # the connections that are there already
    await asyncio.sleep(20)
    machine.phone.faults.clear()
    await asyncio.sleep(40)
    no_names.unlink()  # noqa: ASYNC240 - as above


async def away(machine: Rough) -> None:
    machine.phone.faults.drop("*", before=True, times=None)
    await asyncio.sleep(600)
    machine.phone.faults.clear()


async def behind_a_proxy(machine: Rough) -> None:
    machine.phone.faults.page(status=403, times=None)
    await asyncio.sleep(60)
    machine.phone.faults.clear()


async def clock_back(machine: Rough) -> None:
    machine.is_set(-HOUR)
    await asyncio.sleep(60)
    machine.is_set(timedelta())


async def clock_forward(machine: Rough) -> None:
    machine.is_set(HOUR)
    await asyncio.sleep(60)
    machine.is_set(timedelta())


OUTAGES: dict[str, tuple[Outage, float]] = {
    "names can't be looked up for a minute": (without_names, 60),
    "Telegram is away for ten minutes": (away, 600),
    "the clock is an hour behind for a minute": (clock_back, 0),
    "the clock is an hour ahead for a minute": (clock_forward, 0),
    "a proxy answers for a minute, in 403s": (behind_a_proxy, 60),
}
"""What happens, and for how many seconds nothing can come."""

SOON = 45.0
"""Seconds after the end of an outage: pauses grow to half a minute, and are stretched by chance."""


@asynccontextmanager
async def line_to_ana(folder: Path) -> AsyncIterator[Rough]:
    """A bot that has started, and Ana, whose reminder is due in half a day."""
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        machine = Rough(phone, folder / "outage.sqlite3", stamp=folder / "clock", log=folder / "log")
        machine.besides = with_a_clock_of_its_own(machine.stamp)
        (folder / "sitecustomize.py").write_text(NO_NAMES, encoding="ascii")
        machine.besides |= {"PYTHONPATH": str(folder), "NO_NAMES": str(folder / "no-names")}
        machine.besides |= {"UNHUNCH_API_ROOT": phone.address.replace("127.0.0.1", "localhost")}
        machine.is_set(timedelta())
        on_the_phone(phone, [1])
        now = datetime.now(UTC)
        with machine.store() as store:
            subscribe(store, [1], now, at=(now + timedelta(hours=12)).time().replace(second=0, microsecond=0))
        await machine.starts()
        try:
            await phone.until(lambda: any(call.method == "getUpdates" for call in phone.calls), 120)
            yield machine
        finally:
            await machine.is_killed()


@pytest.mark.soak
@pytest.mark.parametrize("name", OUTAGES)
async def test_a_reminder_comes_as_soon_as_it_can(name: str, tmp_path: Path) -> None:
    if LIBRARY is None:
        pytest.skip("libfaketime is not there")
    outage, hidden = OUTAGES[name]
    async with line_to_ana(tmp_path) as machine:
        due = datetime.now(UTC) + timedelta(seconds=BEFORE)
        with machine.store() as store:
            [reminder] = store.reminders.of(1)
            store.reminders.move_on(reminder.id, due)
        over = asyncio.create_task(outage(machine))
        await machine.phone.until(lambda: machine.messages_to(1), seconds=hidden + 120)
        after = (datetime.now(UTC) - due).total_seconds()
        await over
        await asyncio.sleep(5)
        says = machine.phone.person(1).sees.text.splitlines()[0]
        print(f"| {name} | {after:.1f} s after it was due | {says} |")
        assert machine.messages_to(1) == 1
        assert after <= max(2.0, hidden - BEFORE + SOON)
