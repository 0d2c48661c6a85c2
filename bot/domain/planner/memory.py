"""What the planner remembers about a person's last days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.domain.planner.easing import Easing

NONE: Mapping[str, int] = MappingProxyType({})

FIRST_DAYS = 14
"""Days with few exercises, so that people can learn them (docs/facts.md: few-moves)."""

FIRST_SESSIONS = 12
"""Sessions with few new exercises, for people who come less often."""

TOO_OFTEN = 2
"""An exercise swapped or skipped this many times comes less often."""


@dataclass(frozen=True, slots=True)
class Memory:
    """`days`: since the first session. `sessions`: in all. `known`: slugs of everything ever done. `easing`: None if
    nothing was hard lately.

    `done`: in how many sessions of the last seven days each exercise was. `passed_over`: how often each was swapped
    or skipped in the last fourteen. `planned`: the exercises planned on the last two days with sessions, newest
    first; a day may hold several sessions."""

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

    def is_one_more_to_learn(self, slug: str) -> bool:
        return (self.is_new or self.sessions < FIRST_SESSIONS) and slug not in self.known


NOTHING = Memory()
