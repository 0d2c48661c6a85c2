"""What typed words can ask for, beside the labels of the buttons in view."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Move
from bot.domain.typed.times import DayWords

_NOT_WORDS = re.compile(r"[^\w\s]+")
_NUMBERS = {"two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20}
_UNIT = r"(?:m|min|mins|minute|minutes)"
_MINUTES = re.compile(rf"([1-9][0-9]?) ?{_UNIT}?|({'|'.join(_NUMBERS)}) {_UNIT}")
_SOME_MINUTES = re.compile(
    rf"\b(?:(?:about|only|for|in|i have) )*([1-9][0-9]? ?{_UNIT}|(?:{'|'.join(_NUMBERS)}) {_UNIT})\b"
)
_TIMES = re.compile(r"([0-9]{1,3}) ?(?:x|times|reps|repetitions)?(?: (?:a|each|per) side)?")
_SECONDS = re.compile(r"(?:for )?([0-9]{1,3}) ?(?:s|sec|secs|second|seconds)(?: (?:a|each|per) side)?")
_BOTH = re.compile(
    r"([0-9]{1,3})(?: ?x ?| times | )(?:of |for )?([0-9]{1,3}) ?(?:s|sec|secs|second|seconds)(?: (?:a|each|per) side)?"
)


class Wish(Enum):
    """What can be asked for in any state."""

    START = "start"
    REMIND = "remind"
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
    NO_FLOOR = "no-floor"
    WORK_AROUND = "work-around"
    PICTURES = "pictures"
    PICTURES_MOVING = "pictures-moving"
    PICTURES_STILL = "pictures-still"
    PICTURES_OFF = "pictures-off"
    IN_WORDS = "in-words"


class Edit(Enum):
    """What can be asked of a line of one's own routine, beside an amount."""

    UP = "up"
    DOWN = "down"
    FEWER = "fewer"
    MORE = "more"
    SHORTER = "shorter"
    LONGER = "longer"
    LEVEL = "level"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Amount:
    """Seconds of a hold, and times; None where that was not said."""

    hold: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whole phrases, as `tidy` leaves them, and what they mean."""

    moves: Mapping[str, Move]
    wishes: Mapping[str, Wish]
    edits: Mapping[str, Edit] = field(default_factory=dict)
    nods: Mapping[str, Nod] = field(default_factory=dict)
    days: DayWords = field(default_factory=DayWords)
    months: Mapping[str, int] = field(default_factory=dict)


def tidy(text: str) -> str:
    """Small letters, single blanks, no punctuation: "I'm  ready!" and "im ready" are the same."""
    return " ".join(_NOT_WORDS.sub("", text.casefold()).split())


def minutes_in(text: str) -> int | None:
    """The minutes somebody has: "5", "5 min", "10 minutes". None when that is not what was said."""
    said = _MINUTES.fullmatch(tidy(text))
    return (int(said[1]) if said[1] else _NUMBERS[said[2]]) if said else None


def minutes_and_rest(text: str) -> tuple[int | None, str]:
    """The minutes, and what was said beside them: "evening, ten minutes" is 10 and "evening"."""
    if minutes := minutes_in(text):
        return minutes, ""
    said = tidy(text)
    found = _SOME_MINUTES.search(said)
    if found is None:
        return None, text
    return minutes_in(found[1]), f"{said[: found.start()]} {said[found.end() :]}".strip()


def amount_in(text: str) -> Amount | None:
    """An amount of a move: "8 times", "8", "20 s", "3 × 15 s". None when that is not what was said."""
    said = tidy(text.replace("×", "x"))
    if both := _BOTH.fullmatch(said):
        return Amount(int(both[2]), int(both[1]))
    if seconds := _SECONDS.fullmatch(said):
        return Amount(hold=int(seconds[1]))
    times = _TIMES.fullmatch(said)
    return Amount(times=int(times[1])) if times else None
