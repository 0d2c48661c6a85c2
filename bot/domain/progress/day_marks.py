"""What each day was: done, a rest, off, or plain; and the longest run of days without a plain one (docs/facts.md: small-streaks, rest-days).

Missed days are never counted, and the end of a run is never told: only how long the best one was.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.progress.days_off import DAY, OffKind
from bot.domain.progress.twelve_weeks import WEEK, DayMark

REST_DAYS = 2
"""At least this many a week: a person with a goal of four days has three."""

_OFF = {OffKind.ILL: DayMark.ILL, OffKind.AWAY: DayMark.AWAY}


@dataclass(frozen=True, slots=True)
class DaysSoFar:
    """`done`: days with a session. `off`: days off, which cost nothing. `goal`: days a week, if they have one.
    `began`: the first day in `done`, if any."""

    done: Set[date]
    off: Mapping[date, OffKind]
    goal: int | None
    today: date
    began: date | None

    @property
    def rest_days(self) -> int:
        return max(REST_DAYS, WEEK - (self.goal or WEEK))


def days_so_far(done: Set[date], off: Mapping[date, OffKind], goal: int | None, today: date) -> DaysSoFar:
    began = min((day for day in done if day <= today), default=None)
    return DaysSoFar(done, off, goal, today, began)


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY


def marks(days: DaysSoFar, first: date, count: int) -> tuple[DayMark, ...]:
    """`first`: a Monday. `count`: weeks."""
    weeks = (first + week * WEEK * DAY for week in range(count))
    return tuple(mark for week in weeks for mark in week_marks(days, week))


def week_marks(days: DaysSoFar, week: date) -> Iterator[DayMark]:
    these = [week + number * DAY for number in range(WEEK)]
    # A week in which nothing was done held nothing to rest from.
    is_lived_in = week == monday_of(days.today) or any(day in days.done or day in days.off for day in these)
    left = days.rest_days if is_lived_in else 0
    for day in these:
        mark = _mark(days, day)
        if mark is DayMark.GAP and left:
            left -= 1
            mark = DayMark.REST
        yield mark


def _mark(days: DaysSoFar, day: date) -> DayMark:
    if day > days.today or days.began is None or day < days.began:
        return DayMark.AHEAD
    if day in days.done:
        return DayMark.DONE
    if day in days.off:
        return _OFF[days.off[day]]
    return DayMark.AHEAD if day == days.today else DayMark.GAP


def best_run(days: DaysSoFar) -> int:
    """Days from the first to the last that was done, rests included. Days off neither lengthen a run nor end it."""
    best = run = since = 0
    for mark in _all_marks(days):
        match mark:
            case DayMark.DONE:
                run, since = run + since + 1, 0
                best = max(best, run)
            case DayMark.REST if run:
                since += 1
            case DayMark.GAP:
                run = since = 0
    return best


def _all_marks(days: DaysSoFar) -> Iterator[DayMark]:
    if days.began is None:
        return
    week = monday_of(days.began)
    while week <= days.today:
        yield from week_marks(days, week)
        week += timedelta(days=WEEK)
