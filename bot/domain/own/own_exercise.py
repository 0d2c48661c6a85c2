"""Exercises that people add themselves, as a therapist showed them: their parts, limits, and how they are played."""

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
"""Characters."""

HOLDS, TIMES, RESTS = range(5, 121), range(1, 31), range(2, 61)
"""Seconds of one hold, how often, and seconds of rest between two holds."""

MOST_SECONDS = 600
"""All holds of one side together."""

USUAL_TIMES = 10
"""Until the person says how often."""

A_TIME, BETWEEN_HOLDS = 4, 5
"""Seconds of one repetition, and of rest between holds until the person says how long."""

LARGEST_FILE = 20 * 2**20
"""Bytes. A bot can't fetch larger files from Telegram, so it could not give them back to the person."""

LONGEST_FILE_ID = 512
FORM = "usual"

_SLUG = re.compile(r"own-([1-9][0-9]{0,17})")
_PICTURE = re.compile(r"own:([1-9][0-9]{0,17})")


class FileKind(Enum):
    """What Telegram keeps the file as, which decides how it is sent again. The values stand in rows."""

    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A picture or film that a person sent. Telegram keeps it.

    `file`: the id by which this bot has it sent again. `unique`: the same id for every bot. `size`: bytes, 0 where it is not told.
    `album`: the same for all that were sent together.
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
    """What a person is asked about their exercise, in this order. The values are wire forms."""

    NAME = "n"
    PICTURE = "p"
    HOW = "h"
    DOSE = "d"
    SIDES = "s"


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """`name` and `how` are the person's own words, and untrusted. `hold`: seconds; None: it goes by times.

    `sides`: 1, or 2 for one after the other. `rest`: seconds between holds; None: as usual. `picture`: None also where this bot does not have it; then `lost_picture` is set.
    """

    id: int
    name: str
    how: str = ""
    hold: int | None = None
    times: int = USUAL_TIMES
    sides: int = 1
    picture: OwnPicture | None = None
    lost_picture: bool = False
    rest: int | None = None

    @property
    def ref(self) -> FormRef:
        return FormRef(f"own-{self.id}", FORM)

    @property
    def is_blank(self) -> bool:
        return self == OwnExercise(self.id, self.name)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Words for parts that the person left empty: how it goes, and what to do between two holds."""

    how: str
    between: str


def own_id(slug: str) -> int | None:
    found = _SLUG.fullmatch(slug)
    return int(found[1]) if found else None


def picture_id(file: str) -> int | None:
    """The row of a picture that a person sent; None for a file of the content."""
    found = _PICTURE.fullmatch(file)
    return int(found[1]) if found else None


def next_part(own: OwnExercise, part: OwnPart) -> OwnPart | None:
    after = list(OwnPart)[list(OwnPart).index(part) + 1 :]
    has_picture = own.picture is not None
    return next((each for each in after if each is not OwnPart.PICTURE or not has_picture), None)


def own_name_fault(name: str, taken: Collection[str]) -> NameFault | None:
    return name_fault(name, taken, NAME_LENGTH)


def bounded(hold: int | None, times: int | None) -> tuple[int | None, int]:
    """Seconds of a hold and how often, as near to what was said as the limits allow."""
    if hold is None:
        return None, _within(times or USUAL_TIMES, TIMES)
    held = _within(hold, HOLDS)
    return held, min(_within(times or 1, TIMES), MOST_SECONDS // held)


def bounded_rest(seconds: int) -> int:
    return _within(seconds, RESTS)


def _within(number: int, limits: range) -> int:
    return max(limits[0], min(number, limits[-1]))


def as_exercise(own: OwnExercise, pictures: Pictures, unsaid: Unsaid) -> Exercise:
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
    between = BETWEEN_HOLDS if own.rest is None else own.rest
    return Dose(own.hold, between if own.times > 1 else 0, own.times)


def _ceilings(own: OwnExercise) -> tuple[int, int]:
    """The longest hold in seconds, and the most times, that a routine may set. Together they stay within MOST_SECONDS."""
    if own.hold is None:
        return 0, TIMES[-1]
    most = max(own.times, MOST_SECONDS // HOLDS[-1])
    return max(own.hold, _within(MOST_SECONDS // most, HOLDS)), most


def _shown(picture: OwnPicture | None, pictures: Pictures) -> Picture | None:
    if picture is None or pictures is Pictures.OFF:
        return None
    moves = picture.kind is not FileKind.PHOTO
    return None if moves and pictures is Pictures.STILL else Picture(f"own:{picture.id}", moves)
