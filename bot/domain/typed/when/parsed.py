"""What a sentence in one language says of times, bit by bit and in its order; nothing is made of it yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.typed.when.clock_times import Clock, clock_at, mark_at, skipped
from bot.domain.typed.when.marks import Mark
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.spans import ahead_at, is_rhythm, rhythm_at
from bot.domain.typed.when.spoken_days import OneDay, Weekdays, is_among_letters, one_day_at, weekdays_at
from bot.domain.typed.when.when_words import Kind

_ENDS = (Kind.COMMA, Kind.DASH, Kind.BECAUSE, Kind.BREAK)
_DAYS = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER)
_REFUSING = (Kind.EXCEPT, Kind.NOT, Kind.UNWANTED)
_POLITE = (Kind.LINK, Kind.FILLER, Kind.ASKS, Kind.REMIND)
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
        Kind.HOUR,
        Kind.NEXT,
        Kind.ONLY,
        Kind.EXCEPT,
        Kind.NOT,
        Kind.DATE,
        Kind.ISH,
    ),
    *(Kind.ONCE, Kind.IN, Kind.MONTH, Kind.DASH, Kind.COUNT, Kind.BREAK, Kind.BECAUSE),
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
"""Beside these it is one even where much else is said."""

_MAYBE_DAYS = {Kind.SHORT, Kind.LETTER}
_LETTERS = {Kind.LETTER}
_NAMED = (Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER, Kind.NUMBER, Kind.CLOCK)

_NO_HOUR = (Kind.MINUTES, Kind.HOURS, Kind.DAYS, Kind.WEEKS, Kind.COUNTED, Kind.NTH, Kind.PER_DAY)
_HELD = (Kind.LINK, Kind.FILLER)
_QUIET = (Kind.COMMON, Kind.FILLER, Kind.ONE, Kind.LINK)
_LOUD = (Kind.NUMBER, Kind.CLOCK, Kind.DATE, Kind.DECIMAL, Kind.SPAN, Kind.FRACTION, Kind.TOWARDS, Kind.COUNT)
"""What must have been understood, where it has no other meaning."""


@dataclass(frozen=True, slots=True)
class EveryHours:
    ways: tuple[tuple[int, ...], ...]


Said = Clock | Weekdays | OneDay | PartOfDay | timedelta | EveryHours


class NoTime(Exception):
    """A number or a word of time is left that was not understood, or something speaks against a time."""


@dataclass(slots=True)
class Parsed:
    """`said`: each with the number of its clause. `without`: excluded weekdays, in the clauses `refusing`. `counts`: how many
    times were announced. `unwanted`, `off`, `but`, `too`, `corrected`, `only`, `negative`, `reasons`, `chatty`: clauses with such words.
    `apart`: those whose days have their own times, and are taken from all others. `commands`: days were left out by an order.

    `unknown`: words that are none of the language. `beside`: words of it that are not about a time. `known`: all others,
    of which `timely` make a time.
    """

    said: list[tuple[Said, int]] = field(default_factory=list)
    without: frozenset[int] = frozenset()
    refusing: set[int] = field(default_factory=set)
    unwanted: set[int] = field(default_factory=set)
    off: set[int] = field(default_factory=set)
    but: set[int] = field(default_factory=set)
    too: set[int] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)
    corrected: set[int] = field(default_factory=set)
    commands: bool = False
    counts: set[int] = field(default_factory=set)
    negative: set[int] = field(default_factory=set)
    reasons: set[int] = field(default_factory=set)
    only: set[int] = field(default_factory=set)
    chatty: set[int] = field(default_factory=set)
    clause: int = 0
    is_chatty: bool = False
    wishes: bool = False
    is_once: bool = False
    asks: bool = False
    unknown: int = 0
    beside: int = 0
    known: int = 0
    timely: int = 0

    def add(self, said: Said) -> None:
        self.said.append((said, self.clause))

    def leave_out(self, days: frozenset[int]) -> None:
        self.without |= days
        self.refusing.add(self.clause)

    @property
    def is_timed(self) -> bool:
        return any(isinstance(said, Clock | EveryHours) for said, _ in self.said)


def parsed(said: Sequence[Mark]) -> Parsed:
    """Raises NoTime."""
    if any(mark.has(Kind.AGAINST, Kind.FOREIGN) for mark in said):
        raise NoTime
    found = Parsed(asks=any(mark.has(Kind.ASKS, Kind.REMIND) for mark in said))
    found.wishes = any(mark.has(Kind.WISHES) for mark in said)
    found.is_chatty = any(not mark.meanings or _is_beside(mark) for mark in said)
    at = 0
    while at < len(said):
        end = _time(said, at, found)
        found.known += max(0, end - at)
        found.timely += max(0, end - at)
        at = end or _word(said, at, found)
    return found


def _time(said: Sequence[Mark], at: int, found: Parsed) -> int:
    """Where the bit of time ends that begins there; 0 where none does."""
    return _no(said, at, found) or _span(said, at, found) or _day(said, at, found) or _clock(said, at, found)


def _no(said: Sequence[Mark], at: int, found: Parsed) -> int:
    """ "except sunday and monday", "not on weekends", "leave me alone on sundays", "not today"."""
    if not said[at].has(*_REFUSING, Kind.BUT):
        return 0
    begins = _skip_held(said, at + 1)
    is_only = any(mark.has(Kind.ONLY) for mark in said[at + 1 : begins])
    if not (is_only and said[at].has(Kind.EXCEPT)) and (run := _run(said, begins)):
        return _left_out(said, at, run, found)
    day = one_day_at(said, begins) if said[at].has(Kind.NOT) else None
    if day is None and said[at].has(Kind.NOT):
        found.negative.add(found.clause)
    return day[1] if day else 0


def _left_out(said: Sequence[Mark], at: int, run: "_Run", found: Parsed) -> int:
    """Raises NoTime where a time follows that may be theirs, or that of all the others."""
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


def _apart(run: "_Run", found: Parsed) -> int:
    """ "at 7, but on sundays at 9"."""
    found.clause += 1
    found.apart.add(found.clause)
    found.add(Weekdays(run.days))
    return run.end


def _clause_has(said: Sequence[Mark], at: int, *kinds: Kind) -> bool:
    while at < len(said) and not said[at].has(*_ENDS):
        if said[at].has(*kinds):
            return True
        at += 1
    return False


@dataclass(frozen=True, slots=True)
class _Run:
    """Days that are named in one breath."""

    days: frozenset[int]
    end: int
    has_comma: bool = False


def _run(said: Sequence[Mark], at: int, *between: Kind) -> _Run | None:
    first = weekdays_at(said, at)
    if first is None:
        return None
    days, end, has_comma = first[0].days, first[1], False
    while mark_at(said, end).has(*(between or (Kind.AND, Kind.COMMA))):
        more = weekdays_at(said, _skip_held(said, end + 1))
        is_comma = mark_at(said, end).has(Kind.COMMA)
        if more is None or (is_comma and len(more[0].days) > 1):
            break
        days, end, has_comma = days | more[0].days, more[1], has_comma or is_comma
    return _Run(days, end, has_comma)


def _refused(said: Sequence[Mark], at: int, found: Parsed) -> int:
    """ "sundays no", "freitags bitte nicht", "weekends off", at the end of a clause. Raises NoTime."""
    run = _run(said, at, Kind.AND)
    if run is None or not found.said:
        return 0
    word = _skip_held(said, run.end)
    mark, end = mark_at(said, word), skipped(said, word + 1, *_POLITE)
    is_off = mark.has(Kind.OFF) and not mark.has(*_REFUSING)
    if not mark.has(*_REFUSING, Kind.OFF) or not (end >= len(said) or said[end].has(*_ENDS, Kind.AND)):
        return 0
    known = frozenset().union(*(each.days for each, _ in found.said if isinstance(each, Weekdays)))
    if not known & run.days and (is_off or known):
        last = found.said[-1][0]
        is_list = isinstance(last, Weekdays) and len(last.days) == 1
        is_theirs = is_off and not known and found.said[-1][1] == found.clause
        if is_list or is_theirs:
            raise NoTime  # "mondays, tuesdays no": one of them, or both
        if not known:
            return 0
    found.leave_out(run.days)
    return end


def _skip_held(said: Sequence[Mark], at: int) -> int:
    while mark_at(said, at).has(*_HELD) and weekdays_at(said, at) is None:
        at += 1
    return at


def _span(said: Sequence[Mark], at: int, found: Parsed) -> int:
    if ahead := ahead_at(said, at, asks=found.asks):
        found.add(ahead[0])
        return ahead[1]
    if not is_rhythm(said, at):
        return _count(said, at, found)
    rhythm = rhythm_at(said, at)
    if rhythm is None:
        raise NoTime
    found.add(EveryHours(tuple(rhythm[0])))
    return rhythm[1]


def _count(said: Sequence[Mark], at: int, found: Parsed) -> int:
    if said[at].has(Kind.COUNT):
        found.counts.add(said[at].number(Kind.COUNT))
        return at + 1
    if said[at].has(Kind.NUMBER) and mark_at(said, at + 1).has(Kind.PER_DAY):
        found.counts.add(said[at].number(Kind.NUMBER))
        return at + 2
    return 0


def _day(said: Sequence[Mark], at: int, found: Parsed) -> int:
    if end := _refused(said, at, found):
        return end
    day = one_day_at(said, at) or weekdays_at(said, at)
    if day is not None:
        if isinstance(day[0], Weekdays) and _is_next(said, at, day[1]):
            raise NoTime
        if _is_an_end(said, at, Kind.UNTIL, Kind.BETWEEN) and not (
            isinstance(day[0], Weekdays) and len(day[0].days) > 1
        ):
            raise NoTime
        found.add(day[0])
        if said[at].has(Kind.TONIGHT):
            found.add(said[at].meanings[Kind.TONIGHT].part or PartOfDay.EVENING)
        return day[1]
    part = mark_at(said, skipped(said, at, Kind.EVERY))
    if said[at].has(Kind.EVERY) and part.has(Kind.PART):
        found.add(Weekdays(frozenset(range(7))))
        return at + 1
    return 0


def _is_next(said: Sequence[Mark], at: int, end: int) -> bool:
    """ "next weekend", "el fin de semana que viene": this one, or that after it."""
    before = at - 1
    while mark_at(said, before).has(Kind.LINK) and not mark_at(said, before).has(Kind.NEXT):
        before -= 1
    return mark_at(said, before).has(Kind.NEXT) or mark_at(said, end).has(Kind.NEXT)


def _clock(said: Sequence[Mark], at: int, found: Parsed) -> int:
    clock = clock_at(said, at)
    if clock and (not clock[0].is_bare or _is_hour(said, at, clock[1], is_chatty=found.is_chatty)):
        if _is_an_end(said, at, Kind.UNTIL) or _goes_on(said, clock[1]):
            raise NoTime
        found.add(clock[0])
        return clock[1]
    if said[at].has(Kind.PART):
        found.add(said[at].meanings[Kind.PART].part or PartOfDay.MORNING)
        return at + 1
    return 0


def _is_an_end(said: Sequence[Mark], at: int, *kinds: Kind) -> bool:
    """ "until friday", "since 7": not when something is to come."""
    before = at - 1
    while mark_at(said, before).has(Kind.LINK) and not mark_at(said, before).has(*kinds):
        before -= 1
    return mark_at(said, before).has(*kinds)


def _goes_on(said: Sequence[Mark], at: int) -> bool:
    """ "9 to 5": from one to the other, and neither."""
    to = mark_at(said, at)
    return (
        to.has(Kind.TO, Kind.BEFORE, Kind.DASH, Kind.UNTIL)
        and clock_at(said, at + 1) is not None
        and not to.has(Kind.PART)
    )


def _is_hour(said: Sequence[Mark], at: int, end: int, *, is_chatty: bool) -> bool:
    """Whether a number alone is one: nothing beside it tells of something else."""
    before, after = mark_at(said, at - 1), mark_at(said, end)
    if after.has(*_NO_HOUR) or (after.has(Kind.DASH) and mark_at(said, end + 1).has(Kind.NUMBER, Kind.CLOCK)):
        return False
    if before.has(Kind.DASH) and mark_at(said, at - 2).has(Kind.NUMBER, Kind.CLOCK):
        return False
    if before.has(Kind.IN) and not before.has(Kind.AT):
        return False
    is_open = after.has(*_OPEN) or end >= len(said)
    if said[at].has(Kind.ONE):
        return is_open and before.has(Kind.AT)
    if is_chatty and not before.has(Kind.AT):
        return (at == 0 or before.has(*_CLOSE)) and (end >= len(said) or after.has(*_CLOSE))
    if before.has(Kind.AT):
        return is_open or (bool(after.meanings) and not after.has(*_LOUD))
    return is_open and (at == 0 or before.has(*_OPEN))


def _word(said: Sequence[Mark], at: int, found: Parsed) -> int:
    """One that is no bit of a time. Raises NoTime where it sounds like one."""
    mark = said[at]
    if mark.has(*_ENDS):
        found.clause += 1
        if mark.has(Kind.BECAUSE):
            found.reasons.add(found.clause)
        if mark.has(Kind.BUT):
            found.but.add(found.clause)
    elif _is_in_doubt(said, at):
        raise NoTime
    elif not mark.meanings:
        found.unknown += 1
        found.chatty.add(found.clause)
    elif (mark.has(*_LOUD) and not mark.has(*_QUIET)) or (
        mark.meanings.keys() <= _MAYBE_DAYS and not found.is_chatty
    ):
        raise NoTime(mark.text)
    elif _is_beside(mark):
        found.beside += 1
        found.chatty.add(found.clause)
    for kind, clauses in (
        (Kind.ONLY, found.only),
        (Kind.UNWANTED, found.unwanted),
        (Kind.OFF, found.off),
        (Kind.TOO, found.too),
        (Kind.CORRECTS, found.corrected),
    ):
        if mark.has(kind):
            clauses.add(found.clause)
    found.is_once = found.is_once or mark.has(Kind.ONCE)
    found.known += bool(mark.meanings) and not mark.has(Kind.COMMA, Kind.DASH, Kind.AND)
    return at + 1


def _is_in_doubt(said: Sequence[Mark], at: int) -> bool:
    """What may be a day that is not understood: a word or a letter between two days, or one after "every" and "on"."""
    mark, before, after = said[at], mark_at(said, at - 1), mark_at(said, at + 1)
    if not mark.meanings:
        is_between = before.has(*_NAMED) and after.has(*_NAMED)
        return is_between or before.has(Kind.EVERY, Kind.ON)
    if mark.meanings.keys() == _LETTERS:
        return True
    is_letter = len(mark.text) == 1 and mark.text.isalpha() and not mark.has(Kind.AND, Kind.TO)
    return is_letter and is_among_letters(said, at)


def _is_beside(mark: Mark) -> bool:
    others = (Kind.ONE, Kind.PLUS, Kind.MINUS, Kind.WISHES, Kind.UNWANTED, Kind.OFF, Kind.TOO, Kind.CORRECTS)
    return bool(mark.meanings) and not mark.has(*_OPEN, *others, *_LOUD)
