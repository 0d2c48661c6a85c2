"""Several reminders for a person to confirm at once: "mon-fri 9 and sat 11"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from bot.domain.reminders.draft import clock_in
from bot.domain.reminders.weekday_bits import from_bits, to_bits

MOST_LINES = 7
"""A button has room for no more."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    weekdays: frozenset[int]
    at: time


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    """`lines`: all different. `reminder`: the id of the one that the first line replaces; 0 if all are new."""

    lines: tuple[PlanLine, ...]
    reminder: int = 0


def plan_written(plan: ReminderPlan) -> str:
    """Days as bits (1 is Monday), in two hexadecimal digits, and the time: "g1f0900-201100"."""
    return "g" + "-".join(f"{to_bits(line.weekdays):02x}{line.at:%H%M}" for line in plan.lines)


def plan_read(reminder: int, text: str) -> ReminderPlan | None:
    lines = [_line(each) for each in text.removeprefix("g").split("-")]
    plan = planned((line for line in lines if line), reminder)
    return plan if plan and None not in lines and plan_written(plan) == text else None


def planned(lines: Iterable[PlanLine], reminder: int = 0) -> ReminderPlan | None:
    different = tuple(dict.fromkeys(lines))
    return ReminderPlan(different, reminder) if 0 < len(different) <= MOST_LINES else None


def _line(text: str) -> PlanLine | None:
    if len(text) != 6 or not set(text[:2]) <= set("0123456789abcdef"):
        return None
    days, at = int(text[:2], 16), clock_in(text[2:])
    return PlanLine(from_bits(days), at) if at is not None and 0 < days < 128 else None
