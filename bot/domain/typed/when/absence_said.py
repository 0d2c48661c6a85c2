"""The days without reminders that words name: "from Friday to Tuesday", "10-14 January", "not this Friday", "from Monday on"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.typed.when.found.clock_times import mark_at
from bot.domain.typed.when.found.marks import Mark, marks, pieces
from bot.domain.typed.when.found.spoken_days import OneDay, one_day_at
from bot.domain.typed.when.when_words import Kind, WhenWords

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LAST_OF_MONTH = 31

_LINKS = (Kind.LINK, Kind.ON, Kind.NTH, Kind.FILLER)
_JOINS = (Kind.TO, Kind.UNTIL, Kind.AND, Kind.DASH, Kind.COMMA)
_SPANS = (Kind.TO, Kind.UNTIL, Kind.DASH)
_LEAVES_OUT = (Kind.NOT, Kind.NO, Kind.UNWANTED, Kind.OFF)
_CLOCKS = (Kind.CLOCK, Kind.OCLOCK, Kind.AM, Kind.PM)


@dataclass(frozen=True, slots=True)
class Absence:
    """`first`: None for from now on. `until`: the first day after it; None if no end was said. `is_part`: only a part
    of the day was named. `weekday`: set if a single day was named only by its weekday, so that each of them may be
    meant."""

    first: date | None
    until: date | None
    is_part: bool = False
    weekday: int | None = None


_UNTOLD = OneDay()


@dataclass(frozen=True, slots=True)
class _Named:
    """A day in a sentence, from one place to another. `number`: of the month, where nothing else was said."""

    start: int
    end: int
    day: OneDay
    number: int = 0
    in_a_week: bool = False

    def on(self, today: date) -> date | None:
        if not self.number:
            found = next(iter(self.day.every(today)), None)
            return found + WEEK if found and self.in_a_week else found
        days = (today + timedelta(days=ahead) for ahead in range(1, 2 * LAST_OF_MONTH))
        return next(each for each in days if each.day == self.number)


def absence_said(
    text: str, today: date, languages: Sequence[WhenWords], length: timedelta | None = None
) -> Absence | None:
    """`length`: of the absence, if other words told it. Goes by the language that knows most of the words."""
    found = pieces(text)
    every = [marks(found, words) for words in languages]
    least = min(map(_unknown, every), default=0)
    best = (said for said in every if _unknown(said) == least)
    return next((each for said in best if (each := _read(said, today, length))), None)


def _unknown(said: Sequence[Mark]) -> int:
    return sum(not mark.meanings or mark.has(Kind.FOREIGN) for mark in said)


def leaves_out(text: str, languages: Sequence[WhenWords], *, is_answer: bool = False) -> bool:
    """True for "Skip", "not", "no reminders" or "off", if every word is known and none is about a time of day or
    another matter. `is_answer`: to a reminder, where "no, tomorrow" is about this day."""
    found = pieces(text)
    return any(_leaves_out(marks(found, words), is_answer=is_answer) for words in languages)


def _leaves_out(said: Sequence[Mark], *, is_answer: bool) -> bool:
    if is_answer and not (
        said and said[0].has(Kind.UNWANTED) and not any(each.has(Kind.COMMA) for each in said)
    ):
        return False
    if any(not mark.meanings or mark.has(*_CLOCKS) or _is_against(mark) for mark in said):
        return False
    return any(mark.has(*_LEAVES_OUT) for mark in said)


def _is_against(mark: Mark) -> bool:
    return mark.has(Kind.AGAINST) and not mark.has(Kind.THIS_WEEK, *_LEAVES_OUT)


def _read(said: Sequence[Mark], today: date, length: timedelta | None) -> Absence | None:
    run = _run(said, [*_named(said)])
    if not run or any(_repeats(said, each) for each in run):
        return None
    before = _lead(said, run[0].start)
    if before.has(Kind.EXCEPT) and not before.has(Kind.NOT):
        return None
    first = _first(run, today)
    if first is None:
        return None
    part = any(mark.has(Kind.PART) for mark in said)
    if len(run) > 1:
        return _between(first, _last(run, first, today), today)
    if _is_end(said, run[0].start):
        return Absence(None, first)
    if length:
        return _between(first, first + length - DAY, today)
    later = (each for each in _named(said) if each.start > run[0].end and _is_end(said, each.start))
    back = next((until for each in later if (until := each.on(first)) and until > first), None)
    if back or before.has(Kind.BETWEEN) or mark_at(said, run[0].end).has(Kind.OR_LATER):
        return Absence(first if first > today else None, back)
    last = first + _length_of(run[0].day) - DAY
    is_weekday = (
        run[0].day.weekday is not None and not run[0].day.is_next_week and said[run[0].start].has(Kind.DAY)
    )
    absence = _between(first, last, today)
    return Absence(
        absence.first,
        absence.until,
        part,
        run[0].day.weekday if is_weekday and not run[0].day.of_month else None,
    )


def _repeats(said: Sequence[Mark], named: _Named) -> bool:
    marks_of = said[named.start : named.end]
    return not named.day.is_weekend and any(
        mark.has(Kind.EACH) and not mark.has(Kind.DAY) for mark in marks_of
    )


def _between(first: date, last: date, today: date) -> Absence:
    return Absence(first if first > today else None, last + DAY)


def _length_of(day: OneDay) -> timedelta:
    return WEEK if day.is_vague else 2 * DAY if day.is_weekend else DAY


def _lead(said: Sequence[Mark], at: int) -> Mark:
    """The mark before, without what only links. "Off from Friday" is led by "from"."""
    at -= 1
    while mark_at(said, at).has(Kind.LINK, Kind.ON, Kind.FILLER) and not mark_at(said, at).has(
        Kind.BETWEEN, *_SPANS, Kind.BACK_ON
    ):
        at -= 1
    return mark_at(said, at)


def _is_end(said: Sequence[Mark], at: int) -> bool:
    return _lead(said, at).has(Kind.UNTIL, Kind.TO, Kind.BACK_ON) and not _lead(said, at).has(Kind.BETWEEN)


def _named(said: Sequence[Mark]) -> Iterator[_Named]:
    at = 0
    while at < len(said):
        found = _named_at(said, at)
        if found:
            yield found
        at = found.end if found else at + 1


def _named_at(said: Sequence[Mark], at: int) -> _Named | None:
    mark = said[at]
    if mark.has(Kind.TONIGHT):
        return _Named(at, at + 1, OneDay(ahead=0))
    if mark.has(Kind.NUMBER) and mark.figures and 0 < mark.number(Kind.NUMBER) <= LAST_OF_MONTH:
        if found := one_day_at(said, at):
            return _Named(at, found[1], found[0])
        is_nth = mark_at(said, at + 1).has(Kind.NTH) or mark_at(said, at + 1).text == "."
        is_in_span = mark_at(said, at + 1).has(*_JOINS) or _is_joined(said, at)
        return (
            _Named(at, at + 1 + is_nth, _UNTOLD, mark.number(Kind.NUMBER)) if is_nth or is_in_span else None
        )
    if found := one_day_at(said, at):
        return _Named(at, found[1], found[0])
    kind = next((kind for kind in (Kind.DAY, Kind.SHORT) if mark.has(kind)), None)
    if kind is None or len(mark.meanings[kind].days) != 1:
        return None
    in_a_week = mark_at(said, at + 1).has(Kind.WEEKS)
    day = OneDay(weekday=min(mark.meanings[kind].days), is_next=True)
    return _Named(at, at + 1 + in_a_week, day, in_a_week=in_a_week)


def _is_joined(said: Sequence[Mark], at: int) -> bool:
    return _lead(said, at).has(*_JOINS)


def _run(said: Sequence[Mark], named: Sequence[_Named]) -> list[_Named]:
    """The first days that stand together, with only joining words between them. A number alone is a day only beside another day."""
    runs: list[list[_Named]] = []
    for each in named:
        gap = said[runs[-1][-1].end : each.start] if runs else ()
        if runs and all(mark.has(*_JOINS, *_LINKS) for mark in gap) and not _is_back(gap):
            runs[-1].append(each)
        else:
            runs.append([each])
    return next((run for run in runs if any(map(_is_sure, run))), [])


def _is_back(gap: Sequence[Mark]) -> bool:
    return any(mark.has(Kind.BACK_ON) for mark in gap)


def _is_sure(named: _Named) -> bool:
    return not named.number or named.end > named.start + 1


def _first(run: Sequence[_Named], today: date) -> date | None:
    """A number alone is in the month that is named after it: "10 to 14 January"."""
    first, dated = run[0], next((each for each in run if each.day.on), None)
    if not first.number or dated is None:
        return first.on(today)
    last = dated.on(today)
    return _numbered_before(first.number, last) if last else None


def _numbered_before(number: int, last: date) -> date:
    days = (last - timedelta(days=back) for back in range(LAST_OF_MONTH + 1))
    return next((each for each in days if each.day == number), last)


def _last(run: Sequence[_Named], first: date, today: date) -> date:
    last = first
    for each in run[1:]:
        found = each.on(first if each.number or each.day.weekday is not None else today)
        last = max(last, found or last)
    return last
