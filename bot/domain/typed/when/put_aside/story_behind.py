"""Tells a story behind a time of one's own ("7am, the bus goes at 8", "9pm; kettle, toast, stretch") from what is told of now or of before."""

from collections.abc import Iterator, Sequence

from bot.domain.typed.when.found.clock_times import NO_HOUR, clock_at, mark_at, skipped
from bot.domain.typed.when.found.marks import Mark
from bot.domain.typed.when.found.spoken_days import one_day_at, weekdays_at
from bot.domain.typed.when.when_words import Kind

_NEVER = (
    *(Kind.FOREIGN, Kind.UNSUITED, Kind.HAPPENED, Kind.INSTEAD, Kind.MOVES, Kind.UNWANTED, Kind.CORRECTS),
    *(
        Kind.EVERY,
        Kind.OTHER_DAYS,
        Kind.COUNT,
        Kind.WEEKLY,
        Kind.AGAINST,
        Kind.AHEAD,
        Kind.TONIGHT,
        Kind.DATE,
    ),
    *(Kind.ASKS, Kind.REMIND, Kind.SHIFTS, Kind.SPAN, Kind.DECIMAL, Kind.TOO, Kind.ONCE, Kind.BODY),
)
"""With one of these, what follows may be about the reminder, or about a time that is past."""

_SMALL = (Kind.LINK, Kind.FILLER, Kind.AT, Kind.COMMA, Kind.DASH, Kind.AND, Kind.BUT, Kind.BREAK)
_OF_DAYS = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER, Kind.TO)
_BEFORE_PLACE = (Kind.IN, Kind.ON)
_ADDS = (Kind.OR, Kind.AND, Kind.TOO, Kind.BUT, Kind.NOT, Kind.BREAK)
_SURELY_OTHERS = (Kind.SAYS, Kind.AFTER)
_NO_HOUR_FROM = 25
_A_FEW = 3
"""This many words beside a time tell whose it is."""

_OF_OTHERS = (Kind.TELLS, Kind.SAYS, Kind.STATES, Kind.NOT_AFTER, Kind.UNTIL, Kind.AFTER, Kind.BETWEEN)


def is_story(tail: Sequence[Mark], days: frozenset[int] = frozenset()) -> bool:
    """`tail`: with the sign that it begins with. `days`: those that the time before it is for, if any are named."""
    if not tail[0].has(Kind.COMMA, Kind.DASH, Kind.AFTER) or any("?" in mark.text for mark in tail):
        return False
    parts = list(_parts(tail))
    if not parts or any(map(_is_never_told, parts)):
        return False
    return not is_now(parts[0]) and all(
        _is_of_other_days(part, days) or _is_told_of_else(part) for part in parts
    )


def _is_never_told(part: Sequence[Mark]) -> bool:
    is_by_then = any(mark.has(Kind.REMARK) for mark in part)  # "it's finished by then"
    return any(
        mark.has(*_NEVER)
        and not mark.has(Kind.REMARK, Kind.ROLE)
        and not (is_by_then and mark.has(Kind.HAPPENED))
        for mark in part
    )


def _is_of_other_days(part: Sequence[Mark], days: frozenset[int]) -> bool:
    """ "Thursdays i coach", after a time that is for other days."""
    found = [each for at in range(len(part)) if (each := weekdays_at(part, at))]
    theirs = frozenset().union(*(each[0].days for each in found))
    said = [mark for mark in part if not mark.has(*_SMALL, *_OF_DAYS) or mark.has(Kind.TELLS)]
    is_timed = any(_is_clock(part, at) or one_day_at(part, at) for at in range(len(part)))
    is_refused = any(mark.has(Kind.NOT, Kind.WISHES) for mark in part)
    return bool(days and theirs and said) and not (days & theirs or is_timed or is_refused)


def _parts(tail: Sequence[Mark]) -> Iterator[list[Mark]]:
    part: list[Mark] = []
    for mark in tail:
        if not mark.has(Kind.COMMA, Kind.DASH):
            part.append(mark)
        elif part:
            yield part
            part = []
    if part:
        yield part


def is_now(part: Sequence[Mark]) -> bool:
    """ ", drinking tea", ", in the tube", ", up with the baby again": what happens while it is written."""
    if any(mark.has(Kind.REMARK, Kind.REFERS, Kind.ROLE) for mark in part):
        return False
    is_place = _leads_place(part[0]) and not part[0].has(Kind.AFTER) and not _is_clock(part, 1)
    is_now = any(mark.has(Kind.NOW) and not mark.has(Kind.LINK) for mark in part)
    return is_now or is_place or part[0].is_telling


def _leads_place(mark: Mark) -> bool:
    # "at my desk"; but "la peque duerme" begins with an article.
    return mark.has(*_BEFORE_PLACE) or (mark.has(Kind.AT) and mark.has(Kind.FILLER))


def _is_told_of_else(part: Sequence[Mark]) -> bool:
    if any(weekdays_at(part, at) or one_day_at(part, at) for at in range(len(part))):
        return False
    if any(mark.is_telling and not mark.meanings for mark in part) or part[0].has(Kind.QUESTION):
        return False
    if _is_refusal(part) or _has_stray_number(part):
        return False
    clock = next((at for at in range(len(part)) if _is_clock(part, at)), None)
    return _is_untimed(part) if clock is None else _is_of_others(part, clock)


def _is_refusal(part: Sequence[Mark]) -> bool:
    """ "Can't sleep"; but "before that they don't sleep" is a reason, and "but don't listen to her" speaks of others."""
    is_not = any(mark.has(Kind.NOT) and not mark.has(Kind.REMARK) for mark in part)
    is_reason = any(mark.has(Kind.SOONER_LATER, Kind.COURTESY, Kind.REMARK) for mark in part)
    return is_not and not is_reason and not _speaks_of_others(part)


def _speaks_of_others(part: Sequence[Mark]) -> bool:
    return any(mark.has(Kind.SAYS, Kind.BUT) for mark in part)


def _has_stray_number(part: Sequence[Mark]) -> bool:
    return any(_is_stray(part, at) for at in range(len(part)))


def _is_stray(part: Sequence[Mark], at: int) -> bool:
    mark = part[at]
    if not mark.has(Kind.NUMBER) or mark.has(Kind.ONE) or (at and mark.number(Kind.NUMBER) >= _NO_HOUR_FROM):
        return False
    return not (_is_counted(part, at) or _is_led(part, at))


def _is_counted(part: Sequence[Mark], at: int) -> bool:
    return mark_at(part, at + 1).has(*NO_HOUR) and not mark_at(part, at + 1).has(Kind.MINUTES, Kind.HOURS)


def _is_led(part: Sequence[Mark], at: int) -> bool:
    # "by 7", "my wife says eight".
    return mark_at(part, at - 1).has(Kind.NOT_AFTER, Kind.UNTIL, Kind.AT, Kind.SAYS) or _is_within(part, at)


def _is_within(part: Sequence[Mark], at: int) -> bool:
    clocks = ((begin, clock_at(part, begin)) for begin in range(max(0, at - 4), at + 1))
    return any(clock and begin <= at < clock[1] and not clock[0].is_bare for begin, clock in clocks)


def _is_clock(part: Sequence[Mark], at: int) -> bool:
    found = clock_at(part, at)
    return found is not None and (not found[0].is_bare or _is_led(part, at))


def _is_of_others(part: Sequence[Mark], at: int) -> bool:
    """What stands beside another time tells whose it is: "the bus goes at 8", "um 7 muss ich los"; ", or 8pm" and ", at 8" do not."""
    before, after = part[:at], part[(clock_at(part, at) or (None, at + 1))[1] :]
    if any(
        mark.has(*_ADDS) and not mark.has(Kind.TELLS, *_SURELY_OTHERS) for mark in (*before[-2:], *before[:1])
    ):
        return False
    is_led = bool(before) and before[-1].has(Kind.AT)
    if not any(map(_is_telling, before)):
        return is_led and len(after) > 1 and any(map(_is_telling, after)) and not any(map(_wishes, after))
    is_theirs = any(mark.has(*_OF_OTHERS) for mark in before)
    return is_theirs or len(before) - is_led + len(after) >= _A_FEW


def _is_telling(mark: Mark) -> bool:
    return mark.has(Kind.TELLS) or not mark.has(*_SMALL)


def _wishes(mark: Mark) -> bool:
    return mark.has(Kind.WISHES, Kind.ONLY)


def _is_untimed(part: Sequence[Mark]) -> bool:
    """ "The kids are at school", "quietest bit of the night shift"; but "dentist" and "my show starts" tell what is at that time."""
    first = next((at for at, mark in enumerate(part) if mark.has(Kind.TELLS)), None)
    is_led = part[0].has(Kind.ROLE, Kind.AFTER) or any(
        mark.has(Kind.REMARK) or _is_state(mark) for mark in part
    )
    if first is None or is_led:
        return not _wishes_anew(part)
    before = skipped([*reversed(part[:first])], 0, Kind.LINK, Kind.AT, Kind.BEFORE, Kind.AFTER)
    return 0 < before < first and not part[first - before - 1].has(Kind.AND, Kind.BUT, Kind.BREAK)


def _is_state(mark: Mark) -> bool:
    return mark.has(Kind.STATES) and mark.has(Kind.FILLER, Kind.COMMON)


def _wishes_anew(part: Sequence[Mark]) -> bool:
    # "Later would be better".
    return any(mark.has(Kind.SOONER_LATER) for mark in part) and any(mark.has(Kind.WISHES) for mark in part)
