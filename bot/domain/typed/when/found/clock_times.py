"""Times of day in a sentence, and how sure each is: "0830", "quarter to eight", "half nine in the evening"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.typed.when.found.marks import NOTHING, Mark
from bot.domain.typed.when.meant import DAY, PartOfDay
from bot.domain.typed.when.when_words import Kind

HALF = DAY // 2
_SUFFIXES = {Kind.AM: PartOfDay.AM, Kind.PM: PartOfDay.PM}
_UNITS = (Kind.MINUTES, Kind.HOURS, Kind.DAYS, Kind.WEEKS, Kind.COUNTED, Kind.NTH, Kind.MONTH, Kind.TOWARDS)
NO_HOUR = (
    Kind.MINUTES,
    Kind.HOURS,
    Kind.DAYS,
    Kind.WEEKS,
    Kind.COUNTED,
    Kind.NTH,
    Kind.PER_DAY,
    Kind.PER_WEEK,
)
"""Before these a number alone is no hour."""

_SOFT = (Kind.LINK, Kind.AT)
_BEFORE_FIGURES = (
    Kind.AT,
    Kind.COMMA,
    Kind.AND,
    Kind.DAY,
    Kind.EACH,
    Kind.SHORT,
    Kind.LETTER,
    Kind.AHEAD,
    Kind.PART,
)
"""After these "1930" is no year."""

_BEGIN_TIMES = (Kind.NUMBER, Kind.CLOCK, Kind.TOWARDS, Kind.ONWARDS, Kind.FRACTION)
_MAY_BEGIN = (*_BEGIN_TIMES, Kind.SPAN, Kind.PART)

_SMALL_HOURS = range(1, 7)
"""In figures ("5:30") these may be of the evening as well: so early hardly anybody is up. Later ones are of the morning, unless
written as only clocks of twelve hours are: "9.15"."""

_FIXED = {PartOfDay.NOON: HALF, PartOfDay.MIDNIGHT: 0}


@dataclass(frozen=True, slots=True)
class Clock:
    """`minute`: of the day, before `shift` is added. `is_whole_day`: it counts to 24. `within`: parts of the day that it must be in.

    `is_bare`: a number alone, which may count something else. `is_fixed`: noon or midnight. `is_about`: in words that are also said of
    the hours after noon: lunchtime.
    """

    minute: int
    is_whole_day: bool = False
    shift: int = 0
    within: tuple[PartOfDay, ...] = ()
    is_bare: bool = False
    is_fixed: bool = False
    is_about: bool = False

    def minutes(self) -> tuple[int, ...]:
        """All that it can be; empty if its words contradict each other."""
        can_be = {self.minute}
        if self.minute < 13 * 60 and (self.within or not self.is_whole_day):
            can_be = {self.minute % HALF, self.minute % HALF + HALF}
        moved = ((minute + self.shift) % DAY for minute in can_be)
        return tuple(sorted(minute for minute in moved if all(part.holds(minute) for part in self.within)))


Found = tuple[Clock, int]
"""A time, and the place after it."""


def mark_at(said: Sequence[Mark], at: int) -> Mark:
    return said[at] if 0 <= at < len(said) else NOTHING


def skipped(said: Sequence[Mark], at: int, *kinds: Kind) -> int:
    while mark_at(said, at).has(*kinds):
        at += 1
    return at


def clock_at(said: Sequence[Mark], at: int) -> Found | None:
    if not mark_at(said, at).has(*_MAY_BEGIN):
        return None  # true of most words, which are asked about again and again
    return _related(said, at) or _towards(said, at) or plain_clock(said, at)


def towards_or_plain(said: Sequence[Mark], at: int) -> Found | None:
    """ "Half nine" too; but no "9 to 5"."""
    return _towards(said, at) or plain_clock(said, at)


def plain_clock(said: Sequence[Mark], at: int) -> Found | None:
    """A time that is not relative to another, as "ten to eight" is."""
    found = _base(said, at)
    if found is None:
        return None
    clock, end = _added(said, *_with_half(said, *found))
    return (clock, end) if _is_in_turn(said, at, end) else _with_part(said, clock, end)


def _is_in_turn(said: Sequence[Mark], at: int, end: int) -> bool:
    # "morgens 7 uhr mittags 12 uhr abends 20 uhr": the part behind belongs to the next.
    before, after = at - 1, skipped(said, end, *_SOFT)
    while mark_at(said, before).has(*_SOFT) and not mark_at(said, before).has(Kind.PART):
        before -= 1
    next_one = mark_at(said, skipped(said, after + 1, *_SOFT))
    return (
        mark_at(said, before).has(Kind.PART)
        and mark_at(said, after).has(Kind.PART)
        and next_one.has(*_BEGIN_TIMES)
    )


def _related(said: Sequence[Mark], at: int) -> Found | None:
    # "quarter to eight", "10 minutes past half nine".
    if (amount := _amount(said, at)) is None:
        return None
    minutes, at = amount
    sign = 1 if mark_at(said, at).has(Kind.PAST) else -1 if mark_at(said, at).has(Kind.BEFORE) else 0
    if not sign:
        return None
    at = skipped(said, at + 1, *_SOFT)
    found = _towards(said, at) or _based(said, at)
    if found is None:
        return None
    clock, at = found
    return replace(clock, shift=clock.shift + sign * minutes, is_bare=False), at


def _based(said: Sequence[Mark], at: int) -> Found | None:
    found = _base(said, at)
    return _with_part(said, *_with_half(said, *found)) if found else None


def _amount(said: Sequence[Mark], at: int) -> tuple[int, int] | None:
    """Minutes before or after an hour. Numbers without a unit count only in fives: "9 to 5" is not 4:51."""
    mark = mark_at(said, at)
    if mark.has(Kind.SPAN):
        return mark.number(Kind.SPAN), at + 1
    if mark.has(Kind.FRACTION):
        return mark.number(Kind.FRACTION), at + 1
    if not mark.has(Kind.NUMBER) or len(mark.figures) > 2 or mark_at(said, at - 1).has(Kind.BETWEEN):
        return None
    minutes, has_unit = mark.number(Kind.NUMBER), mark_at(said, at + 1).has(Kind.MINUTES)
    if not 0 < minutes < 60 or not (has_unit or minutes % 5 == 0):
        return None
    return minutes, at + 1 + has_unit


def _towards(said: Sequence[Mark], at: int) -> Found | None:
    # "halb neun" is on the way to nine; "half nine" is on the way from it.
    mark = mark_at(said, at)
    if not mark.has(Kind.TOWARDS, Kind.ONWARDS):
        return None
    hour = mark_at(said, at + 1)
    if not hour.has(Kind.NUMBER) or not 1 <= hour.number(Kind.NUMBER) <= 12 or len(hour.figures) > 2:
        return None
    shift = mark.number(Kind.TOWARDS) - 60 if mark.has(Kind.TOWARDS) else mark.number(Kind.ONWARDS)
    clock = Clock(hour.number(Kind.NUMBER) * 60, shift=shift)
    return _with_part(said, *_with_half(said, clock, at + 2))


def _base(said: Sequence[Mark], at: int) -> Found | None:
    mark = mark_at(said, at)
    if mark.has(Kind.CLOCK):
        hour, minute = mark.clock
        is_small = hour in _SMALL_HOURS or (mark.is_open and hour < 12 and not _names_halves(said))
        is_open = is_small and not mark.text.startswith("0") and not _counts_to_24(said)
        return Clock(hour * 60 + minute, is_whole_day=not is_open), at + 1
    is_time = not mark_at(said, skipped(said, at + 1, *_SOFT)).has(*_BEGIN_TIMES)
    if mark.has(Kind.PART) and is_time and (fixed := _FIXED.get(_part(mark))) is not None:
        return Clock(fixed, is_whole_day=True, is_fixed=True, is_about=mark.has(Kind.ABOUT_NOON)), at + 1
    if mark.has(Kind.NUMBER):
        return _in_one(said, at) if len(mark.figures) > 2 else _hour(said, at)
    return None


def _counts_to_24(said: Sequence[Mark]) -> bool:
    # "5:30 and 17:30", "5:30, 19 uhr".
    return any(_is_past_noon(said, at) for at in range(len(said)))


def _names_halves(said: Sequence[Mark]) -> bool:
    # "7.40 and 8.30pm": who says so of one says it where it is meant.
    return any(mark.has(Kind.PM) for mark in said)


def _is_past_noon(said: Sequence[Mark], at: int) -> bool:
    mark = said[at]
    if mark.has(Kind.CLOCK):
        return mark.clock[0] > 12 or mark.text.startswith("0")
    is_hour = bool(mark.figures) and mark_at(said, at + 1).has(Kind.HOUR)
    return is_hour and 12 < mark.number(Kind.NUMBER) < 24


def _part(mark: Mark) -> PartOfDay:
    return mark.meanings[Kind.PART].part or PartOfDay.MORNING


def _in_one(said: Sequence[Mark], at: int) -> Found | None:
    # "0830", and "830" where more tells that it is a time.
    mark = said[at]
    hour, minute = divmod(mark.number(Kind.NUMBER), 100)
    is_whole, after = len(mark.figures) == 4, mark_at(said, at + 1)
    is_told = (
        after.has(Kind.AM, Kind.PM)
        or mark_at(said, at - 1).has(Kind.AT)
        or _is_before_part(said, at)
        or (minute % 5 == 0 and hour > 0 and _is_all_times(said))
    )
    is_year = 1900 <= mark.number(Kind.NUMBER) < 2060 and not mark_at(said, at - 1).has(*_BEFORE_FIGURES)
    is_counted = after.has(*_UNITS) and not (is_whole and after.has(Kind.HOURS))
    if hour > 23 or minute > 59 or is_counted or not (is_whole or is_told) or (is_year and at > 0):
        return None
    return Clock(hour * 60 + minute, is_whole_day=is_whole), at + 1


def _is_all_times(said: Sequence[Mark]) -> bool:
    # "730 and 1830", "mon 845"; "830" alone may be anything
    return len(said) > 1 and all(
        mark.has(Kind.NUMBER, Kind.CLOCK, Kind.ON, *_BEFORE_FIGURES) for mark in said
    )


def _is_before_part(said: Sequence[Mark], at: int) -> bool:
    # "845 in the evening"; but "took 400 in the evening".
    begins = at == 0 or mark_at(said, at - 1).has(Kind.COMMA, Kind.AND)
    return begins and mark_at(said, skipped(said, at + 1, *_SOFT)).has(Kind.PART)


def _hour(said: Sequence[Mark], at: int) -> Found | None:
    # "8", "acht uhr vierzig", "18h30", "seven thirty five".
    mark = said[at]
    hour, after = mark.number(Kind.NUMBER), at + 1
    if hour > 23 or _is_pronoun(said, at):
        return None
    counts_to_24 = hour > 12 or hour == 0 or (len(mark.figures) == 2 and mark.figures[0] == "0")
    if (unit := mark_at(said, after)).has(Kind.HOUR):
        may_last = unit.has(Kind.HOURS)
        if may_last and len(unit.text) > 2 and not mark_at(said, at - 1).has(Kind.AT):
            return None
        return _after_hour(said, after + 1, Clock(hour * 60, is_whole_day=True, is_bare=may_last))
    if mark_at(said, after).has(Kind.OCLOCK):
        return Clock(hour * 60, is_whole_day=counts_to_24), after + 1
    found, end = _to_the_minute(said, after, Clock(hour * 60, is_whole_day=counts_to_24, is_bare=True))
    return found, end


def _is_pronoun(said: Sequence[Mark], at: int) -> bool:
    # "make the thursday one 10am".
    follows = mark_at(said, skipped(said, at + 1, *_SOFT)).has(Kind.NUMBER, Kind.CLOCK)
    return said[at].has(Kind.ONE) and follows and mark_at(said, at - 1).has(Kind.DAY, Kind.EACH, Kind.PART)


def _after_hour(said: Sequence[Mark], at: int, hour: Clock) -> Found | None:
    # "18h30": two figures. What follows blanks and counts hours itself is another time.
    mark, after = mark_at(said, at), mark_at(said, at + 1)
    if not mark.figures or after.has(Kind.HOUR, Kind.OCLOCK, *_UNITS):
        return _to_the_minute(said, at, hour)
    minute = mark.number(Kind.NUMBER)
    return (
        (replace(hour, minute=hour.minute + minute, is_bare=False), at + 1)
        if len(mark.figures) == 2 and minute < 60
        else None
    )


def _to_the_minute(said: Sequence[Mark], at: int, hour: Clock) -> Found:
    if (minute := _minute(said, at)) is None:
        return hour, at
    return replace(hour, minute=hour.minute + minute, is_bare=False), at + 1


def _minute(said: Sequence[Mark], at: int) -> int | None:
    """Figures have two digits, and are no minutes if they may be hours of a list."""
    mark, after = mark_at(said, at), mark_at(said, at + 1)
    if not mark.has(Kind.NUMBER) or after.has(*_UNITS, Kind.PAST, Kind.BEFORE, Kind.HOUR, Kind.OCLOCK):
        return None
    if mark.has(Kind.ONE) and after.meanings.keys() & {Kind.COMMON, Kind.FILLER}:
        return None  # "um 9 uhr eine gute zeit"
    minute = mark.number(Kind.NUMBER)
    may_be_hour = minute < 24 and (minute % 5 != 0 or after.has(Kind.NUMBER)) and mark.figures[:1] != "0"
    if mark.figures and (len(mark.figures) != 2 or may_be_hour):
        return None
    return minute if minute < 60 else None


def _with_half(said: Sequence[Mark], clock: Clock, at: int) -> Found:
    """Takes what may follow a time: o'clock, -ish, am, pm."""
    while True:
        mark = mark_at(said, at)
        if half := next((part for kind, part in _SUFFIXES.items() if mark.has(kind)), None):
            clock = replace(clock, within=(*clock.within, half), is_bare=False)
        elif mark.has(Kind.DASH) and mark_at(said, at + 1).has(Kind.ISH):
            pass
        elif mark.has(Kind.OCLOCK, Kind.ISH, Kind.BOTH, Kind.HOUR):
            is_whole = clock.is_whole_day or mark.has(Kind.HOUR)
            clock = replace(clock, is_bare=False, is_whole_day=is_whole)
        else:
            return clock, at
        at += 1


def _added(said: Sequence[Mark], clock: Clock, at: int) -> Found:
    # "las ocho y media", "las nueve menos cuarto": figures alone would be an hour of a list.
    mark, after = mark_at(said, at), mark_at(said, at + 1)
    if mark.has(Kind.AND_A_HALF) and not after.has(*_UNITS):
        return _with_half(said, replace(clock, shift=clock.shift + 30, is_bare=False), at + 1)
    if not mark.has(Kind.PLUS, Kind.MINUS):
        return clock, at
    if after.has(Kind.FRACTION):
        minutes = after.number(Kind.FRACTION)
    elif after.has(Kind.NUMBER) and _is_minutes(said, at + 1):
        minutes = after.number(Kind.NUMBER)
    else:
        return clock, at
    end = skipped(said, at + 2, Kind.MINUTES)
    shift = clock.shift + (minutes if mark.has(Kind.PLUS) else -minutes)
    return _with_half(said, replace(clock, shift=shift, is_bare=False), end)


def _is_minutes(said: Sequence[Mark], at: int) -> bool:
    mark, is_minus = said[at], said[at - 1].has(Kind.MINUS)
    in_words = not mark.figures and mark.number(Kind.NUMBER) < 60
    return (
        in_words or is_minus or mark_at(said, at + 1).has(Kind.MINUTES) or 24 <= mark.number(Kind.NUMBER) < 60
    )


def _with_part(said: Sequence[Mark], clock: Clock, at: int) -> Found:
    # "8 in the evening". Noon and midnight are times themselves, except after a bare hour, and after "half past twelve".
    for part, end in _parts_after(said, at):
        if (
            part is PartOfDay.NOON
            and clock.minutes() == (clock.minute,)
            and _is_soon_past_noon(said, clock, at)
        ):
            return replace(clock, within=(part,), is_bare=False), end
        is_about = _is_about_twelve(clock) or _is_soon_after(clock, part)
        is_one = clock.is_bare or is_about or Kind.OCLOCK in mark_at(said, at - 1).meanings
        if is_one or part not in _FIXED:
            there = replace(clock, within=(*clock.within, part), is_bare=False)
            return (there, end) if there.minutes() else (clock, at)  # "morning 7am, afternoon 2pm"
    return clock, at


def _is_soon_past_noon(said: Sequence[Mark], clock: Clock, at: int) -> bool:
    # "zwei uhr mittags", and not "10 uhr mittags 14 uhr".
    is_hour = mark_at(said, at - 1).has(Kind.HOUR) and 0 < clock.minute < 3 * 60 + 60
    return is_hour and clock.is_whole_day and not (clock.is_fixed or clock.within)


def _is_about_twelve(clock: Clock) -> bool:
    return not clock.is_whole_day and not clock.is_fixed and (clock.minute + clock.shift) % HALF < 60


def _is_soon_after(clock: Clock, part: PartOfDay) -> bool:
    # "12:30 lunchtime", and not "11am noon 1pm".
    return not clock.is_fixed and all(
        minute >= _FIXED.get(part, 0) and part.holds(minute) for minute in clock.minutes()
    )


def _parts_after(said: Sequence[Mark], at: int) -> Iterator[tuple[PartOfDay, int]]:
    at = skipped(said, at, *_SOFT)
    mark = mark_at(said, at)
    if mark.has(Kind.PART):
        yield _part(mark), at + 1
