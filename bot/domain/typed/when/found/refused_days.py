"""Days that a sentence refuses by name: "except sundays", "leave me alone on fridays", "domingos no"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.found.bits_said import NoTime, Parsed
from bot.domain.typed.when.found.clock_times import clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays, one_day_at, weekdays_at
from bot.domain.typed.when.when_words import Kind

_REFUSING = (Kind.EXCEPT, Kind.NOT, Kind.UNWANTED)
_POLITE = (Kind.LINK, Kind.FILLER, Kind.ASKS, Kind.REMIND)
_HELD = (Kind.LINK, Kind.FILLER)
_TOLD = (Kind.OFF, Kind.COMMON, Kind.TELLS)
"""Words of which one tells why some days have a time of their own."""

_ENDS = (Kind.COMMA, Kind.DASH, Kind.BECAUSE, Kind.BREAK)


@dataclass(frozen=True, slots=True)
class _Run:
    """Days named one after the other."""

    days: frozenset[int]
    end: int
    has_comma: bool = False


def left_out_at(said: Sequence[Mark], at: int, found: Parsed) -> int:
    # "except sunday and monday", "not on weekends", "leave me alone on sundays", "not today". Returns the next place, or 0.
    if not said[at].has(*_REFUSING, Kind.BUT):
        return 0
    begins = _past_days_off(said, _skip_held(said, at + 1))
    is_only = any(mark.has(Kind.ONLY) for mark in said[at + 1 : begins])
    if not (is_only and said[at].has(Kind.EXCEPT)) and (run := _run(said, begins)):
        return run.end if _is_put_right(said, at, run, found) else _left_out(said, at, run, found)
    return _one_left_out(said, at, begins, found)


def _past_days_off(said: Sequence[Mark], at: int) -> int:
    # "not on my days off (sat sun)".
    named = skipped(said, at + 1, Kind.COMMA, Kind.LINK, Kind.FILLER, Kind.COMMON)
    return named if mark_at(said, at).has(Kind.OFF) and weekdays_at(said, named) else at


def _is_put_right(said: Sequence[Mark], at: int, run: _Run, found: Parsed) -> bool:
    """ "Not every day, only mondays": the days are those named next to it."""
    if run.days != EVERY_DAY or not said[at].has(Kind.NOT):
        return False
    named = [days for days in (weekdays_at(said, each) for each in range(run.end, len(said))) if days]
    found_before = [each for each, _ in found.said if isinstance(each, Weekdays)]
    return any(each.days != EVERY_DAY for each in (*found_before, *(days for days, _ in named)))


def _one_left_out(said: Sequence[Mark], at: int, begins: int, found: Parsed) -> int:
    """Raises NoTime if "except" leaves out a single date from times that repeat."""
    day = one_day_at(said, begins)
    if day and said[at].has(Kind.NO) and found.is_timed and not _is_left_out(said, day[1], found):
        raise NoTime  # "today at 6pm no tomorrow at 6pm"
    if said[at].has(Kind.NOT):
        return _refused_one(day, found)
    if day and said[at].has(*_REFUSING) and _is_left_out(said, day[1], found):
        raise NoTime
    return 0


def _refused_one(day: tuple[OneDay, int] | None, found: Parsed) -> int:
    # "not today, 9am" is for every day from tomorrow, and "tomorrow at 9, not on friday" for tomorrow.
    has_day = any(isinstance(each, OneDay) for each, _ in found.said)
    if day is None or (day[0].ahead != 0 and not has_day):
        found.negative.add(found.clause)
        if day:
            found.add(day[0])
    found.not_today = found.not_today or (day is not None and day[0].ahead == 0)
    return day[1] if day else 0


def _is_left_out(said: Sequence[Mark], end: int, found: Parsed) -> bool:
    # "6pm except this friday", and not "6pm, but tomorrow at 7pm".
    return found.is_timed and clock_at(said, skipped(said, end, Kind.AT, Kind.LINK)) is None


def _left_out(said: Sequence[Mark], at: int, run: _Run, found: Parsed) -> int:
    """Raises NoTime if a time follows that may be for these days, or for all the others."""
    mark, after = said[at], skipped(said, run.end, Kind.AT, Kind.LINK)
    is_negative = mark.has(Kind.NOT, Kind.UNWANTED)
    is_theirs = clock_at(said, after) is not None
    if mark.has(Kind.BUT) and mark.has(Kind.EXCEPT) and not is_negative:
        if _clause_has(said, run.end, Kind.TOO):
            return 0
        if found.without:
            raise NoTime  # "not on sundays but mondays"
        found.clause += 1
    if not (is_theirs and found.is_timed) and not mark.has(*_REFUSING):
        return 0
    if found.is_timed and not is_negative and _has_own_time(said, run.end):
        return _apart(run, found)
    if is_theirs and found.is_timed:
        if is_negative or run.has_comma:
            raise NoTime
        return _apart(run, found)
    if (found.is_timed and _clause_has(said, run.end, Kind.CLOCK, Kind.NUMBER)) or (
        is_theirs and is_negative and run.has_comma
    ):
        raise NoTime
    found.leave_out(run.days)
    found.commands = found.commands or mark.has(Kind.UNWANTED)
    return run.end


def _apart(run: _Run, found: Parsed) -> int:
    # "at 7, but on sundays at 9".
    found.clause += 1
    found.apart.add(found.clause)
    found.add(Weekdays(run.days))
    return run.end


def _has_pair(found: Parsed) -> bool:
    # "Monday to friday 9am and on saturdays let me sleep, 11": the first days have their time.
    return found.is_timed and any(isinstance(each, Weekdays) for each, _ in found.said)


def _has_own_time(said: Sequence[Mark], at: int, *, is_sure: bool = False) -> bool:
    """ "But saturdays i sleep in so 11". Raises NoTime if a time follows that may be theirs."""
    end = at
    while end < len(said) and not said[end].has(*_ENDS):
        end += 1
    is_told = any(mark.has(*_TOLD) for mark in said[at:end])
    is_timed = clock_at(said, skipped(said, end + 1, Kind.BREAK, Kind.AT, Kind.LINK)) is not None
    if not is_told or not is_timed:
        return False
    is_so = mark_at(said, end).has(Kind.BREAK) and not said[end].has(Kind.BUT)
    if not is_so and not is_sure:
        raise NoTime
    return True


def _clause_has(said: Sequence[Mark], at: int, *kinds: Kind) -> bool:
    while at < len(said) and not said[at].has(*_ENDS):
        if said[at].has(*kinds):
            return True
        at += 1
    return False


def _run(said: Sequence[Mark], at: int, *between: Kind) -> _Run | None:
    first = weekdays_at(said, at)
    if first is None:
        return None
    days, end, has_comma = first[0].days, first[1], False
    while mark_at(said, end).has(*(between or (Kind.AND, Kind.COMMA))) or weekdays_at(said, end):
        more = weekdays_at(said, end) or weekdays_at(said, _skip_held(said, end + 1))
        is_comma = mark_at(said, end).has(Kind.COMMA)
        if more is None or (is_comma and len(more[0].days) > 1):
            break
        days, end, has_comma = days | more[0].days, more[1], has_comma or is_comma
    return _Run(days, end, has_comma)


def refused_at(said: Sequence[Mark], at: int, found: Parsed) -> int:
    """ "sundays no", "freitags bitte nicht", "weekends off", at the end of a clause. Returns the next place, or 0. Raises NoTime."""
    run = _run(said, at, Kind.AND)
    if run is None:
        return 0
    word = _skip_held(said, run.end)
    mark, end = mark_at(said, word), skipped(said, word + 1, *_POLITE)
    if not (found.said or mark.has(Kind.UNWANTED)) or is_a_habit(said, word):
        return 0
    is_off = mark.has(Kind.OFF) and not mark.has(Kind.EXCEPT, Kind.NOT)
    if not mark.has(*_REFUSING, Kind.OFF) or not (end >= len(said) or said[end].has(*_ENDS, Kind.AND)):
        return 0
    known = frozenset().union(*(each.days for each, _ in found.said if isinstance(each, Weekdays)))
    if is_off and found.is_timed and _has_own_time(said, word, is_sure=_has_pair(found)):
        return 0
    if not known & run.days and (is_off or known):
        last = found.said[-1][0]
        is_list = isinstance(last, Weekdays) and len(last.days) == 1
        is_theirs = is_off and not known and found.said[-1][1] == found.clause
        if is_list or is_theirs:
            raise NoTime  # "mondays, tuesdays no": one of them, or both
        if not known and found.said:
            return 0
    found.leave_out(run.days)
    return end


def is_a_habit(said: Sequence[Mark], at: int) -> bool:
    """ "I lift mon wed fri and always skip cooldown" leaves out no days, and neither does "i skip breakfast mon to fri"."""
    begins, before = skipped(said, at + 1, Kind.LINK), mark_at(said, at - 1)
    what = mark_at(said, begins)
    is_ours = what.has(*_ENDS, Kind.AT, Kind.WISHES, Kind.REMIND) or weekdays_at(said, begins) is not None
    is_something = not what.meanings or what.has(Kind.TELLS, Kind.COMMON) or begins > at + 1
    is_told = before.has(Kind.FILLER, Kind.COMMON) and not before.has(Kind.AND, Kind.WISHES, Kind.BUT)
    is_list = before.has(Kind.AND) and _has_days_only_before(said, at)
    return begins < len(said) and is_something and not is_ours and (is_told or is_list)


def _has_days_only_before(said: Sequence[Mark], at: int) -> bool:
    begins, ends = at, at
    while begins and not said[begins - 1].has(*_ENDS):
        begins -= 1
    while ends < len(said) and not said[ends].has(*_ENDS):
        ends += 1
    named = [weekdays_at(said, place) is not None for place in range(begins, ends)]
    return any(named[: at - begins]) and not any(named[at - begins :])


def _skip_held(said: Sequence[Mark], at: int) -> int:
    while mark_at(said, at).has(*_HELD) and weekdays_at(said, at) is None:
        at += 1
    return at
