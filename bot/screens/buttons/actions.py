"""Everything a button can mean, and the code that each kind begins with on the wire."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, unique
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform

from bot.domain.library.exercise import Equipment, Purpose, Tag
from bot.domain.library.topic import Group
from bot.domain.own.own_exercise import OwnPart
from bot.domain.person.check_ins import WeekPart
from bot.domain.person.pain_notes import HIGHEST, Morning
from bot.domain.person.person import LENGTHS, Age, Floor, NoLonger, Pictures, Seen, Switch
from bot.domain.person.rings import Rings
from bot.domain.person.stages import Stage
from bot.domain.person.taste import Taste
from bot.domain.person.voice_level import Voice
from bot.domain.person.what_rests import SoreSpot
from bot.domain.progress.days_off import LONGEST_OFF, OffKind
from bot.domain.progress.diary import Rating
from bot.domain.reminders.reminder import Nod
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move

MINUTES = LENGTHS
"""The lengths of a session that can be chosen."""

MOST_MINUTES = 60
"""The longest that is planned for, however much time there is."""

MOST_QUARTERS = 4 * 26
"""From UTC-12 to UTC+14."""

CODES: dict[str, type[Any]] = {}
"""The kinds of button that say more than a place. Such a code may also be a place: that has no more parts."""

_T = TypeVar("_T")


def moves_of(what: "What") -> "Moves":
    """What is done, however it is followed."""
    return what.what if isinstance(what, ToHear | ToSee) else what


@dataclass_transform(frozen_default=True)
def sent_as(*codes: str) -> Callable[[type[_T]], type[_T]]:
    """A kind of button, and what it begins with. Where a field's type is annotated with a range, a choice or a
    pattern, nothing else was ever sent.
    """

    def kind(described: type[_T]) -> type[_T]:
        made = dataclass(frozen=True, slots=True)(described)
        for code in codes:
            if code in CODES:
                raise ValueError(f"{made.__name__} and {CODES[code].__name__} are both sent as {code}")
            CODES[code] = made
        return made

    return kind


@unique
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
    SIGNS_ALL = "ga"
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
    ASK_LANGUAGE = "qn"
    REMINDERS = "rm"
    ADD_REMINDER = "ra"
    PAUSE = "rp"
    GO_ON_REMINDING = "rg"
    STOP_REMINDING = "rs"
    ASK_ZONE = "zq"
    FIRST_REMINDER = "r1"
    ASK_TO_FIT = "qo"
    COMPLAINT = "dc"
    COMPLAINT_UNSURE = "du"
    COMPLAINT_IN_A_MOVE = "dm"
    EVERYDAY = "de"
    REMINDERS_AGAIN = "dy"
    REMINDERS_NOT_NOW = "dn"
    TAGS_DONE = "qk"
    TYPING = "ty"
    PAIN = "bp"
    PAIN_NOTES = "bl"
    AS_USUAL = "by"
    MY_DATA = "td"
    EXPORT = "te"

    WEEK = "bk"
    WEEK_DAY = "bd"
    LIMIT = "bw"
    KEEP_LEVEL = "jk"
    YOUR_MOVES = "jy"
    AGAIN = "ja"
    NO_GOAL = "ib"
    SAID_YES_AFTER_BIRTH = "id"
    WHOLE = "vw"
    ASK_RINGS = "qr"
    OWN_EXERCISES = "am"
    NEW_OWN_EXERCISE = "an"
    ASK_VOICE = "qv"
    PRIVACY = "tp"
    PRIVACY_KEPT = "tk"
    PRIVACY_TIME = "tl"
    PRIVACY_YOURS = "ti"


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


@sent_as("e")
class OpenExercise:
    slug: str


@sent_as("l")
class LearnStep:
    """`step` counts from 0; it is clamped to the steps there are."""

    slug: str
    form: str
    step: int


@sent_as("a")
class AllSteps:
    slug: str
    form: str


@sent_as("f")
class OpenForm:
    slug: str
    form: str


@sent_as("em")
class ShowMistake:
    """What often goes wrong with an exercise."""

    slug: str
    form: str


@sent_as("b")
class DoExercise:
    slug: str
    form: str


@sent_as("o")
class OpenRoutine:
    slug: str


@sent_as("u")
class DoRoutine:
    slug: str


@sent_as("td")
class DoToday:
    """Begin what is planned for today. `minutes`: 0 for as long as usual. `no_floor`: for now."""

    minutes: Annotated[int, range(MOST_MINUTES + 1)] = 0
    no_floor: bool = False


@sent_as("jr")
class DoAgain:
    """The moves of a session that is behind them."""

    session: int


@sent_as("jv")
class DoFavourites:
    """What they like. `minutes`: 0 for as long as usual."""

    minutes: Annotated[int, range(MOST_MINUTES + 1)] = 0


@sent_as("to")
class OpenToday:
    """Look at what is planned, as `DoToday` would begin it."""

    minutes: Annotated[int, range(MOST_MINUTES + 1)] = 0
    no_floor: bool = False


@sent_as("fl")
class ToHear:
    """Have it as a file to hear; here and below."""

    what: "Moves"


@sent_as("fw")
class ToSee:
    """The same, to see."""

    what: "Moves"


@sent_as("fa")
class PlayAnyway:
    """Something in it is new to them, and on the floor; they would rather not see it first."""

    then: "Recorded"


@sent_as("p")
class Play:
    """A move in session `session`, on a button drawn for its turn `turn`."""

    session: int
    turn: int
    move: Move


@sent_as("v")
class Rate:
    session: int
    rating: Rating


@sent_as("hw")
class SaidWhere:
    """Where it was that something was sharp in session `session`, here and below."""

    session: int
    where: SoreSpot


@sent_as("hf")
class Felt:
    """What it was like that hurt in a session that is over."""

    session: int
    pain: Pain


@sent_as("hm")
class FeltIn:
    """The same, of one of its moves."""

    session: int
    pain: Pain
    slug: str


@sent_as("hs")
class FeltSomewhere:
    """The same, where the person can't tell in which."""

    session: int
    pain: Pain


@sent_as("hn")
class NotSharp:
    """It was not sharp after all."""

    session: int


@sent_as("ha")
class TryAgain:
    """What was sharp is rested: whether it may come back; then begin what the person was about to."""

    session: int
    yes: bool
    then: "What"


@sent_as("m")
class Resume:
    """Back to the live session."""

    session: int


@sent_as("n")
class Instead:
    """Leave the live session `session`, keep what was done, and begin this."""

    session: int
    what: "What"


@sent_as("gn")
class SeeSigns:
    """Show the warning signs of today; `then`, here and below, is what the person was about to begin.

    Once it was sent as "none of them fits": on an old message it leads to a text that is not old.
    """

    then: "What | None" = None


@sent_as("gv")
class NoSigns:
    """None of the warning signs fits, of the version `text` of them."""

    text: Annotated[str, re.compile(r"[0-9a-f]{8}\Z")]
    then: "What | None" = None


@sent_as("gx")
class NothingNew:
    """Nothing is new with their back since they last said so."""

    then: "What | None" = None


@sent_as("ky")
class SaidYes:
    """Those who treat it have said yes."""

    tag: Tag


@sent_as("ie")
class Pregnancy:
    """How it is with somebody who was pregnant."""

    how: NoLonger


@sent_as("kc")
class MayMove:
    """Whether somebody has said that they may move, with all that keeps it gentle till then; or they will ask first."""

    yes: bool
    then: "What | None" = None


@sent_as("kw")
class FloorFirst:
    """Where they can get down to, asked before the first move that is done there; then it begins."""

    floor: Floor
    then: "What"


@sent_as("ks")
class SetSeen:
    seen: Seen


@sent_as("kf")
class SetFloor:
    floor: Floor


@sent_as("ka")
class SetAge:
    age: Age


@sent_as("kl")
class SetLevel:
    level: Annotated[int, range(1, 4)]


@sent_as("kt")
class TickTag:
    """Set or clear: the button says which, so that a double tap does not undo itself."""

    tag: Tag
    on: bool


@sent_as("km")
class SetMinutes:
    """How long a session is to be."""

    minutes: Annotated[int, MINUTES]


@sent_as("kg")
class SetGoal:
    """Days a week."""

    days: Annotated[int, range(1, 8)]


@sent_as("ic")
class ChooseGoal:
    """Days a week, asked at the end of session `session`."""

    session: int
    days: Annotated[int, range(1, 8)]


@sent_as("ke")
class TickEquipment:
    thing: Equipment
    on: bool


@sent_as("lr")
class TickRing:
    """Whether a session is to ring then."""

    at: Rings
    on: bool


@sent_as("kp")
class SetPictures:
    """Moving, still, or in words only."""

    pictures: Pictures


@sent_as("fv")
class SetVoice:
    """How much is said where a session is listened to."""

    voice: Voice


@sent_as("kn")
class SetLanguage:
    """`tag`: in small letters."""

    tag: Annotated[str, re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*\Z")]


@sent_as(*(switch.value for switch in Switch))
class SetSwitch:
    """The switch itself is what it begins with."""

    switch: Switch
    on: bool


class SettingsGroup(Enum):
    """What the settings are about."""

    YOU = "you"
    SESSIONS = "sessions"
    REMINDERS = "reminders"
    MAT = "mat"
    LOOKS = "looks"
    DATA = "data"


@sent_as("vg")
class OpenSettings:
    """The settings of one group, as they are."""

    group: SettingsGroup


@sent_as("xb")
class Narrow:
    """Show what there is to choose from."""

    by: By


@sent_as("x")
class Find:
    """Exercises by one value: a purpose, a position, a thing, minutes; by name the value is "all". Pages count from 0."""

    by: By
    value: str
    page: int


@sent_as("vl")
class FindLeftOut:
    """What `Find` leaves out of the same list, to suit the person: each card says why."""

    by: By
    value: str
    page: int


@sent_as("rp")
class ListRoutines:
    """Pages count from 0."""

    no_floor: bool
    page: int


@sent_as("tg")
class OpenGroup:
    group: Group


@sent_as("t")
class OpenTopic:
    slug: str


@sent_as("ta")
class AskPage:
    """The page for one's physio: `with_words`, here and below, whether notes in their own words stand on it."""

    with_words: bool


@sent_as("tb")
class MakePage:
    with_words: bool


@sent_as("tc")
class NamePage:
    """Whose page it is, is typed."""

    with_words: bool


@sent_as("w")
class OpenProgramme:
    slug: str


@sent_as("wd")
class DoDay:
    """A day of a programme; `week` counts from 1, `day` is its letter."""

    slug: str
    week: int
    day: Annotated[str, re.compile(r"[a-z]\Z")]


@sent_as("ww")
class SetWeek:
    """Begin that week of the programme today. Week 0: be in no programme."""

    slug: str
    week: int


@sent_as("yd")
class DoOwn:
    """A routine of the person's own making; `own` is its id, here and below."""

    own: int


@sent_as("y")
class OpenOwn:
    own: int


@sent_as("ye")
class EditOwn:
    own: int


@sent_as("yn")
class NameOwn:
    own: int


@sent_as("yc")
class CopyOwn:
    own: int


@sent_as("yq")
class AskDeleteOwn:
    own: int


@sent_as("yz")
class DeleteOwn:
    own: int


@sent_as("ya")
class AddTo:
    """What could be added, by purpose."""

    own: int


@sent_as("yf")
class AddFrom:
    own: int
    purpose: Purpose
    page: int


@sent_as("yp")
class AddLine:
    own: int
    slug: str
    form: str


@sent_as("yl")
class OpenLine:
    """`line` is the id of a line, here and below."""

    own: int
    line: int


@sent_as("ym")
class MoveLine:
    """To the place `to`, from 0: the button says which, so that a double tap does not move it twice."""

    own: int
    line: int
    to: int


@sent_as("yo")
class DoseLine:
    """Seconds of one hold, and times a side. 0 and 0: as the person's level has it."""

    own: int
    line: int
    hold: int
    repetitions: int


@sent_as("yr")
class RemoveLine:
    own: int
    line: int


@sent_as("al")
class AddOwn:
    """Exercises of the person's own that could be added. Pages count from 0."""

    own: int
    page: int


@sent_as("ao")
class OpenOwnExercise:
    """`exercise` is the id of one that the person made, here and below."""

    exercise: int


@sent_as("ap")
class MakeOfSent:
    """Make an exercise of what they sent; `sent` is the id of its row, here and below."""

    sent: int


@sent_as("ax")
class LeaveSent:
    """It is no exercise."""

    sent: int


@sent_as("ac")
class ChangeOwnExercise:
    exercise: int


@sent_as("aq")
class AskPart:
    """Ask for one part of it. `making`: it is being made, here and below, and the next part is asked for afterwards."""

    exercise: int
    part: OwnPart
    making: bool


@sent_as("ad")
class SetOwnDose:
    """Seconds of one hold, 0 where it goes by times alone, and times."""

    exercise: int
    hold: int
    times: int
    making: bool


@sent_as("as")
class SetOwnSides:
    exercise: int
    sides: Annotated[int, (1, 2)]
    making: bool


@sent_as("aw")
class InWordsOnly:
    """Take its picture away."""

    exercise: int


@sent_as("at")
class AskWhereTo:
    """Which routine it is to be added to."""

    exercise: int


@sent_as("au")
class AddToNew:
    """To a routine that is made for it."""

    exercise: int


@sent_as("ay")
class AskDeleteOwnExercise:
    exercise: int


@sent_as("az")
class DeleteOwnExercise:
    exercise: int


@sent_as("rz")
class NodTo:
    """`delivery` is the id of the reminder as it came that day."""

    delivery: int
    nod: Nod


@sent_as("ro")
class OpenReminder:
    """`reminder` is the id of one of the person's own, here and below."""

    reminder: int


@sent_as("rx")
class DeleteReminder:
    reminder: int


@sent_as("rr")
class RestReminder:
    """Let it rest, until it is woken; or wake it: the button says which."""

    reminder: int
    on: bool


class ProgressPart(Enum):
    """A closer look at what was done."""

    WEEKS = "w"
    MINUTES = "m"
    FELT = "f"
    DONE = "d"
    OFF = "o"


@sent_as("cp")
class SeeProgress:
    part: ProgressPart


@sent_as("co")
class TakeOff:
    """From today on, for so many days; 0: from today on no day is off any more."""

    kind: OffKind
    days: Annotated[int, range(LONGEST_OFF + 1)]


@sent_as("cw")
class AwayFor:
    """Away until so many days from today, and no reminder until then."""

    days: Annotated[int, range(1, LONGEST_OFF + 1)]


@sent_as("rw")
class PauseFor:
    """Nothing comes until so many days from today; 1 is until tomorrow."""

    days: Annotated[int, range(1, 367)]


class Drafting(Enum):
    """Where one is with a reminder that does not count yet."""

    SHOW = "s"
    DAYS = "d"
    TIME = "t"
    WHAT = "w"
    KEEP = "k"


@sent_as("rd")
class Drafted:
    """A reminder as it would be. `reminder`: the one it would change, 0 for a new one. `times`, `days` and `starts` as
    bot/domain/reminders/draft.py writes them.
    """

    stage: Drafting
    reminder: int
    times: str
    days: Annotated[int, range(1, 128)]
    starts: str


@sent_as("rc")
class OnceDrafted:
    """A reminder that would come once. `day`, `at` and `starts` as bot/domain/reminders/once_draft.py writes them."""

    stage: Drafting
    reminder: int
    day: Annotated[str, re.compile(r"d[0-9]{8}\Z")]
    at: Annotated[str, re.compile(r"t[0-9]{4}\Z")]
    starts: str


@sent_as("rl")
class Planned:
    """Several reminders as they would be. `lines` as bot/domain/reminders/plan.py writes them."""

    stage: Drafting
    reminder: int
    lines: Annotated[str, re.compile(r"g[0-9a-f]{6}(-[0-9a-f]{6}){0,6}\Z")]


@sent_as("rt")
class LaterAt:
    """The reminder that came that day comes again today, at a time: "t1800"."""

    delivery: int
    at: Annotated[str, re.compile(r"t[0-9]{4}\Z")]


@sent_as("zs")
class SetZone:
    """`zone`: its IANA name."""

    zone: Annotated[str, re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*\Z")]


@sent_as("zc")
class AskClock:
    """`odd`: the less usual ones, most of which are not whole hours from UTC."""

    odd: bool


@sent_as("zk")
class ClockSays:
    """The clock of the person is so many quarters of an hour ahead of the one farthest behind, which is at UTC-12."""

    quarters: Annotated[int, range(MOST_QUARTERS + 1)]


@sent_as("dr")
class RemoveTalk:
    """Take what was said out of the chat: the person's own messages, by their ids, and our answer."""

    messages: Annotated[str, re.compile(r"[1-9][0-9]{0,17}(-[1-9][0-9]{0,17})*\Z")]

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(map(int, self.messages.split("-")))


@sent_as("dw")
class WorkAround:
    """All of them at one tap. `tags`: their values, with _ between."""

    tags: Annotated[str, re.compile(r"[a-z]+(-[a-z]+)*(_[a-z]+(-[a-z]+)*)*\Z")]


@sent_as("dt")
class FoundTooMuch:
    """Something hurts in this form of an exercise: an easier one is offered."""

    slug: str
    form: str


@sent_as("jo")
class MoreOfExercise:
    """What its card has no room for."""

    slug: str
    form: str


@sent_as("js")
class SayTaste:
    """They like an exercise, or never want it."""

    slug: str
    taste: Taste


@sent_as("ju")
class TakeBackTaste:
    """Neither of it any more, said on its card."""

    slug: str


@sent_as("jx")
class DropTaste:
    """The same, in the list of all they said."""

    slug: str


@sent_as("jl")
class TakeLevel:
    """Yes to what is offered after easy or hard sessions, here and below."""

    level: Annotated[int, range(1, 4)]


@sent_as("jm")
class TakeMinutes:
    minutes: Annotated[int, MINUTES]


@sent_as("jf")
class TakeFloor:
    floor: Floor


@sent_as("bn")
class NotePain:
    """How much it hurts, 0 to 10. `then`, here and below: what they were about to begin when it was asked."""

    number: Annotated[int, range(HIGHEST + 1)]
    then: "What | None" = None


@sent_as("bf")
class NoteFelt:
    """The same in the words of the articles."""

    felt: Stage
    then: "What | None" = None


@sent_as("bi")
class InWords:
    """Ask for it in words."""

    then: "What | None" = None


@sent_as("bs")
class NotAsked:
    """They would rather not say, and begin."""

    then: "What"


@sent_as("bv")
class AskAfter:
    """They want to say how it feels after session `session`."""

    session: int


@sent_as("ba")
class NoteAfter:
    """The same, after session `session`."""

    session: int
    number: Annotated[int, range(HIGHEST + 1)]


@sent_as("bz")
class NotAfter:
    """They would rather not say after session `session`."""

    session: int


@sent_as("bm")
class SaidMorning:
    """How it was the morning after a session that hurt."""

    morning: Morning
    then: "What | None" = None


@sent_as("bq")
class AddWords:
    """`note` is the id of one of the person's own, here and below."""

    note: int


@sent_as("bu")
class TakeBack:
    note: int


@sent_as("bc")
class TellWeek:
    """One answer of the weekly check-in `check_in`; 0 for one that begins with it. `value`: as bot/domain/person/check_ins.py has it."""

    check_in: int
    part: WeekPart
    value: Annotated[str, re.compile(r"[a-z0-9][a-z0-9-]*\Z")]


@sent_as("bd")
class SetCheckInDay:
    """Monday is 0."""

    day: Annotated[int, range(7)]


class AdminPage(Enum):
    """What those who run the bot look at."""

    STATS = "s"
    BANS = "b"
    ASK_BROADCAST = "c"


@sent_as("xa")
class AskAdmin:
    page: AdminPage


class BroadcastStep(Enum):
    """What becomes of something that is to be told everybody."""

    SEND = "s"
    DROP = "d"
    STOP = "x"
    LOOK = "l"


@sent_as("xc")
class TellEverybody:
    broadcast: int
    step: BroadcastStep


@sent_as("xo")
class LetIn:
    """Somebody who was shut out."""

    person: int


ForAdmins = AskAdmin | TellEverybody | LetIn
"""What those who run the bot may do, and nobody else: by whom it was tapped is asked again."""

AboutSigns = Literal[
    Place.SIGNS, Place.SIGNS_WHICH, Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT, Place.SIGNS_SOON
]
"""The warning signs, and that one of them fits: of which list, one of three urgencies."""

Listing = Literal[Place.YOUR_MOVES, Place.AGAIN]
"""Lists of what somebody likes, or did."""

OfTheirOwn = Literal[Place.OWN_ROUTINES, Place.NEW_OWN, Place.OWN_EXERCISES, Place.NEW_OWN_EXERCISE]
"""Routines and exercises of somebody's own."""
Theirs = Literal[Place.EXPORT, Place.DELETE, Place.DELETE_SURELY]
"""What becomes of their data."""

AboutPrivacy = Literal[Place.PRIVACY, Place.PRIVACY_KEPT, Place.PRIVACY_TIME, Place.PRIVACY_YOURS]
"""Who can read what is kept, what that is, how long, and what one can do about it."""

Reminding = Literal[
    Place.REMINDERS,
    Place.ADD_REMINDER,
    Place.FIRST_REMINDER,
    Place.PAUSE,
    Place.GO_ON_REMINDING,
    Place.STOP_REMINDING,
    Place.ASK_ZONE,
]
"""What has to do with reminders, and with the zone they go by."""

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
    Place.ASK_LANGUAGE,
    Place.ASK_VOICE,
    Place.ASK_RINGS,
]
"""What a person is asked of themselves."""

Complaining = Literal[
    Place.COMPLAINT_UNSURE,
    Place.COMPLAINT_IN_A_MOVE,
    Place.EVERYDAY,
    Place.REMINDERS_AGAIN,
    Place.REMINDERS_NOT_NOW,
]
"""What follows on words about how somebody is."""

Cared = RemoveTalk | WorkAround | FoundTooMuch
"""The same, where it says more than a place."""

Moves = DoExercise | DoRoutine | DoDay | DoOwn | DoToday | DoAgain | DoFavourites
"""What can be done."""

Recorded = ToHear | ToSee
"""The same, as a file."""

What = Moves | Recorded
"""What can be begun."""

Safety = SeeSigns | NoSigns | NothingNew | SaidYes | MayMove | FloorFirst
"""Answers to what stands before the moves."""

Told = (
    SetSeen
    | SetFloor
    | SetAge
    | SetLevel
    | TickTag
    | SetMinutes
    | SetGoal
    | TickEquipment
    | TickRing
    | SetPictures
    | SetVoice
    | SetLanguage
    | SetSwitch
)
"""What people say of themselves."""

Looked = (
    OpenExercise
    | MoreOfExercise
    | OpenForm
    | LearnStep
    | AllSteps
    | ShowMistake
    | Narrow
    | Find
    | FindLeftOut
    | ListRoutines
    | OpenRoutine
)
"""Finding exercises and routines, and looking at them."""

OfOne = OpenExercise | OpenForm | LearnStep | AllSteps | ShowMistake
"""The same, of a single exercise."""

Made = (
    OpenOwn | EditOwn | NameOwn | CopyOwn | AskDeleteOwn | DeleteOwn | AddTo
    | AddFrom | AddOwn | AddLine | OpenLine | MoveLine | DoseLine | RemoveLine
)  # fmt: skip
"""Making a routine of one's own."""

Shaped = (
    OpenOwnExercise | ChangeOwnExercise | AskPart | SetOwnDose | SetOwnSides | InWordsOnly | AskWhereTo
    | AskDeleteOwnExercise | DeleteOwnExercise
)  # fmt: skip
"""Making an exercise of one's own."""

Pictured = MakeOfSent | LeaveSent | AddToNew
"""What becomes of a picture that somebody sent, and of an exercise that is to be in a routine."""

Reminded = (
    NodTo
    | OpenReminder
    | DeleteReminder
    | RestReminder
    | PauseFor
    | AwayFor
    | Drafted
    | OnceDrafted
    | Planned
    | LaterAt
    | SetZone
    | AskClock
    | ClockSays
)
"""Answers to a reminder, when and how people want to be reminded, and what time it is where they are."""

Feeling = Literal[Place.PAIN, Place.PAIN_NOTES, Place.AS_USUAL, Place.WEEK, Place.WEEK_DAY, Place.LIMIT]
"""How it feels, now and week by week."""

Weekly = TellWeek | SetCheckInDay
"""How a week was, and when that is asked."""

Noting = (
    NotePain | NoteFelt | InWords | NotAsked | AskAfter | NoteAfter
    | NotAfter | SaidMorning | AddWords | TakeBack
)  # fmt: skip
"""How much it hurts, and what they add to it."""

Hurt = SaidWhere | Felt | FeltIn | FeltSomewhere
"""What hurt, and where."""

Tasted = SayTaste | TakeBackTaste | DropTaste
"""What they like and never want."""

LookedBack = SeeProgress | TakeOff | OpenProgramme | SetWeek
"""What was done, days off, and programmes."""

Taken = TakeLevel | TakeMinutes | TakeFloor
"""More or less of it, from the next session on."""

Paged = AskPage | MakePage | NamePage
"""The page for their physio."""

Action = (
    Go
    | What
    | PlayAnyway
    | Play
    | Rate
    | ChooseGoal
    | Resume
    | Instead
    | Safety
    | Pregnancy
    | Hurt
    | NotSharp
    | TryAgain
    | Told
    | OpenSettings
    | Looked
    | OpenToday
    | OpenGroup
    | OpenTopic
    | Made
    | Shaped
    | Pictured
    | LookedBack
    | Reminded
    | Cared
    | Noting
    | Weekly
    | Taken
    | Tasted
    | Paged
    | ForAdmins
)
