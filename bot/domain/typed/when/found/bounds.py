"""Times that only bound the reminder's: "after 6pm", "by noon", "9am at the earliest". They give a part of the day, and no time."""

from collections.abc import Sequence

from bot.domain.typed.when.found.bits_said import NoTime
from bot.domain.typed.when.found.clock_times import NO_HOUR, Clock, Found, clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import Kind

_BEGINS = (Kind.NOT_BEFORE, Kind.OR_LATER)
_ENDS = (Kind.NOT_AFTER, Kind.OR_EARLIER)
_BEHIND = (Kind.OR_LATER, Kind.OR_EARLIER)
_PARTS = (
    (11 * 60 + 1, PartOfDay.MORNING),
    (17 * 60 + 1, PartOfDay.AFTERNOON),
    (24 * 60, PartOfDay.EVENING),
)


def bound_at(said: Sequence[Mark], at: int) -> tuple[PartOfDay, int] | None:
    """The part of the day in which to look for a time, and the next place. Raises NoTime if it may be two."""
    if said[at].has(*_BEGINS, *_ENDS):
        return _led(said, at)
    clock = clock_at(said, at)
    behind = skipped(said, clock[1], Kind.LINK) if clock else at
    if clock is None or not mark_at(said, behind).has(*_BEHIND):
        return None
    return _bounded(clock[0], is_end=said[behind].has(*_ENDS)), behind + 1


def _led(said: Sequence[Mark], at: int) -> tuple[PartOfDay, int] | None:
    clock = clock_at(said, skipped(said, at + 1, Kind.AT, Kind.LINK))
    if clock is None or _is_counted(said, clock):
        return None
    return _bounded(clock[0], is_end=said[at].has(*_ENDS)), clock[1]


def _is_counted(said: Sequence[Mark], clock: Found) -> bool:
    # "after 2 weeks".
    return clock[0].is_bare and mark_at(said, clock[1]).has(*NO_HOUR)


def _bounded(clock: Clock, *, is_end: bool) -> PartOfDay:
    parts = {_part(minute - 60 * is_end) for minute in clock.minutes()}
    if len(parts) != 1:
        raise NoTime
    return parts.pop()


def _part(minute: int) -> PartOfDay:
    return next(part for ends, part in _PARTS if minute < ends)
