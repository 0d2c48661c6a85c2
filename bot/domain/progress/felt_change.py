"""How it felt over weeks, told honestly: medians of weeks with enough notes, and no word of why (docs/facts.md: weekly-medians)."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import Enum
from statistics import median

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.progress.days_off import DAY
from bot.domain.progress.twelve_weeks import WEEK, WEEKS, FeltChart, Point

ENOUGH = 3
"""Notes, below which nothing is told: of all weeks, or of one."""

CLEAR_POINTS, CLEAR_SHARE = 2, 0.3
"""Both must be reached for a clear change."""


class FeltChange(Enum):
    """Against the first week with enough notes. The values end the ids of words."""

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class _Noted:
    """A number, in which week of those shown, and how far into them."""

    week: int
    at: float
    number: int
    is_after: bool


def felt_chart(notes: Iterable[PainNote], monday: date, zone: tzinfo) -> FeltChart | None:
    """The medians of the weeks from that Monday on; None: not enough notes yet. What was noted before sessions, in the morning or on
    other days is one row of numbers, what was noted after sessions the other.
    """
    noted = list(_noted(notes, monday, zone))
    if len(noted) < ENOUGH:
        return None
    after = [note for note in noted if note.is_after]
    before = [note for note in noted if not note.is_after]
    return FeltChart(_points(before), _points(after), _medians(before), _medians(after))


def change(notes: Iterable[PainNote], zone: tzinfo) -> FeltChange | None:
    """Between the first and the last week of all with enough notes; None: there are not two. `notes`: the oldest first. What was
    noted after sessions is left out, so that like is held against like."""
    by_week = defaultdict[date, list[int]](list)
    for note in notes:
        if note.number is not None and note.moment is not NotedWhen.AFTER:
            day = note.at.astimezone(zone).date()
            by_week[day - day.weekday() * DAY].append(note.number)
    middles = [median(numbers) for numbers in by_week.values() if len(numbers) >= ENOUGH]
    if len(middles) < 2:
        return None
    first, last = middles[0], middles[-1]
    if abs(last - first) < CLEAR_POINTS or abs(last - first) < CLEAR_SHARE * first:
        return FeltChange.SAME
    return FeltChange.LOWER if last < first else FeltChange.HIGHER


def _noted(notes: Iterable[PainNote], monday: date, zone: tzinfo) -> Iterable[_Noted]:
    for note in notes:
        here = note.at.astimezone(zone)
        weeks = (here.date() - monday) / (WEEK * DAY)
        if note.number is not None and 0 <= weeks < WEEKS:
            at = round(weeks + _share_of_day(here) / WEEK, 2)
            yield _Noted(int(weeks), at, note.number, note.moment is NotedWhen.AFTER)


def _share_of_day(here: datetime) -> float:
    return (here.hour * 60 + here.minute) / (24 * 60)


def _points(noted: Collection[_Noted]) -> tuple[Point, ...]:
    return tuple((note.at, float(note.number)) for note in noted)


def _medians(noted: Collection[_Noted]) -> tuple[float | None, ...]:
    weeks = ([note.number for note in noted if note.week == week] for week in range(WEEKS))
    return tuple(float(median(numbers)) if len(numbers) >= ENOUGH else None for numbers in weeks)
