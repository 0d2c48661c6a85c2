"""The reasons for today's session: each is the highest rule that changed something."""

from dataclasses import dataclass
from datetime import date

from bot.domain.library.exercise import Purpose
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import Until
from bot.domain.planner.easing import Eased


@dataclass(frozen=True, slots=True)
class Rested:
    """An exercise rests because it was sharp. `until`: None if the person must be asked first. `instead`: a slug; ""
    if nothing takes its place."""

    slug: str
    until: Until | None
    instead: str


@dataclass(frozen=True, slots=True)
class SoreDay:
    stage: Stage


@dataclass(frozen=True, slots=True)
class AsAsked:
    """`minutes`: None if only a position was asked for. `no_floor`, `seated`: for today."""

    minutes: int | None
    no_floor: bool
    seated: bool = False


@dataclass(frozen=True, slots=True)
class AsMuchAsFits:
    """The session is shorter than asked for, because one more exercise would make it longer than that."""

    minutes: int
    no_floor: bool
    seated: bool = False


@dataclass(frozen=True, slots=True)
class AllThereIs:
    """The session is shorter than asked for, because nothing else suits."""


@dataclass(frozen=True, slots=True)
class AfterHard:
    """`day`: of the session that was hard, or hurt."""

    eased: Eased
    day: date
    hurt: bool


@dataclass(frozen=True, slots=True)
class StepByStep:
    """The last session was good and an earlier one hard: it grows again, and is not yet as usual."""


@dataclass(frozen=True, slots=True)
class NotLookedAt:
    """Only gentle exercises, because nobody has seen this back, or somebody must first say that the person may move."""


@dataclass(frozen=True, slots=True)
class FewMoves:
    """`minutes`: what was asked for, if this rule makes the session shorter; else None."""

    count: int
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Liked:
    slug: str


@dataclass(frozen=True, slots=True)
class ComesLess:
    """An exercise that was swapped or skipped twice. `instead`: a slug."""

    slug: str
    instead: str


@dataclass(frozen=True, slots=True)
class LeastDone:
    """Purposes done least in the last seven days."""

    purposes: tuple[Purpose, ...]


Why = (
    Rested
    | SoreDay
    | AsAsked
    | AsMuchAsFits
    | AllThereIs
    | AfterHard
    | StepByStep
    | NotLookedAt
    | FewMoves
    | Liked
    | ComesLess
    | LeastDone
)
