"""A person's last four weeks, as they may show them to a therapist: what was done, and what they noted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from statistics import median

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.progress.diary import Entry
from bot.domain.progress.pain_weeks import ENOUGH

WEEKS, WEEK = 4, timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Noted:
    """`count`: how many numbers. `middle`: their median; None if there are too few (docs/facts.md: weekly-medians)."""

    count: int
    middle: float | None


@dataclass(frozen=True, slots=True)
class WeekDone:
    """Seven days from `first` to `last`. `days`: how many of them had a session. `seconds`: counted in all."""

    first: date
    last: date
    days: int
    seconds: int
    noted: Noted


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """The oldest week first. `before` and `after`: the numbers noted before and after sessions in all four."""

    weeks: tuple[WeekDone, ...]
    before: Noted
    after: Noted


def first_day(today: date) -> date:
    return today - WEEKS * WEEK + timedelta(days=1)


def four_weeks(
    entries: Iterable[Entry], did_it: Collection[date], notes: Collection[PainNote], zone: tzinfo, today: date
) -> FourWeeks:
    """The four that end today. `did_it`: days on which they said they moved without a session. Days are those of `zone`."""
    worked = [(_day(entry.began_at, zone), entry.seconds) for entry in entries if entry.seconds]
    noted = [(_day(note.at, zone), note.number) for note in notes if note.number is not None]
    firsts = [first_day(today) + number * WEEK for number in range(WEEKS)]
    weeks = tuple(_week(first, worked, did_it, noted) for first in firsts)
    return FourWeeks(weeks, _at(notes, NotedWhen.BEFORE), _at(notes, NotedWhen.AFTER))


def _week(
    first: date, worked: list[tuple[date, int]], did_it: Collection[date], noted: list[tuple[date, int]]
) -> WeekDone:
    last = first + WEEK - timedelta(days=1)
    these = [(day, seconds) for day, seconds in worked if first <= day <= last]
    days = {day for day, _ in these} | {day for day in did_it if first <= day <= last}
    numbers = [number for day, number in noted if first <= day <= last]
    return WeekDone(first, last, len(days), sum(seconds for _, seconds in these), _middle(numbers))


def _at(notes: Iterable[PainNote], when: NotedWhen) -> Noted:
    return _middle([note.number for note in notes if note.moment is when and note.number is not None])


def _middle(numbers: list[int]) -> Noted:
    return Noted(len(numbers), float(median(numbers)) if len(numbers) >= ENOUGH else None)


def _day(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()
