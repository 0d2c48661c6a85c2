"""Makes sessions easier after a hard one, and leads back to the usual step by step."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, IntEnum

MINUTE = 60

LEAST = 2 * MINUTE
"""Seconds. No session is made shorter than this because one was hard."""

NEARLY = MINUTE // 2
"""A session that is at most this many seconds longer than LEAST is not made shorter any more."""

STEPS = 6
"""After this many good sessions everything is as usual again."""


class Effort(Enum):
    """How a session was, as far as it changes the next. GOOD: nobody complained about it."""

    GOOD = "good"
    HARD = "hard"
    HURT = "hurt"


class HowLow(IntEnum):
    """The lowest position in a session."""

    SEATED = 0
    STANDING = 1
    FLOOR = 2


class Eased(Enum):
    """What is made easier: the length, the exercises, the position, or all of it. The values stand in sentences."""

    SHORTER = "shorter"
    EASIER = "easier"
    SEATED = "seated"
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class PastSession:
    """`day`: in the person's zone. `seconds`: as planned when it began (docs/facts.md: duration-formula). `level`:
    the highest that its doses can have had."""

    day: date
    effort: Effort
    seconds: int
    most_intense: int
    where: HowLow
    level: int


@dataclass(frozen=True, slots=True)
class Easing:
    """Limits for the next session. `day`, `hurt`: of the hard session. `good`: good sessions since."""

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
        return not self.good


def easing(oldest_first: Iterable[PastSession]) -> Easing | None:
    now: Easing | None = None
    for past in oldest_first:
        if past.effort is not Effort.GOOD:
            now = _less(past, now)
        elif now and past.day > now.day:
            now = _one_step_up(now)
    return now


def _less(past: PastSession, before: Easing | None) -> Easing:
    how = _how(past)  # shorter; if it is short already, easier; if it is easy already, seated
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


def _one_step_up(now: Easing) -> Easing | None:
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
