"""What somebody tells once a week: how it was on average, and what got in the way."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

MOST = 10
"""Of pain, and of what their back lets them do."""


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
