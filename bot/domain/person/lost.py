"""Decides when reminders are tried again for a person whom Telegram cannot reach."""

from datetime import datetime, timedelta

TRY_AGAIN_AFTER = (timedelta(days=1), timedelta(weeks=1), timedelta(days=30))
"""The waits before each further try. After the last, reminders rest until the person comes back."""


def try_again_at(times: int, now: datetime) -> datetime | None:
    """`times`: failed tries in a row. None: not until the person comes back."""
    return now + TRY_AGAIN_AFTER[times - 1] if 0 < times <= len(TRY_AGAIN_AFTER) else None


def may_try_again(try_at: datetime | None, now: datetime) -> bool:
    # A moment further ahead than any we set comes from a wrong clock, and counts as come.
    return try_at is not None and (try_at <= now or try_at > now + TRY_AGAIN_AFTER[-1])
