"""Which time the bot goes by, where the machine's clock may be wrong or step.

Three things tell the time: the machine's clock (wall time), which may be set; its monotonic clock, which never is, but stands
still while the machine is suspended; and the `Date` of Telegram's answers. None of them is believed alone:

- What the wall clock steps by up to 30 s is followed at once; of many small steps in one direction, or of a clock that runs too
  fast or too slow, no more than 30 s in all before Telegram is heard again.
- After a step of more than that the old time goes on by the monotonic clock until Telegram answers. If Telegram agrees with the
  wall clock, that is taken over; if with the old time, the wall clock is wrong, and is left alone until it agrees again.
- An answer that agrees with neither changes nothing by itself. A second one that agrees with it, a second or more later, is
  believed; so is at the start a clock that was wrong already. But a time that Telegram has agreed with and that has not stepped
  since is given up only when nothing else was heard for five minutes: one server of Telegram's that goes wrong is likelier.
- Without any answer the old time goes on.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

SLEWED = timedelta(seconds=2)
"""Up to here it is no step: clocks drift, and are set right little by little."""

APART = timedelta(seconds=30)
"""Up to here two clocks agree: nothing that the bot does hangs on less."""

AGAIN = 1.0
"""Seconds at least between two answers that are believed against both clocks."""

FIRM = 300.0
"""Seconds for which Telegram must contradict a time that it has agreed with."""

EARLIEST, LATEST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""A `Date` from before this was written, or that can't be reckoned with, is none."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What Telegram said against both clocks. `since`: by the monotonic clock, seconds."""

    zero: datetime
    since: float


@dataclass(frozen=True, slots=True)
class SteadyTime:
    """Clocks are compared by when, UTC, the monotonic clock stood at zero by them: for one that runs evenly that stays the same.

    `zero`: by the time that the bot goes by. `wall`: by the wall clock when it was last looked at. `anchor`: by what was
    believed last, Telegram or at the start the wall clock. `is_agreed`: Telegram has agreed with the time that the bot goes
    by since the wall clock last stepped, or strayed too far from the anchor.
    """

    zero: datetime
    wall: datetime
    anchor: datetime
    is_agreed: bool = False
    contradiction: Contradiction | None = None

    @property
    def is_in_doubt(self) -> bool:
        """Telegram is to be asked."""
        return self.contradiction is not None or (not self.is_agreed and self._has_strayed)

    @property
    def wall_is_wrong(self) -> bool:
        """As Telegram says."""
        return self.is_agreed and self._has_strayed

    @property
    def _has_strayed(self) -> bool:
        return not agree(self.anchor, self.wall)

    def at(self, seconds: float) -> datetime:
        return self.zero + timedelta(seconds=seconds)


def agree(one: datetime, other: datetime) -> bool:
    return abs(one - other) <= APART


def begun(wall: datetime, seconds: float) -> SteadyTime:
    """At the start: there is only the wall clock. `seconds`: by the monotonic clock, here and below."""
    zero = wall - timedelta(seconds=seconds)
    return SteadyTime(zero, zero, zero)


def stepped(before: SteadyTime, after: SteadyTime) -> timedelta:
    """By how much the wall clock was set between two looks; zero where it only drifted."""
    step = after.wall - before.wall
    return step if abs(step) > SLEWED else timedelta()


def look(time: SteadyTime, wall: datetime, seconds: float) -> SteadyTime:
    """The wall clock says `wall` now."""
    zero = wall - timedelta(seconds=seconds)
    is_near, was_near = agree(zero, time.anchor), agree(time.wall, time.anchor)
    is_agreed = time.is_agreed and abs(zero - time.wall) <= SLEWED and is_near is was_near
    return replace(time, zero=zero if is_near else time.zero, wall=zero, is_agreed=is_agreed)


def hear(time: SteadyTime, date: datetime, seconds: float) -> SteadyTime:
    """An answer of Telegram's that came just now says `date`."""
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
