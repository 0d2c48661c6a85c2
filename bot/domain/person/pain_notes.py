"""What somebody notes of how it feels: a number, one of three words, a few words of their own."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.domain.person.stages import Stage, stage_of, worse

HIGHEST = 10


class Moment(Enum):
    """When it was noted. The values are wire forms and stand in people's rows."""

    BEFORE = "b"
    AFTER = "a"
    MORNING = "m"
    WEEK = "w"
    ANY = "n"


@dataclass(frozen=True, slots=True)
class PainNote:
    """`number`: 0 to 10; `felt`: in the words of the articles; None where they did not say. `words`: their own, untrusted and
    private. `session`: the id of the one that it was noted before or after, or the morning after. `at`: UTC.
    """

    at: datetime
    moment: Moment
    number: int | None = None
    felt: Stage | None = None
    words: str = ""
    session: int | None = None

    @property
    def stage(self) -> Stage | None:
        return worse(stage_of(self.number) if self.number is not None else None, self.felt)
