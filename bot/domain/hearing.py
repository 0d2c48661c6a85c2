"""What typed words can ask for, beside the labels of the buttons in view."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.domain.session import Move

_NOT_WORDS = re.compile(r"[^\w\s]+")
_MINUTES = re.compile(r"([1-9][0-9]?) ?(m|min|mins|minute|minutes)?")


class Wish(Enum):
    """What can be asked for in any state."""

    START = "start"
    EXERCISES = "exercise"
    ROUTINES = "routine"
    LEARN = "learn"
    PROGRESS = "progress"
    SETTINGS = "settings"
    HELP = "help"
    STOP = "stop"
    DELETE = "delete"
    HOME = "home"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whole phrases, as `tidy` leaves them, and what they mean."""

    moves: Mapping[str, Move]
    wishes: Mapping[str, Wish]


def tidy(text: str) -> str:
    """Small letters, single blanks, no punctuation: "I'm  ready!" and "im ready" are the same."""
    return " ".join(_NOT_WORDS.sub("", text.casefold()).split())


def minutes_in(text: str) -> int | None:
    """The minutes somebody has: "5", "5 min", "10 minutes". None when that is not what was said."""
    said = _MINUTES.fullmatch(tidy(text))
    return int(said[1]) if said else None
