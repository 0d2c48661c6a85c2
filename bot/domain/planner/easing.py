"""Less after a hard session, and back to the usual step by step."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, IntEnum

MINUTE = 60

LEAST = 2 * MINUTE
"""No session is made shorter than this for having been hard."""

NEARLY = MINUTE // 2
"""So much above the least is as short as it gets."""

STEPS = 6
"""Good sessions after which all is as usual again, however little it had become."""


class Effort(Enum):
    """How a session was, as far as it changes the next. GOOD: nothing was said against it."""

    GOOD = "good"
    HARD = "hard"
    HURT = "hurt"


class HowLow(IntEnum):
    """The lowest that somebody got."""

    SEATED = 0
    STANDING = 1
    FLOOR = 2


class Eased(Enum):
    """What is less than it was: the session, its moves, getting down and standing, or all of it. The values stand in sentences."""

    SHORTER = "shorter"
    EASIER = "easier"
    SEATED = "seated"
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session that was. `day`: where the person is. `seconds`: as it was begun (docs/facts.md: duration-formula). `level`: the highest at
    which its doses can have been.
    """

    day: date
    effort: Effort
    seconds: int
    most_intense: int
    where: HowLow
    level: int


@dataclass(frozen=True, slots=True)
class Easing:
    """What the next session does not go beyond. `day`, `hurt`: of the session that was hard. `good`: sessions since."""

    day: date
    hurt: bool
    how: Eased
    seconds: int
    most_intense: int
    where: HowLow
    level: int
    good: int = 0

    @property
    def is_fresh(self) -> bool:
        """Whether the very last session was hard."""
        return not self.good


def easing(oldest_first: Iterable[PastSession]) -> Easing | None:
    """None where nothing was hard, or it is long made up for. What is good on the very day on which another was hard changes nothing."""
    now: Easing | None = None
    for past in oldest_first:
        if past.effort is not Effort.GOOD:
            now = _less(past, now)
        elif now and past.day > now.day:
            now = _a_step_back(now)
    return now


def _less(past: PastSession, before: Easing | None) -> Easing:
    """Shorter; where it is short already, easier; where it is easy already, seated. Never more than was allowed before."""
    how = _how(past)
    less = Easing(
        past.day, past.effort is Effort.HURT, how, past.seconds, past.most_intense, past.where, past.level
    )
    match how:
        case Eased.SHORTER:
            less = replace(less, seconds=max(LEAST, past.seconds - max(MINUTE, past.seconds // 5)))
        case Eased.EASIER:
            less = replace(less, most_intense=max(1, past.most_intense - 1), level=max(1, past.level - 1))
        case Eased.SEATED | Eased.LEAST:
            less = replace(less, where=HowLow.SEATED)
    return _at_most(less, before) if before else less


def _how(past: PastSession) -> Eased:
    if past.seconds > LEAST + NEARLY:
        return Eased.SHORTER
    if past.most_intense > 1 or past.level > 1:
        return Eased.EASIER
    return Eased.SEATED if past.where is not HowLow.SEATED else Eased.LEAST


def _at_most(less: Easing, before: Easing) -> Easing:
    return replace(
        less,
        seconds=min(less.seconds, before.seconds),
        most_intense=min(less.most_intense, before.most_intense),
        where=min(less.where, before.where),
        level=min(less.level, before.level),
    )


def _a_step_back(now: Easing) -> Easing | None:
    """After a good one: a minute more, a little stronger, a little further down."""
    if now.good + 1 >= STEPS:
        return None
    return replace(
        now,
        seconds=now.seconds + max(MINUTE, now.seconds // 4),
        most_intense=now.most_intense + 1,
        where=HowLow(min(now.where + 1, HowLow.FLOOR)),
        level=now.level + 1,
        good=now.good + 1,
    )
