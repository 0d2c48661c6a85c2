"""What a million subscribers cost: a start, memory, a look at what is due."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from aiohttp import web

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.coach.coach import Coach
from bot.store.database import Store
from tests.bench.all_in import CONTENT
from tests.bench.bare import TOKEN
from tests.bench.bot_process import AS_INSTALLED, ROOT, keep_content
from tests.bench.echo import LARGEST, ME, MESSAGE, WITH_FILM, WITH_PHOTO
from tests.bench.million import filled

SIZES, DUE = (10_000, 100_000, 1_000_000), 700
LOOKS = 25
ANSWERS = {"getMe": ME, "sendMessage": MESSAGE, "sendAnimation": WITH_FILM, "sendPhoto": WITH_PHOTO}
SETTLES = 5.0
"""Seconds after the first poll in which reminders are sent, before memory is read."""


PLEADS = 1_000_000_007
PLEA = "please i can't breathe and nobody is here with me"


@dataclass(frozen=True, slots=True)
class Started:
    """`seconds`: from the start of the process to its first poll. `resting`, `heard`: MB some time later, and once it has heard a
    sentence for which all ears are needed. `answered_after`: seconds that the answer to this first one took.
    """

    seconds: float
    resting: float
    heard: float
    answered_after: float

    @property
    def in_words(self) -> str:
        return (
            f"start to first poll {self.seconds:.2f} s, {self.resting:.0f} MB resident, {self.heard:.0f} MB once a first sentence"
            f" was heard, which took {self.answered_after:.2f} s"
        )


class Telegram:
    """Answers all that is asked. The first poll is held until somebody pleads."""

    def __init__(self) -> None:
        self.polled, self.pleads, self.answered = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        result = await self._updates() if method == "getUpdates" else ANSWERS.get(method, True)
        if method == "sendMessage" and self.pleads.is_set() and str(PLEADS) in await request.text():
            self.answered.set()
        return web.json_response({"ok": True, "result": result})

    async def _updates(self) -> list[object]:
        if self.polled.is_set():
            await asyncio.sleep(60)
        self.polled.set()
        await self.pleads.wait()
        # Another number at each start, in the 31 bits that Telegram counts in: one that has counted is not answered again.
        return [{"update_id": int(time.time()), "message": _plea()}]


def _plea() -> dict[str, object]:
    ana = {"id": PLEADS, "first_name": "Ana", "language_code": "en", "is_bot": False}
    chat = {"id": PLEADS, "first_name": "Ana", "type": "private"}
    return {"message_id": 1, "date": int(time.time()), "chat": chat, "from": ana, "text": PLEA}


async def start(database: Path) -> Started:
    telegram = Telegram()
    app = web.Application(client_max_size=LARGEST)
    app.router.add_route("*", "/bot{token}/{method}", telegram.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    settings = {
        "UNHUNCH_TOKEN": TOKEN,
        "UNHUNCH_API_ROOT": f"http://127.0.0.1:{runner.addresses[0][1]}",
        "UNHUNCH_DATABASE": str(database),
    }
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=ROOT,
        env=os.environ | AS_INSTALLED | settings,
        stderr=asyncio.subprocess.DEVNULL,
    )
    await asyncio.wait_for(telegram.polled.wait(), 60)
    seconds = time.perf_counter() - began
    await asyncio.sleep(SETTLES)
    resting, pleaded = resident_mb(process.pid), time.perf_counter()
    telegram.pleads.set()
    await asyncio.wait_for(telegram.answered.wait(), 60)
    started = Started(seconds, resting, resident_mb(process.pid), time.perf_counter() - pleaded)
    process.kill()
    await process.wait()
    await runner.cleanup()
    return started


def resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def milliseconds(look: Callable[[], object]) -> float:
    times = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        look()
        times.append(1000 * (time.perf_counter() - began))
    return median(times)


def claim_all(store: Store, now: datetime) -> float:
    """Milliseconds for judging and claiming all that is due, words included, 32 at a time as the lane does."""
    coach = Coach(store, knowledge(CONTENT))
    spare_the_collector()
    began = time.perf_counter()
    while coach.claims.is_due(now):
        coach.claims.claim(now, 32)
    return 1000 * (time.perf_counter() - began)


def report_many(people: int, folder: Path | None) -> Iterator[str]:
    """Step by step, as each may take minutes. In a minute of the morning the hundredth part of all is due at once."""
    with tempfile.TemporaryDirectory(dir=folder) as here:
        now, database = datetime.now(UTC), Path(here) / "many.sqlite3"
        due, began = people // 100, time.perf_counter()
        store = filled(database, people, due, now)
        yield f"{people:,} subscribers written in {time.perf_counter() - began:.0f} s; {due:,} of them are due now"
        store.db.execute("pragma wal_checkpoint(truncate)").fetchall()
        yield f"the file has {database.stat().st_size / 1e9:.2f} GB, {database.stat().st_size / people:.0f} bytes each"
        yield f"a tick finds 32 due in {milliseconds(lambda: store.reminders.due(now, 32)):.2f} ms"
        yield f"counting all that is due, as doctor does, takes {milliseconds(lambda: store.reminders.count_due(now)):.0f} ms"
        yield f"counting people with reminders, as doctor does, takes {milliseconds(store.reminders.count_scheduled_people):.0f} ms"
        claimed = claim_all(store, now)
        yield f"claims them, words and all, in {claimed / 1000:.1f} s: {1000 * due / claimed:,.0f} a second on one core"
        store.close()
        keep_content()
        yield asyncio.run(start(database)).in_words


def report() -> list[str]:
    lines = []
    keep_content()
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            now, database = datetime.now(UTC), Path(folder) / "bench.sqlite3"
            store = filled(database, size, DUE, now)
            finds = milliseconds(lambda: store.reminders.due(now, DUE))  # noqa: B023 - called at once
            idle = milliseconds(lambda: store.reminders.is_due(now.replace(year=2000)))  # noqa: B023
            store.close()
            starts = [asyncio.run(start(database)) for _ in range(3)]
            store = filled(Path(folder) / "again.sqlite3", size, DUE, now)
            claimed = claim_all(store, now)
            store.close()
        lines.append(
            f"{size:,} subscribers: {_median(starts).in_words} (under 2 s, 150 MB); a tick finds {DUE} due in {finds:.1f} ms (under 50),"
            f" and nothing due in {1000 * idle:.0f} µs; claims them, words and all, in {claimed:.0f} ms"
        )
    return lines


def _median(starts: list[Started]) -> Started:
    return Started(*map(median, zip(*map(astuple, starts), strict=True)))
