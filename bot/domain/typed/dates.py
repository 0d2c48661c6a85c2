"""Days as people type them: "24.12.", "3 May", "monday", "10 days", "2026-12-24"."""

import re
from datetime import date, timedelta

from bot.domain.typed.vocabulary import Vocabulary

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./]?(?P<year>\d{4})?")
_AHEAD = re.compile(r"(?P<count>\d{1,3}) ?(?P<unit>days?|weeks?)")
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?)?(?P<name>[^\W\d_]+)(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?)?(?: (?P<year>\d{4}))?"
)
_BEFORE = re.compile(r"^(?:(?:pause|until|till|for|in|on|the|next|to) )+")
FARTHEST = timedelta(days=366)


def read_date(text: str, today: date, vocabulary: Vocabulary) -> date | None:
    """A day after `today`, a year ahead at most; None for anything else."""
    plain = _BEFORE.sub("", " ".join(text.casefold().replace(",", " ").split()))
    found = _ahead(plain, today) or _written(plain, today) or _named(plain, today, vocabulary)
    return found if found and today < found <= today + FARTHEST else None


def _ahead(text: str, today: date) -> date | None:
    if text == "tomorrow":
        return today + timedelta(days=1)
    if found := _AHEAD.fullmatch(text):
        return today + int(found["count"]) * timedelta(days=7 if found["unit"].startswith("w") else 1)
    return None


def _written(text: str, today: date) -> date | None:
    found = _ISO.fullmatch(text) or _NUMBERS.fullmatch(text)
    return _day(found["year"], int(found["month"]), int(found["day"]), today) if found else None


def _named(text: str, today: date, vocabulary: Vocabulary) -> date | None:
    """A day of the week is the next of that name; a day of a month the next that comes."""
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    weekday = vocabulary.days.days.get(found["name"], frozenset())
    if len(weekday) == 1 and not (found["day"] or found["after"]):
        ahead = (min(weekday) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    month, day = vocabulary.months.get(found["name"]), found["day"] or found["after"]
    return _day(found["year"], month, int(day), today) if month and day else None


def _day(year: str | None, month: int, day: int, today: date) -> date | None:
    try:
        found = date(int(year or today.year), month, day)
        return found if year or found > today else found.replace(year=today.year + 1)
    except ValueError:
        return None
