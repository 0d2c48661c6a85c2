"""Numbers beside a time that name a day or a thing and are not an hour: "am 15. um 9 uhr", "6pm on the 16", "exercise 2 at 6pm"."""

from collections.abc import Sequence

from bot.domain.typed.when.found.clock_times import Found, clock_at, mark_at
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.when_words import Kind

_SMALL = (Kind.LINK, Kind.FILLER, Kind.ON, Kind.AT)
_TELL_HOUR = (Kind.HOUR, Kind.OCLOCK, Kind.AM, Kind.PM)
_TELL_TIME = (*_TELL_HOUR, Kind.PART)
_MONTHS = range(1, 13)
_LONGEST_TIME = 5
"""Words: "a quarter to eight pm"."""


def names_else(said: Sequence[Mark], at: int, found: Found) -> bool:
    clock, end = found
    if _is_grade(said, at):
        return True
    if mark_at(said, at - 1).has(Kind.AT) or not (clock.is_bare or _is_dotted(said, at)):
        return False
    return _is_in_list(said, end) or _is_before_time(said, at, end) or _is_after_time(said, at)


def _is_grade(said: Sequence[Mark], at: int) -> bool:
    # "about a 4 at night", "heute eine 4", "a session of 15"; but "a 9am reminder".
    is_number = bool(said[at].figures) and not mark_at(said, at + 1).has(*_TELL_HOUR)
    return is_number and (mark_at(said, at - 1).has(Kind.ARTICLE) or _is_moved(said, at))


def _is_moved(said: Sequence[Mark], at: int) -> bool:
    # "move 12" may be an exercise; "move 8 to 9" is not.
    return mark_at(said, at - 1).has(Kind.MOVES) and at + 1 == len(said)


def _is_dotted(said: Sequence[Mark], at: int) -> bool:
    # "16.01" is a day of January as well as a minute past four; "16.01 uhr" is not.
    mark = mark_at(said, at)
    return "." in mark.text and mark.clock[1] in _MONTHS and not mark_at(said, at + 1).has(*_TELL_TIME)


def _is_in_list(said: Sequence[Mark], end: int) -> bool:
    # "1) 9am", "1. montag 9 uhr".
    sign = mark_at(said, end).text
    return sign.startswith(")") or (sign == "." and mark_at(said, end + 1).has(Kind.DAY))


def _is_before_time(said: Sequence[Mark], at: int, end: int) -> bool:
    # "16 at 6pm", "den 8., um 18 uhr", "16.01 6pm"; but "9 6pm" may be two times.
    begins = end + mark_at(said, end).text.startswith(".")
    after = _past_small(said, begins, 1)
    leads = any(mark.has(Kind.AT) for mark in said[begins:after])
    if not _is_dotted(said, at):
        return leads and clock_at(said, after) is not None
    after = _past_comma(said, after, 1)
    return clock_at(said, after) is not None and not _is_dotted(said, after)


def _is_after_time(said: Sequence[Mark], at: int) -> bool:
    # "6pm on the 16", "6pm 16.01", "6pm, 16.01"; but "6pm 9" may be two times.
    ends = _past_small(said, at - 1, -1) + 1
    if _is_dotted(said, at):
        ends = _past_comma(said, ends - 1, -1) + 1
        if _is_dotted(said, ends - 1):
            return False
    elif ends == at:
        return False
    return any(_is_time(said, begins, ends) for begins in range(max(0, ends - _LONGEST_TIME), ends))


def _past_small(said: Sequence[Mark], at: int, step: int) -> int:
    while mark_at(said, at).has(*_SMALL) and not mark_at(said, at).has(Kind.AND):
        at += step
    return at


def _past_comma(said: Sequence[Mark], at: int, step: int) -> int:
    return _past_small(said, at + step, step) if mark_at(said, at).has(Kind.COMMA) else at


def _is_time(said: Sequence[Mark], begins: int, ends: int) -> bool:
    clock = clock_at(said, begins)
    if clock is None or clock[1] != ends:
        return False
    return not clock[0].is_bare or mark_at(said, begins - 1).has(Kind.AT)
