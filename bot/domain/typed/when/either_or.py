"""If a sentence leaves a choice between times or days ("8am or 8pm every day"), gives each of them alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.domain.typed.when.found.bits_said import EveryHours, NoTime, Parsed, Said
from bot.domain.typed.when.found.clock_times import Clock
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays

_Bits = list[tuple[Said, int]]
_TIMES = (Clock, EveryHours)
_DAYS = (Weekdays, OneDay)


def alternatives(bits: Parsed) -> list[Parsed]:
    """What the choices have in common belongs to each: "monday or friday at 9". Raises NoTime."""
    parts = _parts(bits)
    if len(parts) < 2 or any(isinstance(each, timedelta) for each, _ in bits.said):
        return [bits]
    for kinds in (_TIMES, _DAYS):
        parts = _shared(parts, kinds)
    return [replace(bits, said=_in_same_half(part, bits.said)) for part in parts]


def _parts(bits: Parsed) -> list[_Bits]:
    places = [0, *bits.choices, len(bits.said)]
    parts = [bits.said[begin:end] for begin, end in pairwise(places)]
    return [each for part in parts for each in ([part] if part is parts[-1] else _listed(part)) if each]


def _listed(part: _Bits) -> list[_Bits]:
    # "mon, wed or fri": what commas divide is a choice too.
    for at in range(len(part) - 1, 0, -1):
        (one, clause), (other, following) = part[at - 1], part[at]
        if clause == following or _kind(one) is not _kind(other):
            return [part]
        return [*_listed(part[:at]), part[at:]]
    return [part]


def _kind(said: Said) -> type:
    return Clock if isinstance(said, _TIMES) else Weekdays if isinstance(said, _DAYS) else type(said)


def _shared(parts: Sequence[_Bits], kinds: tuple[type, ...]) -> list[_Bits]:
    having = [[each for each in part if isinstance(each[0], kinds)] for part in parts]
    givers = [each for each in having if each]
    if len(givers) in (0, len(parts)):
        return list(parts)
    if len(givers) > 1 or _is_divided(parts[having.index(givers[0])]):
        raise NoTime
    return [part if has else [*part, *givers[0]] for part, has in zip(parts, having, strict=True)]


def _is_divided(part: _Bits) -> bool:
    """True if days have their own times: nobody knows which of them the other choice is for."""
    kinds = [_kind(each) for each, _ in part]
    changes = sum(one is not other for one, other in pairwise(kinds))
    return changes > 1


def _in_same_half(part: _Bits, every: _Bits) -> _Bits:
    # "8 or 9 in the evening".
    halves = {each.within for each, _ in every if isinstance(each, Clock) and each.within}
    if len(halves) != 1:
        return part
    within = halves.pop()
    return [
        (replace(each, within=within), clause)
        if isinstance(each, Clock) and not each.within and not each.is_whole_day
        else (each, clause)
        for each, clause in part
    ]
