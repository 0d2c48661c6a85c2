"""Remembers when the loops that look for what has come due last did so."""

import time
from collections.abc import Callable


class Ticks:
    """`seconds`: a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._last: dict[str, float] = {}

    def note(self, loop: str = "") -> None:
        self._last[loop] = self._seconds()

    def last(self) -> float | None:
        """When the slowest loop last ticked, in seconds of the clock; None before the first tick."""
        return min(self._last.values(), default=None)

    def age(self) -> float | None:
        """Seconds."""
        last = self.last()
        return None if last is None else self._seconds() - last
