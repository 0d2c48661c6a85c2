"""Whether Telegram is still believed when it says that people blocked the bot: not if it says so of many within a minute.

So many do not leave at once; something on the way lies, or something is wrong with the bot itself. Pure: moments are
seconds of a clock that only goes forward.
"""

from collections import deque
from dataclasses import dataclass, field

WINDOW = 60
"""Seconds that are looked back on."""

MANY = 20
"""Fewer than so many lost within the window are always believed."""

SHARE = 0.2
"""With as many, and more than this share of all that was sent within the window, nobody more is believed to be lost."""


@dataclass(slots=True)
class _Second:
    at: int
    sends: int = 0
    lost: int = 0


@dataclass(slots=True)
class LostFuse:
    """Blown from the moment on at which too many are refused, until that has not been so for a minute."""

    _seconds: deque[_Second] = field(default_factory=deque)
    _sends: int = 0
    _lost: int = 0
    _blown_until: float = float("-inf")

    def note(self, now: float, *, is_lost: bool) -> None:
        """One call was answered; `is_lost`: by the word that the person can't be reached."""
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
        """How many were refused as lost within the window, and how many sent."""
        while self._seconds and self._seconds[0].at <= int(now) - WINDOW:
            past = self._seconds.popleft()
            self._sends -= past.sends
            self._lost -= past.lost
        return self._lost, self._sends

    def _are_too_many(self, now: float) -> bool:
        lost, sends = self.counts(now)
        return lost >= MANY and lost > SHARE * sends
