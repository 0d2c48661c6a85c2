"""Leaves out times that are named only to be replaced: "at 7pm instead of 8pm", "9am, not 9pm", "move it from 8am to 9am"."""

from collections.abc import Sequence

from bot.domain.typed.when.bits_said import NoTime
from bot.domain.typed.when.clock_times import clock_at, mark_at, skipped
from bot.domain.typed.when.marks import Mark
from bot.domain.typed.when.spoken_days import weekdays_at
from bot.domain.typed.when.when_words import Kind

_JOINS = (Kind.AND, Kind.COMMA, Kind.BREAK, Kind.BECAUSE)
_TOWARDS = (Kind.TO, Kind.AT, Kind.BEFORE)
_Place = tuple[int, int]
"""Where it begins, and the place after it."""


def without_taken_back(said: Sequence[Mark]) -> list[Mark]:
    """Raises NoTime where it can't be told which one is replaced."""
    return _moved(_replaced(list(said)))


def _replaced(said: list[Mark]) -> list[Mark]:
    clocks = _clocks(said)
    for at, mark in enumerate(said):
        if mark.has(Kind.INSTEAD, Kind.NOT) and len(clocks) > 1:
            begins = skipped(said, at + 1, Kind.AT, Kind.LINK)
            end = next((end for begin, end in clocks if begin == begins), 0)
            if end and (mark.has(Kind.INSTEAD) or clocks[0][0] < at) and not _names_days(said, end):
                return _replaced(said[:at] + said[end:])
    return said


def _names_days(said: Sequence[Mark], at: int) -> bool:
    while at < len(said) and not said[at].has(*_JOINS):
        if weekdays_at(said, at):
            return True
        at += 1
    return False


def _moved(said: list[Mark]) -> list[Mark]:
    if not any(mark.has(Kind.MOVES) for mark in said):
        return said
    for places in (_clocks(said), _days(said)):
        if len(places) > 1 and _leads(said[places[0][1] : places[1][0] + 1]):
            begin, end = places[0]
            return _moved(said[:begin] + said[end:])
    if any(mark.has(Kind.BETWEEN) and _is_range(said, at + 1) for at, mark in enumerate(said)):
        raise NoTime  # "move it from mondays to tuesdays", or every day of the five
    return said


def _leads(between: Sequence[Mark]) -> bool:
    return any(mark.has(*_TOWARDS) for mark in between) and not any(mark.has(*_JOINS) for mark in between)


def _is_range(said: Sequence[Mark], at: int) -> bool:
    found = weekdays_at(said, skipped(said, at, Kind.LINK))
    return found is not None and len(found[0].days) > 1 and found[1] - at > 1


def _clocks(said: Sequence[Mark]) -> list[_Place]:
    found: list[_Place] = []
    at = 0
    while at < len(said):
        clock = clock_at(said, at)
        is_one = clock and (not clock[0].is_bare or mark_at(said, at - 1).has(Kind.AT))
        if clock and is_one:
            found.append((at, clock[1]))
        at = clock[1] if clock and is_one else at + 1
    return found


def _days(said: Sequence[Mark]) -> list[_Place]:
    found: list[_Place] = []
    at = 0
    while at < len(said):
        days = weekdays_at(said, at)
        if days:
            found.append((at, days[1]))
        at = days[1] if days else at + 1
    return found
