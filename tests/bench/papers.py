"""How soon somebody of five years has their copy and their page, and what others wait meanwhile for a tap to be decided."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.chat.outgoing.made.gathering import Gathering
from bot.chat.outgoing.made.papers import Papers
from bot.chat.outgoing.made.worker import Worker
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.coach import Coach
from bot.coach.news import Said, Sender, Tapped
from bot.screens.view import View, from_json
from bot.store.database import Store, open_store
from bot.store.moments import text
from tests.bench.all_in import CONTENT
from tests.bench.charts import _99th, _taps, _updates

ANA, DAYS, ROUNDS = Sender(7_000_000, "Ana", "en"), 5 * 365, 5
NOW = datetime(2026, 1, 8, 7, 3, tzinfo=UTC)


def report() -> Iterator[str]:
    yield from asyncio.run(_report())


async def _report() -> list[str]:
    late, taps, lines = list[float](), list[float](), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "papers.sqlite3", bot=1)
        coach = Coach(store, replace(knowledge(CONTENT), bot_name="unhunch_bot"))
        coach.take(next(_updates), Said(ANA, "/start"), NOW)
        live_for_years(store)
        spare_the_collector()
        tapping = asyncio.create_task(_taps(coach, taps, late))
        for what, data in (("copy", "te"), ("page", "tb.1")):
            cold, warm, size = await _times(store, coach, data)
            lines.append(
                f"the {what}: {cold:,.0f} ms with the start of the process, {warm:,.0f} ms with it running; {size:,} bytes"
            )
        tapping.cancel()
        store.close()
    return [
        *lines,
        f"meanwhile {len(taps):,} taps of others: {median(taps):.1f} ms, at the 99th of 100 {_99th(taps):.1f} ms",
    ]


async def _times(store: Store, coach: Coach, data: str) -> tuple[float, float, int]:
    """Milliseconds, the medians of some rounds; and bytes."""
    cold, warm, size = list[float](), list[float](), 0
    for _ in range(ROUNDS):
        worker = Worker()
        papers = Papers(worker, store.drawn, Gathering(store, Wire(AiohttpRequest(), "")))
        for times in (cold, warm):
            began = time.monotonic()
            view = _decided(store, coach, data)
            _, made, _ = await papers.upload(ANA.id, view)
            times.append(1000 * (time.monotonic() - began))
            size = len(made)
            papers.put_away(ANA.id)
            store.chats.write_off(ANA.id, store.chats.owed(ANA.id) or "")
        await worker.close()
    return median(cold), median(warm), size


def _decided(store: Store, coach: Coach, data: str) -> View:
    coach.take(next(_updates), Tapped(ANA, data), NOW)
    view = from_json(store.chats.owed(ANA.id))
    assert view
    assert view.is_file
    return view


def live_for_years(store: Store) -> None:
    """Each day a session of eight moves, notes before and after it, a reminder that came; each week a check-in."""
    script = "[" + "x" * 3000 + "]"  # as long as that of most sessions
    with store.transaction():
        store.db.execute(
            "insert into reminders (id, person, at, weekdays, starts, made_at) values (1, ?, '08:30', 127, '', '')",
            [ANA.id],
        )
        for day in range(1, DAYS + 1):
            _live(store, script, text(NOW - timedelta(days=day)), day)


def _live(store: Store, script: str, at: str, day: int) -> None:
    execute = store.db.execute
    number = execute(
        "insert into sessions (person, routine, script, phase, beat, turn, began_at, beat_at, live, rating)"
        " values (?, 'morning', ?, 'finished', 0, 0, ?, ?, 0, 'r') returning id",
        [ANA.id, script, at, at],
    ).fetchone()[0]
    for place in range(8):
        execute("insert into done values (?, ?, 'cat-cow', 'flow', null, 40, ?, 40)", [number, place, at])
    for moment in ("b", "a"):
        execute(
            "insert into pain_notes (person, at, moment, number, words, session) values (?, ?, ?, ?, 'stiff, slept badly', ?)",
            [ANA.id, at, moment, day % 8, number],
        )
    execute(
        "insert into deliveries (reminder, person, due_at, claimed_at, state) values (1, ?, ?, ?, 'done')",
        [ANA.id, at, at],
    )
    if day % 7 == 0:
        execute("insert into checkins (person, at, pain, function) values (?, ?, 4, 6)", [ANA.id, at])
