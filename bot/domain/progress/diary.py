"""A past session, as it is remembered."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.domain.session.session import Phase

TWO_MINUTES = 120


class Rating(Enum):
    """The values are wire forms and stand in people's rows."""

    EASY = "e"
    RIGHT = "r"
    HARD = "h"
    HURT = "u"


@dataclass(frozen=True, slots=True)
class Entry:
    """`routine`: as in its Session. `exercise`: the first that was done. `seconds`: by the formula, as in Done; 0: nothing was done."""

    routine: str
    exercise: str
    began_at: datetime
    seconds: int
    phase: Phase
    rating: Rating | None = None

    @property
    def hurt(self) -> bool:
        return self.rating is Rating.HURT or self.phase is Phase.STOPPED

    @property
    def is_a_session(self) -> bool:
        # docs/facts.md: two-minutes-count
        finished = self.phase is Phase.FINISHED and self.seconds > 0
        return finished or self.seconds >= TWO_MINUTES
