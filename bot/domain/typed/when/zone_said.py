"""Finds another clock named beside a time, "5pm GMT" or "7am est daily", and what that time is by one's own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, Repeating, When
from bot.domain.typed.when.when_words import Kind, WhenWords

_SHORT = 4
"""Letters. A name this short counts only right after a time."""

_NUMBER = re.compile(r"(?:^|\s)\d{1,4} ?$")
_SOME_DAY = date(2000, 1, 10)
_LAST = (Kind.AM, Kind.PM, Kind.OCLOCK, Kind.PART)
"""What a time ends with."""


@dataclass(frozen=True, slots=True)
class ZoneSaid:
    """`zones`: IANA names, several if several places call their clock that. `name`: as it was said. `rest`: all that is left."""

    zones: tuple[str, ...]
    name: str
    rest: str


def zone_said(text: str, languages: Sequence[WhenWords]) -> ZoneSaid | None:
    """None if none is named, or several are."""
    every, plain = tuple(languages), bare(text).replace("'", "").replace("’", "")
    kept = _kept(every)
    found = [
        each
        for each in _pattern(every).finditer(plain)
        if (len(each[1]) > _SHORT or _is_behind_a_time(each, text, every))
        and not kept.search(plain[: each.start()])
    ]
    if len(found) != 1:
        return None
    rest = f"{plain[: found[0].start()]} {plain[found[0].end() :]}"
    return ZoneSaid(_names(every)[found[0][1]], _as_typed(found[0][1], text), " ".join(rest.split()))


def _is_behind_a_time(found: re.Match[str], text: str, languages: tuple[WhenWords, ...]) -> bool:
    """ "9 EST", and "9 est" where nothing follows; "17:00 ist" is a word of another language."""
    before, typed = found.string[: found.start()], _as_typed(found[1], text)
    is_word = any(each.phrases.get(found[1], {}).keys() - {Kind.FOREIGN} for each in languages)
    if _NUMBER.search(before):
        is_last = not found.string[found.end() :].strip(" .!")
        return (is_last and not is_word) or (typed.isupper() and not text.isupper())
    return bool(_timed(languages).search(before)) and (typed.isupper() or not is_word)


def _as_typed(name: str, text: str) -> str:
    typed = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    return typed[0] if typed else name


@lru_cache(maxsize=8)
def _timed(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    every = (each for words in languages for each in words.phrases.items())
    last = {phrase for phrase, meanings in every if not meanings.keys().isdisjoint(_LAST)}
    return re.compile(rf"(?:\d ?|\b){one_of(last)} *$|\d[:.]\d\d *$")


@lru_cache(maxsize=8)
def _kept(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    """ "My phone's still on uk time": no time is told by that clock."""
    return re.compile(rf"\b{one_of(frozenset().union(*(words.beside.not_place for words in languages)))} *$")


@lru_cache(maxsize=8)
def _names(languages: tuple[WhenWords, ...]) -> Mapping[str, tuple[str, ...]]:
    return {name: zone for words in languages for name, zone in words.zones.items()}


@lru_cache(maxsize=8)
def _pattern(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({one_of(_names(languages))})\b")


def moved(when: When, ahead: timedelta) -> When:
    """`ahead`: how far the clock to show it by is ahead of the one it was said by."""
    match when:
        case Repeating(groups):
            return replace(when, groups=tuple(each for group in groups for each in _group(group, ahead)))
        case Once(day, at, None):
            then = datetime.combine(day, at) + ahead
            return Once(then.date(), then.time())
        case Either(options):
            every = (moved(each, ahead) for each in options)
            return replace(when, options=tuple(each for each in every if isinstance(each, Repeating | Once)))
        case Half() | Once():
            return when


def _group(group: DayTimes, ahead: timedelta) -> list[DayTimes]:
    """Times that fall on another day get their own days."""
    by_turn: dict[int, list[time]] = {}
    for at in group.times:
        then = datetime.combine(_SOME_DAY, at) + ahead
        by_turn.setdefault((then.date() - _SOME_DAY).days, []).append(then.time())
    return [
        DayTimes(frozenset((day + turn) % 7 for day in group.weekdays), tuple(sorted(times)))
        for turn, times in by_turn.items()
    ]
