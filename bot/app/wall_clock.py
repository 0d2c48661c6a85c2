"""The only place where the time is read, and the rules of time zones."""

import zoneinfo
from datetime import UTC, datetime


def now() -> datetime:
    """UTC."""
    return datetime.now(UTC)


def know_one_set_of_zones() -> None:
    """Uses only the rules of the package tzdata: the machine's may be older."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
