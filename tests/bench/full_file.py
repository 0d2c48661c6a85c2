"""What the file of very many people costs: a start, cold and warm, memory, doctor, a check and a copy of the file."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.phone.phone import Phone
from bot.phone.state.call_record import ApiCall
from bot.phone.state.floods import Floods
from tests.bench.bare import TOKEN
from tests.bench.bot_process import ROOT, bot_process, keep_content, settings
from tests.bench.lived_in import DAYS, IN_DEBT, ONE_IN_LIVE, come_due, live_in, person

PEOPLE = 1_000_000
DUE = 2000
WARM = 5
LONGEST = 120.0
"""Seconds waited for what is to come."""

SENDS = frozenset({"sendMessage", "sendPhoto", "sendAnimation"})


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process; `cpu` of the processor, up to the first send; and MB."""

    first_poll: float
    first_send: float
    first_reminder: float
    all_sent: float
    cpu: float
    at_first: float
    highest: float


def report(people: int, folder: Path | None = None) -> Iterator[str]:
    """`folder`: where there is room for the file twice; else where temporary files go."""
    with tempfile.TemporaryDirectory(dir=folder) as inside:
        database = Path(inside) / "full.sqlite3"
        built = seconds(lambda: live_in(database, people, datetime.now(UTC)))
        size = database.stat().st_size
        yield f"{people:,} people, {DAYS} days of deliveries: {size / 1e9:.2f} GB, made in {built:.0f} s"
        yield from report_on(database)


def report_on(database: Path) -> Iterator[str]:
    """The figures for a file that is there; it is changed."""
    keep_content()
    yield _started("cold (neither file nor program in memory)", [_start(database, [database, *_program()])])
    yield _started("cold (the file alone)", [_start(database, [database])])
    yield _started("warm", [_start(database, []) for _ in range(WARM)])
    yield f"doctor: {_cold_and_warm(database, lambda: _doctor(database))}"
    yield f"pragma quick_check: {_cold_and_warm(database, lambda: _asked(database, 'pragma quick_check'))}"
    copy = database.with_name("copy.sqlite3")
    yield f"vacuum into: {_cold_and_warm(database, lambda: _copied(database, copy))}, {copy.stat().st_size / 1e9:.2f} GB"
    copy.unlink()


def evict(paths: Iterable[Path]) -> None:
    """What is read of these files next comes from the disk. What another process has mapped may stay."""
    for path in paths:
        if path.is_file():
            opened = os.open(path, os.O_RDONLY)
            os.fsync(opened)
            os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(opened)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _program() -> Iterator[Path]:
    """Python's own files, the libraries', the bot's and its content."""
    for folder in (
        sysconfig.get_path("stdlib"),
        sysconfig.get_path("purelib"),
        ROOT / "bot",
        ROOT / "content",
    ):
        yield from Path(folder).rglob("*")


def _start(database: Path, cold: Iterable[Path]) -> Start:
    return asyncio.run(_start_on_the_phone(database, cold))


async def _start_on_the_phone(database: Path, cold: Iterable[Path]) -> Start:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        for number in come_due(database, DUE, datetime.now(UTC)):
            phone.person(person(number), f"Ana {number}")
            phone.telegram.chats[person(number)].membership = "member"
        await asyncio.to_thread(evict, cold)
        async with bot_process(database, phone.address) as bot:
            await phone.until(lambda: bot.runs() and any(map(_is_send, phone.calls)), LONGEST)
            at_first, cpu = bot.megabytes(), bot.cpu_seconds()
            await phone.until(lambda: len({*filter(_is_reminded, map(_to, phone.calls))}) > DUE // 2, LONGEST)
            await _nothing_more(phone)
            sends = [call for call in phone.calls if _is_send(call)]
            poll = next(call for call in phone.calls if call.method == "getUpdates")
            reminder = next(call for call in sends if _is_reminded(_to(call)))

            def after(call: ApiCall) -> float:
                return (call.at - bot.began).total_seconds()

            highest = bot.megabytes("VmHWM")
            return Start(
                after(poll), after(sends[0]), after(reminder), after(sends[-1]), cpu, at_first, highest
            )


def _is_send(call: ApiCall) -> bool:
    return call.method in SENDS


def _to(call: ApiCall) -> int:
    """The number of the person; 0 for a call to nobody."""
    return (call.chat - person(0)) // (person(1) - person(0)) if call.chat else 0


def _is_reminded(number: int) -> bool:
    """Who gets a reminder, and nothing else."""
    return number > IN_DEBT and number % ONE_IN_LIVE != 0


async def _nothing_more(phone: Phone) -> None:
    """Nothing has been sent for two seconds."""
    count = -1
    while count != (count := sum(map(_is_send, phone.calls))):  # noqa: ASYNC110 - nothing is to come
        await asyncio.sleep(2)


def _started(how: str, starts: list[Start]) -> str:
    sends = [start.first_send for start in starts]
    middle = sorted(starts, key=lambda start: start.first_send)[len(starts) // 2]
    spread = f", {min(sends):.2f}–{max(sends):.2f} in {len(sends)}" if len(sends) > 1 else ""
    return (
        f"start to first send, {how}: {median(sends):.2f} s{spread} ({middle.cpu:.2f} of the CPU); first poll {middle.first_poll:.2f} s, first reminder"
        f" {middle.first_reminder:.2f} s, all of {DUE} due {middle.all_sent:.1f} s;"
        f" {middle.at_first:.0f} MB at the first send, {middle.highest:.0f} MB at most while sending"
    )


def _cold_and_warm(database: Path, work: Callable[[], object]) -> str:
    evict([database])
    cold = seconds(work)
    return f"{cold:.2f} s cold, {seconds(work):.2f} s warm"


def _doctor(database: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=ROOT,
        env=settings(database, "http://127.0.0.1:1"),
        stdout=subprocess.DEVNULL,
        check=False,
    )


def _asked(database: Path, question: str) -> None:
    db = sqlite3.connect(database)
    try:
        db.execute(question).fetchall()
    finally:
        db.close()


def _copied(database: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    _asked(database, f"vacuum into '{copy}'")
