"""The clock: the only place where the time is read, and the rules of time zones that all go by."""

import zoneinfo
from datetime import UTC, datetime


def now() -> datetime:
    """UTC."""
    return datetime.now(UTC)


def know_one_set_of_zones() -> None:
    """The rules of time zones come from the package tzdata alone: what is installed on this machine may be older."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
