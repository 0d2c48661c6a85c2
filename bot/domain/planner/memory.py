"""What of the last days the planner goes by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.domain.planner.easing import Easing

NONE: Mapping[str, int] = MappingProxyType({})

FIRST_DAYS = 14
"""Few moves at first, so that they are learnt (docs/facts.md: few-moves)."""

FIRST_SESSIONS = 12
"""Likewise few that are new, for those who come less often."""

TOO_OFTEN = 2
"""Times that a move was swapped or skipped, from which on it comes less."""


@dataclass(frozen=True, slots=True)
class Memory:
    """`days`: since the first session. `sessions`: in all. `done`: in how many sessions of the last seven days each exercise was. `passed_over`: how
    often each was swapped or skipped in the last fourteen. `planned`: which moves were planned on each of the last two days on which
    something was, the newest first; a day may hold several sessions. `easing`: None where nothing was hard lately. `known`: slugs of
    what was ever done.
    """

    days: int = 0
    done: Mapping[str, int] = field(default_factory=lambda: NONE)
    passed_over: Mapping[str, int] = field(default_factory=lambda: NONE)
    planned: tuple[tuple[frozenset[str], ...], ...] = ()
    easing: Easing | None = None
    known: frozenset[str] = frozenset()
    sessions: int = 0

    def __hash__(self) -> int:
        done, passed_over = frozenset(self.done.items()), frozenset(self.passed_over.items())
        return hash((self.days, done, passed_over, self.planned, self.easing, self.known, self.sessions))

    @property
    def is_new(self) -> bool:
        return self.days < FIRST_DAYS

    def is_passed_over(self, slug: str) -> bool:
        return self.passed_over.get(slug, 0) >= TOO_OFTEN

    def is_new_to(self, slug: str) -> bool:
        """Whether it is a move more to learn, for somebody who has just begun."""
        return (self.is_new or self.sessions < FIRST_SESSIONS) and slug not in self.known


NOTHING = Memory()
