"""A note of how it feels: a number, one of three words, or a few words of the person's own."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.domain.person.stages import Stage, stage_of, worse

HIGHEST = 10


class NotedWhen(Enum):
    """The values are wire forms and stand in people's rows."""

    BEFORE = "b"
    AFTER = "a"
    MORNING = "m"
    WEEK = "w"
    ANY = "n"


class Morning(Enum):
    """How it was the morning after a session that hurt. The values are wire forms, stand in people's rows and in sentences."""

    USUAL = "usual"
    MORE = "more"
    WORSE = "worse"


_STAGES_OF_MORNINGS = {Morning.MORE: Stage.MODERATE, Morning.WORSE: Stage.HIGH}
"""The least stage that such a morning means; on the safe side (judgement)."""


@dataclass(frozen=True, slots=True)
class PainNote:
    """`number`: 0 to 10. `felt`: in the words of the articles. `words`: the person's own, untrusted and private.

    `session`: the id of the session that the note is about. `at`: UTC. `id`: of its row, 0 before it is stored.
    """

    at: datetime
    moment: NotedWhen
    number: int | None = None
    felt: Stage | None = None
    words: str = ""
    session: int | None = None
    morning: Morning | None = None
    id: int = 0

    @property
    def stage(self) -> Stage | None:
        by_number = stage_of(self.number) if self.number is not None else None
        by_morning = _STAGES_OF_MORNINGS.get(self.morning) if self.morning else None
        return worse(by_number, self.felt, by_morning)
