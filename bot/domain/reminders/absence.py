"""Chooses which missed reminders to mention after the bot was away."""

from collections.abc import Iterable
from datetime import datetime, timedelta

TOLD_FOR = timedelta(days=14)
"""Nobody wants to know about reminders missed longer ago than this."""


def worth_telling(missed: Iterable[datetime], now: datetime) -> tuple[datetime, datetime] | None:
    """The first and the last missed reminder; a list of all of them would be tiresome to read."""
    told = sorted(due for due in missed if now - TOLD_FOR <= due <= now)
    return (told[0], told[-1]) if told else None
