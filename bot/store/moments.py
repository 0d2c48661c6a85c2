"""How moments stand in the file: UTC, as text of one width, so that they compare as they sort."""

from datetime import UTC, datetime
from typing import overload

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for what is no moment. Long ago harms nobody: too late to be sent, awaited no more, long over."""

_FIRST, _LAST = "1970", "2200"
"""Years between which moments can be reckoned with, in any zone. Text of other years is no moment of ours."""


@overload
def text(moment: datetime) -> str: ...
@overload
def text(moment: None) -> None: ...
def text(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return in_utc.isoformat(timespec="microseconds")


@overload
def moment(stored: str) -> datetime: ...
@overload
def moment(stored: None) -> None: ...
def moment(stored: str | None) -> datetime | None:
    """Never raises: what can't be reckoned with is EPOCH."""
    if stored is None:
        return None
    try:
        found = datetime.fromisoformat(stored) if _FIRST < stored < _LAST else EPOCH
    except ValueError:
        return EPOCH
    return found if found.tzinfo else EPOCH


def known_moment(stored: str) -> datetime:
    """For what must not go on by a moment that is none. Raises ValueError."""
    found = moment(stored)
    if found is EPOCH:
        raise ValueError("no moment")
    return found
