"""What a few words correct in a reminder that was proposed or has just been kept: its time ("no wait 8 not 9"), or
days on which it should not come ("not sat sun tho")."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.domain.typed.when.found.clock_times import NO_HOUR, Clock, clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark, marks, pieces
from bot.domain.typed.when.found.spoken_days import weekdays_at
from bot.domain.typed.when.when_words import Kind, WhenWords

HOUR = 60
MOST = 12
"""Words and signs. A longer text speaks of something else too."""

_CORRECTING = (Kind.CORRECTS, Kind.AMENDS)
_REFUSING = (Kind.NOT, Kind.EXCEPT, Kind.BUT)
_OF_THE_OLD = (Kind.NOT, Kind.INSTEAD, Kind.THAN)
_SMALL = (
    *(
        Kind.COMMA,
        Kind.DASH,
        Kind.AT,
        Kind.LINK,
        Kind.FILLER,
        Kind.WISHES,
        Kind.ON,
        Kind.TOO,
        Kind.AND,
        Kind.OR,
    ),
    *(Kind.NO, Kind.MOVES, Kind.SHIFTS, Kind.FOR_GOOD, Kind.COMMON, Kind.ONLY, Kind.REFERS),
    *(*_CORRECTING, *_REFUSING, *_OF_THE_OLD),
)
_NEVER = (Kind.QUESTION, Kind.THIS, Kind.NEXT, Kind.AGAINST, Kind.TELLS)
_SOFT = (Kind.AT, Kind.LINK, Kind.FILLER)


@dataclass(frozen=True, slots=True)
class TimePutRight:
    """`times`: the new time, in every half of the day that it may be in. `old`: the time it replaces, likewise; empty
    if that is not said. `names_half`: they say which half of the day it is in."""

    times: frozenset[time]
    old: frozenset[time]
    names_half: bool


def time_put_right(text: str, languages: Sequence[WhenWords]) -> TimePutRight | None:
    """None if nothing is corrected, or if anything else is said."""
    found = (_time(said) for said in _every(text, languages))
    return next((each for each in found if each), None)


def days_put_out(text: str, languages: Sequence[WhenWords], *, with_orders: bool = False) -> frozenset[int]:
    """The days on which it should not come; empty if none are named that way, or if anything else is said. Orders
    ("skip", "no reminders on") count for days that repeat, like "Fridays"; with `with_orders`, for all others too."""
    found = (_days(said, _refusing(said, with_orders=with_orders)) for said in _every(text, languages))
    return next((each for each in found if each), frozenset())


def _refusing(said: Sequence[Mark], *, with_orders: bool) -> tuple[Kind, ...]:
    once = any(mark.has(Kind.DAY, Kind.SHORT) and not mark.has(Kind.EACH) for mark in said)
    return (*_REFUSING, Kind.UNWANTED) if with_orders or not once else _REFUSING


def _every(text: str, languages: Sequence[WhenWords]) -> list[list[Mark]]:
    found = pieces(text, languages)
    return [marks(found, words) for words in languages] if 0 < len(found) <= MOST and "?" not in text else []


def _time(said: Sequence[Mark]) -> TimePutRight | None:
    clocks: dict[bool, list[Clock]] = {False: [], True: []}
    is_put_right, at = False, 0
    while at < len(said):
        clock, end = _clock(said, at)
        is_old = _is_old(said, at)
        if clock:
            clocks[is_old].append(clock)
        elif not _is_small(said[at]):
            return None
        is_put_right |= said[at].has(Kind.NO, *_CORRECTING, *_OF_THE_OLD) and not clock
        at = end
    new, old = clocks[False], clocks[True]
    if not is_put_right or len(new) != 1 or len(old) > 1:
        return None
    halves = _half_is_told(new[0])
    return TimePutRight(_times(new[0]), _times(old[0]) if old else frozenset(), halves)


def _clock(said: Sequence[Mark], at: int) -> tuple[Clock | None, int]:
    found = clock_at(said, at)
    is_counted = found is not None and found[0].is_bare and mark_at(said, found[1]).has(*NO_HOUR)
    return found if found and not is_counted else (None, at + 1)


def _is_old(said: Sequence[Mark], at: int) -> bool:
    """True for the second time in "no 8 not 9". A "no" before the only time is the answer to a question instead."""
    before = at - 1
    while mark_at(said, before).has(*_SOFT) and not mark_at(said, before).has(*_OF_THE_OLD):
        before -= 1
    lead = mark_at(said, before)
    return lead.has(*_OF_THE_OLD) and not lead.has(Kind.NO, *_CORRECTING)


def _half_is_told(clock: Clock) -> bool:
    return len(clock.minutes()) == 1


def _times(clock: Clock) -> frozenset[time]:
    return frozenset(time(*divmod(minute, HOUR)) for minute in clock.minutes())


def _is_small(mark: Mark) -> bool:
    return mark.has(*_SMALL) and not mark.has(*_NEVER)


def _days(said: Sequence[Mark], refusing: tuple[Kind, ...]) -> frozenset[int]:
    days: frozenset[int] = frozenset()
    is_refused, at = False, 0
    while at < len(said):
        found = _days_at(said, at, is_refused=is_refused)
        if found and not is_refused and not _is_refused_behind(said, found[1]):
            return frozenset()
        if found:
            days |= found[0]
        elif not _is_small(said[at]) and not said[at].has(*refusing):
            return frozenset()
        is_refused |= said[at].has(*refusing)
        at = found[1] if found else at + 1
    return days if is_refused else frozenset()


def _days_at(said: Sequence[Mark], at: int, *, is_refused: bool) -> tuple[frozenset[int], int] | None:
    """ "Sat" alone counts as a day after a "not"."""
    if found := weekdays_at(said, at):
        return found[0].days, found[1]
    return (said[at].meanings[Kind.SHORT].days, at + 1) if is_refused and said[at].has(Kind.SHORT) else None


def _is_refused_behind(said: Sequence[Mark], at: int) -> bool:
    """ "Sundays no", but not "Friday, not Saturday"."""
    refused = skipped(said, at, *_SOFT, Kind.COMMA)
    is_refused = mark_at(said, refused).has(Kind.NOT, Kind.UNWANTED)
    return is_refused and not any(weekdays_at(said, each) for each in range(refused + 1, len(said)))
