"""What the next plain words of a person answer, once they were asked something."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

WAITS = timedelta(hours=1)
"""A person who comes back later has forgotten the question, and means something else."""


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
    """`about`: ids of the thing asked about: a person's own routine, and for an amount its line; a session that hurt; a note that words
    are added to; a weekly check-in; reminders that were just kept; beside a city the other times, in minutes, that a reminder may be
    meant for; or a person's own exercise, and 1 while it is being made, else 0. For the name on the page for a
    therapist it is 1 or 0: do their own words stand on it?"""

    what: Wanted
    about: tuple[int, ...] = ()
