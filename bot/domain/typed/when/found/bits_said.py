"""The times and days that were found in a sentence, each with its clause, and what is said in each clause."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.typed.when.found.clock_times import Clock
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays
from bot.domain.typed.when.meant import PartOfDay


@dataclass(frozen=True, slots=True)
class EveryHours:
    ways: tuple[tuple[int, ...], ...]


Said = Clock | Weekdays | OneDay | PartOfDay | timedelta | EveryHours


class NoTime(Exception):
    """A number or a word about time was not understood, or something contradicts a time."""


@dataclass(slots=True)
class Parsed:
    """`said`: each with the number of its clause. `without`: excluded weekdays, by the clauses `refusing`. `counts`: how many times
    were announced; `weekly`: on how many days. `unwanted`, `off`, `but`, `too`, `corrected`, `only`, `negative`, `reasons`, `chatty`: clauses with such words.
    `apart`: clauses whose days have their own times; `bracketed`: in brackets; `anew`: after "so" or "also". `commands`: days were left out by an order. `choices`: places in `said` that an "or"
    stands before. `perhaps_minutes`: the place of an hour that may be minutes of the one before. `not_today`: it begins tomorrow.
    `is_rest_unknown`: the other days were named before those that they are other than.

    Numbers of words: `unknown` are not of the language, `beside` are not about time, `known` are all others, and `timely` of these make
    a time.
    """

    said: list[tuple[Said, int]] = field(default_factory=list)
    without: frozenset[int] = frozenset()
    refusing: set[int] = field(default_factory=set)
    unwanted: set[int] = field(default_factory=set)
    off: set[int] = field(default_factory=set)
    but: set[int] = field(default_factory=set)
    too: set[int] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)
    bracketed: set[int] = field(default_factory=set)
    anew: set[int] = field(default_factory=set)
    corrected: set[int] = field(default_factory=set)
    commands: bool = False
    counts: set[int] = field(default_factory=set)
    weekly: set[int] = field(default_factory=set)
    negative: set[int] = field(default_factory=set)
    reasons: set[int] = field(default_factory=set)
    only: set[int] = field(default_factory=set)
    chatty: set[int] = field(default_factory=set)
    choices: list[int] = field(default_factory=list)
    perhaps_minutes: int | None = None
    not_today: bool = False
    is_rest_unknown: bool = False
    clause: int = 0
    is_chatty: bool = False
    wishes: bool = False
    is_once: bool = False
    asks: bool = False
    unknown: int = 0
    beside: int = 0
    known: int = 0
    timely: int = 0

    def add(self, said: Said) -> None:
        self.said.append((said, self.clause))

    def leave_out(self, days: frozenset[int]) -> None:
        self.without |= days
        self.refusing.add(self.clause)

    @property
    def is_full(self) -> bool:
        """True if every word is part of a time."""
        return self.known == self.timely > 0 and not self.unknown

    @property
    def is_timed(self) -> bool:
        return any(isinstance(said, Clock | EveryHours) for said, _ in self.said)
