"""What is remembered of a session once it is behind a person."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.domain.session.session import Phase

TWO_MINUTES = 120


class Rating(Enum):
    """How a session was. The values are wire forms and stand in people's rows."""

    EASY = "e"
    RIGHT = "r"
    HARD = "h"
    HURT = "u"


@dataclass(frozen=True, slots=True)
class Entry:
    """`routine`: as its session has it. `exercise`: the first that was done. `seconds`: by the formula, as `Done` has them; 0: nothing was done."""

    routine: str
    exercise: str
    began_at: datetime
    seconds: int
    phase: Phase
    rating: Rating | None = None

    @property
    def hurt(self) -> bool:
        """It was rated so, or stopped for a pain that was more than too much."""
        return self.rating is Rating.HURT or self.phase is Phase.STOPPED

    @property
    def is_a_session(self) -> bool:
        """Done to its end, or for two minutes: those count (docs/facts.md: two-minutes-count)."""
        finished = self.phase is Phase.FINISHED and self.seconds > 0
        return finished or self.seconds >= TWO_MINUTES
