"""The goal, days a week: asked once people know what such a day is, and reached once a week."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.domain.progress.diary import Entry

ASKED_AFTER = 3
"""Days on which something was done."""


def knows_days(newest_first: Iterable[Entry], now: datetime) -> bool:
    """Whether there were days enough to say how many a week are right. Days are those of the zone that `now` is in."""
    days: set[date] = set()
    for entry in newest_first:
        if entry.seconds:
            days.add(entry.began_at.astimezone(now.tzinfo).date())
        if len(days) == ASKED_AFTER:
            return True
    return False
