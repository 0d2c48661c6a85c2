"""Takes out of a sentence what it says besides the time of a reminder: what their clock shows, where they are, and a length of sessions."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.meant import Either, Half, Once, Repeating, When
from bot.domain.typed.when.read_when import read_when
from bot.domain.typed.when.when_words import BesideWords, Kind, WhenWords

_ENDS = re.compile(r"[,;!?\n…()]+|\.(?!\d)|\s[-–—]+\s")
_LONGEST_DAY = 6
"""Words."""

_LONGEST = 120
"""The longest session, in minutes."""


@dataclass(frozen=True, slots=True)
class ToldBeside:
    """`shows`: the time on their clock, in each half of the day that it may be in. `place`: where they are, in their
    words. `minutes`: a length; `is_usual`: for all sessions. `rest`: all that is left."""

    rest: str
    shows: tuple[time, ...] = ()
    place: str = ""
    minutes: int | None = None
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words of all languages make, as patterns."""

    small: re.Pattern[str]
    joins: re.Pattern[str]
    clocks: tuple[re.Pattern[str], ...]
    place: re.Pattern[str]
    not_place: re.Pattern[str]
    length: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    around_length: re.Pattern[str]
    beside_length: re.Pattern[str]
    always: re.Pattern[str]
    wakes: re.Pattern[str]
    asks_rest: re.Pattern[str]
    cannot: re.Pattern[str]
    better: re.Pattern[str]
    waits: re.Pattern[str]

    def place_in(self, clause: str, is_place: Callable[[str], bool]) -> tuple[str, str]:
        """Where they are, and what stands before it in the clause: from "half 7 here in leeds" also the "here"."""
        found = self.place.search(clause)
        place = self.not_place.split(found["place"])[0].strip() if found else ""
        if found is None or not is_place(place):
            return "", clause
        return place, f"{clause[: found.start()]}{found['here'] or ''}".strip()

    def is_small(self, clause: str) -> bool:
        return not clause or self.small.fullmatch(clause) is not None

    def is_no_length(self, before: str, after: str) -> bool:
        return self.behind.search(before) is not None or self.before.match(after) is not None


def clock_beside(
    text: str, now: datetime, languages: Sequence[WhenWords], is_place: Callable[[str], bool]
) -> ToldBeside:
    """ "Lol no its half 7 in the morning here, im in leeds"."""
    said, left = _said(tuple(languages)), []
    found = ToldBeside("")
    for clause in _clauses(text, said):
        place, before = said.place_in(clause, is_place)
        shows = _shown(before, now, languages, said)
        if shows:
            found, before = replace(found, shows=shows), ""
        if place:
            found = replace(found, place=place)
        left += [before] if before and not (place and said.is_small(before)) else []
    return replace(found, rest=", ".join(left)) if found.place or found.shows else ToldBeside(text)


def length_beside(text: str, languages: Sequence[WhenWords]) -> ToldBeside:
    """ "Tue thu 9 pm, 10 min", "max 10 min always". Only one length: several mean something else."""
    said = _said(tuple(languages))
    every = list(said.length.finditer(_plain(text)))
    if len(every) != 1 or not 0 < int(every[0]["minutes"]) <= _LONGEST:
        return ToldBeside(text)
    plain, length = _plain(text), every[0]
    if said.is_no_length(plain[: length.start()], plain[length.end() :]):
        return ToldBeside(text)
    whole = said.around_length.sub(" ", f"{plain[: length.start()]} \0 {plain[length.end() :]}")
    rest = " ".join(whole.replace("\0", " ").split()).strip(" ,.;!?-")
    is_usual = bool(said.always.search(plain))
    return ToldBeside(rest, minutes=int(length["minutes"]), is_usual=is_usual)


def is_only_a_length(told: ToldBeside, languages: Sequence[WhenWords]) -> bool:
    """Nothing else is said than how long, in any order."""
    return told.minutes is not None and not _said(tuple(languages)).beside_length.sub("", told.rest).strip(
        " ,.;!?-'"
    )


def waits_for(text: str, now: datetime, languages: Sequence[WhenWords]) -> Once | None:
    """ "Gimme 15 minutes": this long from now, if nothing else is said."""
    said, plain = _said(tuple(languages)), _plain(text)
    found = said.waits.fullmatch(plain.strip(" .!,"))
    minutes = int(found["minutes"]) if found else 0
    if not 0 < minutes <= _LONGEST:
        return None
    then = now + timedelta(minutes=minutes)
    return Once(then.date(), then.time().replace(second=0, microsecond=0), timedelta(minutes=minutes))


def better_time(text: str, languages: Sequence[WhenWords]) -> tuple[str, str] | None:
    """ "I cant do 8.30 tomorrow. 9pm would be better": what suits them, and what they say after "i cant do". None if
    one of the two is missing."""
    said = _said(tuple(languages))
    clauses = list(_clauses(text, said))
    cannot = [found["time"] for each in clauses if (found := said.cannot.fullmatch(each))]
    better = [found["time"] for each in clauses if (found := said.better.fullmatch(each))]
    return (better[0], cannot[0]) if len(better) == len(cannot) == 1 else None


def day_begun(text: str, now: datetime, languages: Sequence[WhenWords]) -> date | None:
    """The single day that its first words name: "8.30 tomorrow im on a long day"."""
    words = text.split()
    for size in range(min(len(words), _LONGEST_DAY), 0, -1):
        if day := _day_of(read_when(" ".join(words[:size]), now, languages)):
            return day
    return None


def _day_of(when: When | None) -> date | None:
    options = when.options if isinstance(when, Either) else (when,)
    days = {each.day if isinstance(each, Once | Half) else None for each in options}
    return days.pop() if len(days) == 1 else None


def wakes(text: str, languages: Sequence[WhenWords]) -> bool:
    """One clause says so, and nothing else: "what is rest? i want the alarm"."""
    said = _said(tuple(languages))
    return any(said.wakes.fullmatch(each) for each in _clauses(text, said))


def asks_about_rest(text: str, languages: Sequence[WhenWords]) -> bool:
    said = _said(tuple(languages))
    return any(said.asks_rest.fullmatch(each) for each in _clauses(text, said))


def _clauses(text: str, said: _Said) -> Iterator[str]:
    for part in _ENDS.split(_plain(text)):
        yield from (each.strip() for each in said.joins.split(part) if each.strip())


def _shown(clause: str, now: datetime, languages: Sequence[WhenWords], said: _Said) -> tuple[time, ...]:
    for pattern in said.clocks:
        if found := pattern.fullmatch(clause):
            return _time_of(read_when(found["time"], now, languages))
    return ()


def _time_of(when: When | None) -> tuple[time, ...]:
    options = when.options if isinstance(when, Either) else (when,)
    found = [_one_time(each) for each in options]
    return () if None in found else tuple(each for each in found if each)


def _one_time(when: When | None) -> time | None:
    is_one = isinstance(when, Repeating) and not when.names_days and len(when.groups) == 1
    times = when.groups[0].times if is_one and isinstance(when, Repeating) else ()
    return times[0] if len(times) == 1 else None


def _plain(text: str) -> str:
    return " ".join(bare(text).replace("'", "").replace("’", "").split(" "))


@lru_cache(maxsize=8)
def _said(languages: tuple[WhenWords, ...]) -> _Said:
    words = _together(languages)
    small, here = rf"(?:{one_of(words.small)} )*", one_of(words.here)
    inside = one_of(_of_kind(languages, Kind.IN))
    minutes = one_of(_of_kind(languages, Kind.MINUTES))
    length, joins = one_of(words.length | words.always), one_of(_of_kind(languages, Kind.AND, Kind.BUT))
    clock, surely = one_of(words.clock_is | words.clock_shows), one_of(words.clock_shows)
    return _Said(
        small=re.compile(rf"{one_of(words.small)}(?: {one_of(words.small)})*"),
        joins=re.compile(rf"\b{joins}\b(?= {one_of(words.in_place)}\b)"),
        clocks=(
            re.compile(rf"{small}{here} {clock} (?P<time>.+)"),
            re.compile(rf"{small}(?:{clock} )(?P<time>.+?) {here}"),
            re.compile(rf"{small}{surely} (?P<time>.+)"),
        ),
        place=re.compile(rf"\b(?:{one_of(words.in_place)}|(?P<here>{here}) {inside}) (?P<place>.+)$"),
        not_place=re.compile(rf"\b{one_of(words.not_place)}\b"),
        length=re.compile(rf"(?<![\w:.,])(?P<minutes>\d{{1,3}})[ -]?{minutes}\b"),
        behind=re.compile(rf"\b{one_of(words.no_length_behind)} ?$"),
        before=re.compile(rf" ?{one_of(words.no_length_before)}\b"),
        around_length=re.compile(rf"(?:\b{length} ?[:,]? ?)*\0(?:[ ,]*{length}\b)*"),
        beside_length=re.compile(rf"\b(?:{one_of(words.length | words.always | words.small)})\b"),
        always=re.compile(rf"\b{one_of(words.always)}\b"),
        wakes=re.compile(rf"{small}{one_of(words.wakes)}(?: {one_of(words.small | words.here)})*"),
        cannot=re.compile(rf"{small}{one_of(words.cannot)} (?P<time>.+)"),
        better=re.compile(rf"{small}(?P<time>.+?) {one_of(words.better)}(?: {one_of(words.small)})*"),
        waits=re.compile(
            rf"{small}{one_of(_of_kind(languages, Kind.WAIT))} (?P<minutes>\d{{1,3}}) ?{minutes}(?: {one_of(words.small)})*"
        ),
        asks_rest=re.compile(rf"{small}{one_of(words.asks_rest)}(?: {one_of(words.small | words.here)})*"),
    )


def _together(languages: Sequence[WhenWords]) -> BesideWords:
    names = BesideWords.__dataclass_fields__
    return BesideWords(*(_of_all(languages, name) for name in names))


def _of_all(languages: Sequence[WhenWords], name: str) -> frozenset[str]:
    return frozenset().union(*(getattr(words.beside, name) for words in languages))


def _of_kind(languages: Sequence[WhenWords], *kinds: Kind) -> frozenset[str]:
    every = (each for words in languages for each in words.phrases.items())
    return frozenset(phrase for phrase, meanings in every if not meanings.keys().isdisjoint(kinds))
