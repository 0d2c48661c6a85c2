"""Days as people type them: "24.12.", "3 May", "monday", "10 days", "2026-12-24"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from bot.domain.plain_text import LETTER, bare, plain
from bot.domain.typed.alternatives import one_of

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./]?(?P<year>\d{4})?")
FARTHEST = timedelta(days=366)


@dataclass(frozen=True)
class DateWords:
    """`weekdays`: 0 is Monday. `months`: 1 is January. `days`, `weeks`: units counted ahead. `ending`: follows the
    number of a day. `of`: between it and the month. `before`: may begin the whole.

    No slots: the patterns are built from the words when they are first needed, and kept."""

    weekdays: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    tomorrow: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    weeks: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()

    @cached_property
    def beginning(self) -> re.Pattern[str]:
        return re.compile(f"^(?:{one_of(self.before)} )+")

    @cached_property
    def ahead(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<count>\d{{1,3}}) ?(?:(?P<weeks>{one_of(self.weeks)})|{one_of(self.days)})")

    @cached_property
    def named(self) -> re.Pattern[str]:
        ending = f"{one_of(self.ending)}?"
        return re.compile(
            rf"(?:(?P<day>\d{{1,2}}){ending}\.? (?:{one_of(self.of)} )?)?(?P<name>{LETTER}+)"
            rf"(?: (?P<after>\d{{1,2}}){ending})?(?: (?P<year>\d{{4}}))?"
        )


def read_date(text: str, today: date, words: DateWords) -> date | None:
    """A day after `today`, at most a year ahead."""
    said = words.beginning.sub("", " ".join(plain(text).replace(",", " ").split()))
    found = _ahead(said, today, words) or _written(said, today) or _named(said, today, words)
    return found if found and today < found <= today + FARTHEST else None


def _ahead(text: str, today: date, words: DateWords) -> date | None:
    if text in words.tomorrow:
        return today + timedelta(days=1)
    if found := words.ahead.fullmatch(text):
        return today + int(found["count"]) * timedelta(days=7 if found["weeks"] else 1)
    return None


def _written(text: str, today: date) -> date | None:
    found = _ISO.fullmatch(text) or _NUMBERS.fullmatch(text)
    return _day(found["year"], int(found["month"]), int(found["day"]), today) if found else None


def _named(text: str, today: date, words: DateWords) -> date | None:
    found = words.named.fullmatch(text)
    if found is None:
        return None
    name = bare(found["name"])
    weekday = words.weekdays.get(found["name"], words.weekdays.get(name))
    if weekday is not None and not (found["day"] or found["after"]):
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    month, day = words.months.get(found["name"], words.months.get(name)), found["day"] or found["after"]
    return _day(found["year"], month, int(day), today) if month and day else None


def _day(year: str | None, month: int, day: int, today: date) -> date | None:
    # This year it may be past, or there is no 29 February.
    years = (int(year),) if year else (today.year, today.year + 1)
    found = (_date(each, month, day) for each in years)
    return next((each for each in found if each and (year or each > today)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
