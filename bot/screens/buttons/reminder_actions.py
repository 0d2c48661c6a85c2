"""Everything a button can mean that has to do with reminders."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.reminders.reminder import Nod


@dataclass(frozen=True, slots=True)
class NodTo:
    """`delivery` is the id of the reminder as it came that day."""

    delivery: int
    nod: Nod


@dataclass(frozen=True, slots=True)
class OpenReminder:
    """`reminder` is the id of one of the person's own, here and below."""

    reminder: int


@dataclass(frozen=True, slots=True)
class DeleteReminder:
    reminder: int


@dataclass(frozen=True, slots=True)
class RestReminder:
    """Let it rest, until it is woken; or wake it: the button says which."""

    reminder: int
    on: bool


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Nothing comes until so many days from today; 1 is until tomorrow."""

    days: int


class Stage(Enum):
    """Where one is with a reminder that does not count yet."""

    SHOW = "s"
    DAYS = "d"
    TIME = "t"
    WHAT = "w"
    KEEP = "k"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A reminder as it would be. `reminder`: the one it would change, 0 for a new one. `times`, `days` and `starts` as
    bot/domain/reminders/draft.py writes them.
    """

    stage: Stage
    reminder: int
    times: str
    days: int
    starts: str


@dataclass(frozen=True, slots=True)
class SetZone:
    """`zone`: its IANA name."""

    zone: str


@dataclass(frozen=True, slots=True)
class AskClock:
    """`odd`: the less usual ones, most of which are not whole hours from UTC."""

    odd: bool


@dataclass(frozen=True, slots=True)
class ClockSays:
    """The clock of the person is so many quarters of an hour ahead of the one farthest behind, which is at UTC-12."""

    quarters: int


@dataclass(frozen=True, slots=True)
class SetDiscreet:
    on: bool


@dataclass(frozen=True, slots=True)
class SetFollowUp:
    on: bool


Reminded = (
    NodTo
    | OpenReminder
    | DeleteReminder
    | RestReminder
    | PauseFor
    | Drafted
    | SetZone
    | AskClock
    | ClockSays
    | SetDiscreet
    | SetFollowUp
)
"""Answers to a reminder, when and how people want to be reminded, and what time it is where they are."""
