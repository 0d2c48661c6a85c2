"""The three stages of pain in the articles."""

from enum import Enum


class Stage(Enum):
    """The values are wire forms, and stand in people's rows and in sentences. MILD also stands for no pain, and for a
    person who was not asked."""

    MILD = "mild"
    MODERATE = "moderate"
    HIGH = "high"

    @property
    def rank(self) -> int:
        return _ORDER.index(self)


_ORDER = (Stage.MILD, Stage.MODERATE, Stage.HIGH)

FROM_MODERATE = 4
FROM_HIGH = 7
"""Pain from 0 to 10 (docs/facts.md: pain-stages)."""


def stage_of(number: int) -> Stage:
    if number >= FROM_HIGH:
        return Stage.HIGH
    return Stage.MODERATE if number >= FROM_MODERATE else Stage.MILD


def worse(*stages: Stage | None) -> Stage | None:
    # docs/facts.md: pain-stages
    return max((stage for stage in stages if stage), key=lambda stage: stage.rank, default=None)
