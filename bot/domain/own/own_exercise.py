"""Exercises of one's own, as one's therapist showed them: what they are made of, their limits, and how they are played."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from bot.domain.library.exercise import (
    Dose,
    Exercise,
    ExercisePhase,
    Form,
    FormRef,
    Pace,
    Picture,
    Position,
    Side,
    Step,
)
from bot.domain.own.own_routine import NameFault, name_fault
from bot.domain.person.person import Pictures

MOST_EXERCISES = 30
NAME_LENGTH, HOW_LENGTH = 40, 300
"""Letters."""

HOLDS, TIMES = range(5, 121), range(1, 31)
"""Seconds of one hold, and how often."""

MOST_SECONDS = 600
"""All holds of a side together."""

USUAL_TIMES = 10
"""Until they say how often."""

A_TIME, BETWEEN_HOLDS = 4, 5
"""Seconds that one time takes, and of rest after a hold that is not the only one."""

LARGEST_FILE = 20 * 2**20
"""Bytes. More than that a bot can't fetch from Telegram, and so not give back with all else that is theirs."""

LONGEST_FILE_ID = 512
FORM = "usual"

_SLUG = re.compile(r"own-([1-9][0-9]{0,17})")
_PICTURE = re.compile(r"own:([1-9][0-9]{0,17})")


class FileKind(Enum):
    """What Telegram keeps it as, and so sends it again as. The values stand in rows."""

    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A picture or a film that somebody sent. It stays with Telegram: `file` is what this bot has it sent again by.

    `unique`: the same for every bot. `size`: bytes, 0 where it is not told. `album`: the same for all that were sent together.
    """

    file: str
    unique: str
    kind: FileKind
    size: int = 0
    album: str = ""


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """`id`: of its row."""

    id: int
    kind: FileKind


class OwnPart(Enum):
    """What somebody is asked of an exercise of theirs, in this order. The values are wire forms."""

    NAME = "n"
    PICTURE = "p"
    HOW = "h"
    DOSE = "d"
    SIDES = "s"


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """`name` and `how` are the person's own words, and untrusted. `hold`: seconds of each; None: it goes by times.

    `sides`: 1, or 2 for one after the other. `picture`: None too where this bot does not have it; then it `lost_picture`.
    """

    id: int
    name: str
    how: str = ""
    hold: int | None = None
    times: int = USUAL_TIMES
    sides: int = 1
    picture: OwnPicture | None = None
    lost_picture: bool = False

    @property
    def ref(self) -> FormRef:
        return FormRef(f"own-{self.id}", FORM)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said of it yet, but for its name."""
        return (self.how, self.hold, self.times, self.sides, self.picture, self.lost_picture) == (
            "", None, USUAL_TIMES, 1, None, False,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What is said in place of what the person did not: how it goes, and what to do between two holds."""

    how: str
    between: str


def own_id(slug: str) -> int | None:
    """The id of the exercise of somebody's own that a slug stands for; None for one of the library."""
    found = _SLUG.fullmatch(slug)
    return int(found[1]) if found else None


def picture_id(file: str) -> int | None:
    """The row of what people sent themselves, where a picture is that, and no file of the content."""
    found = _PICTURE.fullmatch(file)
    return int(found[1]) if found else None


def next_part(own: OwnExercise, part: OwnPart) -> OwnPart | None:
    """What is asked next while it is made; None when all was."""
    after = list(OwnPart)[list(OwnPart).index(part) + 1 :]
    has_picture = own.picture is not None
    return next((each for each in after if each is not OwnPart.PICTURE or not has_picture), None)


def own_name_fault(name: str, taken: Collection[str]) -> NameFault | None:
    return name_fault(name, taken, NAME_LENGTH)


def bounded(hold: int | None, times: int | None) -> tuple[int | None, int]:
    """As near to what was said as the limits let it: seconds of a hold, and how often."""
    if hold is None:
        return None, _within(times or USUAL_TIMES, TIMES)
    held = _within(hold, HOLDS)
    return held, min(_within(times or 1, TIMES), MOST_SECONDS // held)


def _within(number: int, limits: range) -> int:
    return max(limits[0], min(number, limits[-1]))


def as_exercise(own: OwnExercise, pictures: Pictures, unsaid: Unsaid) -> Exercise:
    """As it is looked at and played, like one of the library. Nothing is known of what it loads, or where it is done."""
    how, slug = own.how or unsaid.how, own.ref.exercise
    sides = (Side.LEFT, Side.RIGHT) if own.sides > 1 else ()
    shown, dose = _shown(own.picture, pictures), _dose(own)
    longest, most = _ceilings(own)
    form = Form(
        own.ref,
        name="",
        pace=Pace.FLOW if own.hold is None else Pace.HOLD,
        position=Position.EITHER,
        sides=sides,
        doses=(dose, dose, dose),
        steps=(Step("own", how, ""),),
        cue=how,
        between=unsaid.between,
        breathing="",
        barred_for=frozenset(),
        on_bed=False,
        seated_too=False,
        equipment=frozenset(),
        easier=None,
        harder=None,
        swaps=(),
        loops=(shown,) * (len(sides) or 1) if shown else (),
        longest=longest,
        most=most,
        is_own=True,
    )
    return Exercise(
        slug, own.name, "", (), "", "", ExercisePhase.MOBILITY, frozenset(), slug, (form,), (), "", ""
    )


def _dose(own: OwnExercise) -> Dose:
    if own.hold is None:
        return Dose(0, A_TIME, own.times)
    return Dose(own.hold, BETWEEN_HOLDS if own.times > 1 else 0, own.times)


def _ceilings(own: OwnExercise) -> tuple[int, int]:
    """Seconds of a hold, and times, that a routine may make of it: no more than would be a side's most together."""
    if own.hold is None:
        return 0, TIMES[-1]
    most = max(own.times, MOST_SECONDS // HOLDS[-1])
    return max(own.hold, _within(MOST_SECONDS // most, HOLDS)), most


def _shown(picture: OwnPicture | None, pictures: Pictures) -> Picture | None:
    """Who wants nothing to move is shown no film."""
    if picture is None or pictures is Pictures.OFF:
        return None
    moves = picture.kind is not FileKind.PHOTO
    return None if moves and pictures is Pictures.STILL else Picture(f"own:{picture.id}", moves)
