"""Telegram's flood control as token buckets: per private chat, per group, and for the whole bot."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Self

from bot.phone.given.refused import too_many_requests


@dataclass(frozen=True, slots=True)
class Floods:
    """Rates in messages per second; a burst is how many may go at once.

    Telegram does not publish its numbers. These are its public guidance: 1/s a chat with short bursts, 20/min a group, about
    30/s in all; 1,000/s for a paid broadcast, as if the bot had the Stars.
    """

    chat: float = 1.0
    chat_burst: int = 4
    group: float = 20 / 60
    group_burst: int = 20
    overall: float = 30.0
    overall_burst: int = 30
    paid: float = 1_000.0
    paid_burst: int = 1_000

    @classmethod
    def off(cls) -> Self:
        return cls(chat=math.inf, group=math.inf, overall=math.inf, paid=math.inf)

    def rate_and_burst(self, who: "Holder") -> tuple[float, int]:
        match who:
            case "all":
                return self.overall, self.overall_burst
            case "paid":
                return self.paid, self.paid_burst
            case int() if who < 0:
                return self.group, self.group_burst
            case _:
                return self.chat, self.chat_burst


Holder = int | Literal["all", "paid"]
"""A chat id; or the bot with everything that it sends, for free ("all") or paid ("paid")."""


@dataclass(slots=True)
class _Bucket:
    rate: float
    burst: int
    tokens: float
    at: datetime

    def seconds_to_wait(self, now: datetime) -> float:
        self.tokens = min(self.burst, self.tokens + max(0.0, (now - self.at).total_seconds()) * self.rate)
        self.at = now
        # Sums of decimals are inexact, so a bucket counts as full a hair early.
        return 0.0 if self.tokens >= 1 - 1e-9 else (1 - self.tokens) / self.rate


class FloodGate:
    def __init__(self, floods: Floods) -> None:
        self.floods = floods
        self._buckets: dict[Holder, _Bucket] = {}

    def pass_(
        self, chat: int, now: datetime, *, is_edit: bool = False, is_paid: bool = False, messages: int = 1
    ) -> None:
        """Takes tokens from each bucket, or raises the 429 and takes none.

        Edits count for the bot and for groups; in a private chat their limit is far wider than that of new messages. An
        album may go as soon as one message may, and then counts as many.
        """
        whole: Holder = "paid" if is_paid else "all"
        holders = (whole,) if is_edit and chat > 0 else (whole, chat)
        buckets = [self._bucket(who, now) for who in holders if self.floods.rate_and_burst(who)[0] < math.inf]
        wait = max((bucket.seconds_to_wait(now) for bucket in buckets), default=0.0)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for bucket in buckets:
            bucket.tokens -= messages

    def _bucket(self, who: Holder, now: datetime) -> _Bucket:
        if who not in self._buckets:
            rate, burst = self.floods.rate_and_burst(who)
            self._buckets[who] = _Bucket(rate, burst, burst, now)
        return self._buckets[who]
