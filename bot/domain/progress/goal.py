"""Decides when to ask for a goal in days a week: once people know what such a day is."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.domain.progress.diary import Entry

ASKED_AFTER = 3
"""Days with a session."""


def may_ask_goal(newest_first: Iterable[Entry], now: datetime) -> bool:
    """Days are those of the zone of `now`."""
    days: set[date] = set()
    for entry in newest_first:
        if entry.seconds:
            days.add(entry.began_at.astimezone(now.tzinfo).date())
        if len(days) == ASKED_AFTER:
            return True
    return False
