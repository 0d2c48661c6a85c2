"""A number that may be minutes or an hour: "a las 8 y 20" is twenty past eight, or eight and twenty o'clock."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.typed.when.found.bits_said import NoTime, Parsed
from bot.domain.typed.when.found.clock_times import Clock, mark_at
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.when_words import Kind

_MINUTES = ("5", "05", "10", "15", "20")
"""People name minutes in fives; from 24 on a number is no hour anyway."""


def may_be_minutes(said: Sequence[Mark], at: int, found: Parsed) -> bool:
    """True after a full hour that is the only time so far."""
    clocks = [each for each, _ in found.said if isinstance(each, Clock)]
    is_next = len(clocks) == 1 and found.said[-1][0] == clocks[0]
    return is_next and _is_full_hour(clocks[0]) and _is_added(said, at)


def _is_added(said: Sequence[Mark], at: int) -> bool:
    # "y 20", and not "y 20 horas".
    is_hour = mark_at(said, at + 1).has(Kind.HOUR, Kind.OCLOCK)
    return said[at].figures in _MINUTES and mark_at(said, at - 1).has(Kind.PLUS) and not is_hour


def _is_full_hour(clock: Clock) -> bool:
    return clock.minute % 60 == 0 and not (clock.shift or clock.within or clock.is_fixed)


def with_minutes(bits: Parsed) -> list[Parsed]:
    """Each way to read such a number. Raises NoTime."""
    if bits.perhaps_minutes is None:
        return [bits]
    if bits.choices:
        raise NoTime
    at = bits.perhaps_minutes
    match bits.said[at - 1 : at + 1]:
        case [(Clock() as hour, clause), (Clock() as number, _)]:
            together = (_together(hour, number), clause)
            return [replace(bits, said=[*bits.said[: at - 1], together, *bits.said[at + 1 :]]), bits]
    return [bits]


def _together(hour: Clock, number: Clock) -> Clock:
    return replace(hour, minute=hour.minute + number.minute // 60, within=number.within, is_bare=False)
