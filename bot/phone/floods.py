"""Telegram's flood control as token buckets: per private chat, per group, and for the whole bot."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from bot.phone.refused import too_many


@dataclass(frozen=True, slots=True)
class Floods:
    """Rates in messages per second; a burst is what may go at once. The real numbers are unpublished: these are
    the public guidance (1/s a chat with short bursts, 20/min a group, about 30/s in all)."""

    chat: float = 1.0
    chat_burst: int = 4
    group: float = 20 / 60
    group_burst: int = 20
    overall: float = 30.0
    overall_burst: int = 30

    @classmethod
    def off(cls) -> Self:
        return cls(chat=math.inf, group=math.inf, overall=math.inf)


@dataclass(slots=True)
class _Bucket:
    rate: float
    burst: int
    tokens: float
    at: datetime

    def wait(self, now: datetime) -> float:
        """Seconds until a token is there; zero when one is."""
        self.tokens = min(self.burst, self.tokens + max(0.0, (now - self.at).total_seconds()) * self.rate)
        self.at = now
        # A bucket that is filled by decimals is full a hair early.
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.rate


class FloodGate:
    def __init__(self, floods: Floods) -> None:
        self.floods = floods
        self._buckets: dict[int | None, _Bucket] = {}

    def pass_(self, chat: int, now: datetime, *, is_edit: bool = False) -> None:
        """Takes a token of each bucket, or raises the 429 and takes none. Edits count for the bot and for groups; in a
        private chat they are far less narrowly held than new messages."""
        keys = (None,) if is_edit and chat > 0 else (None, chat)
        buckets = [self._bucket(key, now) for key in keys if self._limits(key)[0] < math.inf]
        wait = max((bucket.wait(now) for bucket in buckets), default=0.0)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for bucket in buckets:
            bucket.tokens -= 1

    def _bucket(self, chat: int | None, now: datetime) -> _Bucket:
        if chat not in self._buckets:
            rate, burst = self._limits(chat)
            self._buckets[chat] = _Bucket(rate, burst, burst, now)
        return self._buckets[chat]

    def _limits(self, chat: int | None) -> tuple[float, int]:
        if chat is None:
            return self.floods.overall, self.floods.overall_burst
        if chat < 0:
            return self.floods.group, self.floods.group_burst
        return self.floods.chat, self.floods.chat_burst
