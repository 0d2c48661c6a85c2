"""Has things made in a process beside the bot's. It starts when one is wanted, and ends when none was for a while."""

import asyncio
import logging
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Coroutine
from contextlib import suppress
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from bot.chat.counting import UNCOUNTED, Tally
from bot.paper.desk import COMMAND, WHERE
from bot.paper.frames import LENGTH, MADE, asked

T = TypeVar("T")

log = logging.getLogger(__name__)

IDLE = 300.0
"""Seconds without a job before the process ends: it takes as much memory as the bot itself."""

LONGEST = 60.0
"""Seconds that a job may take, the start of the process included: one second where nothing else runs, but twenty where others keep all
cores busy, as the process lets them go first."""

TRIES = 2
"""Tries of a job that takes too long or kills the process."""


class NotMade(Exception):
    """The text says why, with nothing of a person. `mistake`: the name of the exception in the process."""

    def __init__(self, why: str, mistake: str = "") -> None:
        super().__init__(why)
        self.mistake = mistake


class Worker:
    """Does one job at a time, in the order they were asked for. A job is finished even if nobody waits for it any more,
    so that answers stay in step.
    """

    def __init__(
        self,
        command: list[str] = COMMAND,
        idle: float = IDLE,
        longest: float = LONGEST,
        *,
        name: str = "papers",
        tally: Tally = UNCOUNTED,
    ) -> None:
        self._command, self._idle, self._longest = command, idle, longest
        self._name, self._tally = name, tally
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._jobs: set[asyncio.Task[Any]] = set()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    async def make(self, job: str, value: str) -> bytes:
        """Raises NotMade."""
        return await asyncio.shield(self._begin(self._counted(job, value)))

    async def close(self) -> None:
        for work in self._jobs:
            work.cancel()
        if self._jobs:
            await asyncio.wait(self._jobs)
        await self._end()
        if self._folder:
            self._folder.cleanup()

    def _begin(self, work: Coroutine[None, None, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._jobs.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, work: asyncio.Task[Any]) -> None:
        self._jobs.discard(work)
        if not work.cancelled():
            work.exception()

    async def _counted(self, job: str, value: str) -> bytes:
        self._tally.begun(self._name)
        result = "given up"
        try:
            made = await self._in_turn(job, value)
            result = "made"
        except NotMade as error:
            result = "failed" if error.mistake else "lost"
            raise
        finally:
            self._tally.made(self._name, result)
        return made

    async def _in_turn(self, job: str, value: str) -> bytes:
        async with self._turn:
            self._stay()
            try:
                return await self._tried(job, value)
            finally:
                self._rest = asyncio.get_running_loop().call_later(self._idle, self._leave)

    async def _tried(self, job: str, value: str) -> bytes:
        for _ in range(TRIES):
            try:
                async with asyncio.timeout(self._longest):
                    return await self._ask(job, value)
            except (OSError, EOFError) as error:  # among them TimeoutError, which is an OSError
                log.warning("the process that draws was lost over a job: %s", type(error).__name__)
                await self._end()
            except asyncio.CancelledError:
                await self._end()
                raise
        raise NotMade(f"{job} took too long, or the process that makes it died")

    async def _ask(self, job: str, value: str) -> bytes:
        process = await self._running()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        process.stdin.write(asked(job, value))
        await process.stdin.drain()
        (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        answer = await process.stdout.readexactly(length)
        if answer[:1] != MADE:
            mistake = answer[1:].decode()
            raise NotMade(f"{job} failed: {mistake}", mistake)
        return answer[1:]

    async def _running(self) -> Process:
        """A new process gets nothing of the bot's environment, where the token may stand."""
        if self._process is None or self._process.returncode is not None:
            self._folder = self._folder or TemporaryDirectory(prefix="unhunch-")
            around = {"MPLCONFIGDIR": self._folder.name, "OPENBLAS_NUM_THREADS": "1"}
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=WHERE, env=around, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        return self._process

    def _stay(self) -> None:
        if self._rest:
            self._rest.cancel()

    def _leave(self) -> None:
        self._begin(self._end_if_idle())

    async def _end_if_idle(self) -> None:
        if not self._turn.locked():
            async with self._turn:
                await self._end()

    async def _end(self) -> None:
        self._stay()
        process, self._process = self._process, None
        if process and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
