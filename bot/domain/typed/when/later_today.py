"""The time on this very day that words put something off to, whatever else they say: "busy till 4", "can we do it this afternoon"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.typed.when.found.clock_times import HALF, NO_HOUR, Clock, clock_at, mark_at
from bot.domain.typed.when.found.marks import Mark, marks, pieces
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import Kind, WhenWords

HOUR, LAST = 60, 21 * 60
TEN = 10 * HOUR
MOST = 3
"""How many hours are offered if the usual hour of a part of the day is over."""

USUAL = {
    PartOfDay.MORNING: 10 * 60,
    PartOfDay.NOON: 12 * 60 + 30,
    PartOfDay.AFTERNOON: 15 * 60,
    PartOfDay.EVENING: 20 * 60,
    PartOfDay.NIGHT: 20 * 60,
}
"""The minute that a part of the day stands for if its own words name no other."""

_OTHER_DAYS = (Kind.DAY, Kind.EACH, Kind.DATE, Kind.NEXT_WEEK, Kind.EVERY, Kind.FOR_GOOD)
_LEADS = (Kind.AT, Kind.UNTIL, Kind.TO, Kind.AFTER, Kind.NOT_BEFORE)
_ENDS = (Kind.UNTIL, Kind.AFTER, Kind.NOT_BEFORE)


@dataclass(frozen=True, slots=True)
class LaterToday:
    """`times`: all that it may be, none of them past. `is_over`: a part of the day was named that is past. `is_end`:
    they are busy until then. `is_unsure`: only numbers were said that may count something else."""

    times: tuple[time, ...] = ()
    is_over: bool = False
    is_end: bool = False
    is_unsure: bool = False


NOT_SAID = LaterToday()


def later_today(text: str, now: datetime, languages: Sequence[WhenWords]) -> LaterToday:
    """`now`: in the person's zone. Goes by the first language that hears a time."""
    found = pieces(text)
    every = (_read(marks(found, words), now) for words in languages)
    return next((each for each in every if each != NOT_SAID), NOT_SAID)


def _read(said: Sequence[Mark], now: datetime) -> LaterToday:
    if any(mark.has(*_OTHER_DAYS) or _is_days_ahead(mark) for mark in said):
        return NOT_SAID
    minute = now.hour * HOUR + now.minute
    found = [*_clocks(said)]
    parts = [
        mark
        for at, mark in enumerate(said)
        if mark.has(Kind.PART, Kind.TONIGHT, Kind.PUT_OFF) and not _is_refused(said, at)
    ]
    named = [part for mark in parts if (part := _part(mark))]
    # Where something ends, that counts: "a meeting from 2 till 4".
    ends = [clock for lead, clock in found if lead.has(*_ENDS)]
    for clocks in (ends, [clock for lead, clock in found if _is_sure(lead, clock)]):
        if left := _ahead(clocks, minute, named):
            return LaterToday(left, is_end=clocks is ends)
    left = () if parts else _ahead([clock for _, clock in found if _may_be_meant(clock)], minute, named)
    return _of_a_part(parts[0], minute) if parts else LaterToday(left, is_unsure=bool(left))


def _is_refused(said: Sequence[Mark], at: int) -> bool:
    """ "Not this morning, remind me at noon"."""
    before = at - 1
    while mark_at(said, before).has(Kind.LINK, Kind.ON, Kind.IN) and not mark_at(said, before).has(Kind.NOT):
        before -= 1
    return mark_at(said, before).has(Kind.NOT)


def _is_days_ahead(mark: Mark) -> bool:
    return mark.has(Kind.AHEAD) and mark.number(Kind.AHEAD) > 0


def _clocks(said: Sequence[Mark]) -> Iterator[tuple[Mark, Clock]]:
    """Each with the mark before it."""
    at = 0
    while at < len(said):
        lead, found = mark_at(said, at - 1), clock_at(said, at)
        clock, end = found or (None, at + 1)
        if clock and not mark_at(said, end).has(*NO_HOUR) and not lead.has(Kind.NOT_AFTER):
            yield lead, clock
        at = max(end, at + 1)


def _is_sure(lead: Mark, clock: Clock) -> bool:
    return not clock.is_bare or lead.has(*_LEADS)


def _may_be_meant(clock: Clock) -> bool:
    """ "Gimme 20" and "gimme 10" are minutes."""
    return clock.minute <= HALF and clock.minute != TEN


def _ahead(clocks: Iterable[Clock], now: int, parts: Sequence[PartOfDay]) -> tuple[time, ...]:
    every = {at for clock in clocks for at in clock.minutes()}
    return tuple(_time(at) for at in sorted(every) if at > now and all(part.holds(at) for part in parts))


def _part(mark: Mark) -> PartOfDay | None:
    return next((meaning.part for meaning in mark.meanings.values() if meaning.part), None)


def _of_a_part(mark: Mark, now: int) -> LaterToday:
    part = _part(mark)
    usual = mark.number(Kind.PUT_OFF) if mark.has(Kind.PUT_OFF) else USUAL.get(part) if part else None
    if usual is None:
        return NOT_SAID
    if usual > now:
        return LaterToday((_time(usual),))
    first = -(-(now + HOUR // 2) // HOUR) * HOUR
    left = [at for at in range(first, LAST + 1, HOUR) if part is None or part.holds(at)][:MOST]
    return LaterToday(tuple(map(_time, left)), is_over=not left)


def _time(minute: int) -> time:
    return time(*divmod(minute, HOUR))
