"""Days on which a person was ill or away. They cost nothing, and are no gap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

LONGEST_OFF = 92
"""Days that can be taken off at once."""

DAY = timedelta(days=1)


class OffKind(Enum):
    """The values are wire forms and stand in people's rows."""

    ILL = "ill"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class DaysOff:
    """From one day to another, both included, where the person is."""

    first: date
    last: date
    kind: OffKind

    @property
    def days(self) -> Iterator[date]:
        return (self.first + number * DAY for number in range((self.last - self.first).days + 1))


def by_day(ranges: Iterable[DaysOff]) -> dict[date, OffKind]:
    return {day: off.kind for off in ranges for day in off.days}


def now_off(ranges: Iterable[DaysOff], today: date) -> DaysOff | None:
    return next((off for off in ranges if off.first <= today <= off.last), None)
