"""How moments stand in the file: UTC, as text of one width, so that they sort as they compare."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import overload

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for text that is no moment. A time long ago does no harm: too late to send, awaited no more, long over."""

_FIRST, _LAST = "1970", "2200"
"""Moments outside these years could overflow in some time zone, and count as no moment."""


@overload
def text(moment: datetime) -> str: ...
@overload
def text(moment: None) -> None: ...
def text(moment: datetime | None) -> str | None:
    return None if moment is None else _in_utc(moment)


@lru_cache(maxsize=64)
def _in_utc(moment: datetime) -> str:
    """Cached: a decision writes the same moment into several rows."""
    in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return in_utc.isoformat(timespec="microseconds")


@overload
def moment(stored: str) -> datetime: ...
@overload
def moment(stored: None) -> None: ...
def moment(stored: str | None) -> datetime | None:
    """Never raises: text that is no moment becomes EPOCH."""
    if stored is None:
        return None
    try:
        found = datetime.fromisoformat(stored) if _FIRST < stored < _LAST else EPOCH
    except ValueError:
        return EPOCH
    return found if found.tzinfo else EPOCH


def day(stored: str) -> date | None:
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None


def known_moment(stored: str) -> datetime:
    """Raises ValueError for text that is no moment."""
    found = moment(stored)
    if found is EPOCH:
        raise ValueError("no moment")
    return found
