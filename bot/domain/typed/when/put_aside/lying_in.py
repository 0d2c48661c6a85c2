"""Hears until when somebody sleeps in as the time for those days: "8am in the week, lie in till 10 sat and sun"."""

from collections.abc import Sequence

from bot.domain.typed.when.found.clock_times import clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import weekdays_at
from bot.domain.typed.when.when_words import Kind, Meaning

_MORNING = Mark("", {Kind.AM: Meaning(Kind.AM)})
"""Nobody lies in until the evening."""

_ENDS = (Kind.COMMA, Kind.DASH, Kind.BREAK)


def without_lying_in(said: Sequence[Mark]) -> list[Mark]:
    """Only beside days that have a time of their own."""
    for at, mark in enumerate(said):
        until = skipped(said, at + 1, Kind.LINK)
        is_led = mark.has(Kind.OFF) and mark_at(said, until).has(Kind.UNTIL)
        found = clock_at(said, skipped(said, until + 1, Kind.AT)) if is_led else None
        if found and _has_days(said[:at]) and _has_days(_clause(said, until + 1)):
            is_open = len(found[0].minutes()) > 1
            return [*said[:at], *said[until + 1 : found[1]], *[_MORNING] * is_open, *said[found[1] :]]
    return list(said)


def _clause(said: Sequence[Mark], at: int) -> Sequence[Mark]:
    end = at
    while end < len(said) and not said[end].has(*_ENDS):
        end += 1
    begin = at
    while begin and not said[begin - 1].has(*_ENDS):
        begin -= 1
    return said[begin:end]


def _has_days(said: Sequence[Mark]) -> bool:
    return any(weekdays_at(said, at) for at in range(len(said)))
