"""What the next plain words of a person are taken for, once they were asked."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

WAITS = timedelta(hours=1)
"""Who comes back later has forgotten what they were asked, and means something else."""


class Wanted(Enum):
    """The values stand in people's rows. SENSE: nothing was asked, but what they wrote before was not understood."""

    NAME = "name"
    MOVE = "move"
    LINE = "line"
    AMOUNT = "amount"
    TIMES = "times"
    CITY = "city"
    DATE = "date"
    PAIN = "pain"
    WHERE = "where"
    PAGE_NAME = "page-name"
    SENSE = "sense"
    OWN_NAME = "own-name"
    OWN_PICTURE = "own-picture"
    OWN_HOW = "own-how"
    OWN_DOSE = "own-dose"
    NUMBER = "number"
    NOTE = "note"
    LIMIT = "limit"
    FOR_EVERYBODY = "for-everybody"


@dataclass(frozen=True, slots=True)
class Awaited:
    """`about`: the ids of what it is about: of a routine of their own, and for an amount of its line; of a session that hurt;
    of an exercise of their own, and 1 while it is made, else 0; of a note that words are added to; of a weekly check-in. For a name
    on the page for their physio 1 or 0: whether their own words stand on it.
    """

    what: Wanted
    about: tuple[int, ...] = ()
