"""How the pain changed over weeks, told honestly: medians of weeks with enough notes, and no word about causes (docs/facts.md: weekly-medians)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import Enum
from statistics import median

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.progress.days_off import DAY
from bot.domain.progress.pain_weeks import ENOUGH, Compared, compared, pain_weeks
from bot.domain.progress.twelve_weeks import WEEK, WEEKS, FeltChart, Point


class FeltChange(Enum):
    """Only clear changes since the first week with enough notes count. The values end the ids of words."""

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class _Noted:
    """One number. `week`: which of the shown weeks. `at`: weeks since the first Monday."""

    week: int
    at: float
    number: int
    is_after: bool


def felt_chart(notes: Iterable[PainNote], monday: date, zone: tzinfo) -> FeltChart | None:
    noted = list(_noted(notes, monday, zone))
    if len(noted) < ENOUGH:
        return None
    after = [note for note in noted if note.is_after]
    before = [note for note in noted if not note.is_after]
    return FeltChart(_points(before), _points(after), _medians(before), _medians(after))


def change(notes: Iterable[PainNote], zone: tzinfo) -> FeltChange | None:
    match compared(pain_weeks(notes, zone)):
        case Compared.TOO_FEW:
            return None
        case Compared.CLEARLY_LOWER:
            return FeltChange.LOWER
        case Compared.CLEARLY_HIGHER:
            return FeltChange.HIGHER
        case _:
            return FeltChange.SAME


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
