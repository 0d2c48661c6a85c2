"""How much earlier or later an existing reminder should come: "make it 15 min earlier", "the 8 am one, shove it back half an hour"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.found.clock_times import clock_at, mark_at
from bot.domain.typed.when.found.marks import Mark, marks, pieces
from bot.domain.typed.when.found.spans import length_at
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import Kind, WhenWords

MOST_WORDS = 20
"""A longer text tells a story."""

MOST = timedelta(hours=12)
_NO_SHIFT = (Kind.PAST, Kind.BEFORE, Kind.FROM_NOW)
_TOLD = (Kind.HAPPENED, Kind.TELLS)


@dataclass(frozen=True, slots=True)
class ShiftSaid:
    """`by`: negative for earlier. `of_all`: all reminders are meant. `clocks`: which one is meant, in every half of
    the day that it may be in; `part`: the same by its part of the day. `is_order`: it holds a word such as "push",
    or one for a reminder."""

    by: timedelta
    of_all: bool
    clocks: frozenset[time]
    part: PartOfDay | None
    is_order: bool


def shift_said(text: str, languages: Sequence[WhenWords]) -> ShiftSaid | None:
    if len(text.split()) > MOST_WORDS:
        return None
    return next((found for words in languages if (found := _shift(text, words))), None)


def clocks_named(text: str, languages: Sequence[WhenWords]) -> list[frozenset[time]]:
    """Each time of day that is named in one language, in every half of the day that it may be in."""
    found = pieces(text, languages)
    every = [[*_clocks(marks(found, words))] for words in languages]
    return max(every, key=len, default=[])


def _shift(text: str, words: WhenWords) -> ShiftSaid | None:
    said = marks(pieces(text, [words]), words)
    length = next((found for at in range(len(said)) if (found := _length(said, at))), None)
    sign = _sign(text, words)
    is_told = any(mark.has(*_TOLD) and not _is_order(said, at, words) for at, mark in enumerate(said))
    if length is None or not sign or is_told or _is_than_a_time(said):
        return None
    begin, end, by = length
    rest = [*said[:begin], *said[end:]]
    clocks = [*_clocks(rest)]
    parts = {meaning.part for mark in rest for meaning in mark.meanings.values() if meaning.part}
    if len(clocks) > 1 or by > MOST:
        return None
    return ShiftSaid(
        sign * by,
        _search(text, words.which.all),
        clocks[0] if clocks else frozenset(),
        parts.pop() if len(parts) == 1 and not clocks else None,
        any(mark.has(Kind.MOVES, Kind.SHIFTS) for mark in said) or _search(text, words.which.one),
    )


def _is_order(said: Sequence[Mark], at: int, words: WhenWords) -> bool:
    # "please shift my reminder", and not "my shift ends".
    begins = all(mark.has(Kind.WISHES, Kind.FILLER) and not mark.has(Kind.LINK) for mark in said[:at])
    return begins and said[at].text in words.which.becomes


def _is_than_a_time(said: Sequence[Mark]) -> bool:
    # "half an hour earlier than 7" is half past six.
    return any(
        mark.has(Kind.THAN, Kind.NOT_AFTER, Kind.NOT_BEFORE)
        and mark_at(said, at + 1).has(Kind.NUMBER, Kind.CLOCK)
        for at, mark in enumerate(said)
    )


def _length(said: Sequence[Mark], at: int) -> tuple[int, int, timedelta] | None:
    found = length_at(said, at)
    is_led = mark_at(said, at - 1).has(Kind.IN, Kind.EVERY)
    if found is None or is_led or (mark_at(said, found[1]).has(*_NO_SHIFT) and _has_clock(said, found[1])):
        return None
    return at, found[1], timedelta(minutes=found[0])


def _has_clock(said: Sequence[Mark], at: int) -> bool:
    # "half an hour before 8"
    return any(clock_at(said, each) for each in (at + 1, at + 2))


def _sign(text: str, words: WhenWords) -> int:
    """0 if neither is said, or both."""
    return _search(text, words.which.later) - _search(text, words.which.sooner)


def _clocks(said: Sequence[Mark]) -> Iterator[frozenset[time]]:
    at = 0
    while at < len(said):
        found = clock_at(said, at)
        if found and (not found[0].is_bare or mark_at(said, at - 1).has(Kind.AT, Kind.LINK)):
            yield frozenset(time(*divmod(minute, 60)) for minute in found[0].minutes())
            at = found[1]
        else:
            at += 1


def _search(text: str, phrases: frozenset[str]) -> bool:
    plain = bare(text).replace("'", "").replace("’", "")
    return bool(phrases) and _pattern(phrases).search(plain) is not None


@lru_cache(maxsize=16)
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(phrases)}\b")
