"""How somebody who can't be reached is asked after: seldom, a few times, and then no more until they come back."""

from datetime import datetime, timedelta

ASKED_AFTER = (timedelta(days=1), timedelta(weeks=1), timedelta(days=30))
"""After each time that Telegram said so, a reminder is tried once more so much later. After the last, they rest."""


def asked_again_at(times: int, now: datetime) -> datetime | None:
    """When a reminder is tried again for somebody who was found lost so many times running. None: not until they come."""
    return now + ASKED_AFTER[times - 1] if 0 < times <= len(ASKED_AFTER) else None


def is_to_be_asked(asked_at: datetime | None, now: datetime) -> bool:
    """A moment further ahead than any that is ever set was set by a clock that was wrong, and counts as come."""
    return asked_at is not None and (asked_at <= now or asked_at > now + ASKED_AFTER[-1])
