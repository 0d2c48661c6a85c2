"""How moments stand in the file: UTC, as text of one width, so that they compare as they sort."""

from datetime import UTC, datetime
from typing import overload


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
    return datetime.fromisoformat(stored) if stored else None


def known_moment(stored: str) -> datetime:
    """Raises ValueError for what can't be reckoned with."""
    found = datetime.fromisoformat(stored)
    if found.tzinfo is None:
        raise ValueError("a moment of no zone")
    return found
