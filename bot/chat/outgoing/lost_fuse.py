"""Stops believing Telegram that people blocked the bot when it says so of many within a minute.

So many do not leave at once: something in between lies, or something is wrong with the bot itself. Pure: moments are
seconds of a clock that only goes forward.
"""

from collections import deque
from dataclasses import dataclass, field

WINDOW = 60
"""Seconds."""

MANY = 20
"""Fewer than this within the window are always believed."""

SHARE = 0.2
"""Beyond MANY, and beyond this share of all calls within the window, nobody else is believed to be lost."""


@dataclass(slots=True)
class _Second:
    at: int
    sends: int = 0
    lost: int = 0


@dataclass(slots=True)
class LostFuse:
    """It blows when too many are refused, and holds again after a minute without that."""

    _seconds: deque[_Second] = field(default_factory=deque)
    _sends: int = 0
    _lost: int = 0
    _blown_until: float = float("-inf")

    def note(self, now: float, *, is_lost: bool) -> None:
        if not self._seconds or self._seconds[-1].at != int(now):
            self._seconds.append(_Second(int(now)))
        self._seconds[-1].sends += 1
        self._seconds[-1].lost += is_lost
        self._sends += 1
        self._lost += is_lost
        if self._are_too_many(now):
            self._blown_until = now + WINDOW

    def is_blown(self, now: float) -> bool:
        return now < self._blown_until

    def counts(self, now: float) -> tuple[int, int]:
        while self._seconds and self._seconds[0].at <= int(now) - WINDOW:
            past = self._seconds.popleft()
            self._sends -= past.sends
            self._lost -= past.lost
        return self._lost, self._sends

    def _are_too_many(self, now: float) -> bool:
        lost, sends = self.counts(now)
        return lost >= MANY and lost > SHARE * sends
