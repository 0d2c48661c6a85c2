"""What a person's next plain words answer, after they were asked something."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

WAITS = timedelta(hours=1)
"""People who come back later than this have forgotten the question, and mean something else."""


class Wanted(Enum):
    """The values stand in people's rows. SENSE: nothing was asked, but the message before was not understood."""

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
    """`about`: ids of what was asked about: a person's own routine, and for an amount its line; a session that hurt;
    a note that words are added to; a weekly check-in; reminders that were just kept; for a city, the other times,
    in minutes, that a reminder may be meant for; or a person's own exercise, and 1 while it is being made, else 0.
    For the name on the page for a therapist, 1 if their own words stand on it, else 0."""

    what: Wanted
    about: tuple[int, ...] = ()
