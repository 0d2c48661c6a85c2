"""The other way, for comparison: a job for every person in APScheduler, as the library's JobQueue makes them."""

import asyncio
import logging
import multiprocessing
import os
import time
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from tests.bench.scale import resident_mb

SIZES, AT_ONCE = (10_000, 100_000), 30_000
SOON = timedelta(seconds=3)


def _live(pipe: Connection, subscribers: int) -> None:
    asyncio.run(_run(pipe, subscribers))


async def _run(pipe: Connection, subscribers: int) -> None:
    logging.disable()  # in this process alone: each lost job is told
    ran = 0

    async def remind(_: int) -> None:
        nonlocal ran
        ran += 1

    empty = resident_mb(os.getpid())
    began = time.perf_counter()
    scheduler = AsyncIOScheduler(timezone=UTC)
    for number in range(subscribers):
        scheduler.add_job(remind, "cron", args=(number,), hour=number % 24, minute=number % 60)
    scheduler.start()
    seconds = time.perf_counter() - began
    memory = resident_mb(os.getpid()) - empty
    scheduler.remove_all_jobs()
    instant = datetime.now(UTC) + SOON + timedelta(seconds=AT_ONCE / 3000)
    for number in range(AT_ONCE):
        scheduler.add_job(remind, "date", args=(number,), run_date=instant)
    was_in_time = datetime.now(UTC) < instant
    await asyncio.sleep(max(0.0, (instant - datetime.now(UTC)).total_seconds()) + 30)
    scheduler.shutdown(wait=False)
    pipe.send((seconds, memory, ran, was_in_time))


def measure(subscribers: int) -> tuple[float, float, int, bool]:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=_live, args=(theirs, subscribers), daemon=True
    )
    process.start()
    found: tuple[float, float, int, bool] = ours.recv()
    process.join()
    return found


def report() -> list[str]:
    lines = []
    for size in SIZES:
        seconds, memory, ran, was_in_time = measure(size)
        late = "" if was_in_time else " (adding them took longer than that)"
        lines.append(
            f"a job for each of {size:,} people instead (APScheduler): {seconds:.1f} s to start, {memory:.0f} MB for the jobs alone;"
            f" of {AT_ONCE:,} due at one instant {ran:,} ran{late}"
        )
    return lines
