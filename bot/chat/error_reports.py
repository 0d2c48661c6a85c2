"""Tells admins in their chats about errors in the log: each kind once an hour, by kind and place, never by person."""

import asyncio
import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram.error import RetryAfter, TelegramError

from bot.chat.outgoing.messenger import Messenger, seconds_of
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.coach import Coach
from bot.coach.mishaps import MISHAP, OnceAMinute, in_one_line
from bot.domain.admin.broadcast import is_on_the_mat
from bot.screens.admin.error_report import MishapKind, error_report

log = logging.getLogger(__name__)

AN_HOUR = 3600.0

LOOK_EVERY = 5.0
"""Seconds. Errors of the same moment are told together."""

MANY_KINDS = 200
"""Any others are told as one."""

AND_OTHERS = "and others"

LIBRARY = "library"

PARTS = {
    "bot.chat.incoming": "incoming",
    "bot.chat.outgoing.broadcast_lane": "news",
    "bot.chat.outgoing.reminder_lane": "reminders",
    "bot.chat.outgoing.made": "pictures",
    "bot.chat.outgoing.showing.pictures": "pictures",
    "bot.chat.outgoing": "sending",
    "bot.chat.knocks": "sessions",
    "bot.chat.nightly": "file",
    "bot.chat.clearing_log": "file",
    "bot.chat.clearing_up": "file",
    "bot.chat.steady_clock": "clock",
    "bot.chat.telegram": "telegram",
    "bot.coach.admin": "news",
    "bot.coach.coach": "sessions",
    "bot.coach.reminders": "reminders",
    "bot.coach.session": "sessions",
    "bot.content": "content",
    "bot.app.rereading": "content",
    "bot.app.opening": "file",
    "bot.store": "file",
    "bot.watch": "watch",
    "bot.serving": "watch",
    "bot": "bot",
}
"""Parts of the bot in an admin's words, by where a line of the log comes from; the narrower place first."""

A_TURN = 60.0
"""Seconds that a report waits for its turn before it is given up."""


@dataclass(slots=True)
class _Kind:
    untold: int = 0
    told_at: float | None = None


class ErrorGatherer(logging.Handler):
    """Counts what is logged as an error. It never raises and never logs."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__(logging.ERROR)
        self._seconds = seconds
        self._kinds: dict[tuple[str, str], _Kind] = {}
        self._alone = threading.Lock()

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == __name__:  # a failure of the telling itself is only logged
            return
        kind = part_of(record.name), kind_of(record)
        with self._alone:
            self._count(kind)

    def _count(self, kind: tuple[str, str]) -> None:
        if kind not in self._kinds and len(self._kinds) >= MANY_KINDS:
            kind = PARTS["bot"], AND_OTHERS
        self._kinds.setdefault(kind, _Kind()).untold += 1

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        """logging's own method prints the record's arguments, which may hold a person's words."""

    def due(self) -> list[MishapKind]:
        """Counts them as told from now on."""
        now = self._seconds()
        with self._alone:
            due = {what: kind for what, kind in self._kinds.items() if _is_due(kind, now)}
            mishaps = [MishapKind(what, kind.untold, part) for (part, what), kind in due.items()]
            for kind in due.values():
                kind.untold, kind.told_at = 0, now
            self._forget(now)
        return mishaps

    def _forget(self, now: float) -> None:
        for what in [
            what for what, kind in self._kinds.items() if not kind.untold and not _is_recent(kind, now)
        ]:
            del self._kinds[what]


def _is_recent(kind: _Kind, now: float) -> bool:
    return kind.told_at is not None and now - kind.told_at < AN_HOUR


def _is_due(kind: _Kind, now: float) -> bool:
    return kind.untold > 0 and not _is_recent(kind, now)


def kind_of(record: logging.LogRecord) -> str:
    """For our own lines, their fixed words. A library's line may hold anything, so only its place is told."""
    if known := getattr(record, MISHAP, None):
        return str(known)
    error = record.exc_info[1] if record.exc_info else None
    where = f" ({in_one_line(error)})" if error else ""
    if part_of(record.name) == LIBRARY:
        return f"{record.name}{where or f' at {record.module}:{record.lineno}'}"
    return f"{_without_values(str(record.msg))}{where}"


def part_of(logger: str) -> str:
    ours = (part for place, part in PARTS.items() if f"{logger}.".startswith(f"{place}."))
    return next(ours, LIBRARY)


def _without_values(template: str) -> str:
    return re.sub(r"%[-+ #0-9.]*[a-z]", "…", template)


class ErrorReports:
    """An admin who is in a session is told afterwards."""

    def __init__(self, coach: Coach, messenger: Messenger, clock: Callable[[], datetime]) -> None:
        self._coach, self._messenger, self._clock = coach, messenger, clock
        self._gatherer = ErrorGatherer()
        self._waiting: dict[int, list[MishapKind]] = {}
        self._told = OnceAMinute(log)

    async def go_on(self) -> None:
        if not self._coach.knowledge.operator.admins:
            return
        logging.getLogger().addHandler(self._gatherer)
        try:
            while True:
                await asyncio.sleep(LOOK_EVERY)
                await self.look()
        finally:
            logging.getLogger().removeHandler(self._gatherer)

    async def look(self) -> None:
        if mishaps := self._gatherer.due():
            for admin in self._coach.knowledge.operator.admins:
                self._waiting.setdefault(admin, []).extend(mishaps)
        for admin in [admin for admin in self._waiting if not self._is_on_the_mat(admin)]:
            await self._tell(admin, self._waiting.pop(admin))

    async def _tell(self, admin: int, mishaps: list[MishapKind]) -> None:
        try:
            words = self._coach.knowledge.language_for(*self._coach.store.people.languages(admin)).words
            async with asyncio.timeout(A_TURN):
                await self._messenger.turn_beside(admin, Lane.SESSION)
            await self._messenger.tell_beside(admin, error_report(mishaps, words))
        except RetryAfter as error:
            self._messenger.hold(admin, seconds_of(error))
        except (TelegramError, TimeoutError):
            log.debug("an admin could not be told of an error")
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self._told.tell("an admin could not be told of an error", error, level=logging.WARNING)

    def _is_on_the_mat(self, admin: int) -> bool:
        try:
            return is_on_the_mat(self._coach.store.sessions.live_stand(admin), self._clock())
        except Exception:  # noqa: BLE001 - what can't be read is no session, and may be what they are to be told of
            return False
