"""Reminders that a person is asked to confirm, as values and as the text of a button."""

from dataclasses import dataclass
from datetime import time

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.reminders.weekday_bits import from_bits, to_bits
from bot.domain.session.startable import Own, Ready, from_text, to_text

MOST_TIMES = 4
TODAYS = "today"
"""Stands in a button for the day's own offer."""

OWN = "own-"
"""Stands in a button before the id of a person's own routine, because dots separate the fields there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`times`: at least one, in order. `reminder`: the id of the one it would change; 0 for new ones. `starts` as in a Reminder."""

    times: tuple[time, ...]
    weekdays: frozenset[int] = EVERY_DAY
    starts: str = ""
    reminder: int = 0


def written(draft: Draft) -> tuple[str, int, str]:
    """Times as "t0745-1500", days as bits (1 is Monday), and what it starts."""
    times = "-".join(f"{at:%H%M}" for at in draft.times)
    return f"t{times}", to_bits(draft.weekdays), starts_written(draft.starts)


def read(reminder: int, times: str, days: int, starts: str) -> Draft | None:
    clocks = [clock_in(each) for each in times.removeprefix("t").split("-")]
    found = tuple(clock for clock in clocks if clock is not None)
    weekdays = from_bits(days)
    draft = Draft(found, weekdays, starts_in(starts), reminder)
    is_ours = found and weekdays and written(draft) == (times, days, starts)
    return draft if is_ours and len(found) <= MOST_TIMES else None


def starts_written(starts: str) -> str:
    match from_text(starts):
        case Own(id_):
            return f"{OWN}{id_}"
        case Ready(slug):
            return slug
    return TODAYS


def starts_in(starts: str) -> str:
    own = from_text(starts.replace(OWN, "own.", 1)) if starts.startswith(OWN) else None
    if isinstance(own, Own):
        return to_text(own)
    return "" if starts == TODAYS else starts


def clock_in(text: str) -> time | None:
    if len(text) != 4 or not text.isascii() or not text.isdecimal():
        return None
    hour, minute = int(text[:2]), int(text[2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None
