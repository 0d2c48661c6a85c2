"""What bounds a session: by whom it is for, by what they ask for now, and by how the last one was."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bot.domain.library.exercise import Equipment
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.stages import Stage
from bot.domain.planner.memory import Memory, WasHard
from bot.domain.planner.why import Eased

MINUTE = 60

USUAL = 5
"""Minutes, for those who have not said how long a session is to be."""

SHORT = 150
"""Seconds up to which a session is a short break: it has small doses, and never leads to the floor (facts.md 4.3)."""

FEW = 4
"""Moves in the first days and on a day of much pain (facts.md 4.3, step 4)."""

SORE_MINUTES = 5
"""The most on a day of much pain (facts.md 4.3, step 5)."""

LEAST = 2 * MINUTE
"""No session is made shorter than this."""

AT_HAND = frozenset({Equipment.CHAIR, Equipment.WALL, Equipment.DOORWAY, Equipment.TOWEL})
"""What nearly everybody has, for those who have not been asked yet."""

NO_PENALTY: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for now. `minutes`: None for as long as usual. `no_floor`: for today."""

    minutes: int | None = None
    no_floor: bool = False

    @property
    def is_something(self) -> bool:
        return self.minutes is not None or self.no_floor


@dataclass(frozen=True, slots=True)
class Limits:
    """`who`: with what bounds them today put in. `seconds`: the most, by the formula. `most_moves`: None for any number. `level`: of
    doses. `later`: by slug, how far a move steps back behind others of its purpose.
    """

    who: Preferences
    seconds: int
    most_moves: int | None
    level: int
    most_intense: int
    later: Mapping[str, int] = field(default_factory=lambda: NO_PENALTY)

    @property
    def is_short(self) -> bool:
        return self.seconds <= SHORT


def limits(asked: Asked, who: Preferences, memory: Memory, *, few: bool = True) -> Limits:
    """`few`: whether beginners get few moves."""
    is_sore = who.stage is Stage.HIGH
    minutes = min(asked.minutes or who.minutes or USUAL, SORE_MINUTES if is_sore else 24 * MINUTE)
    at_hand = replace(who, equipment=AT_HAND) if who.equipment is None else who
    placed = off_the_floor(at_hand) if asked.no_floor or who.floor is None else at_hand
    most = FEW if is_sore or (few and memory.is_new) else None
    usual = Limits(placed, minutes * MINUTE, most, placed.dose_level, placed.most_intense)
    return _after(memory.was_hard, asked, usual) if memory.was_hard else usual


def off_the_floor(who: Preferences) -> Preferences:
    return who if who.floor is Floor.SEATED else replace(who, floor=Floor.STAND)


def eased(hard: WasHard, asked: Asked) -> Eased:
    """After a hard session: shorter; where it is short already, easier; where it is easy already, seated."""
    if hard.seconds > LEAST + MINUTE // 2 and asked.minutes is None:
        return Eased.SHORTER
    if hard.most_intense > 1 or hard.level > 1:
        return Eased.EASIER
    return Eased.SEATED


def _after(hard: WasHard, asked: Asked, usual: Limits) -> Limits:
    """Never longer than what was hard, never more intense, and not to the floor where that was not on it. A length that is asked for
    is theirs.
    """
    how = eased(hard, asked)
    seconds = usual.seconds if asked.minutes is not None else min(usual.seconds, _less(hard, how))
    level, most_intense = min(usual.level, hard.level), min(usual.most_intense, hard.most_intense)
    if how is Eased.EASIER:
        level, most_intense = max(1, level - 1), max(1, most_intense - 1)
    who = usual.who
    if how is Eased.SEATED or hard.seated:
        who = replace(who, floor=Floor.SEATED)
    elif not hard.on_floor:
        who = off_the_floor(who)
    return replace(usual, who=who, seconds=seconds, level=level, most_intense=most_intense)


def _less(hard: WasHard, how: Eased) -> int:
    """Seconds: a minute less, or a fifth of a long one, in whole minutes where there are some."""
    if how is not Eased.SHORTER:
        return hard.seconds
    less = hard.seconds - max(MINUTE, hard.seconds // 5)
    return max(LEAST, less - less % MINUTE if less > 2 * MINUTE else less)
