"""Tells whether a sentence that was not understood is about nothing but times, so that the bot asks for the time again."""

from collections.abc import Sequence

from bot.domain.typed.when.found.clock_times import clock_at
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.parsed import is_beside
from bot.domain.typed.when.when_words import Kind

_OF_ELSE = (Kind.TELLS, Kind.AGAINST, Kind.FOREIGN, Kind.QUESTION, Kind.STATES)
_OF_TIMES = (
    *(Kind.UNTIL, Kind.TO, Kind.BEFORE, Kind.AFTER, Kind.NOT_BEFORE, Kind.NOT_AFTER, Kind.OR_LATER),
    *(Kind.OR_EARLIER, Kind.UNSUITED, Kind.BUT, Kind.HOURLY, Kind.INSTEAD, Kind.MOVES, Kind.OTHER_DAYS),
)


def is_only_of_times(said: Sequence[Mark]) -> bool:
    """ "6pm daily, but not today". It must hold a time of day, so that the numbers do not count something else."""
    return all(map(_is_of_times, said)) and any(_is_clock(said, at) for at in range(len(said)))


def _is_of_times(mark: Mark) -> bool:
    is_else = mark.has(*_OF_ELSE) or not mark.meanings
    return not is_else and (not is_beside(mark) or mark.has(*_OF_TIMES))


def _is_clock(said: Sequence[Mark], at: int) -> bool:
    found = clock_at(said, at)
    return found is not None and not found[0].is_bare
