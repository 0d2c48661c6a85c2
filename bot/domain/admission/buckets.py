"""Limits how much a person may do at once. Each has a bucket, which their actions empty and time fills."""

from dataclasses import dataclass
from math import ceil

MOST = 50_000
"""How many buckets are kept. The person idle longest is forgotten first; their bucket has long been full again."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """`at_once`, then `per_second` more."""

    at_once: int
    per_second: float


class Buckets:
    """Buckets by the ids of people. Moments are seconds of a clock that may be set back."""

    def __init__(self, allowance: Allowance, most: int = MOST) -> None:
        self._allowance, self._most = allowance, most
        self._held: dict[int, tuple[float, float]] = {}

    def take(self, whose: int, at: float) -> bool:
        level = self._level(whose, at)
        is_left = level >= 1
        self._held.pop(whose, None)  # so that it comes last
        self._held[whose] = (level - is_left, at)
        if len(self._held) > self._most:
            del self._held[next(iter(self._held))]
        return is_left

    def give_back(self, whose: int, at: float) -> None:
        self._held[whose] = (min(self._level(whose, at) + 1, float(self._allowance.at_once)), at)

    def wait(self, whose: int, at: float) -> int:
        """Seconds until something can be taken again."""
        return max(0, ceil((1 - self._level(whose, at)) / self._allowance.per_second))

    def _level(self, whose: int, at: float) -> float:
        level, since = self._held.get(whose, (float(self._allowance.at_once), at))
        filled = level + max(0.0, at - since) * self._allowance.per_second
        return min(filled, float(self._allowance.at_once))
