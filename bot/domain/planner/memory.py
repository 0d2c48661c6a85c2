"""What of the last days the planner goes by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

NONE: Mapping[str, int] = MappingProxyType({})

FIRST_DAYS = 14
"""Few moves at first, so that they are learnt (facts.md section 5, rule 2)."""

TOO_OFTEN = 2
"""Times that a move was swapped or skipped, from which on it comes less."""


@dataclass(frozen=True, slots=True)
class WasHard:
    """The last session, where it was hard, or hurt. `day`: where the person is. `seconds`: by the formula of facts.md, as it was
    begun. `level`: the highest at which its doses can have been.
    """

    day: date
    seconds: int
    most_intense: int
    on_floor: bool
    seated: bool
    level: int
    hurt: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """`days`: since the first session. `done`: in how many sessions of the last seven days each exercise was. `passed_over`: how
    often each was swapped or skipped in the last fourteen. `planned`: which moves were planned on each of the last two days on which
    something was, the newest first; a day may hold several sessions. `was_hard`: None where the last session was not.
    """

    days: int = 0
    done: Mapping[str, int] = field(default_factory=lambda: NONE)
    passed_over: Mapping[str, int] = field(default_factory=lambda: NONE)
    planned: tuple[tuple[frozenset[str], ...], ...] = ()
    was_hard: WasHard | None = None

    def __hash__(self) -> int:
        done, passed_over = frozenset(self.done.items()), frozenset(self.passed_over.items())
        return hash((self.days, done, passed_over, self.planned, self.was_hard))

    @property
    def is_new(self) -> bool:
        return self.days < FIRST_DAYS

    def is_passed_over(self, slug: str) -> bool:
        return self.passed_over.get(slug, 0) >= TOO_OFTEN


NOTHING = Memory()
