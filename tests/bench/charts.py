"""How soon a chart is drawn, the first and the next ones, and what others wait meanwhile for a tap to be decided."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.chat.outgoing.made.worker import Worker
from bot.coach.coach import Coach
from bot.coach.news import Said, Sender, Tapped
from bot.domain.person.person import Person
from bot.domain.progress.twelve_weeks import (
    CalendarChart,
    DayMark,
    FeltChart,
    MinutesChart,
    kind_of_chart,
    to_json,
)
from bot.store.database import Store, open_store
from bot.store.moments import text
from tests.bench.all_in import CONTENT

ROUNDS, PEOPLE, DAYS = 20, 50, 5 * 365
NOW = datetime(2026, 1, 8, 7, 3, tzinfo=UTC)
CHARTS = (
    CalendarChart(tuple(map(DayMark, 12 * "ddrd.dr"))),
    MinutesChart(tuple(range(5, 65, 5))),
    FeltChart(
        tuple((week / 4, 6 - week % 4) for week in range(48)),
        tuple((week / 4, 4 - week % 4) for week in range(48)),
        (5.0,) * 12,
        (3.0,) * 12,
    ),
)


def report() -> Iterator[str]:
    yield from asyncio.run(_report())


async def _report() -> list[str]:
    first, next_ones = list[float](), list[float]()
    late, taps = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "charts.sqlite3", bot=1)
        coach = Coach(store, replace(knowledge(CONTENT), bot_name="unhunch_bot"))
        spare_the_collector()
        for _ in range(5):
            worker = Worker()
            tapping = asyncio.create_task(_taps(coach, taps, late))
            first.append(await _drawn(worker, 0))
            next_ones += [await _drawn(worker, number) for number in range(1, ROUNDS)]
            tapping.cancel()
            await worker.close()
        five_years = _five_years(store, coach)
        store.close()
    return [
        f"the first chart: {median(first):.0f} ms, at most {max(first):.0f} ms",
        f"the next {len(next_ones)}: {median(next_ones):.0f} ms, at most {max(next_ones):.0f} ms",
        f"meanwhile {len(taps):,} taps of others: {median(taps):.1f} ms, at the 99th of 100 {_99th(taps):.1f} ms",
        f"the loop came {median(late):.1f} ms late, at the 99th of 100 {_99th(late):.1f} ms",
        f"/progress of who moved each day for five years: {five_years:.0f} ms of reckoning",
    ]


async def _drawn(worker: Worker, number: int) -> float:
    """Milliseconds."""
    chart, began = CHARTS[number % len(CHARTS)], time.monotonic()
    await worker.make(kind_of_chart(chart).value, to_json(chart))
    return 1000 * (time.monotonic() - began)


_updates = count(1)


async def _taps(coach: Coach, taken: list[float], late: list[float]) -> None:
    """Fifty a second, of many people: from when each was due until it is decided."""
    due = time.monotonic()
    for number in count():
        due += 0.02
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        late.append(1000 * max(0.0, time.monotonic() - due))
        coach.take(next(_updates), Tapped(Sender(number % PEOPLE + 1, "Bo", "en"), "h"), NOW)
        taken.append(1000 * (time.monotonic() - due))


def _five_years(store: Store, coach: Coach) -> float:
    store.people.meet(Person(7, "Ana", "en"), NOW)
    with store.transaction():
        for day in range(DAYS):
            at = text(NOW - timedelta(days=day + 1))
            number = store.db.execute(
                "insert into sessions (person, routine, script, phase, beat, turn, began_at, beat_at, live)"
                " values (7, 'morning', '[]', 'finished', 0, 0, ?, ?, 0) returning id",
                [at, at],
            ).fetchone()[0]
            for place in range(5):
                store.db.execute(
                    "insert into done (session, number, exercise, form, seconds, at) values (?, ?, 'cat-cow', 'flow', 60, ?)",
                    [number, place, at],
                )
    coach.take(next(_updates), Said(Sender(7, "Ana", "en"), "/start"), NOW)
    began = time.process_time()
    coach.take(next(_updates), Said(Sender(7, "Ana", "en"), "/progress"), NOW)
    return 1000 * (time.process_time() - began)


def _99th(times: list[float]) -> float:
    return sorted(times)[len(times) * 99 // 100]
