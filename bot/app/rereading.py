"""Reads the content folder again when something in it changes, for an author who watches the phone."""

import asyncio
import logging
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.app.knowing import knowledge
from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.config import CannotStart

log = logging.getLogger(__name__)

LOOKS_EVERY = 0.7
"""Seconds. A file that still changes from one look to the next is being written."""

Mark = tuple[str, int, int]
"""A file's path, when it was written in nanoseconds, and its bytes."""


class Rereading:
    """`tell`: called with "reading", and then with "read", or with "refused" if the content read before stays; and with the faults, a
    line each.
    """

    def __init__(self, folder: Path, tell: Callable[[str, Sequence[str]], None]) -> None:
        self._folder, self._tell = folder, tell
        self._first = marks(folder)  # before the bot reads it: what is saved meanwhile is a change
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self, coach: Coach) -> None:
        self._tasks = [asyncio.create_task(self._go_on(coach))]

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _go_on(self, coach: Coach) -> None:
        read = seen = self._first
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            before, seen = seen, await asyncio.to_thread(marks, self._folder)
            if seen == before and seen != read:
                read = seen
                await self._read_instead(coach)

    async def _read_instead(self, coach: Coach) -> None:
        """Stops a reading that is under way: it read what was there before the last change."""
        looking, *readings = self._tasks
        for reading in readings:
            reading.cancel()
        await asyncio.gather(*readings, return_exceptions=True)
        self._tasks = [looking, asyncio.create_task(self._read(coach))]

    async def _read(self, coach: Coach) -> None:
        self._tell("reading", ())
        known = await asyncio.to_thread(_known, self._folder)
        state, faults = ("read", []) if isinstance(known, Knowledge) else ("refused", known)
        if isinstance(known, Knowledge):
            coach.replace_content(known)
        self._tell(state, faults)
        if every := await _faults_in(self._folder):
            self._tell(state, every)


def marks(folder: Path) -> frozenset[Mark]:
    return frozenset(_marks(str(folder)))


def _marks(folder: str) -> Iterator[Mark]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    yield from _marks(entry.path)
                else:
                    told = entry.stat()
                    yield entry.path, told.st_mtime_ns, told.st_size
    except OSError:  # it goes while we look: the next look tells
        return


def _known(folder: Path) -> Knowledge | list[str]:
    """The content, or the reasons why it can't be read, a line each."""
    try:
        return knowledge(folder)
    except CannotStart as refusal:
        return str(refusal).splitlines()[1:]
    except Exception as mistake:
        log.exception("The content could not be read anew")
        return [f"{type(mistake).__name__}: this is our fault, and the log tells more"]


async def _faults_in(folder: Path) -> list[str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.content.check", str(folder), stdout=PIPE
    )
    try:
        told, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return told.decode().splitlines()
