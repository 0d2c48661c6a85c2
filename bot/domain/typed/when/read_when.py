"""Works out what a sentence means by the times and days in it; where it may mean several things, all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.days_with_times import once, one_or_either, repeating, runs_of, soon
from bot.domain.typed.when.either_or import alternatives
from bot.domain.typed.when.found.bits_said import EveryHours, NoTime, Parsed, Said
from bot.domain.typed.when.found.clock_times import Clock, mark_at, skipped
from bot.domain.typed.when.found.marks import FoundPiece, Mark, marks, pieces
from bot.domain.typed.when.found.minutes_or_hour import with_minutes
from bot.domain.typed.when.found.parsed import is_beside, parsed
from bot.domain.typed.when.found.spoken_days import OneDay, Weekdays, weekdays_at
from bot.domain.typed.when.meant import Either, Half, Once, PartOfDay, Repeating, When
from bot.domain.typed.when.not_understood import is_only_of_times
from bot.domain.typed.when.parts_shared import in_each_part
from bot.domain.typed.when.put_aside.corrected import without_corrected
from bot.domain.typed.when.put_aside.hour_before import with_hour_before
from bot.domain.typed.when.put_aside.left_out import without_left_out
from bot.domain.typed.when.put_aside.lying_in import without_lying_in
from bot.domain.typed.when.put_aside.said_around import is_part, time_alone
from bot.domain.typed.when.put_aside.taken_back import without_taken_back
from bot.domain.typed.when.put_aside.told_clauses import SetAside, told_in
from bot.domain.typed.when.said_twice import said_once
from bot.domain.typed.when.when_words import Kind, WhenWords

FIGURES = WhenWords()
"""Figures need no language."""


@dataclass(frozen=True, slots=True)
class HeardWhen:
    """`when`: None where no time was understood. `is_all`: nothing else was said. `asks`: to be reminded, in whatever words; `reminds`:
    by a word such as "remind". `is_unread`: nothing but times was said, and not understood. `replaces`: another time was taken
    back."""

    when: When | None = None
    is_unread: bool = False
    replaces: bool = False
    is_all: bool = False
    asks: bool = False
    reminds: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """`is_part`: a story was told, too."""

    when: When
    bits: Parsed
    replaces: bool = False
    is_part: bool = False


_TIMELY = frozenset(
    {
        *(Kind.DAY, Kind.EACH, Kind.SHORT, Kind.LETTER, Kind.NUMBER, Kind.CLOCK, Kind.DATE, Kind.DECIMAL),
        *(Kind.AHEAD, Kind.PART, Kind.SPAN, Kind.TONIGHT, Kind.EVERY, Kind.COUNT, Kind.NEXT_WEEK),
    }
)
"""Without one of these nothing is about a time."""


def read_when(text: str, now: datetime, languages: Sequence[WhenWords]) -> When | None:
    """`now`: where the person is. None where nothing is about a time, or not all of it is understood."""
    return hear_when(text, now, languages).when


def hear_when(text: str, now: datetime, languages: Sequence[WhenWords]) -> HeardWhen:
    """By the language that knows most of the words. Where two know as many and differ, it means either."""
    # What their clock says, without its zone: moments of two zones that are the same moment are equal, and not the same day.
    return _heard(text, now.replace(tzinfo=None), tuple(languages))


@lru_cache(maxsize=8)  # one message is asked about several times
def _heard(text: str, now: datetime, languages: tuple[WhenWords, ...]) -> HeardWhen:
    found = pieces(text, languages)
    every = [marks(found, words) for words in _readers(found, languages)]
    reminds = any(_reminds(said) for said in every)
    kinds = [{kind for mark in said for kind in mark.meanings} for said in every]
    asks = reminds or any(Kind.ASKS in meant for meant in kinds)
    timely = [said for said, meant in zip(every, kinds, strict=True) if not _TIMELY.isdisjoint(meant)]
    least = min(map(_unknown, timely), default=0)
    readings = [_reading(said, now) for said in timely if _unknown(said) == least]
    read = _agreed(
        readings, is_own_first=bool(timely) and timely[0] is every[0] and _unknown(timely[0]) == least
    )
    beside = min((reading.bits.beside for reading in read), default=0)
    best = _of_all([reading for reading in read if reading.bits.beside == beside])
    is_unread = best.when is None and any(map(is_only_of_times, timely))
    return replace(best, asks=asks, reminds=reminds, is_unread=is_unread)


def _readers(found: Sequence[FoundPiece], languages: tuple[WhenWords, ...]) -> tuple[WhenWords, ...]:
    # "9.15" without a word is read as where the person is: there they count to 12, or to 24.
    is_wordless = bool(languages) and all(piece.sign for piece in found)
    return languages[:1] if is_wordless else (*languages, FIGURES)


def _agreed(readings: list[_Reading | None], *, is_own_first: bool) -> list[_Reading]:
    """None where a language that knows as many words can't read it; but a person's own may read every word of it: "mo-do 17:30"."""
    read = [each for each in readings if each]
    if len(read) == len(readings):
        return read
    own = readings[0] if is_own_first else None
    return [own] if own and own.bits.is_full else []


def _reminds(said: Sequence[Mark]) -> bool:
    """False where it is refused before ("don't remind me") or right after ("erinnere mich nicht")."""
    at = next((at for at, mark in enumerate(said) if mark.has(Kind.REMIND)), None)
    if at is None:
        return False
    after = skipped(said, at + 1, Kind.LINK, Kind.FILLER)
    is_refused = (
        mark_at(said, after).has(Kind.NOT, Kind.UNWANTED)
        and weekdays_at(said, skipped(said, after + 1, Kind.LINK)) is None
    )
    return not is_refused and not any(mark.has(Kind.NOT) for mark in said[:at])


def _unknown(said: Sequence[Mark]) -> int:
    return sum(not mark.meanings or mark.has(Kind.FOREIGN) for mark in said)


def _of_all(readings: list[_Reading]) -> HeardWhen:
    most = max((reading.bits.timely for reading in readings), default=0)
    best = [reading for reading in readings if reading.bits.timely == most]
    when = _either(reading.when for reading in best)
    is_all = not any(reading.bits.unknown + reading.bits.beside + reading.is_part for reading in best)
    replaces = any(reading.replaces for reading in best)
    return HeardWhen(when, is_all=is_all and when is not None, replaces=replaces)


def _either(meant: Iterable[When]) -> When | None:
    different = list(dict.fromkeys(meant))
    every = [when for when in different if not any(_is_narrower(other, when) for other in different)]
    if len(every) < 2:
        return every[0] if every else None
    options: list[Repeating | Once] = []
    for when in every:
        if isinstance(when, Half):
            return None
        options += when.options if isinstance(when, Either) else (when,)
    return one_or_either(options)


def _is_narrower(one: When, other: When) -> bool:
    return set(_options(one)) < set(_options(other))


def _options(when: When) -> tuple[When, ...]:
    return when.options if isinstance(when, Either) else (when,)


def _reading(said: Sequence[Mark], now: datetime) -> _Reading | None:
    if _is_question(said):
        return None
    try:
        told_apart = with_hour_before(without_lying_in(said))
        left = without_taken_back(told_apart)
        whole = without_corrected(left)
        kept = time_alone(whole)
        told = told_in(kept)
        reading = _beside_told(kept, told, now) if told else _read_all(kept, now)
        if reading is None:
            return None
        return replace(reading, replaces=len(left) < len(told_apart), is_part=is_part(whole, kept))
    except NoTime:
        return None


def _is_question(said: Sequence[Mark]) -> bool:
    """ "Why did you remind me at 9" wants an answer, and "can you remind me at 9?" a reminder."""
    is_marked = any("?" in mark.text for mark in said)
    if any(mark.has(Kind.POSSIBLE) for mark in said) and not any(mark.has(Kind.TELLS) for mark in said):
        return False  # "is 8am possible?"
    return mark_at(said, 0).has(Kind.QUESTION) or (is_marked and mark_at(said, 0).has(Kind.MARKED_QUESTION))


def _beside_told(said: Sequence[Mark], told: SetAside, now: datetime) -> _Reading | None:
    """What the clauses about the reminder mean; with what may belong to it elsewhere, either. Raises NoTime."""
    has_strays = told.has_strays
    if told.parts_times:
        return _read_all(told.marks_with_days, now)
    if told.has_days_alone:
        return _read_all([*told.day_marks, *told.marks], now)
    if has_strays and told.is_sure and not told.is_timed and told.tells_when:
        return _on_either(told, now)
    whole = _read_all(said, now)
    if told.belongs or (has_strays and told.is_sure and not told.is_timed and not _is_only_on(whole, told)):
        return whole
    kept = _read_all(told.marks, now)
    if kept is None:
        return None
    beside = sum(not mark.meanings or is_beside(mark) for clause in told.aside for mark in clause.marks)
    bits = replace(kept.bits, beside=kept.bits.beside + beside)
    if told.is_sure and not has_strays:
        return _Reading(kept.when, bits)
    if told.is_sure:
        whole = _read_all([*told.marks, *told.day_marks], now)
    when = _one_of([kept.when, whole.when if whole else None])
    return _Reading(when, bits) if when else None


def _on_either(told: SetAside, now: datetime) -> _Reading | None:
    """ "5pm when i finish on fridays": on Fridays, or every day. Raises NoTime."""
    kept = _read_all(told.marks, now)
    theirs = _read_all([*told.marks, *told.day_marks], now)
    when = _one_of([theirs.when, kept.when]) if kept and theirs else None
    return replace(kept, when=when) if kept and when else None


def _is_only_on(whole: _Reading | None, told: SetAside) -> bool:
    # "i work on mondays, remind me at 9": on Mondays, or every day.
    when = whole.when if whole else None
    return isinstance(when, Repeating) and {group.weekdays for group in when.groups} == {told.weekdays}


def _read_all(said: Sequence[Mark], now: datetime) -> _Reading | None:
    try:
        bits = parsed(said)
        figures = sum(mark.has(Kind.CLOCK, Kind.DATE) or bool(mark.figures) for mark in said)
        words = bits.known - figures
        most = words if bits.asks or bits.wishes else words // 2
        if not (bits.said or bits.without or bits.counts) or bits.unknown > max(1, most):
            return None
        once = replace(bits, said=said_once(bits.said)) if not bits.choices else bits
        ways = [way for one in _choices(once) for way in without_left_out(one)]
        when = _one_of([_meant([said for said, _ in way.said], way, now) for way in ways])
        return _Reading(when, bits) if when and _is_meant_so(when, bits) else None
    except NoTime:
        return None


def _choices(bits: Parsed) -> list[Parsed]:
    return [one for each in with_minutes(bits) for one in alternatives(each)]


def _one_of(ways: list[When | None]) -> When | None:
    """Raises NoTime."""
    if len(ways) == 1:
        return ways[0]
    options = [option for when in ways if when for option in _options(when)]
    if None in ways or any(isinstance(option, Half) for option in options):
        raise NoTime
    return one_or_either(option for option in options if isinstance(option, Repeating | Once))


def _is_meant_so(when: When, bits: Parsed) -> bool:
    """People also name times when they tell of their day. A real wish is asked for, or stands alone, or comes with its days."""
    if bits.asks or bits.wishes or not bits.unknown + bits.beside:
        return True
    days = bits.without or any(isinstance(said, Weekdays | OneDay | timedelta) for said, _ in bits.said)
    return bool(days) and not isinstance(when, Half)


def _meant(said: list[Said], bits: Parsed, now: datetime) -> When | None:
    """Raises NoTime."""
    if any(isinstance(each, timedelta) for each in said):
        return _from_now(said, now)
    days = _one_days(said, bits, now)
    weekdays = [each for each in said if isinstance(each, Weekdays)]
    if any(
        not each.is_single or min(each.days) not in {day.weekday() for day in days}
        for each in weekdays
        if days
    ):
        raise NoTime
    said = in_each_part(said)
    clocks = [each for each in said if isinstance(each, Clock | EveryHours)]
    is_one = len([each for each in said if isinstance(each, OneDay)]) < 2
    if (len(days) > 1 and not is_one) or (
        clocks and any(isinstance(each, OneDay) and each.is_vague for each in said)
    ):
        raise NoTime
    _check_counts(bits, clocks, weekdays)
    if not clocks:
        return _half(said, bits, days)
    if len(clocks) > 1 and (bits.corrected or (bits.beside > 2 and _is_told_of(bits))):
        raise NoTime
    runs = runs_of(_with_parts(said))
    if days:
        return once(runs, days, now)
    if bits.is_once and not weekdays and len(clocks) == 1:
        return _one_of([*soon(runs, now), repeating(runs, bits, now)])
    return repeating(runs, bits, now)


def _check_counts(bits: Parsed, clocks: list[Clock | EveryHours], weekdays: list[Weekdays]) -> None:
    """Raises NoTime where other numbers of days or times were announced than are named."""
    named = frozenset().union(*(each.days for each in weekdays))
    if bits.weekly and bits.weekly != {len(named)}:
        raise NoTime
    if clocks and bits.counts and bits.counts != {_count(clocks)}:
        raise NoTime


def _is_told_of(bits: Parsed) -> bool:
    clauses = {clause: each.is_fixed for each, clause in bits.said if isinstance(each, Clock)}
    return len(set(clauses.values())) > 1


def _from_now(said: list[Said], now: datetime) -> Once:
    spans = [each for each in said if isinstance(each, timedelta)]
    if len(said) > 1:
        raise NoTime
    then = now + spans[0]
    if then.second or then.microsecond:
        then = then.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return Once(then.date(), then.time(), spans[0])


def _one_days(said: list[Said], bits: Parsed, now: datetime) -> list[date]:
    spoken = [each for each in said if isinstance(each, OneDay)]
    if bits.is_once and not spoken:
        spoken = [
            OneDay(weekday=min(each.days)) for each in said if isinstance(each, Weekdays) and each.is_single
        ]
    days = [day for each in spoken for day in each.every(now.date())]
    if None in days:
        raise NoTime
    return list(dict.fromkeys(day for day in days if day))


def _half(said: list[Said], bits: Parsed, days: list[date]) -> Half | None:
    parts = {each.offered for each in said if isinstance(each, PartOfDay)}
    part = parts.pop() if len(parts) == 1 else None
    if days:
        return Half(day=days[0], part=part)
    spoken = frozenset().union(*(each.days for each in said if isinstance(each, Weekdays)))
    if bits.counts or bits.without:
        spoken = spoken or EVERY_DAY
    count = min(bits.counts, default=0)
    return Half(spoken - bits.without, None, part, count) if spoken or part else None


def _count(clocks: list[Clock | EveryHours]) -> int:
    return sum(len(each.ways[0]) if isinstance(each, EveryHours) else 1 for each in clocks)


def _with_parts(said: list[Said]) -> list[Said]:
    """A part of the day belongs to the times after it; one at the end, to those before it. Raises NoTime."""
    parts = {each for each in said if isinstance(each, PartOfDay)}
    made: list[Said] = []
    current, is_first = None, False
    for each in said:
        if isinstance(each, PartOfDay):
            current, is_first = each, True
        elif isinstance(each, Clock):
            made.append(_in_part(each, current, is_first=is_first))
            is_first = False
        else:
            made.append(each)
    if len(parts) == 1:
        made = [_in_part(each, *parts, is_first=False) if isinstance(each, Clock) else each for each in made]
    minutes = [minute for each in made if isinstance(each, Clock) for minute in each.minutes() or [-1]]
    if -1 in minutes or (minutes and not all(any(map(part.holds, minutes)) for part in parts)):
        raise NoTime
    return made


def _in_part(clock: Clock, part: PartOfDay | None, *, is_first: bool) -> Clock:
    if part is None or clock.within or clock.is_fixed:
        return clock
    there = replace(clock, within=(part,))
    return there if is_first or there.minutes() else clock
