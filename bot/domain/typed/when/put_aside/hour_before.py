"""Completes a time that lacks its hour with the hour named before: "the bus comes at eight, so buzz me ten to", "6 am, no, half past"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.typed.when.found.bits_said import NoTime
from bot.domain.typed.when.found.clock_times import Clock, Found, clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import one_day_at, weekdays_at
from bot.domain.typed.when.when_words import Kind, Meaning

_ENDS = (Kind.COMMA, Kind.BREAK, Kind.BECAUSE, Kind.WISHES, Kind.PART, Kind.AM, Kind.PM)
_LEADS = (Kind.CORRECTS, Kind.AMENDS, Kind.NO, Kind.ASKS, Kind.REMIND, Kind.BREAK, Kind.WAIT)
_LONE = (5, 10, 20, 25)
"""Minutes that people say without the word "minutes"."""


def with_hour_before(said: Sequence[Mark]) -> list[Mark]:
    """The time that it counts from no longer counts as a time itself. Raises NoTime if none was named."""
    for at in range(len(said)):
        if end := _lacks_hour(said, at):
            found = _last_before(said[:at], is_exact=said[at].has(Kind.SPAN) or _has_unit(said, at))
            if found and _is_meant(said[found[1] : at]):
                begin, after = found
                led = begin - mark_at(said, begin - 1).has(Kind.AT)
                counted = [_wished(mark) for mark in said[after:end] if not mark.has(Kind.THAT)]
                return [*said[:led], *counted, *said[begin:after], *said[end:]]
            if end >= len(said) and not _clocks(said[:at]):
                raise NoTime
    return list(said)


def _wished(mark: Mark) -> Mark:
    # "give me ten minutes after that" asks for that time.
    wish = {Kind.WISHES: Meaning(Kind.WISHES)}
    return replace(mark, meanings={**mark.meanings, **wish}) if mark.has(Kind.WAIT) else mark


def _is_meant(between: Sequence[Mark]) -> bool:
    # "6pm, tea's at half past" tells of tea.
    return any(mark.has(*_LEADS) for mark in between)


def _lacks_hour(said: Sequence[Mark], at: int) -> int:
    """The place after "half past", "ten to", "20 minutes before", where no hour follows; 0 for none."""
    mark = said[at]
    is_lone = mark.has(Kind.NUMBER) and mark.number(Kind.NUMBER) in _LONE
    if not (mark.has(Kind.FRACTION, Kind.SPAN) or is_lone or _has_unit(said, at)):
        return 0
    turn = at + 1 + _has_unit(said, at)
    is_turn = mark_at(said, turn).has(Kind.PAST, Kind.BEFORE) and not mark_at(said, turn).has(Kind.LINK)
    if not is_turn or mark_at(said, at - 1).has(Kind.BETWEEN):
        return 0  # "noon for ten of us"
    end = turn + 1 + mark_at(said, turn + 1).has(Kind.THAT)  # "ten minutes after that"
    is_end = end >= len(said) or said[end].has(*_ENDS) or _is_day(said, end)
    return end if is_end and clock_at(said, skipped(said, end, Kind.AT, Kind.LINK)) is None else 0


def _is_day(said: Sequence[Mark], at: int) -> bool:
    return weekdays_at(said, at) is not None or one_day_at(said, at) is not None


def _has_unit(said: Sequence[Mark], at: int) -> bool:
    return said[at].has(Kind.NUMBER) and mark_at(said, at + 1).has(Kind.MINUTES)


def _last_before(said: Sequence[Mark], *, is_exact: bool) -> tuple[int, int] | None:
    found = _clocks(said)
    if len(found) != 1:
        return None
    begin, (clock, end) = found[0]
    return (begin, end) if is_exact or _is_whole(clock) else None


def _clocks(said: Sequence[Mark]) -> list[tuple[int, Found]]:
    found: list[tuple[int, Found]] = []
    at = 0
    while at < len(said):
        clock = clock_at(said, at)
        if clock and (not clock[0].is_bare or mark_at(said, at - 1).has(Kind.AT)):
            found.append((at, clock))
            at = clock[1]
        else:
            at += 1
    return found


def _is_whole(clock: Clock) -> bool:
    return clock.minute % 60 == 0 and not clock.shift
