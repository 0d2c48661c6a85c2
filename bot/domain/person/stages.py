"""How much it hurts, in the three stages of the articles, and until when an answer counts."""

from enum import Enum


class Stage(Enum):
    """The values are wire forms, stand in people's rows and in sentences. MILD stands for no pain, too, and for what was never asked."""

    MILD = "mild"
    MODERATE = "moderate"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 to 2."""
        return _ORDER.index(self)


_ORDER = (Stage.MILD, Stage.MODERATE, Stage.HIGH)

FROM_MODERATE = 4
FROM_HIGH = 7
"""Numbers from 0 to 10 (facts.md 6.1)."""


def stage_of(number: int) -> Stage:
    """`number`: pain from 0 to 10."""
    if number >= FROM_HIGH:
        return Stage.HIGH
    return Stage.MODERATE if number >= FROM_MODERATE else Stage.MILD


def worse(*stages: Stage | None) -> Stage | None:
    """Where both a number and the words are known the worse decides (facts.md 6.1); None where nothing is."""
    return max((stage for stage in stages if stage), key=lambda stage: stage.rank, default=None)
