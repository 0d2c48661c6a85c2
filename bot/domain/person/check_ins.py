"""What somebody tells once a week: how it was on average, and what got in the way."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

MOST = 10
"""The highest number of pain, and of what their back lets them do."""

SUNDAY = 6
"""Asked on, until they choose another day."""

LATE_BY = 2
"""Days: so long after the day that was chosen they may still be asked, whenever they come."""

SKIPPED = "skip"
"""Where the answer to a part stands, for one that they would rather not answer."""


class WeekPart(Enum):
    """What is asked, in its order. The values are wire forms."""

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
    """The week as a whole, beside the one before: quick to say, and coloured by how one feels today (facts.md 6.3)."""

    MUCH_BETTER = "much-better"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MUCH_WORSE = "much-worse"


class InTheWay(Enum):
    """What kept them from moving."""

    NOTHING = "nothing"
    TIME = "time"
    FORGOT = "forgot"
    PAIN = "pain"
    BORED = "bored"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """None where they did not say. `pain`: on average, 0 none to 10 the worst they can imagine. `function`: what their back
    lets them do of the one thing they named, 0 can't to 10 as before: never beside pain on one axis. `at`: UTC, when
    it began. `id`: of its row.
    """

    at: datetime
    pain: int | None = None
    function: int | None = None
    stiffness: Stiffness | None = None
    change: Overall | None = None
    in_the_way: InTheWay | None = None
    id: int = 0


def answered(week: CheckIn, part: WeekPart, value: str) -> CheckIn | None:
    """With the answer to one part, as its button has it; None where that is no answer to it."""
    said = None if value == SKIPPED else value
    try:
        match part:
            case WeekPart.PAIN:
                return replace(week, pain=_number(said))
            case WeekPart.STIFFNESS:
                return replace(week, stiffness=Stiffness(said) if said else None)
            case WeekPart.CHANGE:
                return replace(week, change=Overall(said) if said else None)
            case WeekPart.WAY:
                return replace(week, in_the_way=InTheWay(said) if said else None)
            case WeekPart.FUNCTION:
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


def part_after(part: WeekPart) -> WeekPart | None:
    """None after the last."""
    parts = tuple(WeekPart)
    place = parts.index(part) + 1
    return parts[place] if place < len(parts) else None


def is_time(chosen: int | None, last: date | None, first: date | None, today: date) -> bool:
    """`chosen`: the day of the week, Monday 0. `last`: when it was asked or told last; `first`: of their first session. The first
    time a week is behind them.
    """
    if first is None or today - first < timedelta(days=6):
        return False
    behind = (today.weekday() - (SUNDAY if chosen is None else chosen)) % 7
    return behind <= LATE_BY and (last is None or last < today - timedelta(days=behind))
