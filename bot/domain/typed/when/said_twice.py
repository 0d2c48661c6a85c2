"""A single time that is said twice, the second time to be clear: "at noon, at 12", "half seven in the evening, 7:30"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.typed.when.found.bits_said import NoTime, Said
from bot.domain.typed.when.found.clock_times import HALF, Clock
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays
from bot.domain.typed.when.meant import PartOfDay

_Bits = Sequence[tuple[Said, int]]


def said_once(said: _Bits) -> list[tuple[Said, int]]:
    """Raises NoTime if noon may be a time of its own, or may only tell which hour is meant: "noon, 1pm"."""
    places = [at for at, (each, _) in enumerate(said) if isinstance(each, Clock)]
    if len(places) != 2 or _is_between_days(said, places[0], places[1]):
        return list(said)
    (one, clause), (other, following) = said[places[0]], said[places[1]]
    if not isinstance(one, Clock) or not isinstance(other, Clock) or following != clause + 1:
        return list(said)
    together = _together(one, other) or _together(other, one)
    if together is None:
        return list(said)
    return [*said[: places[0]], (together, clause), *said[places[1] + 1 :]]


def _is_between_days(said: _Bits, one: int, other: int) -> bool:
    # "mondays 8, 8pm tuesdays": each has its day.
    days = [isinstance(each, Weekdays | OneDay) for each, _ in said]
    return other - one > 1 or (any(days[:one]) and any(days[other:]))


def _together(one: Clock, other: Clock) -> Clock | None:
    """The joined time, if `other` only repeats what `one` says."""
    ours, theirs = one.minutes(), other.minutes()
    if one.is_fixed and not other.is_fixed:
        return _at_noon(one, other)
    if set(ours) < set(theirs):
        return one
    is_again = {minute % HALF for minute in ours} == {minute % HALF for minute in theirs}
    return one if is_again and (ours == theirs or _is_in_figures(other)) else None


def _at_noon(fixed: Clock, other: Clock) -> Clock | None:
    if fixed.minute in other.minutes():
        return fixed
    there = replace(other, within=(*other.within, PartOfDay.NOON))
    if fixed.minute != HALF or not there.minutes():
        return None
    if not fixed.is_about:
        raise NoTime
    return there


def _is_in_figures(clock: Clock) -> bool:
    # "7:30" as it stands on a clock with hands.
    return clock.is_whole_day and not (clock.within or clock.is_fixed) and clock.minute < 13 * 60
