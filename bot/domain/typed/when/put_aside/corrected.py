"""Leaves out what the next words of a sentence correct: "7pm, no make that 8pm", "mondays, i mean tuesdays, at 6"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from bot.domain.typed.when.found.bits_said import NoTime
from bot.domain.typed.when.found.clock_times import NO_HOUR, clock_at, mark_at
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import one_day_at, weekdays_at
from bot.domain.typed.when.when_words import Kind

_CORRECTING = (Kind.CORRECTS, Kind.AMENDS)
_SMALL = (Kind.COMMA, Kind.AT, Kind.LINK, Kind.ONLY, *_CORRECTING)
_HALVES = (Kind.AM, Kind.PM, Kind.PART)
_IN_CLOCKS = (*_HALVES, Kind.NUMBER, Kind.CLOCK, Kind.HOUR, Kind.OCLOCK)
_Place = tuple[int, int]
"""Where it begins, and the place after it."""


def without_corrected(said: list[Mark]) -> list[Mark]:
    """Raises NoTime if only one of several is corrected: "9am and 6pm, i mean 7pm"."""
    for at, mark in enumerate(said):
        if (mark.has(*_CORRECTING) or _is_no(said, at)) and (kept := _kept(said, at)):
            return without_corrected(kept)
    return said


def _kept(said: list[Mark], at: int) -> list[Mark] | None:
    begins, ends = _past_small(said, at), _before_small(said, at)
    if any(mark.has(Kind.WITHDRAWS) for mark in said[ends:begins]):
        begins = _past_reason(said, begins)
    if ends and mark_at(said, begins).has(*_HALVES) and said[ends - 1].has(*_HALVES):
        return said[: ends - 1] + said[begins:]  # "9am i mean pm"
    before, anew = said[:ends], said[begins : _clause_end(said, begins)]
    kinds = [kind for kind in (_clock, _day) if _places(anew, kind)]
    first = next((kind for kind in kinds if kind(said, begins)), None)
    if first is None or not _places(before, first) or any(mark.has(Kind.TOO) for mark in said[ends:]):
        return None
    if (
        first is _day
        and not any(mark.has(*_CORRECTING) for mark in said[ends:begins])
        and not _is_plain_no(said, at)
    ):
        return None  # "saturdays no, sundays no, 9am"
    if not any(mark.has(Kind.CORRECTS) for mark in said[ends:begins]):
        if any(mark.has(Kind.TELLS) for mark in before):
            return None  # "my shift ends at 5pm, rather 6pm"
        if _places(before, first)[-1][1] != ends and (first is _day or _places(said[begins:], _day)):
            raise NoTime  # "7pm mondays, sorry 8pm tuesdays"
    corrected = [_places(before, kind) for kind in kinds]
    if any(len(each) > 1 for each in corrected):
        raise NoTime
    gone = {place for begin, end in chain(*corrected) for place in range(begin, end)} | {*range(ends, begins)}
    if first is _clock and _is_in_doubt(before):
        said[begins] = replace(said[begins], is_open=True)
    return [mark for place, mark in enumerate(said) if place not in gone and place >= _told_until(said, ends)]


def _past_reason(said: list[Mark], at: int) -> int:
    # "8, no hang on thats the school run, 9:15": why it is corrected stands before what is meant.
    end = next((place for place in range(at, len(said)) if said[place].has(Kind.COMMA, Kind.BREAK)), at)
    names_none = not (_places(said[at:end], _clock) or _places(said[at:end], _day))
    follows = _past_small(said, end)
    return follows if names_none and end > at and _clock(said, follows) else at


def _is_in_doubt(before: Sequence[Mark]) -> bool:
    # "9 no wait 9:30": of the morning or the evening, as nine was.
    found = clock_at(before, _places(before, _clock)[-1][0])
    return found is not None and len(found[0].minutes()) > 1


def _told_until(said: Sequence[Mark], ends: int) -> int:
    # "I said 8am but meant 8pm": nothing is left of what was said.
    is_meant = any(mark.has(Kind.CORRECTS) and mark.has(Kind.TELLS) for mark in said[ends:])
    return ends if is_meant else 0


def _clause_end(said: Sequence[Mark], at: int) -> int:
    while at < len(said) and not said[at].has(Kind.COMMA, Kind.BREAK, Kind.BECAUSE):
        at += 1
    return at


def _past_small(said: Sequence[Mark], at: int) -> int:
    while at < len(said) and _is_small(said, at) and not (_clock(said, at) or _day(said, at)):
        at += 1
    return at


def _before_small(said: Sequence[Mark], at: int) -> int:
    while at and _is_small(said, at - 1) and not _clock(said, at - 1):
        at -= 1
    return at


def _is_small(said: Sequence[Mark], at: int) -> bool:
    is_and = said[at].has(Kind.AND) and not said[at].has(*_CORRECTING)
    return _is_no(said, at) or (said[at].has(*_SMALL) and not is_and)


def _is_no(said: Sequence[Mark], at: int) -> bool:
    # "7pm, no, rather 8pm", "7pm no 8pm"; but "8pm, not 9pm" and "7pm, no 8pm".
    after = mark_at(said, at + 1)
    is_next = said[at].has(Kind.NO) and mark_at(said, at - 1).has(*_IN_CLOCKS)
    is_anew = after.has(Kind.AT) or bool(_clock(said, at + 1))
    return said[at].has(Kind.NO, Kind.NOT) and (after.has(Kind.COMMA, *_CORRECTING) or (is_next and is_anew))


def _is_plain_no(said: Sequence[Mark], at: int) -> bool:
    # "mittwochs, nein, dienstags um 17 uhr", and not "saturdays no, sundays no, 9am".
    beside = (mark_at(said, at - 1), mark_at(said, at + 1))
    return said[at].has(Kind.NO) and all(mark.has(Kind.COMMA) for mark in beside)


def _places(said: Sequence[Mark], kind: Callable[[Sequence[Mark], int], int]) -> list[_Place]:
    found: list[_Place] = []
    at = 0
    while at < len(said):
        end = kind(said, at)
        found += [(at, end)] if end else []
        at = end or at + 1
    return found


def _clock(said: Sequence[Mark], at: int) -> int:
    """The place after a time; 0 for none."""
    clock = clock_at(said, at)
    is_counted = clock is not None and clock[0].is_bare and mark_at(said, clock[1]).has(*NO_HOUR)
    return clock[1] if clock and not is_counted else 0


def _day(said: Sequence[Mark], at: int) -> int:
    day = one_day_at(said, at) or weekdays_at(said, at)
    return day[1] if day else 0
