"""Works out which days a sentence leaves out, clause by clause; if it may also keep them, both readings."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.found.bits_said import EveryHours, NoTime, Parsed, Said
from bot.domain.typed.when.found.clock_times import Clock
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays

_Bits = list[tuple[Said, int]]


@dataclass(frozen=True, slots=True)
class _Clauses:
    """`days`: those named in each clause without a time. `aside`: the clauses that say more about their days than the names.

    `base`: the days of all other clauses.
    """

    timed: frozenset[int]
    days: dict[int, frozenset[int]]
    aside: frozenset[int]
    base: frozenset[int]


def without_left_out(bits: Parsed) -> list[Parsed]:
    """All ways to read it, without the days that are said not to suit. Raises NoTime."""
    bits = _with_own_times(bits)
    clauses = _clauses(bits)
    if clauses.timed & (bits.negative | bits.unwanted) or bits.unwanted - clauses.days.keys() - bits.refusing:
        raise NoTime
    if bits.commands and not bits.said:
        raise NoTime  # an order about the reminders there are
    ways, doubts = [bits], 0
    for clause in sorted(clauses.aside):
        taken = [each for way in ways for each in _taken(way, clause, clauses)]
        doubts += len(taken) > len(ways)
        ways = taken
    if doubts > 1:
        raise NoTime
    not_today = bits.not_today or any(day.ahead == 0 for day in _refused(bits))
    return [replace(way, said=_apart(_heeded(way, clauses), way), not_today=not_today) for way in ways]


def _with_own_times(bits: Parsed) -> Parsed:
    """ "9am weekdays but saturdays i sleep in so 11": the time after "so" is Saturday's. Raises NoTime where it may be."""
    timed = {clause for said, clause in bits.said if isinstance(said, Clock)}
    days = {clause for said, clause in bits.said if isinstance(said, Weekdays)}
    told = (bits.off | bits.but | bits.chatty | bits.apart) - bits.negative - bits.unwanted - bits.too
    pairs = timed & days
    for clause in sorted(told & days - timed):
        follows = min((of for _, of in bits.said if of > clause), default=clause)
        if follows in timed - days and min(timed) < clause:
            is_theirs = bool(pairs) and min(pairs) < clause and follows == clause + 1
            if not is_theirs and not {*range(clause + 1, follows + 1)} <= bits.anew - bits.but:
                raise NoTime
            bits = replace(bits, said=_joined(bits.said, clause, follows), apart=bits.apart | {clause})
    return bits


def _joined(said: _Bits, clause: int, follows: int) -> _Bits:
    """The days and the times of both clauses in the order in which those before them stand."""
    theirs = [(each, clause) for each, of in said if of in (clause, follows)]
    before = [each for each in said if each[1] < clause]
    is_clock_first = isinstance(before[0][0], Clock) and any(isinstance(each, Weekdays) for each, _ in before)
    theirs.sort(key=lambda each: isinstance(each[0], Weekdays) is is_clock_first)
    return [*before, *theirs, *(each for each in said if each[1] > follows)]


def _clauses(bits: Parsed) -> _Clauses:
    timed = frozenset(
        clause for said, clause in bits.said if isinstance(said, Clock | timedelta | EveryHours)
    )
    days: dict[int, frozenset[int]] = {}
    for said, clause in bits.said:
        if isinstance(said, Weekdays) and clause not in timed:
            days[clause] = days.get(clause, frozenset()) | said.days
    refused = bits.negative | bits.unwanted
    aside = (refused | bits.off | (bits.but | bits.chatty) - bits.too | bits.reasons) & days.keys()
    aside -= (bits.only - refused) | bits.apart
    base = frozenset().union(
        *(said.days for said, clause in bits.said if isinstance(said, Weekdays) and clause not in aside)
    )
    if not timed and not base:
        if bits.unwanted & aside:
            raise NoTime
        aside &= bits.negative
    return _Clauses(timed, days, frozenset(aside), base)


def _taken(bits: Parsed, clause: int, clauses: _Clauses) -> list[Parsed]:
    """Ways to read the days of one clause: left out, kept, ignored, or several of these. Raises NoTime."""
    days, base = clauses.days[clause], clauses.base
    passed = _passed(bits, clause)
    if days <= bits.without:
        return [passed]
    left = replace(passed, without=bits.without | days)
    refused = clause in bits.negative | bits.unwanted
    if clause in bits.unwanted:
        return [left]
    if not base:
        return _without_base(bits, left, clause)
    if refused or clause in bits.off:
        if days & base:
            return [left]
        if refused and clause - 1 in clauses.days.keys() - clauses.aside:
            raise NoTime  # "mondays, tuesdays no": one of them, or both
        return [passed]
    is_told = clause in bits.reasons or any(only < clause for only in bits.only)
    if base <= days or (not days & base and is_told):
        return [passed]
    return [passed, left] if days & base else [passed, bits]


def _without_base(bits: Parsed, left: Parsed, clause: int) -> list[Parsed]:
    """If no other days are named, "i don't work on fridays, 10 am" may mean Fridays, or all other days."""
    if clause in bits.reasons:
        return [_passed(bits, clause)]
    if clause in bits.negative | bits.off | bits.but:
        return [left, replace(bits, negative=bits.negative - {clause})]
    return [bits]


def _passed(bits: Parsed, clause: int) -> Parsed:
    said = [each for each in bits.said if each[1] != clause or not isinstance(each[0], Weekdays)]
    return replace(bits, said=said)


def _heeded(bits: Parsed, clauses: _Clauses) -> _Bits:
    passed = (bits.negative | bits.reasons) - clauses.timed
    if only := {clause for said, clause in bits.said if isinstance(said, Weekdays)} & bits.only:
        passed |= {clause for clause in bits.chatty if clause > min(only) and clause not in clauses.timed}
    heeded = [each for each in bits.said if each[1] not in passed]
    if len({said for said, _ in heeded if isinstance(said, OneDay)}) > 1:
        heeded = [each for each in heeded if not isinstance(each[0], OneDay) or each[1] in clauses.timed]
    if _refuses_one_of_all(bits, heeded):
        raise NoTime
    return heeded


def _refuses_one_of_all(bits: Parsed, heeded: _Bits) -> bool:
    # "Every day at 6pm, but not tomorrow" can't be kept.
    days = {each for each, _ in heeded if isinstance(each, OneDay | Weekdays)}
    return days <= {Weekdays(EVERY_DAY)} and any(each.ahead != 0 for each in _refused(bits))


def _refused(bits: Parsed) -> list[OneDay]:
    # "I'm not home tomorrow" is no order.
    orders = bits.negative - bits.chatty
    return [each for each, clause in bits.said if isinstance(each, OneDay) and clause in orders]


def _apart(said: _Bits, bits: Parsed) -> _Bits:
    # "At 7, but on sundays at 9": days with their own times are taken from the others.
    theirs = frozenset().union(
        *(each.days for each, clause in said if isinstance(each, Weekdays) and clause in bits.apart)
    )
    if not theirs:
        return said
    made: _Bits = []
    for each, clause in said:
        if isinstance(each, Weekdays) and clause not in bits.apart:
            if not each.days - theirs:
                raise NoTime
            made.append((Weekdays(each.days - theirs), clause))
        else:
            made.append((each, clause))
    if not any(isinstance(each, Weekdays) and clause not in bits.apart for each, clause in made):
        made.insert(0, (Weekdays(EVERY_DAY - theirs), 0))
    return made
