"""How it felt, week by week, told honestly: medians, and nothing for a week with too few notes (docs/facts.md: weekly-medians)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from enum import Enum
from statistics import median

from bot.domain.person.pain_notes import NotedWhen, PainNote

ENOUGH = 3
"""Notes. Fewer give no median."""

CLEAR_POINTS, CLEAR_SHARE = 2, 0.3
"""A change is called clear only if it reaches both the points and the share of the first number."""

A_LITTLE = 1
"""Smaller changes in points count as the same."""


@dataclass(frozen=True, slots=True)
class PainWeek:
    """`monday`: in the person's zone. `median`: without the notes right after a session; None if there are too few."""

    monday: date
    notes: int
    median: float | None


class Compared(Enum):
    """The last week compared with the first, by its notes alone. The values stand in sentences."""

    TOO_FEW = "too-few"
    SAME = "same"
    LOWER = "lower"
    HIGHER = "higher"
    CLEARLY_LOWER = "clearly-lower"
    CLEARLY_HIGHER = "clearly-higher"


def counts(note: PainNote) -> bool:
    # A note right after a session says how the session felt, not how they are.
    return note.number is not None and note.moment is not NotedWhen.AFTER


def median_of(notes: Iterable[PainNote]) -> float | None:
    numbers = [note.number for note in notes if note.number is not None and counts(note)]
    return median(numbers) if len(numbers) >= ENOUGH else None


def pain_weeks(notes: Iterable[PainNote], zone: tzinfo) -> list[PainWeek]:
    by_week: defaultdict[date, list[PainNote]] = defaultdict(list)
    for note in filter(counts, notes):
        day = note.at.astimezone(zone).date()
        by_week[day - timedelta(days=day.weekday())].append(note)
    return [PainWeek(monday, len(these), median_of(these)) for monday, these in sorted(by_week.items())]


def compared(weeks: Iterable[PainWeek]) -> Compared:
    medians = [week.median for week in weeks if week.median is not None]
    if len(medians) < 2:
        return Compared.TOO_FEW
    first, last = medians[0], medians[-1]
    by = last - first
    if abs(by) < A_LITTLE:
        return Compared.SAME
    is_clear = abs(by) >= CLEAR_POINTS and abs(by) >= first * CLEAR_SHARE
    if by < 0:
        return Compared.CLEARLY_LOWER if is_clear else Compared.LOWER
    return Compared.CLEARLY_HIGHER if is_clear else Compared.HIGHER
