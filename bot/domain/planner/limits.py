"""The limits of a session, from the person, what they ask for now, and how the last session was."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bot.domain.library.exercise import Equipment
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.stages import Stage
from bot.domain.planner.easing import MINUTE, Eased, Easing, HowLow
from bot.domain.planner.memory import Memory

USUAL = 5
"""Minutes, for people who have not chosen a length."""

SHORT = 150
"""Up to so many seconds, a session is a short break with small doses (docs/facts.md: short-break)."""

WORTH_THE_FLOOR = 200
"""From this many seconds on, getting down to the floor is worth it. A break of two minutes never leads to the floor
(docs/facts.md: short-break), nor does one of three."""

FEW = 4
"""Exercises in the first days and on a day of much pain (docs/facts.md: few-moves)."""

SORE_MINUTES = 5
"""The longest session on a day of much pain (docs/facts.md: sore-minutes)."""

AT_HAND = frozenset({Equipment.CHAIR, Equipment.WALL, Equipment.DOORWAY, Equipment.TOWEL})
"""What nearly everybody has: assumed until the person is asked."""

EASIEST = frozenset({"rib-breathing", "shoulder-rolls"})
"""What remains if even two gentle minutes on a seat were hard: safe for everybody (docs/facts.md: safe-for-everybody)."""

NO_PENALTY: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class AskedFor:
    """`minutes`: None for the usual length. `no_floor`, `seated`: for today."""

    minutes: int | None = None
    no_floor: bool = False
    seated: bool = False

    @property
    def is_something(self) -> bool:
        return self.minutes is not None or self.no_floor or self.seated


@dataclass(frozen=True, slots=True)
class Limits:
    """`who`: the person, with today's limits applied. `seconds`: the most, by the formula. `most_moves`: None for any
    number. `level`: of doses. `later`: by slug, how far an exercise steps back behind others with its purpose.
    `only`: slugs; None for any."""

    who: Preferences
    seconds: int
    most_moves: int | None
    level: int
    most_intense: int
    later: Mapping[str, int] = field(default_factory=lambda: NO_PENALTY)
    only: frozenset[str] | None = None

    @property
    def is_short(self) -> bool:
        return self.seconds <= SHORT

    @property
    def stays_up(self) -> bool:
        return self.seconds < WORTH_THE_FLOOR


def limits(asked: AskedFor, who: Preferences, memory: Memory, *, few: bool = True) -> Limits:
    """`few`: give beginners only a few exercises."""
    is_sore = who.stage is Stage.HIGH
    minutes = min(asked.minutes or who.minutes or USUAL, SORE_MINUTES if is_sore else 24 * MINUTE)
    at_hand = replace(who, equipment=AT_HAND) if who.equipment is None else who
    placed = off_the_floor(at_hand) if asked.no_floor or who.floor is None else at_hand
    placed = replace(placed, floor=Floor.SEATED) if asked.seated else placed
    most = FEW if is_sore or (few and memory.is_new) else None
    usual = Limits(placed, minutes * MINUTE, most, placed.dose_level, placed.most_intense)
    return _eased(memory.easing, asked, usual) if memory.easing else usual


def off_the_floor(who: Preferences) -> Preferences:
    return who if who.floor is Floor.SEATED else replace(who, floor=Floor.STAND)


def _eased(easing: Easing, asked: AskedFor, usual: Limits) -> Limits:
    return replace(
        usual,
        who=_placed(easing.where, usual.who),
        seconds=usual.seconds if asked.minutes is not None else min(usual.seconds, easing.seconds),
        level=min(usual.level, easing.level),
        most_intense=min(usual.most_intense, easing.most_intense),
        only=EASIEST if easing.how is Eased.LEAST and easing.is_fresh else None,
    )


def _placed(where: HowLow, who: Preferences) -> Preferences:
    match where:
        case HowLow.SEATED:
            return replace(who, floor=Floor.SEATED)
        case HowLow.STANDING:
            return off_the_floor(who)
        case HowLow.FLOOR:
            return who
