"""How soon a tap is answered, and how late beats end with a thousand live sessions: the whole bot, over HTTP."""

import asyncio
import bisect
import contextlib
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

from bot.app.knowing import knowledge
from bot.app.wall_clock import now
from bot.chat.bot import TelegramLine, serve
from bot.coach.coach import Coach
from bot.coach.news import Reply
from bot.domain.session.session import Session
from bot.store.database import Store, open_store
from tests.bench.all_in import CONTENT
from tests.bench.bare import TOKEN
from tests.bench.crowd import STRETCHING, TAPS_PER_SECOND, Seen, crowd

Ends = list[tuple[int, float]]
"""Who was to be rung when, in seconds since the epoch."""


class Watched(Coach):
    """Notes whose beat was to end when."""

    ends: Ends

    def _ring(self, session: Session, moment: datetime) -> Reply | None:
        if session.wake_at:
            self.ends.append((session.person, session.wake_at.timestamp()))
        return super()._ring(session, moment)


def _empty(path: Path) -> Store:
    return open_store(path, bot=1)


async def serve_crowd(
    plan: str, ends: Ends, make_store: Callable[[Path], Store] = _empty, per_second: float | None = None
) -> Seen:
    known = knowledge(CONTENT)

    def coach_for(store: Store) -> Callable[[str], Coach]:
        def make(name: str) -> Coach:
            coach = Watched(store, replace(known, bot_name=name))
            coach.ends = ends
            return coach

        return make

    with crowd(plan) as (address, pipe), tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder) / "bench.sqlite3")
        line = TelegramLine(TOKEN, address, CONTENT, per_second, per_chat=None)
        running = asyncio.create_task(serve(line, store, coach_for(store), now))
        seen: Seen = await asyncio.to_thread(pipe.recv)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        store.close()
    return seen


def centile(values: list[float]) -> float:
    return quantiles(values, n=100)[98]


def report_taps() -> list[str]:
    seen = asyncio.run(serve_crowd("tap", []))
    answered, shown = seen.answered_after, seen.shown_after
    line = (
        f"{TAPS_PER_SECOND} taps/s, {len(answered)} taps: answered after {1000 * median(answered):.1f} ms,"
        f" 99th of 100 {1000 * centile(answered):.1f} ms (at most 50);"
        f" the new screen after {1000 * median(shown):.1f} ms, 99th {1000 * centile(shown):.1f} ms"
    )
    return [line]


def report_sessions() -> list[str]:
    ends: Ends = []
    seen = asyncio.run(serve_crowd("stretch", ends))
    late = []
    for chat, due in ends:
        calls = seen.calls.get(chat, [])
        arrived = bisect.bisect_left(calls, due)
        if calls and due > calls[0] and arrived < len(calls):
            late.append(calls[arrived] - due)
    line = (
        f"{STRETCHING} live sessions, {len(late)} ends of beats: {median(late):.2f} s late on the wire,"
        f" 99th of 100 {centile(late):.2f} s (at most 1.5); no limit of our own on messages a second"
    )
    return [line]
