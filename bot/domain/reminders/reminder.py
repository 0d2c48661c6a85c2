"""When a reminder is due next, and whether one that comes late is still welcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))

ON_TIME = timedelta(minutes=10)
"""A delay up to this is not mentioned."""

WELCOME = timedelta(hours=2)
"""A delay up to this is still sent; later it is closed as missed."""

QUIET_FROM, QUIET_UNTIL = time(21, 30), time(8)
"""Nothing is put off into these hours (docs/facts.md: quiet-hours). A time that the person set themselves is up to them."""

TONIGHT = time(20)


class Welcome(Enum):
    """How to send a reminder that was due a while ago."""

    ON_TIME = "on-time"
    LATE = "late"
    MISSED = "missed"


class Nod(Enum):
    """Answers to a reminder. The values are wire forms."""

    START = "s"
    QUARTER = "q"
    HOUR = "h"
    TONIGHT = "e"
    DONE = "d"
    NOT_TODAY = "n"
    MORE = "m"
    STOP = "x"
    LISTEN = "l"


@dataclass(frozen=True, slots=True)
class Reminder:
    """`at`: wall time in the person's zone. `weekdays`: 0 is Monday. `starts`: what its button begins, as
    startable.py writes it; "" for the day's offer.

    `next_at`: UTC; None while it is paused. `paused_until`: the first day (in the person's zone) on which it comes
    again. `paused_from`: the first day on which it does not come, if the pause was set for later; without
    `paused_until`, the pause has no end. `on`: the day of a reminder that comes only once."""

    id: int
    person: int
    at: time
    weekdays: frozenset[int]
    starts: str = ""
    next_at: datetime | None = None
    is_paused: bool = False
    paused_until: date | None = None
    on: date | None = None
    is_done: bool = False
    paused_from: date | None = None

    def rests_on(self, day: date) -> bool:
        if self.is_paused or (self.paused_until is None and self.paused_from is None):
            return self.is_paused
        has_begun = self.paused_from is None or self.paused_from <= day
        return has_begun and (self.paused_until is None or day < self.paused_until)

    def has_pause_ahead(self, today: date) -> bool:
        """True if a pause has been set that has not begun yet."""
        return not self.is_paused and self.paused_from is not None and self.paused_from > today

    def is_over(self, zone: ZoneInfo, now: datetime) -> bool:
        return self.on is not None and (self.is_done or not _later(_once(self.on, self.at, zone), now))


def next_unless_paused(reminder: Reminder, zone: ZoneInfo, after: datetime) -> datetime | None:
    """UTC, strictly later than `after`. None while it rests, and for one that will not come any more."""
    if reminder.is_paused:
        return None
    then = next_moment(reminder, zone, after)
    if then is None or not reminder.rests_on(then.astimezone(zone).date()):
        return then
    until = reminder.paused_until
    return next_moment(reminder, zone, begins(until, zone) - timedelta(seconds=1)) if until else None


def next_moment(reminder: Reminder, zone: ZoneInfo, after: datetime) -> datetime | None:
    """UTC, strictly later than `after`, whether it is paused or not. None for a reminder that will not come any more."""
    if reminder.on is None:
        return next_reminder(reminder.at, reminder.weekdays, zone, after)
    moments = _later(_once(reminder.on, reminder.at, zone), after)
    return None if reminder.is_done else next(iter(moments), None)


def _once(day: date, at: time, zone: ZoneInfo) -> list[datetime]:
    """Both moments if the clocks show the time twice that night. If they skip it, it comes as much later as they jump."""
    local = datetime.combine(day, at, zone)
    return [local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)]


def _later(moments: list[datetime], after: datetime) -> list[datetime]:
    return [moment for moment in moments if moment > after]


def next_reminder(at: time, weekdays: frozenset[int], zone: ZoneInfo, after: datetime) -> datetime:
    """UTC, strictly later than `after`. `weekdays`: 0 is Monday, never empty. A time that the clocks skip comes as much later as they jump."""
    day = after.astimezone(zone).date() - timedelta(days=1)
    return next(moment for moment in _moments(at, weekdays, zone, day) if moment > after)


def coming(
    at: time, weekdays: frozenset[int], zone: ZoneInfo, after: datetime, count: int
) -> tuple[datetime, ...]:
    found: list[datetime] = []
    for _ in range(count):
        found.append(next_reminder(at, weekdays, zone, found[-1] if found else after))
    return tuple(found)


def welcome(due: datetime, now: datetime) -> Welcome:
    late = now - due
    if late <= ON_TIME:
        return Welcome.ON_TIME
    return Welcome.LATE if late <= WELCOME else Welcome.MISSED


def good_until(due: datetime, now: datetime) -> datetime:
    return due + (ON_TIME if welcome(due, now) is Welcome.ON_TIME else WELCOME)


def put_off(now: datetime, by: timedelta, zone: ZoneInfo, own: time | None = None) -> datetime | None:
    """UTC. None if that would be in the quiet hours, unless `own`, the time that the person set, is in them as well."""
    then = now + by
    is_theirs = own is not None and is_quiet(own)
    return None if is_quiet(then.astimezone(zone).time()) and not is_theirs else then


def is_quiet(at: time) -> bool:
    return at >= QUIET_FROM or at < QUIET_UNTIL


def tonight(now: datetime, zone: ZoneInfo) -> datetime | None:
    """UTC. None if that is past."""
    then = datetime.combine(now.astimezone(zone).date(), TONIGHT, zone).astimezone(UTC)
    return then if then > now else None


def begins(day: date, zone: ZoneInfo) -> datetime:
    """UTC: its midnight, or its first moment if the clocks skip midnight."""
    return datetime.combine(day, time(0), zone).astimezone(UTC)


def _moments(at: time, weekdays: frozenset[int], zone: ZoneInfo, day: date) -> Iterator[datetime]:
    """In ascending order, as no clock jumps by more than a day."""
    for number in range(10):  # a week, and a day more on either side of a change of the clocks
        this = day + timedelta(days=number)
        if this.weekday() in weekdays:
            # The first of two; and in a gap the offset from before it, which is as much later as the clocks jump.
            yield datetime.combine(this, at, zone).replace(fold=0).astimezone(UTC)
