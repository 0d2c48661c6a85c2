"""Spans of time: "in half an hour", "2 hours from now", "every two hours between 9 and 5"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from bot.domain.typed.dates import FARTHEST
from bot.domain.typed.when.found.clock_times import Clock, mark_at, skipped, towards_or_plain
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import weekdays_at
from bot.domain.typed.when.meant import DAY
from bot.domain.typed.when.when_words import Kind

_UNITS = {Kind.MINUTES: 1, Kind.HOURS: 60}
_LENGTHS = (Kind.NUMBER, Kind.DECIMAL, Kind.SPAN, Kind.FRACTION, Kind.AND_A_HALF, Kind.AND, *_UNITS)
_POLITE = (
    *(Kind.MORE, Kind.WISHES, Kind.WAIT, Kind.COMMA, Kind.LINK, Kind.FROM_NOW, Kind.NO),
    *(Kind.ASKS, Kind.REMIND, Kind.BREAK),
)
LONG = 30
"""From this many minutes on, people do not mean the length of a session."""

LONGEST_DAY = 14 * 60
MOST_IN_A_DAY = 24
"""More than can be kept; the bot says so."""

SHORTEST = 30
"""Minutes from one to the next, at least."""

SELDOM = 4 * 60
"""Minutes between two of a day that need no last one."""


def ahead_at(said: Sequence[Mark], at: int, *, asks: bool) -> tuple[timedelta, int] | None:
    """Only if it counts from now: "ten minutes" alone says how long a person has."""
    mark = mark_at(said, at)
    leads = mark.has(Kind.IN) or (mark.has(Kind.WAIT) and (asks or _is_long(said, at + 1)))
    begins = skipped(said, at + 1, Kind.LINK, Kind.MORE) if leads else at
    found = _span(said, begins) or (_in_ten(said, begins) if _may_be_minutes(mark, asks=asks) else None)
    if found is None:
        return None
    minutes, end = found
    is_more = not leads and _is_more(said, at, end)
    if not (leads or is_more) and (not mark_at(said, end).has(Kind.FROM_NOW) or _is_shifted(said[:at])):
        return None
    ahead = timedelta(minutes=minutes)
    end = skipped(said, end, Kind.FROM_NOW, *((Kind.MORE,) if is_more or leads else ()))
    return (ahead, end) if timedelta() < ahead <= FARTHEST else None


def length_at(said: Sequence[Mark], at: int) -> tuple[int, int] | None:
    """Returns minutes, and the place after them."""
    return _span(said, at)


def _is_long(said: Sequence[Mark], at: int) -> bool:
    # "Give me an hour": nobody stretches so long, as they may for "5 minutes"; "give me ten minutes, i'm on the phone".
    if not _is_all(said, at):
        return False
    return (
        any(mark.has(Kind.MORE) for mark in said)
        or (_span(said, skipped(said, at, Kind.LINK, Kind.MORE)) or (0, 0))[0] >= LONG
    )


def _is_more(said: Sequence[Mark], at: int, end: int) -> bool:
    """ "Another 20 mins", "noch 10 minuten", "half an hour please": all that is said."""
    if not (_is_all(said, 0) and all(mark.has(*_POLITE) for mark in [*said[:at], *said[end:]])):
        return False
    is_more = any(mark.has(Kind.MORE) for mark in said) or _is_then_asked(said, end)
    return is_more or (any(mark.has(Kind.WISHES) for mark in said) and (_span(said, at) or (0, 0))[0] >= LONG)


def _is_then_asked(said: Sequence[Mark], at: int) -> bool:
    # "45 minutes then ask me again".
    return mark_at(said, at).has(Kind.AND, Kind.BREAK) and any(mark.has(Kind.ASKS) for mark in said[at:])


def _is_all(said: Sequence[Mark], at: int) -> bool:
    return all(mark.has(*_POLITE, *_LENGTHS) for mark in said[at:]) and not any(
        mark.has(Kind.TELLS, Kind.NOT, Kind.HAPPENED, Kind.EVERY, Kind.THIS, Kind.SHIFTS, Kind.MOVES)
        for mark in said
    )


def _is_shifted(before: Sequence[Mark]) -> bool:
    # "Mach es eine halbe stunde später": than it is, and not from now.
    return any(mark.has(Kind.SHIFTS, Kind.MOVES) for mark in before)


def _may_be_minutes(mark: Mark, *, asks: bool) -> bool:
    # "Remind me after 10" may be ten o'clock.
    return asks and mark.has(Kind.IN, Kind.WAIT) and not mark.has(Kind.NOT_BEFORE)


def _span(said: Sequence[Mark], at: int) -> tuple[int, int] | None:
    mark = mark_at(said, at)
    if mark.has(Kind.SPAN):
        return _and_more(said, mark.number(Kind.SPAN), at + 1)
    if not mark.has(Kind.NUMBER, Kind.DECIMAL):
        return None
    if mark.has(Kind.NUMBER) and mark_at(said, at + 1).has(Kind.SPAN) and _is_quarter(said[at + 1]):
        return mark.number(Kind.NUMBER) * said[at + 1].number(Kind.SPAN), at + 2
    halves = 2 * mark.number(Kind.NUMBER) if mark.has(Kind.NUMBER) else 2 * mark.number(Kind.DECIMAL) + 1
    end = at + 1
    if mark_at(said, end).has(Kind.AND_A_HALF):
        halves, end = halves + 1, end + 1
    while mark_at(said, end).has(Kind.LINK) and not mark_at(said, end).has(*_UNITS):
        end += 1
    unit = next((size for kind, size in _UNITS.items() if mark_at(said, end).has(kind)), 0)
    return _and_more(said, halves * unit // 2, end + 1) if unit else None


def _is_quarter(mark: Mark) -> bool:
    # "3 quarters of an hour".
    return mark.number(Kind.SPAN) == 15


def _in_ten(said: Sequence[Mark], at: int) -> tuple[int, int] | None:
    # "again in ten": minutes, where nothing else is counted.
    mark, after = mark_at(said, at), mark_at(said, at + 1)
    is_all = at + 1 >= len(said) or after.has(Kind.COMMA, Kind.WISHES)
    minutes = mark.number(Kind.NUMBER) if mark.has(Kind.NUMBER) else 0
    return (minutes, at + 1) if is_all and 5 <= minutes <= 90 and minutes % 5 == 0 else None


def _and_more(said: Sequence[Mark], minutes: int, at: int) -> tuple[int, int]:
    # "and a half", "and 20 minutes".
    if mark_at(said, at).has(Kind.AND_A_HALF):
        return minutes + 30, at + 1
    begins = skipped(said, at, Kind.AND)
    more = mark_at(said, begins)
    if more.has(Kind.NUMBER) and mark_at(said, begins + 1).has(Kind.MINUTES):
        return minutes + more.number(Kind.NUMBER), begins + 2
    if begins > at and more.has(Kind.SPAN):
        return minutes + more.number(Kind.SPAN), begins + 1
    is_last = begins + 1 >= len(said) or said[begins + 1].has(Kind.COMMA, Kind.BECAUSE)
    if minutes % 60 == 0 and len(more.figures) == 2 and more.number(Kind.NUMBER) < 60 and is_last:
        return minutes + more.number(Kind.NUMBER), begins + 1  # "in 1h30", "in an hour and 15"
    return minutes, at


@dataclass(frozen=True, slots=True)
class HourlyTimes:
    """`ways`: all ways to read it, each as minutes of the day. `days`: named in its midst. `end`: the next place."""

    ways: tuple[tuple[int, ...], ...]
    days: frozenset[int]
    end: int


def is_rhythm(said: Sequence[Mark], at: int) -> bool:
    # "every two hours", "hourly": times of day follow only from a begin and an end.
    return said[at].has(Kind.HOURLY, Kind.RHYTHM) or (
        said[at].has(Kind.EVERY) and _unit(said, at).has(Kind.HOURS, Kind.MINUTES, Kind.SPAN)
    )


def _unit(said: Sequence[Mark], at: int) -> Mark:
    return mark_at(said, at + 1 + mark_at(said, at + 1).has(Kind.NUMBER, Kind.ONE))


def rhythm_at(said: Sequence[Mark], at: int) -> HourlyTimes | None:
    every, begins = _every(said, at)
    days, begins = _days_within(said, begins)
    begins = _past_reason(said, begins)
    place = skipped(said, begins, Kind.BETWEEN, Kind.LINK, Kind.AT, Kind.COMMA)
    first = towards_or_plain(said, place)
    if not every or first is None:
        return None
    if any(mark.has(Kind.BETWEEN) for mark in said[begins:place]) and not _has_last(said, first[1]):
        onwards = _onwards(first[0], every)
        return HourlyTimes(onwards, days, first[1]) if onwards else None
    if not _has_last(said, first[1]):
        return None
    last = towards_or_plain(said, skipped(said, first[1] + 1, Kind.LINK, Kind.AT))
    ways = _ways(first[0], last[0], every) if last else []
    return HourlyTimes(tuple(ways), days, last[1]) if last and ways else None


def _past_reason(said: Sequence[Mark], at: int) -> int:
    # "every other hour while i'm at the office, nine til five"
    end = at
    while end < len(said) and not said[end].has(Kind.COMMA, Kind.NUMBER, Kind.CLOCK, Kind.BETWEEN):
        end += 1
    return end if mark_at(said, at).has(Kind.BECAUSE) and mark_at(said, end).has(Kind.COMMA) else at


def _has_last(said: Sequence[Mark], at: int) -> bool:
    return mark_at(said, at).has(Kind.AND, Kind.TO, Kind.BEFORE, Kind.DASH)


def _onwards(first: Clock, every: int) -> tuple[tuple[int, ...], ...]:
    """ "Every 8 hours from 6am": until the day ends, or all around the clock."""
    if len(first.minutes()) != 1 or every < SELDOM or DAY % every:
        return ()
    begin = first.minutes()[0]
    until_night = tuple(range(begin, DAY, every))
    around = tuple(sorted((begin + ahead) % DAY for ahead in range(0, DAY, every)))
    return tuple(dict.fromkeys((until_night, around)))


def _every(said: Sequence[Mark], at: int) -> tuple[int, int]:
    """Returns minutes, 0 if they are fewer than `SHORTEST`, and the place after them."""
    if said[at].has(Kind.HOURLY):
        return 60, at + 1
    if said[at].has(Kind.RHYTHM):
        return said[at].number(Kind.RHYTHM), at + 1
    after, unit = mark_at(said, at + 1), _unit(said, at)
    many = after.number(Kind.NUMBER) if after.has(Kind.NUMBER) else 1
    size = unit.number(Kind.SPAN) if unit.has(Kind.SPAN) else 60 if unit.has(Kind.HOURS) else 1
    minutes, end = many * size, at + 2 + after.has(Kind.NUMBER, Kind.ONE)
    if mark_at(said, end).has(Kind.AND_A_HALF) and unit.has(Kind.HOURS):
        minutes, end = minutes + 30, end + 1
    return minutes if minutes >= SHORTEST else 0, end


def _days_within(said: Sequence[Mark], at: int) -> tuple[frozenset[int], int]:
    # "every two hours, mon to fri, between 10 and 4".
    days: frozenset[int] = frozenset()
    while not mark_at(said, at).has(Kind.BETWEEN) or weekdays_at(said, at + 1):
        if found := weekdays_at(said, at):
            days, at = days | found[0].days, found[1]
        elif mark_at(said, at).has(Kind.LINK, Kind.COMMA, Kind.AND, Kind.BETWEEN):
            at += 1
        else:
            break
    return days, at


def _ways(first: Clock, last: Clock, every: int) -> list[tuple[int, ...]]:
    ends = [
        (begin, end) for begin in first.minutes() for end in last.minutes() if 0 < end - begin <= LONGEST_DAY
    ]
    ways = [tuple(range(begin, end + 1, every)) for begin, end in ends]
    return [way for way in ways if len(way) <= MOST_IN_A_DAY]


def hours_between(first: Clock, last: Clock) -> list[tuple[time, ...]]:
    """From the first hour on, each an hour after the one before: every way to read it."""
    return [tuple(time(*divmod(minute, 60)) for minute in way) for way in _ways(first, last, 60)]
