"""Which routine is offered to a person today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.library.exercise import Equipment

MINUTE = 60

GRACE = 45
"""Seconds over what was asked for that nobody minds; or so many a minute, where that is more."""

GRACE_A_MINUTE = 4

USUAL = 5
"""Minutes, for who has not said how long a session is to be."""

AT_HAND = frozenset({Equipment.CHAIR, Equipment.WALL, Equipment.DOORWAY, Equipment.TOWEL})
"""What nearly everybody has, for who has not been asked yet."""


@dataclass(frozen=True, slots=True)
class Option:
    """A routine as it comes out for one person. `is_whole`: little had to be changed for them, and nothing left out."""

    slug: str
    seconds: int
    is_whole: bool

    def fits(self, minutes: int) -> bool:
        return self.seconds <= minutes * MINUTE + max(GRACE, minutes * GRACE_A_MINUTE)

    def is_about_as_long_as(self, other: "Option") -> bool:
        """Two thirds of it, or more."""
        return self.seconds * 3 >= other.seconds * 2


def longest(options: Iterable[Option], minutes: int) -> Option | None:
    """The longest within so many minutes that comes out whole; or that comes out at all."""
    fitting = [option for option in options if option.fits(minutes)]
    return max(fitting, key=lambda option: (option.is_whole, option.seconds), default=None)


def choose(
    options: Iterable[Option], minutes: int | None, last_done: Mapping[str, datetime]
) -> Option | None:
    """Of the longest that fit, the one that was not done for the longest time: so it is not always the same."""
    every, wanted = list(options), minutes or USUAL
    whole = [option for option in every if option.is_whole]

    def when(option: Option) -> tuple[float, int]:
        last = last_done.get(option.slug)
        return last.timestamp() if last else 0, -option.seconds

    for pool in (whole, every):
        if most := longest(pool, wanted):
            fitting = (option for option in pool if option.fits(wanted))
            return min((option for option in fitting if option.is_about_as_long_as(most)), key=when)
    return min(whole or every, key=lambda option: option.seconds, default=None)
