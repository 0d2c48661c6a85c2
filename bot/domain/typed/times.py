"""Times and days as people type them: "weekdays 8:30", "7:45 and 15:00", "mon wed fri 18h", "8 pm"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import cached_property

from bot.domain.plain_text import LETTER, plain
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.alternatives import either, one_of

_BETWEEN_DAYS = re.compile(rf"(?<={LETTER})\s*-\s*(?={LETTER})")
_TO = "–"
"""Stands for the hyphen of "mon-fri". Plain text has none: its dashes are hyphens."""

_WORD = re.compile(f"{LETTER}+|{_TO}")


@dataclass(frozen=True)
class DayWords:
    """`days`: words for weekdays (0 is Monday) and groups of them. `times`: words for a time. `later`: words after which
    an hour below twelve is meant in the second half of the day. `filler`: words that change nothing.

    `am`, `pm`: after an hour up to twelve. `oclock`: after an hour. `hour`: side by side with it, also between it and minutes: 18h30.
    No slots: the pattern is made of the words when it is first asked for, and kept.
    """

    days: Mapping[str, frozenset[int]] = field(default_factory=dict)
    times: Mapping[str, time] = field(default_factory=dict)
    later: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    filler: frozenset[str] = frozenset()
    am: frozenset[str] = frozenset()
    pm: frozenset[str] = frozenset()
    oclock: frozenset[str] = frozenset()
    hour: frozenset[str] = frozenset()

    @cached_property
    def clock(self) -> re.Pattern[str]:
        hour, halves = one_of(self.hour), f"(?P<am>{_short(self.am)})|(?P<pm>{_short(self.pm)})"
        return re.compile(
            rf"(?<![\w:.])(?P<hour>\d{{1,2}})(?:(?:[:.]|{hour})(?P<minute>\d{{2}}))?"
            rf"(?:\s*(?:{halves})|{hour}(?!\w)|\s*{one_of(self.oclock)})?(?![\w:])"
        )


def _short(words: Iterable[str]) -> str:
    """Abbreviations, with dots or without."""
    return either(r"\.?".join(map(re.escape, word)) + r"\b\.?" for word in words)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; without times where only days were named. Both in order, no time twice.

    `names_days`: whether days were spoken of at all; else it is every day.
    """

    times: tuple[time, ...]
    weekdays: frozenset[int]
    names_days: bool = field(default=True, compare=False)


def read_times(text: str, words: DayWords) -> Asked | None:
    """None when anything in it was not understood, or there is nothing of either."""
    said = _BETWEEN_DAYS.sub(f" {_TO} ", plain(text))
    found = [_time(match) for match in words.clock.finditer(said)]
    named = _WORD.findall(words.clock.sub(" ", said).replace("'", ""))
    if None in found or not all(_is_known(word, words) for word in named):
        return None
    times = [at for at in found if at] + [words.times[word] for word in named if word in words.times]
    if words.later & set(named):
        times = [at.replace(hour=at.hour + 12) if at.hour < 12 else at for at in times]
    days = _days(named, words)
    if not times and not days:
        return None
    return Asked(tuple(dict.fromkeys(sorted(times))), days or EVERY_DAY, bool(days))


def _time(match: re.Match[str]) -> time | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["am"] or match["pm"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["pm"] else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _is_known(word: str, words: DayWords) -> bool:
    return (
        word in words.days or word in words.times or word in words.later | words.filler or _is_to(word, words)
    )


def _is_to(word: str, words: DayWords) -> bool:
    return word == _TO or word in words.to


def _days(named: list[str], words: DayWords) -> frozenset[int]:
    """Days one by one, groups, and "monday to friday", which may go round the end of the week."""
    days: set[int] = set()
    for number, word in enumerate(named):
        here = words.days.get(word, frozenset())
        days |= here
        before = named[number - 2] if number > 1 and _is_to(named[number - 1], words) else ""
        if len(here) == 1 and len(first := words.days.get(before, frozenset())) == 1:
            begin, end = min(first), min(here)
            days |= {day % 7 for day in range(begin, end + (7 if end < begin else 0) + 1)}
    return frozenset(days)
