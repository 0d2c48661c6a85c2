"""Everything a button can mean."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from bot.domain.library.exercise import Equipment, Purpose, Tag
from bot.domain.library.topic import Group
from bot.domain.person.person import Age, Floor, Pictures, Seen
from bot.domain.progress.diary import Rating
from bot.domain.reminders.reminder import Nod
from bot.domain.session.session import Move

MINUTES = (2, 5, 10, 15)
"""The lengths of a session that can be chosen."""


class Place(Enum):
    """A screen that needs no more than its name to be drawn."""

    HOME = "h"
    WHAT = "w"
    EXERCISES = "x"
    ROUTINES = "r"
    SETTINGS = "s"
    HELP = "i"
    SIGNS = "g"
    SIGNS_WHICH = "gw"
    SIGNS_EMERGENCY = "ge"
    SIGNS_URGENT = "gu"
    SIGNS_SOON = "gs"
    ASK_SEEN = "qs"
    ASK_TAGS = "qt"
    ASK_FLOOR = "qf"
    ASK_AGE = "qa"
    ASK_LEVEL = "ql"
    ASKED = "qd"
    DELETE = "d"
    DELETE_SURELY = "ds"
    MORE = "mo"
    LEARN = "le"
    PROGRESS = "pr"
    OWN_ROUTINES = "ow"
    NEW_OWN = "on"
    ASK_EQUIPMENT = "qe"
    ASK_MINUTES = "qm"
    ASK_GOAL = "qg"
    ASK_PICTURES = "qp"
    REMINDERS = "rm"
    ADD_REMINDER = "ra"
    PAUSE = "rp"
    GO_ON_REMINDING = "rg"
    STOP_REMINDING = "rs"
    ASK_ZONE = "zq"
    FIRST_REMINDER = "r1"
    ASK_TO_FIT = "qo"


class By(Enum):
    """What exercises can be chosen by."""

    PURPOSE = "f"
    POSITION = "p"
    EQUIPMENT = "q"
    MINUTES = "m"
    NAME = "n"


@dataclass(frozen=True, slots=True)
class Go:
    """Show a screen, or do the one thing it stands for."""

    place: Place


@dataclass(frozen=True, slots=True)
class OpenExercise:
    slug: str


@dataclass(frozen=True, slots=True)
class LearnStep:
    """`step` counts from 0; it is clamped to the steps there are."""

    slug: str
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class AllSteps:
    slug: str
    form: str


@dataclass(frozen=True, slots=True)
class OpenForm:
    slug: str
    form: str


@dataclass(frozen=True, slots=True)
class ShowMistake:
    """What often goes wrong with an exercise."""

    slug: str
    form: str


@dataclass(frozen=True, slots=True)
class DoExercise:
    slug: str
    form: str


@dataclass(frozen=True, slots=True)
class OpenRoutine:
    slug: str


@dataclass(frozen=True, slots=True)
class DoRoutine:
    slug: str


@dataclass(frozen=True, slots=True)
class Play:
    """A move in session `session`, on a button drawn for its turn `turn`."""

    session: int
    turn: int
    move: Move


@dataclass(frozen=True, slots=True)
class Rate:
    session: int
    rating: Rating


@dataclass(frozen=True, slots=True)
class Resume:
    """Back to the live session."""

    session: int


@dataclass(frozen=True, slots=True)
class Instead:
    """Leave the live session `session`, keep what was done, and begin this."""

    session: int
    what: "What"


@dataclass(frozen=True, slots=True)
class ClearSigns:
    """None of the warning signs fits; `then` is what the person was about to begin."""

    then: "What | None" = None


@dataclass(frozen=True, slots=True)
class SetSeen:
    seen: Seen


@dataclass(frozen=True, slots=True)
class SetFloor:
    floor: Floor


@dataclass(frozen=True, slots=True)
class SetAge:
    age: Age


@dataclass(frozen=True, slots=True)
class SetLevel:
    level: int


@dataclass(frozen=True, slots=True)
class TickTag:
    """Set or clear: the button says which, so that a double tap does not undo itself."""

    tag: Tag
    on: bool


@dataclass(frozen=True, slots=True)
class SetMinutes:
    """How long a session is to be."""

    minutes: int


@dataclass(frozen=True, slots=True)
class SetGoal:
    """Days a week."""

    days: int


@dataclass(frozen=True, slots=True)
class TickEquipment:
    thing: Equipment
    on: bool


@dataclass(frozen=True, slots=True)
class SetPictures:
    """Moving, still, or in words only."""

    pictures: Pictures


@dataclass(frozen=True, slots=True)
class Narrow:
    """Show what there is to choose from."""

    by: By


@dataclass(frozen=True, slots=True)
class Find:
    """Exercises by one value: a purpose, a position, a thing, minutes; by name the value is "all". Pages count from 0."""

    by: By
    value: str
    page: int


@dataclass(frozen=True, slots=True)
class ListRoutines:
    """Pages count from 0."""

    no_floor: bool
    page: int


@dataclass(frozen=True, slots=True)
class OpenGroup:
    group: Group


@dataclass(frozen=True, slots=True)
class OpenTopic:
    slug: str


@dataclass(frozen=True, slots=True)
class OpenProgramme:
    slug: str


@dataclass(frozen=True, slots=True)
class DoDay:
    """A day of a programme; `week` counts from 1, `day` is its letter."""

    slug: str
    week: int
    day: str


@dataclass(frozen=True, slots=True)
class SetWeek:
    """Begin that week of the programme today. Week 0: be in no programme."""

    slug: str
    week: int


@dataclass(frozen=True, slots=True)
class DoOwn:
    """A routine of the person's own making; `own` is its id, here and below."""

    own: int


@dataclass(frozen=True, slots=True)
class OpenOwn:
    own: int


@dataclass(frozen=True, slots=True)
class EditOwn:
    own: int


@dataclass(frozen=True, slots=True)
class NameOwn:
    own: int


@dataclass(frozen=True, slots=True)
class CopyOwn:
    own: int


@dataclass(frozen=True, slots=True)
class AskDeleteOwn:
    own: int


@dataclass(frozen=True, slots=True)
class DeleteOwn:
    own: int


@dataclass(frozen=True, slots=True)
class AddTo:
    """What could be added, by purpose."""

    own: int


@dataclass(frozen=True, slots=True)
class AddFrom:
    own: int
    purpose: Purpose
    page: int


@dataclass(frozen=True, slots=True)
class AddLine:
    own: int
    slug: str
    form: str


@dataclass(frozen=True, slots=True)
class OpenLine:
    """`line` is the id of a line, here and below."""

    own: int
    line: int


@dataclass(frozen=True, slots=True)
class MoveLine:
    """To the place `to`, from 0: the button says which, so that a double tap does not move it twice."""

    own: int
    line: int
    to: int


@dataclass(frozen=True, slots=True)
class DoseLine:
    """Seconds of one hold, and times a side. 0 and 0: as the person's level has it."""

    own: int
    line: int
    hold: int
    repetitions: int


@dataclass(frozen=True, slots=True)
class RemoveLine:
    own: int
    line: int


@dataclass(frozen=True, slots=True)
class NodTo:
    """`delivery` is the id of the reminder as it came that day."""

    delivery: int
    nod: Nod


@dataclass(frozen=True, slots=True)
class OpenReminder:
    """`reminder` is the id of one of the person's own, here and below."""

    reminder: int


@dataclass(frozen=True, slots=True)
class DeleteReminder:
    reminder: int


@dataclass(frozen=True, slots=True)
class RestReminder:
    """Let it rest, until it is woken; or wake it: the button says which."""

    reminder: int
    on: bool


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Nothing comes until so many days from today; 1 is until tomorrow."""

    days: int


class Stage(Enum):
    """Where one is with a reminder that does not count yet."""

    SHOW = "s"
    DAYS = "d"
    TIME = "t"
    WHAT = "w"
    KEEP = "k"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A reminder as it would be. `reminder`: the one it would change, 0 for a new one. `times`, `days` and `starts` as
    bot/domain/reminders/draft.py writes them.
    """

    stage: Stage
    reminder: int
    times: str
    days: int
    starts: str


@dataclass(frozen=True, slots=True)
class SetZone:
    """`zone`: its IANA name."""

    zone: str


@dataclass(frozen=True, slots=True)
class AskClock:
    """`odd`: the less usual ones, most of which are not whole hours from UTC."""

    odd: bool


@dataclass(frozen=True, slots=True)
class ClockSays:
    """The clock of the person is so many quarters of an hour ahead of the one farthest behind, which is at UTC-12."""

    quarters: int


@dataclass(frozen=True, slots=True)
class SetDiscreet:
    on: bool


@dataclass(frozen=True, slots=True)
class SetFollowUp:
    on: bool


Sign = Literal[Place.SIGNS, Place.SIGNS_WHICH, Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT, Place.SIGNS_SOON]
"""What leads through the warning signs."""

Question = Literal[
    Place.ASK_SEEN,
    Place.ASK_TAGS,
    Place.ASK_FLOOR,
    Place.ASK_AGE,
    Place.ASK_LEVEL,
    Place.ASK_EQUIPMENT,
    Place.ASK_MINUTES,
    Place.ASK_GOAL,
    Place.ASK_PICTURES,
]
"""What a person is asked of themselves."""

What = DoExercise | DoRoutine | DoDay | DoOwn
"""What can be begun."""

Told = SetSeen | SetFloor | SetAge | SetLevel | TickTag | SetMinutes | SetGoal | TickEquipment | SetPictures
"""What people say of themselves."""

Looked = (
    OpenExercise | OpenForm | LearnStep | AllSteps | ShowMistake | Narrow | Find | ListRoutines | OpenRoutine
)
"""Finding exercises and routines, and looking at them."""

Made = (
    OpenOwn | EditOwn | NameOwn | CopyOwn | AskDeleteOwn | DeleteOwn | AddTo
    | AddFrom | AddLine | OpenLine | MoveLine | DoseLine | RemoveLine
)  # fmt: skip
"""Making a routine of one's own."""

Reminded = (
    NodTo
    | OpenReminder
    | DeleteReminder
    | RestReminder
    | PauseFor
    | Drafted
    | SetZone
    | AskClock
    | ClockSays
    | SetDiscreet
    | SetFollowUp
)
"""Answers to a reminder, when and how people want to be reminded, and what time it is where they are."""

Action = (
    Go
    | What
    | Play
    | Rate
    | Resume
    | Instead
    | ClearSigns
    | Told
    | Looked
    | OpenGroup
    | OpenTopic
    | Made
    | OpenProgramme
    | SetWeek
    | Reminded
)
