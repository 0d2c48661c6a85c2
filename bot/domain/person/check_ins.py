"""The weekly check-in: how the week was on average, and what got in the way."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

MOST = 10
"""The highest number for pain, and for what the back lets a person do."""

SUNDAY = 6
"""The day it is asked on until the person chooses another."""

LATE_BY = 2
"""Days after the chosen day on which it may still be asked."""

SKIPPED = "skip"
"""The stored answer of a person who would rather not answer a part."""


class CheckInPart(Enum):
    """The questions in their order. The values are wire forms."""

    PAIN = "p"
    STIFFNESS = "s"
    CHANGE = "c"
    WAY = "w"
    FUNCTION = "f"


class Stiffness(Enum):
    """How long it is stiff on waking. The values are wire forms, stand in people's rows and in sentences."""

    NONE = "none"
    SHORT = "short"
    WHILE = "while"
    LONG = "long"


class Overall(Enum):
    """The week compared with the one before: quick to say, and coloured by how one feels today (docs/facts.md: week-as-a-whole)."""

    MUCH_BETTER = "much-better"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MUCH_WORSE = "much-worse"


class InTheWay(Enum):
    NOTHING = "nothing"
    TIME = "time"
    FORGOT = "forgot"
    PAIN = "pain"
    BORED = "bored"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """None means they did not say. `at`: UTC, when it began. `id`: of its row.

    `pain`: on average, from 0 to 10, the worst they can imagine. `function`: how much of the one thing they named
    their back allows, from 0 to 10, as before. It never shares an axis with pain."""

    at: datetime
    pain: int | None = None
    function: int | None = None
    stiffness: Stiffness | None = None
    change: Overall | None = None
    in_the_way: InTheWay | None = None
    id: int = 0


def answered(week: CheckIn, part: CheckInPart, value: str) -> CheckIn | None:
    said = None if value == SKIPPED else value
    try:
        match part:
            case CheckInPart.PAIN:
                return replace(week, pain=_number(said))
            case CheckInPart.STIFFNESS:
                return replace(week, stiffness=Stiffness(said) if said else None)
            case CheckInPart.CHANGE:
                return replace(week, change=Overall(said) if said else None)
            case CheckInPart.WAY:
                return replace(week, in_the_way=InTheWay(said) if said else None)
            case CheckInPart.FUNCTION:
                return replace(week, function=_number(said))
    except ValueError:
        return None


def _number(said: str | None) -> int | None:
    """Raises ValueError."""
    if said is None:
        return None
    number = int(said)
    if not 0 <= number <= MOST:
        raise ValueError(said)
    return number


def part_after(part: CheckInPart) -> CheckInPart | None:
    parts = tuple(CheckInPart)
    place = parts.index(part) + 1
    return parts[place] if place < len(parts) else None


def check_in_is_due(chosen: int | None, last: date | None, first: date | None, today: date) -> bool:
    """`chosen`: a weekday, Monday 0. `last`: when it was last asked or answered. `first`: the day of their first session."""
    if first is None or today - first < timedelta(days=6):
        return False
    behind = (today.weekday() - (SUNDAY if chosen is None else chosen)) % 7
    return behind <= LATE_BY and (last is None or last < today - timedelta(days=behind))
