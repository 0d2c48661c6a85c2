"""A reminder that comes once, for a person to confirm."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.reminders.draft import clock_in, starts_in, starts_written


@dataclass(frozen=True, slots=True)
class OnceDraft:
    """`reminder`: the one it would change; 0 for a new one. `starts` as in a Reminder."""

    day: date
    at: time
    starts: str = ""
    reminder: int = 0

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset({self.day.weekday()})


def once_written(draft: OnceDraft) -> tuple[str, str, str]:
    """The day as "d20260106", the time as "t0745", and what it starts."""
    return f"d{draft.day:%Y%m%d}", f"t{draft.at:%H%M}", starts_written(draft.starts)


def once_read(reminder: int, day: str, at: str, starts: str) -> OnceDraft | None:
    found, clock = _day(day.removeprefix("d")), clock_in(at.removeprefix("t"))
    if found is None or clock is None:
        return None
    draft = OnceDraft(found, clock, starts_in(starts), reminder)
    return draft if once_written(draft) == (day, at, starts) else None


def _day(text: str) -> date | None:
    if len(text) != 8 or not text.isascii() or not text.isdecimal():
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
