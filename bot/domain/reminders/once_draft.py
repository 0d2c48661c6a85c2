"""A reminder that comes once, for a person to confirm."""

from dataclasses import dataclass
from datetime import date, time

from bot.domain.reminders.day_written import day_read, day_written
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
    return day_written(draft.day), f"t{draft.at:%H%M}", starts_written(draft.starts)


def once_read(reminder: int, day: str, at: str, starts: str) -> OnceDraft | None:
    found, clock = day_read(day), clock_in(at.removeprefix("t"))
    if found is None or clock is None:
        return None
    draft = OnceDraft(found, clock, starts_in(starts), reminder)
    return draft if once_written(draft) == (day, at, starts) else None
