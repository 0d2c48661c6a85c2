"""The charts of the last twelve weeks, as small values from which a picture can be drawn again and again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

WEEKS = 12
"""The present week is the last."""

WEEK = 7


class ChartKind(Enum):
    """The values stand in what chats are owed."""

    CALENDAR = "calendar"
    MINUTES = "minutes"
    FELT = "felt"
    CROWD = "crowd"


class DayMark(Enum):
    """A day in the calendar. The values stand in what chats are owed."""

    DONE = "d"
    REST = "r"
    ILL = "i"
    AWAY = "a"
    GAP = "."
    AHEAD = " "


@dataclass(frozen=True, slots=True)
class CalendarChart:
    """`marks`: one a day, from a Monday on."""

    marks: tuple[DayMark, ...]


@dataclass(frozen=True, slots=True)
class MinutesChart:
    """`weeks`: minutes of each, the oldest first."""

    weeks: tuple[int, ...]


Point = tuple[float, float]
"""Weeks since the first Monday shown, and a number from 0 to 10."""


@dataclass(frozen=True, slots=True)
class FeltChart:
    """Notes before and after sessions, and the median of each week (None: a week without)."""

    before: tuple[Point, ...]
    after: tuple[Point, ...]
    medians_before: tuple[float | None, ...]
    medians_after: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class CrowdChart:
    """What all people did in each week, the oldest first: how many sessions, and how many people."""

    sessions: tuple[int, ...]
    people: tuple[int, ...]


Chart = CalendarChart | MinutesChart | FeltChart | CrowdChart


def first_monday(today: date) -> date:
    return today - timedelta(days=today.weekday() + WEEK * (WEEKS - 1))


def minutes_chart(spans: Iterable[tuple[date, int]], today: date) -> MinutesChart:
    """`spans`: days, where the person is, and seconds."""
    first, seconds = first_monday(today), [0] * WEEKS
    for day, many in spans:
        week = (day - first).days // WEEK
        if 0 <= week < WEEKS:
            seconds[week] += many
    return MinutesChart(tuple(round(each / 60) for each in seconds))


def kind_of_chart(chart: Chart) -> ChartKind:
    match chart:
        case CalendarChart():
            return ChartKind.CALENDAR
        case MinutesChart():
            return ChartKind.MINUTES
        case FeltChart():
            return ChartKind.FELT
        case CrowdChart():
            return ChartKind.CROWD


def to_json(chart: Chart) -> str:
    """The same chart gives the same text, which names its picture."""
    match chart:
        case CalendarChart(marks):
            return _encode("".join(mark.value for mark in marks))
        case MinutesChart(weeks):
            return _encode(weeks)
        case FeltChart(before, after, medians_before, medians_after):
            return _encode([before, after, medians_before, medians_after])
        case CrowdChart(sessions, people):
            return _encode([sessions, people])


def from_json(kind: str, stored: str) -> Chart:
    """Raises ValueError and TypeError."""
    found = json.loads(stored)
    match ChartKind(kind):
        case ChartKind.CALENDAR:
            return CalendarChart(tuple(map(DayMark, found)))
        case ChartKind.MINUTES:
            return MinutesChart(tuple(map(int, found)))
        case ChartKind.FELT:
            before, after, *medians = found
            middles = [tuple(None if each is None else float(each) for each in weeks) for weeks in medians]
            return FeltChart(_points(before), _points(after), *middles)
        case ChartKind.CROWD:
            sessions, people = found
            return CrowdChart(tuple(map(int, sessions)), tuple(map(int, people)))


def _points(found: list[list[float]]) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in found)


def _encode(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
