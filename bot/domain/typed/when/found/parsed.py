"""Finds the times and days in a sentence of one language, in their order, without judging yet what they mean together."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.found.bits_said import EveryHours, NoTime, Parsed
from bot.domain.typed.when.found.bounds import bound_at
from bot.domain.typed.when.found.clock_times import NO_HOUR, Clock, Found, clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.minutes_or_hour import may_be_minutes
from bot.domain.typed.when.found.numbers_that_name import names_else
from bot.domain.typed.when.found.refused_days import is_a_habit, left_out_at, refused_at
from bot.domain.typed.when.found.spans import ahead_at, is_rhythm, rhythm_at
from bot.domain.typed.when.found.spoken_days import (
    OneDay,
    Weekdays,
    is_among_letters,
    one_day_at,
    weekdays_at,
)
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import Kind

_ENDS = (Kind.COMMA, Kind.DASH, Kind.BECAUSE, Kind.BREAK)
_OPEN = (
    *(
        Kind.COMMA,
        Kind.AND,
        Kind.AT,
        Kind.LINK,
        Kind.FILLER,
        Kind.ASKS,
        Kind.REMIND,
        Kind.EVERY,
        Kind.BETWEEN,
        Kind.THIS,
    ),
    *(Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER, Kind.AHEAD, Kind.TONIGHT, Kind.PART, Kind.CLOCK),
    *(
        Kind.OCLOCK,
        Kind.AM,
        Kind.PM,
        Kind.HALVES,
        Kind.HOUR,
        Kind.NEXT,
        Kind.ONLY,
        Kind.EXCEPT,
        Kind.NOT,
        Kind.DATE,
        Kind.ISH,
    ),
    *(
        Kind.ONCE,
        Kind.IN,
        Kind.MONTH,
        Kind.DASH,
        Kind.COUNT,
        Kind.BREAK,
        Kind.BECAUSE,
        Kind.SHIFTS,
        Kind.OTHER_DAYS,
    ),
    *(Kind.PER_DAY, Kind.WEEKLY, Kind.PER_WEEK),
)
"""Beside these a number alone is an hour."""

_CLOSE = (
    *(
        Kind.COMMA,
        Kind.AND,
        Kind.AT,
        Kind.DAY,
        Kind.EACH,
        Kind.SHORT,
        Kind.LETTER,
        Kind.AHEAD,
        Kind.TONIGHT,
        Kind.PART,
    ),
    *(Kind.CLOCK, Kind.OCLOCK, Kind.AM, Kind.PM, Kind.EVERY, Kind.ONLY, Kind.ISH, Kind.COUNT),
)
"""Beside these a number alone is an hour even where much else is said."""

_MAYBE_DAYS = {Kind.SHORT, Kind.LETTER}
_LETTERS = {Kind.LETTER}
_NAMES = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER)
_NAMED = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER, Kind.NUMBER, Kind.CLOCK)

_LONGEST_HABIT = 8
"""Words, with the "before" that leads them."""

_IN_TIMES = (*_NAMED, Kind.AHEAD, Kind.PART, Kind.TONIGHT, Kind.AND)
_QUIET = (Kind.COMMON, Kind.FILLER, Kind.ONE, Kind.LINK)
_LOUD = (
    Kind.PER_WEEK,
    Kind.NUMBER,
    Kind.CLOCK,
    Kind.DATE,
    Kind.DECIMAL,
    Kind.SPAN,
    Kind.FRACTION,
    Kind.TOWARDS,
    Kind.COUNT,
)
"""Words that must have been understood, where they have no other meaning."""


def parsed(said: Sequence[Mark]) -> Parsed:
    """Raises NoTime."""
    if any(mark.has(Kind.AGAINST, Kind.FOREIGN, Kind.UNSUITED) for mark in said):
        raise NoTime
    found = Parsed(asks=any(mark.has(Kind.ASKS, Kind.REMIND) for mark in said))
    found.wishes = any(mark.has(Kind.WISHES, Kind.SHIFTS) for mark in said)
    found.is_chatty = any(not mark.meanings or is_beside(mark) for mark in said)
    at = 0
    while at < len(said):
        end = _time(said, at, found)
        found.known += max(0, end - at)
        found.timely += max(0, end - at)
        at = _past_habit(said, end) if end else _word(said, at, found)
    if found.is_rest_unknown and any(isinstance(each, Weekdays) for each, _ in found.said):
        raise NoTime  # "otherwise at 8, mondays at 7"
    _set_apart(found)
    return found


def _past_habit(said: Sequence[Mark], at: int) -> int:
    # "6:45am before the commute", "2pm straight after the shift": what a time is before or after says nothing else of it.
    end = at
    while end < len(said) and not said[end].has(*_ENDS):
        end += 1
    is_led = mark_at(said, at).has(Kind.COMMON, Kind.FILLER) and mark_at(said, at + 1).has(Kind.AFTER)
    is_habit = (is_led or mark_at(said, at).has(Kind.AFTER)) and end - at <= _LONGEST_HABIT
    return end if is_habit and not any(mark.has(*_IN_TIMES) for mark in said[at:end]) else at


def _set_apart(found: Parsed) -> None:
    # "9am but 11am on sundays", "9am (11am on sundays)".
    timed = {clause for each, clause in found.said if isinstance(each, Clock)}
    with_days = {clause for each, clause in found.said if isinstance(each, Weekdays)}
    if len(with_days) == 1 and with_days < timed and with_days <= found.but | found.bracketed:
        found.apart |= with_days
        if not found.choices:  # they are places in this list
            found.said.sort(key=lambda each: (each[1], not isinstance(each[0], Weekdays)))


def _time(said: Sequence[Mark], at: int, found: Parsed) -> int:
    return (
        left_out_at(said, at, found)
        or _span(said, at, found)
        or _bound(said, at, found)
        or _day(said, at, found)
        or _clock(said, at, found)
    )


def _span(said: Sequence[Mark], at: int, found: Parsed) -> int:
    if ahead := ahead_at(said, at, asks=found.asks):
        found.add(ahead[0])
        return ahead[1]
    if not is_rhythm(said, at):
        return _count(said, at, found)
    rhythm = rhythm_at(said, at)
    if rhythm is None:
        raise NoTime
    if rhythm.days:
        found.add(Weekdays(rhythm.days))
    found.add(EveryHours(rhythm.ways))
    return rhythm.end


def _count(said: Sequence[Mark], at: int, found: Parsed) -> int:
    if said[at].has(Kind.COUNT):
        found.counts.add(said[at].number(Kind.COUNT))
        return at + 1
    if said[at].has(Kind.NUMBER) and mark_at(said, at + 1).has(Kind.PER_DAY):
        found.counts.add(said[at].number(Kind.NUMBER))
        return at + 2
    if said[at].has(Kind.WEEKLY):
        found.weekly.add(said[at].number(Kind.WEEKLY))
        return at + 1
    if said[at].has(Kind.NUMBER) and mark_at(said, at + 1).has(Kind.PER_WEEK):
        found.weekly.add(said[at].number(Kind.NUMBER))
        return at + 2
    return 0


def _bound(said: Sequence[Mark], at: int, found: Parsed) -> int:
    bound = bound_at(said, at)
    if bound:
        found.add(bound[0])
    return bound[1] if bound else 0


def _day(said: Sequence[Mark], at: int, found: Parsed) -> int:
    if end := refused_at(said, at, found):
        return end
    day = one_day_at(said, at) or weekdays_at(said, at)
    if day is None:
        return _every_part(said, at, found) or _other_days(said, at, found)
    if _is_an_end(said, at, Kind.AFTER) and any(isinstance(each, Weekdays) for each, _ in found.said):
        return day[1]  # "fridays before the weekend"
    is_apart = _has_own_time(said, at, day[1], found)
    if _is_no_day(said, at, day[0], day[1]) or (is_apart and not _are_half_the_week(said, at, day[0])):
        raise NoTime
    if is_apart:
        found.apart.add(found.clause)
    found.add(day[0])
    if said[at].has(Kind.TONIGHT):
        found.add(said[at].meanings[Kind.TONIGHT].part or PartOfDay.EVENING)
    elif isinstance(day[0], Weekdays) and said[day[1] - 1].has(Kind.PART):
        found.add(said[day[1] - 1].meanings[Kind.PART].part or PartOfDay.MORNING)
    return day[1]


def _every_part(said: Sequence[Mark], at: int, found: Parsed) -> int:
    # "every evening".
    part = mark_at(said, skipped(said, at, Kind.EVERY))
    if not said[at].has(Kind.EVERY) or not part.has(Kind.PART):
        return 0
    found.add(Weekdays(frozenset(range(7))))
    return at + 1


def _other_days(said: Sequence[Mark], at: int, found: Parsed) -> int:
    # "Mondays at 7, the other days at 8"; but not "the other days off".
    if not said[at].has(Kind.OTHER_DAYS):
        return 0
    if not _has_a_time(said, at, found):
        if _before_links(said, at).has(Kind.AND):
            raise NoTime  # "7am mondays and the rest of the week"
        return 0
    named = frozenset().union(*(each.days for each, _ in found.said if isinstance(each, Weekdays)))
    if not named:
        found.is_rest_unknown = True
        return 0
    rest = EVERY_DAY - named - found.without
    if not rest:
        raise NoTime
    found.add(Weekdays(rest, is_rest=True))
    return at + 1


def _has_a_time(said: Sequence[Mark], at: int, found: Parsed) -> bool:
    is_after = bool(found.said) and isinstance(found.said[-1][0], Clock) and found.said[-1][1] == found.clause
    return is_after or clock_at(said, skipped(said, at + 1, Kind.AT, Kind.LINK, Kind.FILLER)) is not None


def _is_no_day(said: Sequence[Mark], at: int, day: OneDay | Weekdays, end: int) -> bool:
    if isinstance(day, Weekdays) and _is_next(said, at, end):
        return True
    if isinstance(day, OneDay) and day.ahead and mark_at(said, at - 1).has(Kind.EVERY):
        return True  # "every tomorrow": another word was meant
    if _is_an_end(said, at, Kind.AFTER):
        return True  # "before the weekend"
    is_group = isinstance(day, Weekdays) and len(day.days) > 1
    return not is_group and _is_an_end(said, at, Kind.UNTIL, Kind.BETWEEN)


def _has_own_time(said: Sequence[Mark], at: int, end: int, found: Parsed) -> bool:
    # "6pm, fridays 7pm": on Fridays both, or 6pm on the other days.
    names_days = any(isinstance(each, Weekdays | OneDay) for each, _ in found.said)
    if names_days or not found.is_timed or one_day_at(said, at):
        return False
    follows = clock_at(said, skipped(said, end, Kind.AT, Kind.LINK)) is not None
    return follows and _before_links(said, at).has(Kind.AND, Kind.COMMA, Kind.DASH)


def _are_half_the_week(said: Sequence[Mark], at: int, days: OneDay | Weekdays) -> bool:
    # "7am, weekends 9am" leaves the other days to 7.
    is_group = isinstance(days, Weekdays) and 1 < len(days.days) < len(EVERY_DAY)
    return is_group and not _before_links(said, at).has(Kind.AND)


def _before_links(said: Sequence[Mark], at: int) -> Mark:
    before = at - 1
    while mark_at(said, before).has(Kind.LINK, Kind.ON, Kind.FILLER) and not said[before].has(Kind.AND):
        before -= 1
    return mark_at(said, before)


def _is_next(said: Sequence[Mark], at: int, end: int) -> bool:
    # "next weekend", "el fin de semana que viene": it may be this one or the one after.
    before = at - 1
    while mark_at(said, before).has(Kind.LINK) and not mark_at(said, before).has(Kind.NEXT):
        before -= 1
    return mark_at(said, before).has(Kind.NEXT) or mark_at(said, end).has(Kind.NEXT)


def _clock(said: Sequence[Mark], at: int, found: Parsed) -> int:
    clock = clock_at(said, at)
    if clock and _is_one(said, at, clock, found):
        if _is_no_time(said, at, clock):
            raise NoTime
        if may_be_minutes(said, at, found):
            found.perhaps_minutes = len(found.said)
        return _in_halves(said, clock, found)
    if said[at].has(Kind.HALVES):
        found.add(PartOfDay.MORNING)
        found.add(PartOfDay.EVENING)
        return at + 1
    if said[at].has(Kind.PART):
        found.add(said[at].meanings[Kind.PART].part or PartOfDay.MORNING)
        return at + 1
    return 0


def _in_halves(said: Sequence[Mark], clock: Found, found: Parsed) -> int:
    # "6:30 both am and pm".
    if not mark_at(said, clock[1]).has(Kind.HALVES) or clock[0].within:
        found.add(clock[0])
        return clock[1]
    for half in (PartOfDay.AM, PartOfDay.PM):
        found.add(replace(clock[0], within=(half,), is_bare=False))
    return clock[1] + 1


def _is_no_time(said: Sequence[Mark], at: int, clock: Found) -> bool:
    """The end of something, a stretch, or a number that names something else."""
    is_end = _is_an_end(said, at, Kind.UNTIL) or _is_between(said, at, clock[1])
    return is_end or _goes_on(said, clock[1]) or names_else(said, at, clock)


def _is_between(said: Sequence[Mark], at: int, end: int) -> bool:
    # "between 6pm and 7pm": some time then, and not twice.
    return _is_an_end(said, at, Kind.BETWEEN) and mark_at(said, end).has(Kind.AND)


def _is_an_end(said: Sequence[Mark], at: int, *kinds: Kind) -> bool:
    # "until friday", "since 7": not when something is to come.
    before = at - 1
    while mark_at(said, before).has(Kind.LINK) and not mark_at(said, before).has(*kinds):
        before -= 1
    return mark_at(said, before).has(*kinds)


def _goes_on(said: Sequence[Mark], at: int) -> bool:
    # "9 to 5": a stretch, and neither of the two.
    to = mark_at(said, at)
    return (
        to.has(Kind.TO, Kind.BEFORE, Kind.DASH, Kind.UNTIL)
        and clock_at(said, at + 1) is not None
        and not to.has(Kind.PART)
    )


def _is_hour(said: Sequence[Mark], at: int, end: int, *, is_chatty: bool) -> bool:
    before, after = mark_at(said, at - 1), mark_at(said, end)
    if after.has(*NO_HOUR) or (after.has(Kind.DASH) and mark_at(said, end + 1).has(Kind.NUMBER, Kind.CLOCK)):
        return False
    if before.has(Kind.DASH) and mark_at(said, at - 2).has(Kind.NUMBER, Kind.CLOCK):
        return False
    if before.has(Kind.IN) and not before.has(Kind.AT):
        return False
    if said[at].text == "2" and before.has(*_NAMES) and after.has(*_NAMES):
        return False  # "monday 2 friday"
    is_open = after.has(*_OPEN) or end >= len(said)
    if said[at].has(Kind.ONE):
        return is_open and before.has(Kind.AT)
    if is_chatty and not before.has(Kind.AT):
        return (at == 0 or before.has(*_CLOSE)) and (end >= len(said) or after.has(*_CLOSE))
    if before.has(Kind.AT):
        return is_open or (bool(after.meanings) and not after.has(*_LOUD))
    return is_open and (at == 0 or before.has(*_OPEN))


def _is_one(said: Sequence[Mark], at: int, clock: Found, found: Parsed) -> bool:
    is_hour = not clock[0].is_bare or _is_hour(said, at, clock[1], is_chatty=found.is_chatty)
    return is_hour or _is_announced(said, at, clock[1], found)


def _is_announced(said: Sequence[Mark], at: int, end: int, found: Parsed) -> bool:
    # "three times a day, 9 1 and 5".
    before, after = mark_at(said, at - 1), mark_at(said, end)
    is_listed = bool(after.figures) or bool(before.figures)
    is_counted = bool(found.counts) and is_listed and not after.has(*NO_HOUR)
    return is_counted or (is_listed and _begins_hours(said, at))


def _begins_hours(said: Sequence[Mark], at: int) -> bool:
    # "7 13 und 19 uhr": one word tells of all that they are hours.
    last = at
    while mark_at(said, skipped(said, last + 1, Kind.AND, Kind.COMMA)).figures:
        following = skipped(said, last + 1, Kind.AND, Kind.COMMA)
        if not said[last].has(Kind.NUMBER) or not _is_later(said, last, following):
            return False
        last = following
    is_list = last > at or mark_at(said, at - 1).has(Kind.NUMBER)
    return is_list and mark_at(said, last + 1).has(Kind.HOUR, Kind.AM, Kind.PM, Kind.OCLOCK)


def _is_later(said: Sequence[Mark], one: int, other: int) -> bool:
    numbers = [said[at].number(Kind.NUMBER) for at in (one, other) if said[at].has(Kind.NUMBER)]
    return len(numbers) == 2 and numbers[0] < numbers[1] < 25


def _word(said: Sequence[Mark], at: int, found: Parsed) -> int:
    """Takes a word that is no part of a time. Raises NoTime where it sounds like one."""
    mark = said[at]
    if mark.has(Kind.OR):
        found.choices.append(len(found.said))
    if mark.has(*_ENDS):
        _end_clause(mark, found)
    elif _is_in_doubt(said, at) or _has_end(mark, found):
        raise NoTime
    elif not mark.meanings:
        found.unknown += 1
        found.chatty.add(found.clause)
    elif (mark.has(*_LOUD) and not mark.has(*_QUIET)) or (
        mark.meanings.keys() <= _MAYBE_DAYS and not found.is_chatty
    ):
        raise NoTime(mark.text)
    elif is_beside(mark):
        found.beside += 1
        found.chatty.add(found.clause)
    if mark.has(Kind.NOT) and mark_at(said, at - 1).has(Kind.COMMA) and mark_at(said, at + 1).has(Kind.COMMA):
        found.corrected.add(found.clause)  # "7pm. no, 8pm"
    _note_clause(said, at, found)
    found.is_once = found.is_once or mark.has(Kind.ONCE)
    found.known += bool(mark.meanings) and not mark.has(Kind.COMMA, Kind.DASH, Kind.AND)
    return at + 1


def _note_clause(said: Sequence[Mark], at: int, found: Parsed) -> None:
    mark = said[at]
    for kind, clauses in (
        (Kind.ONLY, found.only),
        (Kind.OFF, found.off),
        (Kind.TOO, found.too),
        (Kind.CORRECTS, found.corrected),
    ):
        if mark.has(kind):
            clauses.add(found.clause)
    # "let me sleep" is also told of days with a later time
    if mark.has(Kind.UNWANTED) and not mark.has(Kind.OFF) and not is_a_habit(said, at):
        found.unwanted.add(found.clause)


def _end_clause(mark: Mark, found: Parsed) -> None:
    found.clause += 1
    if "(" in mark.text:
        found.bracketed.add(found.clause)
    if mark.has(Kind.BECAUSE):
        found.reasons.add(found.clause)
    if mark.has(Kind.BUT):
        found.but.add(found.clause)
    if mark.has(Kind.BREAK):
        found.anew.add(found.clause)


def _has_end(mark: Mark, found: Parsed) -> bool:
    # "Every day at 8am until march", and not "i'm away until march".
    is_until = mark.has(Kind.UNTIL) and not mark.has(Kind.BECAUSE)
    return is_until and any(clause == found.clause for _, clause in found.said)


def _is_in_doubt(said: Sequence[Mark], at: int) -> bool:
    """A word that may be a day that is not understood: between two days, or after "every" or "on"."""
    mark, before, after = said[at], mark_at(said, at - 1), mark_at(said, at + 1)
    if not mark.meanings:
        is_between = before.has(*_NAMED) and after.has(*_NAMED)
        return is_between or before.has(Kind.EVERY, Kind.ON)
    if mark.meanings.keys() == _LETTERS:
        return True
    is_letter = len(mark.text) == 1 and mark.text.isalpha() and not mark.has(Kind.AND, Kind.TO)
    return is_letter and is_among_letters(said, at)


def is_beside(mark: Mark) -> bool:
    """A word that has nothing to do with times and wishes."""
    others = (
        Kind.ONE,
        Kind.PLUS,
        Kind.MINUS,
        Kind.WISHES,
        Kind.UNWANTED,
        Kind.OFF,
        Kind.TOO,
        Kind.CORRECTS,
        Kind.AMENDS,
    )
    return bool(mark.meanings) and not mark.has(*_OPEN, *others, *_LOUD)
