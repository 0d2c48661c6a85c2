"""Looks through the file for damage and copies it, at night and once after the start."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from telegram.ext import ContextTypes, JobQueue

from bot.chat.beside_process import run
from bot.coach.mishaps import mishap, where_it_failed
from bot.store.database import Store
from bot.store.file.beside import check_command, copy_command
from bot.store.file.copies import COPIES, copies_of, oldest_copy_made_at
from bot.store.file.deletions import WITHOUT_COPIES, prune_journal
from bot.store.troubles import Trouble

log = logging.getLogger(__name__)

AT = time(3, 40, tzinfo=UTC)
"""When few are awake in Europe, and the disk is least busy with reminders."""

AFTER_THE_START = timedelta(minutes=5)
"""First goes what was due while the bot was away."""

A_NIGHT = timedelta(hours=23)
"""An older copy is made anew after the start: a machine may be off every night."""

MENDED_IS_TOLD = timedelta(weeks=1)
"""How long it is told that a part of the file was made anew."""

NAME = "nightly"

_LATE_OR_NOT = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@dataclass(frozen=True, slots=True)
class NightWork:
    """`keep`: copies in the folder `copies` beside the database; 0: none is made."""

    database: Path
    keep: int
    after_the_start: timedelta = AFTER_THE_START

    @property
    def folder(self) -> Path:
        return self.database.parent / COPIES


class Nightly:
    """After the start it goes by the loop, which no step of the wall clock disturbs; at night by the library."""

    def __init__(
        self,
        work: NightWork,
        store: Store,
        jobs: "JobQueue[ContextTypes.DEFAULT_TYPE]",
        clock: Callable[[], datetime],
    ) -> None:
        self._work, self._store, self._jobs, self._clock = work, store, jobs, clock
        self._running: asyncio.Task[None] | None = None
        self._soon: asyncio.TimerHandle | None = None

    def start(self) -> None:
        loop, wait = asyncio.get_running_loop(), self._work.after_the_start.total_seconds()
        self._soon = loop.call_later(wait, self._after_the_start)
        self._plan()

    def set_anew(self) -> None:
        for job in self._jobs.get_jobs_by_name(NAME):
            job.schedule_removal()
        self._plan()

    async def stop(self) -> None:
        if self._soon:
            self._soon.cancel()
        if self._running:
            self._running.cancel()
            await asyncio.wait([self._running])

    def _plan(self) -> None:
        self._jobs.run_daily(self._at_night, AT, name=NAME, job_kwargs=_LATE_OR_NOT)

    def _after_the_start(self) -> None:
        self._begin(copies=self._wants_a_copy())

    async def _at_night(self, _: ContextTypes.DEFAULT_TYPE) -> None:
        self._begin(copies=self._work.keep > 0)

    def _begin(self, *, copies: bool) -> None:
        """Starts a task of its own, because the library waits for its jobs when it stops."""
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._look_through(copies=copies))

    async def _look_through(self, *, copies: bool) -> None:
        try:
            if await self._is_whole() and copies:
                await self._copy()
            prune_journal(
                self._work.database,
                oldest_copy_made_at(self._work.database) or self._clock() - WITHOUT_COPIES,
            )
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, the next night comes
            log.error("the work of the night failed: %s", where_it_failed(error))  # noqa: TRY400 - see there

    async def _is_whole(self) -> bool:
        """Checked before copying: copies of a damaged file must not push out the good ones."""
        fault = await run(check_command(self._work.database))
        self._tell(Trouble.FILE, fault, "the file is damaged (`unhunch restore` puts a copy in its place)")
        self._store.has_met_damage |= bool(fault)
        if not fault:
            self._forget_mended()
        return not fault

    def _forget_mended(self) -> None:
        since = [one.since for one in self._store.troubles.every() if one.trouble is Trouble.MENDED]
        if since and self._clock() - since[0] > MENDED_IS_TOLD:
            with self._store.transaction():
                self._store.troubles.end(Trouble.MENDED)

    async def _copy(self) -> None:
        work = self._work
        fault = await run(copy_command(work.database, work.folder, work.keep, self._clock()))
        self._tell(Trouble.COPY, fault, "the nightly copy could not be made")

    def _wants_a_copy(self) -> bool:
        if not self._work.keep:
            return False
        made = [path.stat().st_mtime for path in copies_of(self._work.database, self._work.folder)[-1:]]
        return not made or self._clock().timestamp() - made[0] > A_NIGHT.total_seconds()

    def _tell(self, trouble: Trouble, fault: str, what: str) -> None:
        if fault:
            log.error("%s: %s", what, fault, extra=mishap(what))
        with self._store.transaction():
            if fault:
                self._store.troubles.begin(trouble, self._clock(), fault)
            else:
                self._store.troubles.end(trouble)
