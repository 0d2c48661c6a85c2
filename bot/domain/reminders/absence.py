"""Which of the reminders that never came, since the bot was away, a person is still told of."""

from collections.abc import Iterable
from datetime import datetime, timedelta

TOLD_FOR = timedelta(days=14)
"""After so long nobody wants to know any more."""


def worth_telling(missed: Iterable[datetime], now: datetime) -> tuple[datetime, datetime] | None:
    """The first and the last, of however many: a list would be a reproach to ourselves that others have to read."""
    told = sorted(due for due in missed if now - TOLD_FOR <= due <= now)
    return (told[0], told[-1]) if told else None
