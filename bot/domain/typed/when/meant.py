"""The possible meanings of words about a time: repeated, once, one of several, or incomplete."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

DAY = 24 * 60


class PartOfDay(Enum):
    """The values are the first minute of the day and the minute after the last; some parts go past midnight."""

    EARLY = (0, 7 * 60)
    MORNING = (60, 12 * 60)
    NOON = (11 * 60, 15 * 60)
    AFTERNOON = (12 * 60, 21 * 60)
    EVENING = (16 * 60, DAY + 60)
    NIGHT = (17 * 60, DAY + 6 * 60)
    MIDNIGHT = (23 * 60, DAY + 3 * 60)
    AM = (0, 12 * 60)
    PM = (12 * 60, DAY)

    def holds(self, minute: int) -> bool:
        begins, ends = self.value
        return begins <= minute < ends or begins <= minute + DAY < ends

    @property
    def offered(self) -> "PartOfDay":
        return _ASKED.get(self, self)


_ASKED = {
    PartOfDay.EARLY: PartOfDay.MORNING,
    PartOfDay.NOON: PartOfDay.AFTERNOON,
    PartOfDay.NIGHT: PartOfDay.EVENING,
    PartOfDay.MIDNIGHT: PartOfDay.EVENING,
}


@dataclass(frozen=True, slots=True)
class DayTimes:
    """`weekdays`: 0 is Monday. `times`: in order, all different."""

    weekdays: frozenset[int]
    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class Repeating:
    """`names_days`: days were named; otherwise it is every day."""

    groups: tuple[DayTimes, ...]
    names_days: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Once:
    """Where the person is. `ahead`: for "in two hours"; clocks may change before that."""

    day: date
    at: time
    ahead: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Either:
    """At least two possible meanings. `is_each`: several were asked for, and can't all be kept."""

    options: tuple[Repeating | Once, ...]
    is_each: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Half:
    """No time was said, but weekdays or a day, and perhaps a part of it. `count`: how many times a day, where that was said."""

    weekdays: frozenset[int] = frozenset()
    day: date | None = None
    part: PartOfDay | None = None
    count: int = field(default=0, compare=False)


When = Repeating | Once | Either | Half


def names_time_of_day(when: When) -> bool:
    return not isinstance(when, Half) or when.part is not None


def still_ahead(when: When, now: datetime) -> When | None:
    match when:
        case Once(day, at, None) if (day, at) <= (now.date(), now.time()):
            return None
        case Half(_, day, _) if day and day < now.date():
            return None
        case Either(options):
            left = tuple(_each_ahead(options, now))
            return replace(when, options=left) if len(left) > 1 else next(iter(left), None)
    return when


def _each_ahead(options: tuple[Repeating | Once, ...], now: datetime) -> Iterator[Repeating | Once]:
    for option in options:
        left = still_ahead(option, now)
        if isinstance(left, Repeating | Once):
            yield left
