"""Days in a sentence: "mon-fri", "every tuesday", "this friday", "the day after tomorrow", "3 May", "in two weeks"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.typed.dates import FARTHEST
from bot.domain.typed.when.found.clock_times import mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.when_words import Kind

_WEEKEND = frozenset({5, 6})
_DAYS = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER)
_SEPARATORS = (Kind.COMMA, Kind.AND, Kind.DASH, Kind.TO, Kind.LINK, Kind.FILLER)
_BEHIND_A_DATE = (Kind.AT, Kind.COMMA, Kind.PART, Kind.CLOCK, Kind.REMIND, Kind.ASKS, Kind.WISHES)
_TIMES = (Kind.NUMBER, Kind.CLOCK, Kind.AM, Kind.PM, Kind.EVERY, Kind.PART)


@dataclass(frozen=True, slots=True)
class Weekdays:
    """`is_single`: one day, and nothing tells whether it repeats. `is_rest`: all that were not named before."""

    days: frozenset[int]
    is_single: bool = False
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class OneDay:
    """`weekday`: the next of that name; `is_next`: not today. Otherwise `ahead`: days from today. Otherwise `on`: year or 0, month,
    day. `of_month`: the next day of this number, if it has the name of the `weekday`, where one is said.

    `is_next_week`: in the week that begins on the coming Monday, on any day of it without a `weekday`. `is_weekend`: Saturday or
    Sunday.
    """

    ahead: int | None = None
    weekday: int | None = None
    is_next: bool = False
    on: tuple[int, int, int] | None = None
    is_next_week: bool = False
    is_weekend: bool = False
    of_month: int = 0

    @property
    def is_vague(self) -> bool:
        return self.is_next_week and self.weekday is None

    def every(self, today: date) -> list[date | None]:
        """All days that it may be, in order; None for an impossible day."""
        if not self.is_weekend:
            return [self.resolved(today)]
        saturday = today + timedelta(days=5 - today.weekday())
        return [day for day in (saturday, saturday + timedelta(days=1)) if day >= today]

    def resolved(self, today: date) -> date | None:
        if self.on:
            found = _date(*self.on, today)
        elif self.of_month:
            found = _numbered(self.of_month, self.weekday, today)
        elif self.is_next_week:
            found = today + timedelta(days=7 - today.weekday() + (self.weekday or 0))
        elif self.weekday is not None:
            ahead = (self.weekday - today.weekday()) % 7
            found = today + timedelta(days=ahead or (7 if self.is_next else 0))
        else:
            found = today + timedelta(days=min(self.ahead or 0, 10**4))
        return found if found and today <= found <= today + FARTHEST else None


def weekdays_at(said: Sequence[Mark], at: int) -> tuple[Weekdays, int] | None:
    is_every = mark_at(said, at).has(Kind.EVERY)
    begins = skipped(said, at, Kind.EVERY)
    first = _days(said, begins)
    if first is None:
        return None
    if (last := _range_end(said, begins)) and len(first) == 1:
        begin, end = min(first), min(_days(said, last) or first)
        days = frozenset(day % 7 for day in range(begin, end + (7 if end < begin else 0) + 1))
        return Weekdays(days), last + 1
    is_single = not is_every and not said[begins].has(Kind.EACH)
    return Weekdays(first, is_single), begins + 1


def _range_end(said: Sequence[Mark], at: int) -> int:
    """The place of the last day in "mon-fri" or "monday to friday"; 0 where there is no range."""
    to = mark_at(said, at + 1)
    is_between = mark_at(said, at - 1).has(Kind.BETWEEN) and to.has(Kind.AND)
    if not (to.has(Kind.TO, Kind.DASH) or is_between):
        return 0
    end = at + 2 if _days(said, at + 2) else skipped(said, at + 2, Kind.LINK)
    days = _days(said, end)
    if to.has(Kind.DASH) and (_is_dashed(said, end, 1) or _is_dashed(said, at, -1)):
        return 0
    return end if days and len(days) == 1 else 0


def _is_dashed(said: Sequence[Mark], at: int, step: int) -> bool:
    # "m-w-f" is a list: another dash and day follow.
    return mark_at(said, at + step).has(Kind.DASH) and mark_at(said, at + 2 * step).has(*_DAYS)


def _days(said: Sequence[Mark], at: int) -> frozenset[int] | None:
    mark = mark_at(said, at)
    kind = next((kind for kind in _DAYS if mark.has(kind)), None)
    if kind is None or (kind in (Kind.SHORT, Kind.LETTER) and not _is_day(said, at, kind)):
        return None
    return mark.meanings[kind].days


def _is_day(said: Sequence[Mark], at: int, kind: Kind) -> bool:
    """Short names are also words of other meanings. Beside other days they are days; some also beside a time."""
    before, after = _beside(said, at, -1), _beside(said, at, 1)
    if kind is Kind.LETTER and len(said[at].text) == 1:
        return _is_in_list(said, at, before, after)
    is_small_word = kind is Kind.LETTER and said[at].has(Kind.FILLER, Kind.LINK)
    names = (Kind.LETTER,) if is_small_word else _DAYS
    if before.has(*names) or after.has(*names):
        return True
    if kind is Kind.LETTER:
        begins = at == 0 or mark_at(said, at - 1).has(Kind.COMMA, Kind.AND)
        is_nothing_else = said[at].meanings.keys() <= {Kind.LETTER, Kind.SHORT}
        return (begins or is_nothing_else) and mark_at(said, at + 1).has(
            Kind.NUMBER, Kind.CLOCK, *((Kind.AT,) if is_nothing_else else ())
        )
    before_links = at - 1
    while mark_at(said, before_links).has(Kind.LINK, Kind.COMMA) and not mark_at(said, before_links).has(
        *_TIMES
    ):
        before_links -= 1
    is_told = mark_at(said, at + 1).has(Kind.STATES)  # "sat is 10am"
    near = (mark_at(said, before_links), mark_at(said, at + 1 + is_told))
    if near[1].has(Kind.AT) and (at == 0 or near[0].has(Kind.AND, Kind.COMMA)):
        return True
    return len(said) == 1 or any(mark.has(*_TIMES, Kind.THIS, Kind.NEXT) for mark in near)


def _is_in_list(said: Sequence[Mark], at: int, before: Mark, after: Mark) -> bool:
    """A single letter is a day only beside another one; and if it is also a small word, not directly before a day."""
    if _is_letter(before):
        return True
    is_word = said[at].has(Kind.LINK) and mark_at(said, at + 1).has(*_DAYS)
    return _is_letter(after) and not is_word


def _is_letter(mark: Mark) -> bool:
    return mark.has(Kind.LETTER) and not (len(mark.text) > 1 and mark.has(Kind.FILLER))


def is_among_letters(said: Sequence[Mark], at: int) -> bool:
    before, after = _beside(said, at, -1), _beside(said, at, 1)
    if said[at].has(Kind.LETTER) and at == 0 and not said[at].has(Kind.LINK, Kind.FILLER):
        return True
    return _is_letter(before) and _is_letter(after) and not said[at].has(Kind.LINK, Kind.FILLER)


def _beside(said: Sequence[Mark], at: int, step: int) -> Mark:
    at += step
    while mark_at(said, at).has(*_SEPARATORS) and not mark_at(said, at).has(*_DAYS):
        at += step
    return mark_at(said, at)


def one_day_at(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    mark = mark_at(said, at)
    if mark.has(Kind.AHEAD):
        return OneDay(ahead=mark.number(Kind.AHEAD)), at + 1
    if mark.has(Kind.TONIGHT):
        return OneDay(ahead=0), at + 1
    if mark.has(Kind.DATE):
        return OneDay(on=mark.day), at + 1
    found = _this(said, at) or _next_week(said, at) or _ahead(said, at) or _of_a_month(said, at)
    return found or _numbered_at(said, at) or _nth_at(said, at)


def _this(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    # "this friday", "the coming monday". "next week tuesday" is none.
    mark = mark_at(said, at)
    if not mark.has(Kind.THIS, Kind.NEXT):
        return None
    end = skipped(said, at, Kind.THIS, Kind.NEXT, Kind.LINK)
    days = mark_at(said, end)
    if days.has(Kind.DAY, Kind.SHORT):
        weekday = min(days.meanings[Kind.DAY if days.has(Kind.DAY) else Kind.SHORT].days)
        if mark_at(said, skipped(said, end + 1, Kind.LINK)).has(Kind.NEXT_WEEK):
            return None
        return OneDay(weekday=weekday, is_next=mark.has(Kind.NEXT)), end + 1
    if days.has(Kind.EACH) and days.meanings[Kind.EACH].days == _WEEKEND and mark.has(Kind.THIS):
        return OneDay(is_weekend=True), end + 1
    return (OneDay(ahead=0), end) if days.has(Kind.PART) and mark.has(Kind.THIS) else None


def _next_week(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    # "next week", "next week on tuesday", "tuesday of next week", "el lunes que viene".
    if mark_at(said, at).has(Kind.NEXT_WEEK):
        day = skipped(said, at + 1, Kind.LINK)
        if mark_at(said, day).has(Kind.DAY):
            return OneDay(weekday=_one(said[day]), is_next_week=True), day + 1
        return OneDay(is_next_week=True), at + 1
    if not mark_at(said, at).has(Kind.DAY):
        return None
    after = skipped(said, at + 1, Kind.LINK)
    if mark_at(said, after).has(Kind.NEXT_WEEK):
        return OneDay(weekday=_one(said[at]), is_next_week=True), after + 1
    is_next = mark_at(said, at + 1).has(Kind.NEXT) and not mark_at(said, at + 2).has(*_DAYS)
    return (OneDay(weekday=_one(said[at]), is_next=True), at + 2) if is_next else None


def _one(mark: Mark) -> int:
    return min(mark.meanings[Kind.DAY].days)


def _ahead(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    # "in 2 days", "a week from now".
    begins = skipped(said, at + 1, Kind.LINK) if mark_at(said, at).has(Kind.IN) else at
    count, unit = mark_at(said, begins), mark_at(said, begins + 1)
    if begins > at + 1 and count.has(Kind.WEEKS):
        return OneDay(ahead=7), begins + 1
    if not count.has(Kind.NUMBER, Kind.ONE) or not unit.has(Kind.DAYS, Kind.WEEKS):
        return None
    is_ahead = begins > at or mark_at(said, begins + 2).has(Kind.FROM_NOW)
    many = count.number(Kind.NUMBER) if count.has(Kind.NUMBER) else 1
    days = many * (7 if unit.has(Kind.WEEKS) else 1)
    end = skipped(said, begins + 2, Kind.FROM_NOW)
    return (OneDay(ahead=days), end) if is_ahead and days else None


def _of_a_month(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    # "3 May", "the 3rd of May", "May 3rd", "3. Mai".
    first, after = mark_at(said, at), skipped(said, at + 1, Kind.NTH, Kind.LINK)
    of = skipped(said, at + 2, Kind.LINK) if mark_at(said, at + 1).text == "." else after
    if first.has(Kind.NUMBER) and mark_at(said, of).has(Kind.MONTH):
        month, day, end = mark_at(said, of).number(Kind.MONTH), first.number(Kind.NUMBER), of + 1
    elif first.has(Kind.MONTH) and mark_at(said, after).has(Kind.NUMBER):
        month, day = first.number(Kind.MONTH), mark_at(said, after).number(Kind.NUMBER)
        end = skipped(said, after + 1, Kind.NTH)
    else:
        return None
    year = mark_at(said, end)
    is_year = len(year.figures) == 4 and year.figures.startswith("20")
    return OneDay(on=(int(year.figures) if is_year else 0, month, day)), end + is_year


def _numbered_at(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    # "friday the 9th", "freitag den 9.", "viernes 9 a las 10"; but "friday 9" is an hour.
    if not mark_at(said, at).has(Kind.DAY):
        return None
    place = skipped(said, at + 1, Kind.LINK, Kind.COMMA)
    number, after = mark_at(said, place), mark_at(said, place + 1)
    if not number.figures or not number.has(Kind.NUMBER) or not 1 <= number.number(Kind.NUMBER) <= 31:
        return None
    is_nth = after.has(Kind.NTH) or after.text == "."
    if not is_nth and not _is_timed_after(said, place + 1):
        return None
    return OneDay(weekday=_one(said[at]), of_month=number.number(Kind.NUMBER)), place + 1 + is_nth


def _nth_at(said: Sequence[Mark], at: int) -> tuple[OneDay, int] | None:
    # "on the 3rd at 2pm", "am 3. um 14 uhr"; but "on the 3rd floor", "on the 1st of each month".
    number, nth = mark_at(said, at), mark_at(said, at + 1)
    before = at - 1
    while mark_at(said, before).has(Kind.LINK) and not mark_at(said, before).has(Kind.ON):
        before -= 1
    if not number.figures or not number.has(Kind.NUMBER) or not mark_at(said, before).has(Kind.ON):
        return None
    after = mark_at(said, at + 2)
    is_dated = nth.has(Kind.NTH) and (at + 2 >= len(said) or after.has(*_BEHIND_A_DATE))
    is_dotted = nth.text == "." and after.has(Kind.AT)
    day = number.number(Kind.NUMBER)
    return (OneDay(of_month=day), at + 2) if (is_dated or is_dotted) and 1 <= day <= 31 else None


def _is_timed_after(said: Sequence[Mark], at: int) -> bool:
    # "a las 10h": "at" alone may stand before a place.
    return mark_at(said, at).has(Kind.AT) and mark_at(said, at + 1).has(Kind.NUMBER, Kind.CLOCK)


def _numbered(day: int, weekday: int | None, today: date) -> date | None:
    """The first day of this number from today on; None if it has another name than one that was said."""
    found = next(each for ahead in range(62) if (each := today + timedelta(days=ahead)).day == day)
    return found if weekday in (None, found.weekday()) else None


def _date(year: int, month: int, day: int, today: date) -> date | None:
    for each in (year,) if year else (today.year, today.year + 1):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None
