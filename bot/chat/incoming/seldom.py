"""Keeps a log readable while one thing goes wrong again and again."""

from collections.abc import Callable
from dataclasses import dataclass
from logging import Logger

PERIOD = 60.0
"""Seconds in which the same is told once."""


@dataclass
class _Known:
    told_at: float
    left_out: int = 0


class SeldomLog:
    """`seconds`: a clock that only goes forward."""

    def __init__(self, log: Logger, seconds: Callable[[], float]) -> None:
        self._log, self._seconds = log, seconds
        self._known: dict[str, _Known] = {}

    def tell(self, level: int, what: str, more: str = "") -> None:
        """`what` is the same each time, `more` may differ; the next line of its kind tells how many were left out."""
        now = self._seconds()
        known = self._known.get(what)
        if known and now - known.told_at < PERIOD:
            known.left_out += 1
            return
        since = f" ({known.left_out} more like it since the last line)" if known and known.left_out else ""
        self._known[what] = _Known(now)
        self._log.log(level, "%s%s%s", what, more, since)
