"""Which time the bot goes by when the machine's clock may be wrong or may jump.

Three things tell the time: the machine's clock (wall time), which may be set; its monotonic clock, which is never
set, but stands still while the machine is suspended; and the `Date` of Telegram's answers. None of them is believed
alone:

- A step of the wall clock of up to 30 s is followed at once. Many small steps in one direction, or a clock that runs
too fast or slow, are followed for no more than 30 s in all before Telegram is heard again.
- After a larger step the old time goes on by the monotonic clock until Telegram answers. If Telegram agrees with the
wall clock, that is taken over. If it agrees with the old time, the wall clock is wrong, and is left alone until it
agrees again.
- An answer that agrees with neither changes nothing by itself. A second one that agrees with it, a second or more
later, is believed; this also mends a clock that was wrong at the start. But a time that Telegram has agreed with and
that has not stepped since is given up only when nothing else was heard for five minutes: it is likelier that one of
Telegram's servers is wrong.
- Without any answer the old time goes on."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

SLEWED = timedelta(seconds=2)
"""A smaller change is no step: clocks drift, and are set right little by little."""

APART = timedelta(seconds=30)
"""Clocks that differ by less agree, because nothing the bot does depends on less."""

AGAIN = 1.0
"""The least number of seconds between two answers that are believed against both clocks."""

FIRM = 300.0
"""Seconds for which Telegram must contradict a time that it has agreed with."""

EARLIEST, LATEST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""A `Date` outside these is ignored."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A time that Telegram said against both clocks. `since`: by the monotonic clock, seconds."""

    zero: datetime
    since: float


@dataclass(frozen=True, slots=True)
class SteadyTime:
    """Each clock is stored as the moment (UTC) at which, by it, the monotonic clock stood at zero. For a clock that runs evenly this
    stays the same.

    `zero`: by the time that the bot goes by. `wall`: by the wall clock when it was last looked at. `anchor`: by the clock last
    believed: Telegram's, or at the start the wall clock. `is_agreed`: Telegram has agreed with the bot's time since the wall clock last
    stepped or strayed too far from the anchor.
    """

    zero: datetime
    wall: datetime
    anchor: datetime
    is_agreed: bool = False
    contradiction: Contradiction | None = None

    @property
    def is_in_doubt(self) -> bool:
        return self.contradiction is not None or (not self.is_agreed and self._has_strayed)

    @property
    def wall_is_wrong(self) -> bool:
        return self.is_agreed and self._has_strayed

    @property
    def _has_strayed(self) -> bool:
        return not agree(self.anchor, self.wall)

    def at(self, seconds: float) -> datetime:
        return self.zero + timedelta(seconds=seconds)


def agree(one: datetime, other: datetime) -> bool:
    return abs(one - other) <= APART


def begun(wall: datetime, seconds: float) -> SteadyTime:
    """`seconds`: by the monotonic clock, here and below."""
    zero = wall - timedelta(seconds=seconds)
    return SteadyTime(zero, zero, zero)


def stepped(before: SteadyTime, after: SteadyTime) -> timedelta:
    step = after.wall - before.wall
    return step if abs(step) > SLEWED else timedelta()


def look(time: SteadyTime, wall: datetime, seconds: float) -> SteadyTime:
    zero = wall - timedelta(seconds=seconds)
    is_near, was_near = agree(zero, time.anchor), agree(time.wall, time.anchor)
    is_agreed = time.is_agreed and abs(zero - time.wall) <= SLEWED and is_near is was_near
    return replace(time, zero=zero if is_near else time.zero, wall=zero, is_agreed=is_agreed)


def hear(time: SteadyTime, date: datetime, seconds: float) -> SteadyTime:
    """`date`: of an answer from Telegram that came just now."""
    if not EARLIEST <= date < LATEST:
        return time
    told = date - timedelta(seconds=seconds)
    if agree(told, time.wall):
        return SteadyTime(time.wall, time.wall, told, is_agreed=True)
    if agree(told, time.zero):
        return replace(time, anchor=told, is_agreed=True, contradiction=None)
    before = time.contradiction
    if before is None or not agree(told, before.zero):
        return replace(time, contradiction=Contradiction(told, seconds))
    if seconds - before.since < (FIRM if time.is_agreed else AGAIN):
        return time
    return SteadyTime(told, time.wall, told, is_agreed=True)
