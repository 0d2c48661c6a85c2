"""How soon a session is there as a file, when nothing and when all of it was made before, and how large it is."""

import asyncio
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.chat.outgoing.made.worker import Worker
from bot.coach.coach import Coach
from bot.content.language.words import speaker
from bot.content.voice import clips
from bot.domain.library.exercise import Pace
from bot.domain.own.own_routine import MOST_LINES
from bot.domain.session.script import NEW_POSITION, SAME_POSITION
from bot.film.film_command import command
from bot.film.film_jobs import FilmJobs
from bot.film.shelf import ROOM, Shelf
from bot.film.wanted import Content
from bot.screens.session.recorded import sound_job, video_job
from bot.screens.session.spoken import Narrator
from bot.store.database import open_store
from tests.bench.bot_process import bot_process
from tests.bench.charts import _99th, _taps
from tests.bench.crowd import TO_WATCH, Seen, crowd
from tests.bench.service import centile
from tests.film.twelve import CONTENT, SESSIONS, library, played

ROUNDS = 5
MEANWHILE = next(session for session in SESSIONS if session.routine == "gentle")
"""Five minutes."""
PATIENT = 300.0
EACH_SO_MANY_LOOPS = 7


def report() -> Iterator[str]:
    """One process, one core, the real content: whose clips are not there yet is silent, with its bells."""
    narrator = Narrator(library(), speaker(CONTENT), clips(CONTENT, "en"))
    with tempfile.TemporaryDirectory() as folder:
        yield from _sessions(Path(folder), narrator)
        yield from _marked(Path(folder))
        yield from asyncio.run(_meanwhile(Path(folder), narrator))
        yield asyncio.run(_fifty(Path(folder)))
    yield from _pieces()


def _sessions(folder: Path, narrator: Narrator) -> Iterator[str]:
    for session in SESSIONS:
        plan = played(session, narrator)
        jobs = FilmJobs(Content(CONTENT), Shelf(folder / session.routine))
        minutes = plan.seconds / 60
        sound, video = (write(plan, session.routine, narrator) for write in (sound_job, video_job))
        heard, sound_took, _ = _timed(partial(jobs.made, "sound", sound))
        seen, cold, wall = _timed(partial(jobs.made, "video", video))
        warm = [_timed(partial(jobs.made, "video", video))[1] for _ in range(ROUNDS)]
        yield (
            f"{session.routine}, {minutes:.1f} minutes, {len(json.loads(video)['segments'])} segments: sound"
            f" {1000 * sound_took:.0f} ms of CPU, {len(heard) / 1e6 / minutes:.2f} MB a minute; video cold {cold:.1f} s of CPU"
            f" ({wall:.1f} s), from its pieces {1000 * median(warm):.0f} ms, {len(seen) / 1e6 / minutes:.2f} MB a minute"
        )


def _marked(folder: Path) -> Iterator[str]:
    jobs = FilmJobs(Content(CONTENT), Shelf(folder / "marked"))
    took, sizes = list[float](), list[int]()
    for path in sorted((CONTENT / "exercises").rglob("*.mp4"))[::EACH_SO_MANY_LOOPS]:
        value = json.dumps({"loop": path.relative_to(CONTENT).as_posix(), "seconds": "30 s", "side": "LEFT"})
        made, cpu, _ = _timed(partial(jobs.made, "marked", value))
        took.append(cpu)
        sizes.append(len(made))
    yield (
        f"marked loops, {len(took)} of them: {median(took):.2f} s of CPU, at most {max(took):.2f} s;"
        f" {median(sizes) / 1000:.0f} kB, at most {max(sizes) / 1000:.0f} kB"
    )


async def _meanwhile(folder: Path, narrator: Narrator) -> list[str]:
    """By the clock, with the process beside: a sound where no bell is kept yet, the first one of the next process with its start, a video
    of which nothing is there, and once more.
    """
    plan = played(MEANWHILE, narrator)
    sound, video = (write(plan, MEANWHILE.routine, narrator) for write in (sound_job, video_job))
    taps, late, took = list[float](), list[float](), list[float]()
    store = open_store(folder / "meanwhile.sqlite3", bot=1)
    coach = Coach(store, replace(knowledge(CONTENT), bot_name="unhunch_bot"))
    spare_the_collector()
    tapping = asyncio.create_task(_taps(coach, taps, late))
    sounds, videos = [("sound", sound)], [("video", video)]
    for jobs in (sounds, sounds * 2 + videos * 2):
        worker = Worker(command(folder / "meanwhile", CONTENT), longest=PATIENT)
        for job, value in jobs:
            began = time.monotonic()
            await worker.make(job, value)
            took.append(time.monotonic() - began)
        await worker.close()
    tapping.cancel()
    store.close()
    without, first, next_one, cold, warm = took
    made = (
        f"sound {without:.2f} s with the start of the process where no bell is kept yet, {first:.2f} s where they are, then"
        f" {next_one:.3f} s"
    )
    shown = f"video {cold:.1f} s, from its pieces {warm:.2f} s"
    return [
        f"beside the bot, {plan.seconds / 60:.1f} minutes: {made}; {shown}",
        f"meanwhile {len(taps):,} taps of others: {median(taps):.1f} ms, at the 99th of 100 {_99th(taps):.1f} ms",
    ]


async def _fifty(folder: Path) -> str:
    """The whole bot over HTTP, in a process of its own: how soon others are answered while a film is made that fifty want."""
    with crowd("tap among films") as (address, pipe):
        async with bot_process(folder / "fifty.sqlite3", address):
            seen: Seen = await asyncio.to_thread(pipe.recv)
    return (
        f"fifty at once for a film of {TO_WATCH}: there after {min(seen.films_after):.1f} s, for the last after"
        f" {max(seen.films_after):.1f} s, {seen.uploads} of {len(seen.films_after)} sent up; told after"
        f" {min(seen.told_at_work):.1f} s that it is being made; meanwhile {len(seen.answered_after)} taps of others, answered after"
        f" {1000 * median(seen.answered_after):.1f} ms, 99th of 100 {1000 * centile(seen.answered_after):.1f} ms (at most 50)"
    )


def _timed(make: Callable[[], bytes]) -> tuple[bytes, float, float]:
    """What it made, and the seconds it took: of the processor, and by the clock."""
    cpu, wall = time.process_time(), time.monotonic()
    made = make()
    return made, time.process_time() - cpu, time.monotonic() - wall


def _pieces() -> Iterator[str]:
    """How many there can be of what is in the library, by its own doses and in one language."""
    beats, forms, turns = set[tuple[object, ...]](), 0, 0
    for exercise in library().exercises.values():
        for form in exercise.forms:
            forms, turns = forms + 1, turns + len(form.sides[1:])
            is_held = form.pace is Pace.HOLD
            for dose, side in product(form.doses, form.sides or (None,)):
                work = dose.hold if is_held else dose.seconds
                for station in range(dose.stations if is_held else 1):
                    loop = form.loop(side, station)
                    beats |= {(loop, side, "work", work), (loop, side, "rest", dose.move if is_held else 0)}
    beats = {beat for beat in beats if beat[-1]}
    places = MOST_LINES * (MOST_LINES + 1) // 2
    yield (
        f"pieces there can be: {len(beats)} beats (loop x side x work or rest x seconds), {turns * LENGTHS} changes of side"
        f" ({turns} x {LENGTHS} lengths), {forms * places * LENGTHS:,} ways to get ready ({forms} forms x {places} places x"
        f" {LENGTHS} lengths); {ROOM / 1e9:.1f} GB of them are kept"
    )


LENGTHS = len((SAME_POSITION, NEW_POSITION, 25))
"""Seconds to get into the next position: the same, another, and for people who take their time."""
