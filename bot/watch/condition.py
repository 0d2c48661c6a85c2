"""Judges from inside whether the bot does its work, and whether it answers people."""

from collections.abc import Callable, Iterator
from typing import Any

from bot.coach.doctor.health import SILENCED
from bot.watch.ticks import Ticks

LATE = 60.0
"""Seconds without a tick or a write after which something is wrong. There are two ticks a second, and a write every ten."""

DEAF = 150.0
"""Seconds without a word from Telegram after which nobody is answered. An empty poll takes fifty."""


class Condition:
    """`ticks`: of the loops that look for what is due. `seconds` of all three: clocks that only go forward."""

    def __init__(self, ticks: Ticks) -> None:
        self.ticks, self.written, self.heard = ticks, Ticks(), Ticks()
        self.is_silenced: Callable[[], bool] = lambda: False
        self.is_ending = False

    def faults(self) -> list[str]:
        """A sentence each. Leaves out what passes by itself, and faults on Telegram's side."""
        return list(self._faults())

    def _faults(self) -> Iterator[str]:
        yield from _late(self.ticks.age(), "what is due was not looked at")
        yield from _late(self.written.age(), "the database was not written")
        if self.is_silenced():
            yield SILENCED

    def why_not_ready(self) -> list[str]:
        if self.is_ending:
            return ["it is ending", *self._faults()]
        return [*_late(self.heard.age(), "Telegram was not heard of", DEAF), *self._faults()]

    def ages(self) -> dict[str, float | None]:
        """Seconds since each last happened; None if it has not yet."""
        ages = {"tick": self.ticks.age(), "write": self.written.age(), "telegram": self.heard.age()}
        return {name: None if age is None else round(age, 3) for name, age in ages.items()}


def told(condition: Condition, faults: list[str]) -> dict[str, Any]:
    return {"ok": not faults, "faults": faults, "seconds_since": condition.ages()}


def _late(age: float | None, what: str, most: float = LATE) -> Iterator[str]:
    if age is None:
        yield f"{what} yet"
    elif age > most:
        yield f"{what} for {age:.0f} s"
