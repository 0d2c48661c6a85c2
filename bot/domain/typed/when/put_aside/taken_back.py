"""Leaves out times that are named only to be replaced: "at 7pm instead of 8pm", "not 8am but 9am", "7am is too early, 8am"."""

from collections.abc import Sequence

from bot.domain.typed.when.found.bits_said import NoTime
from bot.domain.typed.when.found.clock_times import clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import weekdays_at
from bot.domain.typed.when.when_words import Kind

_JOINS = (Kind.AND, Kind.COMMA, Kind.BREAK, Kind.BECAUSE)
_ONWARDS = (Kind.COMMA, Kind.BUT, Kind.AT, Kind.LINK, Kind.FILLER)
_TOWARDS = (Kind.TO, Kind.AT, Kind.BEFORE)
_Place = tuple[int, int]
"""Where it begins, and the place after it."""


def without_taken_back(said: Sequence[Mark]) -> list[Mark]:
    """Raises NoTime where it can't be told which one is replaced."""
    return _moved(_replaced(_unsuited(_shifted(list(said)))))


def _shifted(said: list[Mark]) -> list[Mark]:
    # "30 min earlier, so 7:30am": where the time itself is named too.
    for at, mark in enumerate(said):
        begins = at - 1 - mark_at(said, at - 1).has(Kind.MINUTES, Kind.HOURS)
        is_span = mark_at(said, begins).has(Kind.SPAN, Kind.NUMBER)
        if mark.has(Kind.SOONER_LATER) and is_span and begins >= 0 and _clocks(said[at + 1 :]):
            return said[:begins] + said[at + 1 :]
    return said


def _unsuited(said: list[Mark]) -> list[Mark]:
    # "7am is too early, make it 8am".
    at = next((at for at, mark in enumerate(said) if mark.has(Kind.UNSUITED)), None)
    if at is None:
        return said
    begins = next((place + 1 for place in range(at - 1, -1, -1) if said[place].has(*_JOINS)), 0)
    is_timed = any(mark.has(Kind.NUMBER, Kind.CLOCK, Kind.PART) for mark in said[begins:at])
    if not is_timed and _clocks(said[:begins]):
        return said  # "8am? too early"
    end = _past_rest(said, at + 1) if is_timed else at + 1
    kept = said[: begins if is_timed else at] + said[end:]
    return _unsuited(kept) if _clocks(kept) or _begins_with_time(said[end:]) else said


def _past_rest(said: Sequence[Mark], at: int) -> int:
    # "too late for me now, ...": where no time follows in the same clause.
    end = at
    while end < len(said) and not said[end].has(*_JOINS):
        end += 1
    return at if _begins_with_time(said[at:end]) else end


def _begins_with_time(said: Sequence[Mark]) -> bool:
    return any(clock_at(said, at) is not None for at in range(len(said)))


def _replaced(said: list[Mark]) -> list[Mark]:
    for at in range(len(said)):
        if end := _taken_back(said, at):
            begins = end if _clocks(said[:at]) else skipped(said, end, Kind.COMMA, Kind.BUT)
            return _replaced(said[:at] + said[begins:])
    return said


def _taken_back(said: Sequence[Mark], at: int) -> int:
    """The place after a time that gives way to another one; 0 for none."""
    begins = skipped(said, at + 1, Kind.AT, Kind.LINK)
    clock = clock_at(said, begins)
    if said[at].has(Kind.INSTEAD) and mark_at(said, begins).has(Kind.PART) and _clocks(said[begins + 1 :]):
        return begins + 1  # "instead of mornings 8pm"
    is_answer = said[at].has(Kind.NO) and any(end >= at - 1 for _, end in _clocks(said[:at]))
    if clock and is_answer and mark_at(said, at - 1).has(Kind.COMMA):
        raise NoTime  # "7pm, no 8pm": it may be corrected, or refused
    is_refused = said[at].has(Kind.INSTEAD, Kind.NOT, Kind.THAN) and not is_answer
    if clock is None or not is_refused or _names_days(said, clock[1]):
        return 0
    is_led = said[at].has(Kind.INSTEAD) or said[at + 1].has(Kind.AT)
    is_sure = not clock[0].is_bare or is_led or _is_put_right(said, clock[1])
    return clock[1] if is_sure and _stays(said, at, clock[1]) else 0


def _is_put_right(said: Sequence[Mark], at: int) -> bool:
    # "not 8, half past 8".
    following = clock_at(said, skipped(said, at, *_ONWARDS))
    return mark_at(said, at).has(Kind.COMMA, Kind.BUT) and following is not None and not following[0].is_bare


def _stays(said: Sequence[Mark], at: int, end: int) -> bool:
    """Another time is named: right before "than", right after "not 8 but", and anywhere beside "instead of"."""
    before = _clocks(said[:at])
    if said[at].has(Kind.THAN):
        return bool(before) and before[-1][1] == at
    if before:
        return True
    if said[at].has(Kind.INSTEAD):
        return any(clock_at(said, place) for place in range(end, len(said)))
    after = clock_at(said, skipped(said, end, *_ONWARDS))
    return mark_at(said, end).has(Kind.COMMA, Kind.BUT) and after is not None


def _names_days(said: Sequence[Mark], at: int) -> bool:
    while at < len(said) and not said[at].has(*_JOINS):
        if weekdays_at(said, at):
            return True
        at += 1
    return False


def _moved(said: list[Mark]) -> list[Mark]:
    if not any(mark.has(Kind.MOVES) for mark in said):
        return said
    for at, mark in enumerate(said):
        if mark.has(Kind.BETWEEN) and mark_at(said, at + 1).has(Kind.PART) and _clocks(said[at + 2 :]):
            return _moved(said[:at] + said[at + 3 :])  # "from mornings to 8pm"
    if end := next(filter(None, (_past_from(said, at) for at in range(len(said)))), 0):
        begin = next(at for at in range(end) if _past_from(said, at))
        return _moved(said[:begin] + said[end:])
    for places in (_clocks(said), _days(said)):
        if len(places) > 1 and _leads(said[places[0][1] : places[1][0] + 1]):
            begin, end = places[0]
            return _moved(said[:begin] + said[end:])
    if any(mark.has(Kind.BETWEEN, Kind.MOVES) and _is_range(said, at + 1) for at, mark in enumerate(said)):
        raise NoTime  # "move it from mondays to fridays", "move mondays to fridays", or every day of the five
    return said


def _past_from(said: Sequence[Mark], at: int) -> int:
    """The place after "from 7pm" in "to 8pm from 7pm", "von 19 auf 20 uhr"; 0 for none."""
    found = clock_at(said, skipped(said, at + 1, Kind.AT, Kind.LINK)) if said[at].has(Kind.BETWEEN) else None
    return found[1] if found and _clocks([*said[:at], *said[found[1] :]]) else 0


def _leads(between: Sequence[Mark]) -> bool:
    return any(mark.has(*_TOWARDS) for mark in between) and not any(mark.has(*_JOINS) for mark in between)


def _is_range(said: Sequence[Mark], at: int) -> bool:
    found = weekdays_at(said, skipped(said, at, Kind.LINK))
    return found is not None and len(found[0].days) > 1 and found[1] - at > 1


def _clocks(said: Sequence[Mark]) -> list[_Place]:
    found: list[_Place] = []
    at = 0
    while at < len(said):
        clock = clock_at(said, at)
        is_one = clock and (not clock[0].is_bare or mark_at(said, at - 1).has(Kind.AT))
        if clock and is_one:
            found.append((at, clock[1]))
        at = clock[1] if clock and is_one else at + 1
    return found


def _days(said: Sequence[Mark]) -> list[_Place]:
    found: list[_Place] = []
    at = 0
    while at < len(said):
        days = weekdays_at(said, at)
        if days:
            found.append((at, days[1]))
        at = days[1] if days else at + 1
    return found
