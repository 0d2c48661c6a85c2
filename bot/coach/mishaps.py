"""Logs what went wrong: the kind of error and its traceback, but not its text, which may quote a person."""

import logging
import re
import time
import traceback
from collections.abc import Callable
from logging import Logger
from pathlib import Path
from typing import Any

REMEMBERED = 1000

A_MINUTE = 60.0

MISHAP = "mishap"
"""The log record's key for a short description that holds nothing personal, for reports outside the log."""

HOME = Path(__file__).parents[2]


def where_it_failed(error: BaseException | None) -> str:
    way = traceback.format_tb(error.__traceback__) if error else []
    return f"{type(error).__name__}\n{''.join(way)}"


def in_one_line(error: BaseException) -> str:
    way = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(file, line) for file, line in way if file.is_relative_to(HOME / "bot")] or way
    return f"{type(error).__name__}{f' at {_name(ours[-1][0])}:{ours[-1][1]}' if ours else ''}"


def mishap(what: str, error: BaseException | None = None) -> dict[str, Any]:
    """Pass it as `extra` to the log. Row numbers are left out, so that the same mishap always reads the same."""
    kind = re.sub(r"\d+", "…", what)
    return {MISHAP: f"{kind}: {in_one_line(error)}" if error else kind}


def _name(file: Path) -> str:
    return file.relative_to(HOME).as_posix() if file.is_relative_to(HOME) else file.name


class ToldOnce:
    """Logs each fault only once while the bot runs, because a row that can't be used is tried again and again."""

    def __init__(self, log: Logger) -> None:
        self._log = log
        self._told: set[str] = set()

    def tell(self, what: str, error: Exception | None = None) -> None:
        if what in self._told:
            return
        if len(self._told) >= REMEMBERED:
            self._told.clear()
        self._told.add(what)
        words = f"{what}: {where_it_failed(error)}" if error else what
        self._log.error("%s", words, extra=mishap(what, error))


class OnceAMinute:
    """Logs each fault at most once a minute, with how often it happened in between."""

    def __init__(self, log: Logger, seconds: Callable[[], float] = time.monotonic) -> None:
        self._log, self._seconds = log, seconds
        self._told: dict[str, tuple[float, int]] = {}

    def tell(
        self, what: str, error: BaseException | None = None, *, more: str = "", level: int = logging.ERROR
    ) -> bool:
        """True if it was logged, not only counted. `what` must be the same each time; put details into `more` or the error."""
        kind = f"{what} {type(error).__name__}"
        at, untold = self._told.get(kind, (None, 0))
        if at is not None and self._seconds() - at < A_MINUTE:
            self._told[kind] = (at, untold + 1)
            return False
        if len(self._told) >= REMEMBERED:
            self._told.clear()
        self._told[kind] = (self._seconds(), 0)
        again = f" (and {untold} times more since this was last told)" if untold else ""
        way = f": {where_it_failed(error)}" if error else ""
        self._log.log(level, "%s%s%s%s", what, more, again, way, extra=mishap(what, error))
        return True
