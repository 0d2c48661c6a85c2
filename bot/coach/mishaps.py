"""How the log is told of what went wrong: by the kind of error and the way to it, as what it says may quote a person."""

import logging
import time
import traceback
from collections.abc import Callable
from logging import Logger

REMEMBERED = 1000

A_MINUTE = 60.0


def where_it_failed(error: BaseException | None) -> str:
    way = traceback.format_tb(error.__traceback__) if error else []
    return f"{type(error).__name__}\n{''.join(way)}"


class ToldOnce:
    """What is tried again and again, as a row that can't be used is, is told of once while the bot runs."""

    def __init__(self, log: Logger) -> None:
        self._log = log
        self._told: set[str] = set()

    def tell(self, what: str, error: Exception | None = None) -> None:
        if what in self._told:
            return
        if len(self._told) >= REMEMBERED:
            self._told.clear()
        self._told.add(what)
        self._log.error("%s", f"{what}: {where_it_failed(error)}" if error else what)


class OnceAMinute:
    """What may happen many times in a row is told at most once a minute, with how often it happened in between."""

    def __init__(self, log: Logger, seconds: Callable[[], float] = time.monotonic) -> None:
        self._log, self._seconds = log, seconds
        self._told: dict[str, tuple[float, int]] = {}

    def tell(
        self, what: str, error: BaseException | None = None, *, more: str = "", level: int = logging.ERROR
    ) -> bool:
        """Whether it was told, or only counted. `what` is the same each time: the details are in `more` or the error."""
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
        self._log.log(level, "%s%s%s%s", what, more, again, way)
        return True
