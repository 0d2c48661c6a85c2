"""Why today is as it is: the highest rule that changed something, as a value."""

from dataclasses import dataclass
from datetime import date

from bot.domain.library.exercise import Purpose
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import Until
from bot.domain.planner.easing import Eased


@dataclass(frozen=True, slots=True)
class Rested:
    """A move rests, since it was sharp. `until`: None where it is to be asked about. `instead`: a slug; "" where nothing takes its place."""

    slug: str
    until: Until | None
    instead: str


@dataclass(frozen=True, slots=True)
class SoreDay:
    stage: Stage


@dataclass(frozen=True, slots=True)
class AsAsked:
    """`minutes`: what was asked for; None where only the floor was left out. `no_floor`: for today."""

    minutes: int | None
    no_floor: bool


@dataclass(frozen=True, slots=True)
class AllThereIs:
    """Less than was asked for, as no more suits."""


@dataclass(frozen=True, slots=True)
class AfterHard:
    """`day`: of the session that was hard, or hurt."""

    eased: Eased
    day: date
    hurt: bool


@dataclass(frozen=True, slots=True)
class StepByStep:
    """The last one was good, and one before it hard: it grows again, and is not yet as usual."""


@dataclass(frozen=True, slots=True)
class NotLookedAt:
    """Only gentle moves, as nobody has seen this back, or somebody is to say first that they may move."""


@dataclass(frozen=True, slots=True)
class FewMoves:
    count: int


@dataclass(frozen=True, slots=True)
class Liked:
    slug: str


@dataclass(frozen=True, slots=True)
class ComesLess:
    """A move that was swapped or skipped twice comes less. `instead`: a slug."""

    slug: str
    instead: str


@dataclass(frozen=True, slots=True)
class LeastDone:
    """What had come least in the last seven days."""

    purposes: tuple[Purpose, ...]


Why = (
    Rested
    | SoreDay
    | AsAsked
    | AllThereIs
    | AfterHard
    | StepByStep
    | NotLookedAt
    | FewMoves
    | Liked
    | ComesLess
    | LeastDone
)
