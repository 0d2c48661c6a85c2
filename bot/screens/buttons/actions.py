"""Everything a button can mean, and the code that each kind begins with on the wire.

A field of the same name means the same in every class: `then` is the session that the person was about to begin, `making` that an own
exercise is still being made. `own`, `line`, `exercise`, `sent`, `delivery`, `reminder`, `note` and `check_in` are ids of rows. Pages count
from 0.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, unique
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform

from bot.domain.library.exercise import Equipment, Purpose, Tag
from bot.domain.library.topic import Group
from bot.domain.own.own_exercise import OwnPart
from bot.domain.person.check_ins import CheckInPart
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
from bot.domain.typed.danger.heard import IN_DANGER, MAY_BE_DOUBTED, Heard, Tier

_IN_DANGER = "|".join(sorted(tier.value for tier in IN_DANGER))
_DOUBTED = "|".join(sorted(tier.value for tier in MAY_BE_DOUBTED))

MINUTES = LENGTHS
"""Session lengths that can be chosen."""

MOST_MINUTES = 60
"""The longest session that is planned, even if there is more time."""

MOST_QUARTERS = 4 * 26
"""Quarters of an hour from UTC-12 to UTC+14."""

CODES: dict[str, type[Any]] = {}
"""Kinds of button with fields of their own. A code may also be a Place, which has no fields."""

_T = TypeVar("_T")


def moves_of(what: "What") -> "Moves":
    return what.what if isinstance(what, ToHear | ToSee) else what


@dataclass_transform(frozen_default=True)
def sent_as(*codes: str) -> Callable[[type[_T]], type[_T]]:
    """Makes a class a kind of button. A field whose type is annotated with a range, a choice or a pattern never held another value."""

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
    """A screen that is named without further fields."""

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

    CHECK_IN = "bk"
    CHECK_IN_DAY = "bd"
    LIMIT = "bw"
    KEEP_LEVEL = "jk"
    YOUR_MOVES = "jy"
    AGAIN = "ja"
    AGAIN_TO_HEAR = "jh"
    AGAIN_TO_SEE = "je"
    NO_GOAL = "ib"
    SAID_YES_AFTER_BIRTH = "id"
    WHOLE = "vw"
    REST_OF_BUTTONS = "vy"
    ASK_RINGS = "qr"
    OWN_EXERCISES = "am"
    NEW_OWN_EXERCISE = "an"
    ASK_VOICE = "qv"
    PRIVACY = "tp"
    PRIVACY_KEPT = "tk"
    PRIVACY_TIME = "tl"
    PRIVACY_YOURS = "ti"


class By(Enum):
    """How exercises are narrowed down."""

    PURPOSE = "f"
    POSITION = "p"
    EQUIPMENT = "q"
    MINUTES = "m"
    NAME = "n"


@dataclass(frozen=True, slots=True)
class Go:
    """Shows a screen, or does the one thing that the place stands for."""

    place: Place


@sent_as("e")
class OpenExercise:
    slug: str


@sent_as("l")
class LearnStep:
    """`step` counts from 0; one that is too large shows the last step."""

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
    """Begins today's session. `minutes`: 0 for the usual length. `no_floor`: for today only."""

    minutes: Annotated[int, range(MOST_MINUTES + 1)] = 0
    no_floor: bool = False


@sent_as("jr")
class DoAgain:
    """Begins the moves of an earlier session."""

    session: int


@sent_as("jv")
class DoFavourites:
    """Begins the moves the person likes. `minutes`: 0 for the usual length."""

    minutes: Annotated[int, range(MOST_MINUTES + 1)] = 0


@sent_as("to")
class OpenToday:
    """Shows the session that `DoToday` would begin."""

    minutes: Annotated[int, range(MOST_MINUTES + 1)] = 0
    no_floor: bool = False


@sent_as("fl")
class ToHear:
    """Sends the session as audio."""

    what: "Moves"


@sent_as("fw")
class ToSee:
    """Sends the session as video."""

    what: "Moves"


@sent_as("fa")
class PlayAnyway:
    """Goes on although a floor move in it is new to the person."""

    then: "Recorded"


@sent_as("p")
class Play:
    """A move in session `session`, on a button drawn for its turn `turn`."""

    session: int
    turn: int
    move: Move


@sent_as("hp")
class AskHowFar:
    """Part of session `session` was done; asks how far. On a button drawn for its turn `turn`."""

    session: int
    turn: int


@sent_as("hu")
class DidUpTo:
    """Session `session` was done up to its exercise `item`, counted from 0."""

    session: int
    turn: int
    item: int


@sent_as("v")
class Rate:
    session: int
    rating: Rating


@sent_as("hw")
class SaidWhere:
    """Where it was sharp in session `session`."""

    session: int
    where: SoreSpot


@sent_as("hf")
class Felt:
    """What kind of pain there was in a session that is over."""

    session: int
    pain: Pain


@sent_as("hm")
class FeltIn:
    """What kind of pain there was in one exercise of a session that is over."""

    session: int
    pain: Pain
    slug: str


@sent_as("hs")
class FeltSomewhere:
    """What kind of pain there was, when the person can't tell in which exercise."""

    session: int
    pain: Pain


@sent_as("hn")
class NotSharp:
    """It was not sharp after all."""

    session: int


@sent_as("ha")
class TryAgain:
    """Whether an exercise that rests after sharp pain may come back; then `then` begins."""

    session: int
    yes: bool
    then: "What"


@sent_as("m")
class Resume:
    """Goes back to the live session."""

    session: int


@sent_as("n")
class Instead:
    """Leaves the live session `session`, keeps what was done in it, and begins `what`."""

    session: int
    what: "What"


@sent_as("gn")
class SeeSigns:
    """Shows the warning signs.

    It was once sent as "none of them fits": on an old message it now leads to the current text.
    """

    then: "What | None" = None


@sent_as("gv")
class NoSigns:
    """None of the warning signs fits. `text`: the version of the text that was shown."""

    text: Annotated[str, re.compile(r"[0-9a-f]{8}\Z")]
    then: "What | None" = None


@sent_as("gx")
class NothingNew:
    """Nothing is new with their back since they last said so."""

    then: "What | None" = None


@sent_as("ky")
class SaidYes:
    """The people who treat this condition have said yes to moving."""

    tag: Tag


@sent_as("ie")
class Pregnancy:
    """How a person who was pregnant is now."""

    how: NoLonger


@sent_as("kc")
class MayMove:
    """Whether a professional has allowed them to move; if not, they ask first, and sessions are gentle until then."""

    yes: bool
    then: "What | None" = None


@sent_as("kw")
class FloorFirst:
    """How far down they can get, asked before the first floor move; then `then` begins."""

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
    """Sets or clears the tag: the button says which, so that a double tap does not undo itself."""

    tag: Tag
    on: bool


@sent_as("km")
class SetMinutes:
    """The usual length of a session."""

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
    """Whether a session rings at such moments."""

    at: Rings
    on: bool


@sent_as("kp")
class SetPictures:
    """Moving, still, or words only."""

    pictures: Pictures


@sent_as("fv")
class SetVoice:
    """How much the voice says in a recorded session."""

    voice: Voice


@sent_as("kn")
class SetLanguage:
    """`tag`: in lower case."""

    tag: Annotated[str, re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*\Z")]


@sent_as(*(switch.value for switch in Switch))
class SetSwitch:
    """The wire form begins with the switch itself."""

    switch: Switch
    on: bool


class SettingsGroup(Enum):
    YOU = "you"
    SESSIONS = "sessions"
    REMINDERS = "reminders"
    MAT = "mat"
    LOOKS = "looks"
    DATA = "data"


@sent_as("vg")
class OpenSettings:
    group: SettingsGroup


@sent_as("xb")
class Narrow:
    """Shows the values to narrow exercises down by."""

    by: By


@sent_as("x")
class Find:
    """Exercises with one value: a purpose, a position, equipment or minutes. When they are listed by name, the value is "all"."""

    by: By
    value: str
    page: int


@sent_as("vl")
class FindLeftOut:
    """Exercises that `Find` leaves out because they do not suit the person: each card says why."""

    by: By
    value: str
    page: int


@sent_as("rp")
class ListRoutines:
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
    """The page for their physio. `with_words`: with notes in their own words."""

    with_words: bool


@sent_as("tb")
class MakePage:
    with_words: bool


@sent_as("tc")
class NamePage:
    """Asks whose name stands on the page."""

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
    """Begins that week of the programme today. Week 0: leaves all programmes."""

    slug: str
    week: int


@sent_as("yd")
class DoOwn:
    """Begins a routine that the person made."""

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
    """Asks for the purpose of the exercise to add."""

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
    own: int
    line: int


@sent_as("ym")
class MoveLine:
    """Moves it to the place `to`, from 0: the button says where, so that a double tap does not move it twice."""

    own: int
    line: int
    to: int


@sent_as("yo")
class DoseLine:
    """`hold`: seconds. `repetitions`: a side. 0 and 0: the dose of the person's level."""

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
    """Shows own exercises that can be added."""

    own: int
    page: int


@sent_as("ao")
class OpenOwnExercise:
    exercise: int


@sent_as("ap")
class MakeOfSent:
    """Makes an own exercise of a picture or video that the person sent."""

    sent: int


@sent_as("ax")
class LeaveSent:
    """What the person sent is no exercise."""

    sent: int


@sent_as("ac")
class ChangeOwnExercise:
    exercise: int


@sent_as("aq")
class AskPart:
    """Asks for one part of an own exercise."""

    exercise: int
    part: OwnPart
    making: bool


@sent_as("ad")
class SetOwnDose:
    """`hold`: seconds, 0 if it is counted by repetitions alone."""

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
    """Takes its picture away."""

    exercise: int


@sent_as("at")
class AskWhereTo:
    """Asks which routine to add it to."""

    exercise: int


@sent_as("au")
class AddToNew:
    """Adds it to a routine made for it."""

    exercise: int


@sent_as("ay")
class AskDeleteOwnExercise:
    exercise: int


@sent_as("az")
class DeleteOwnExercise:
    exercise: int


@sent_as("rz")
class NodTo:
    """An answer to a reminder."""

    delivery: int
    nod: Nod


@sent_as("ro")
class OpenReminder:
    reminder: int


@sent_as("rx")
class DeleteReminder:
    reminder: int


@sent_as("rr")
class RestReminder:
    """Pauses it or wakes it up: the button says which."""

    reminder: int
    on: bool


class ProgressPart(Enum):
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
    """Ill or away from today on, for so many days. 0: no day off from today on."""

    kind: OffKind
    days: Annotated[int, range(LONGEST_OFF + 1)]


@sent_as("cw")
class AwayFor:
    """Away for so many days from today, without reminders."""

    days: Annotated[int, range(1, LONGEST_OFF + 1)]


@sent_as("rw")
class PauseFor:
    """No reminders for so many days; 1 is until tomorrow."""

    days: Annotated[int, range(1, 367)]


@sent_as("rb")
class PauseBetween:
    """No reminders from `first`, such as "d20260109", until the day `until`; "d": until they are woken. `is_away`: they are away then."""

    first: Annotated[str, re.compile(r"d[0-9]{8}\Z")]
    until: Annotated[str, re.compile(r"d([0-9]{8})?\Z")]
    is_away: bool


class Drafting(Enum):
    """A step in making a reminder."""

    SHOW = "s"
    DAYS = "d"
    TIME = "t"
    WHAT = "w"
    KEEP = "k"


@sent_as("rd")
class Drafted:
    """A reminder that is not saved yet. `reminder`: the one it would change, 0 for a new one. `times`, `days`, `starts`: as in
    bot/domain/reminders/draft.py."""

    stage: Drafting
    reminder: int
    times: str
    days: Annotated[int, range(1, 128)]
    starts: str


@sent_as("rc")
class OnceDrafted:
    """A one-time reminder that is not saved yet. `day`, `at`, `starts`: as in bot/domain/reminders/once_draft.py."""

    stage: Drafting
    reminder: int
    day: Annotated[str, re.compile(r"d[0-9]{8}\Z")]
    at: Annotated[str, re.compile(r"t[0-9]{4}\Z")]
    starts: str


@sent_as("rl")
class Planned:
    """Several reminders that are not saved yet. `lines`: as in bot/domain/reminders/plan.py."""

    stage: Drafting
    reminder: int
    lines: Annotated[str, re.compile(r"g[0-9a-f]{6}(-[0-9a-f]{6}){0,6}\Z")]


@sent_as("rt")
class LaterAt:
    """The reminder comes again today at a time, such as "t1800"."""

    delivery: int
    at: Annotated[str, re.compile(r"t[0-9]{4}\Z")]


@sent_as("zs")
class SetZone:
    """`zone`: its IANA name."""

    zone: Annotated[str, re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*\Z")]


@sent_as("zc")
class AskClock:
    """`odd`: shows the less usual time zones, most of them not whole hours from UTC."""

    odd: bool


@sent_as("zk")
class ClockSays:
    """The person's clock is so many quarters of an hour ahead of UTC-12."""

    quarters: Annotated[int, range(MOST_QUARTERS + 1)]


@sent_as("dr")
class RemoveTalk:
    """Deletes a talk about health from the chat: the person's messages, by their ids, and our answer."""

    messages: Annotated[str, re.compile(r"[1-9][0-9]{0,17}(-[1-9][0-9]{0,17})*\Z")]

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(map(int, self.messages.split("-")))


@sent_as("da")
class MeantIt:
    """What was heard as danger is meant. `tier`: its value. `language`: its tag. `message`: the id of what they wrote, if it is to be
    removed with the answer; 0: it is not."""

    tier: Annotated[str, re.compile(rf"({_DOUBTED})\Z")]
    language: Annotated[str, re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}\Z")]
    message: int

    @property
    def heard(self) -> Heard:
        return Heard(Tier(self.tier), self.language)


@sent_as("dh")
class NotMeant:
    """What was heard as danger is not meant. `session`: the one that goes on, as the question interrupted it; 0: none."""

    session: int


@sent_as("dk")
class WhomToCall:
    """Brings the answer to danger again. `tiers`: their values, joined with _. `language`: the tag of the one that it was heard in."""

    tiers: Annotated[str, re.compile(rf"({_IN_DANGER})(_({_IN_DANGER}))*\Z")]
    language: Annotated[str, re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}\Z")]

    @property
    def of(self) -> frozenset[Tier]:
        return frozenset(map(Tier, self.tiers.split("_")))


@sent_as("dw")
class WorkAround:
    """Sets several tags at one tap. `tags`: their values, joined with _."""

    tags: Annotated[str, re.compile(r"[a-z]+(-[a-z]+)*(_[a-z]+(-[a-z]+)*)*\Z")]


@sent_as("dl")
class NoteLimits:
    """Sets several things at one tap that were told in one breath. `limits`: each with the letter of its kind before it, joined with _."""

    limits: Annotated[str, re.compile(r"[fhlnt]-[a-z0-9-]+(_[fhlnt]-[a-z0-9-]+)*\Z")]


@sent_as("dt")
class FoundTooMuch:
    """This form of an exercise hurts: an easier one is offered."""

    slug: str
    form: str


@sent_as("jo")
class MoreOfExercise:
    """Shows what the exercise's card has no room for."""

    slug: str
    form: str


@sent_as("js")
class SayTaste:
    slug: str
    taste: Taste


@sent_as("ju")
class TakeBackTaste:
    """Neither likes nor refuses the exercise any more, tapped on its card."""

    slug: str


@sent_as("jx")
class DropTaste:
    """The same as `TakeBackTaste`, tapped in the list of all tastes."""

    slug: str


@sent_as("jl")
class TakeLevel:
    """Accepts the level offered after easy or hard sessions."""

    level: Annotated[int, range(1, 4)]


@sent_as("jm")
class TakeMinutes:
    """Accepts the length offered after easy or hard sessions."""

    minutes: Annotated[int, MINUTES]


@sent_as("jf")
class TakeFloor:
    """Accepts the floor setting offered after easy or hard sessions."""

    floor: Floor


@sent_as("bn")
class NotePain:
    """How much it hurts, 0 to 10."""

    number: Annotated[int, range(HIGHEST + 1)]
    then: "What | None" = None


@sent_as("bf")
class NoteFelt:
    """How it hurts, by the stages of the articles."""

    felt: Stage
    then: "What | None" = None


@sent_as("bi")
class InWords:
    """Asks for the pain in words."""

    then: "What | None" = None


@sent_as("bs")
class NotAsked:
    """Begins without an answer."""

    then: "What"


@sent_as("bv")
class AskAfter:
    """Wants to note the pain after session `session`."""

    session: int


@sent_as("ba")
class NoteAfter:
    """How much it hurts after session `session`."""

    session: int
    number: Annotated[int, range(HIGHEST + 1)]


@sent_as("bz")
class NotAfter:
    """Gives no answer after session `session`."""

    session: int


@sent_as("bm")
class SaidMorning:
    """How it was the morning after a session that hurt."""

    morning: Morning
    then: "What | None" = None


@sent_as("bq")
class AddWords:
    note: int


@sent_as("bu")
class TakeBack:
    note: int


@sent_as("bc")
class TellCheckIn:
    """One answer of a weekly check-in; `check_in` is 0 for its first answer. `value`: as in bot/domain/person/check_ins.py."""

    check_in: int
    part: CheckInPart
    value: Annotated[str, re.compile(r"[a-z0-9][a-z0-9-]*\Z")]


@sent_as("bd")
class SetCheckInDay:
    """Monday is 0."""

    day: Annotated[int, range(7)]


class AdminPage(Enum):
    STATS = "s"
    BANS = "b"
    ASK_BROADCAST = "c"


@sent_as("xa")
class AskAdmin:
    page: AdminPage


class BroadcastStep(Enum):
    """What an admin does with a message to everybody."""

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
    """Lifts a person's ban."""

    person: int


ForAdmins = AskAdmin | TellEverybody | LetIn
"""For admins alone: the handler checks again who tapped."""

AboutSigns = Literal[
    Place.SIGNS, Place.SIGNS_WHICH, Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT, Place.SIGNS_SOON
]
"""The warning signs; and that one of them fits, by the urgency of its list."""

Listing = Literal[Place.YOUR_MOVES, Place.AGAIN, Place.AGAIN_TO_HEAR, Place.AGAIN_TO_SEE]
"""Lists of exercises that the person likes, or did."""

OfTheirOwn = Literal[Place.OWN_ROUTINES, Place.NEW_OWN, Place.OWN_EXERCISES, Place.NEW_OWN_EXERCISE]
"""Lists of own routines and own exercises, and new ones."""
Theirs = Literal[Place.EXPORT, Place.DELETE, Place.DELETE_SURELY]
"""Export and deletion of a person's data."""

AboutPrivacy = Literal[Place.PRIVACY, Place.PRIVACY_KEPT, Place.PRIVACY_TIME, Place.PRIVACY_YOURS]
"""Who can read what is kept, for how long, and a person's rights."""

Reminding = Literal[
    Place.REMINDERS,
    Place.ADD_REMINDER,
    Place.FIRST_REMINDER,
    Place.PAUSE,
    Place.GO_ON_REMINDING,
    Place.STOP_REMINDING,
    Place.ASK_ZONE,
]
"""Reminders, and the time zone they go by."""

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
"""Questions about the person."""

Complaining = Literal[
    Place.COMPLAINT,
    Place.COMPLAINT_UNSURE,
    Place.COMPLAINT_IN_A_MOVE,
    Place.EVERYDAY,
    Place.REMINDERS_AGAIN,
    Place.REMINDERS_NOT_NOW,
]
"""Follow-ups to a person's words about how they feel."""

Cared = RemoveTalk | MeantIt | NotMeant | WhomToCall | WorkAround | NoteLimits | FoundTooMuch
"""As `Complaining`, with fields."""

Moves = DoExercise | DoRoutine | DoDay | DoOwn | DoToday | DoAgain | DoFavourites
"""Everything that can be done on the mat."""

Recorded = ToHear | ToSee
"""The same as a recording."""

What = Moves | Recorded
"""Everything that can be begun."""

Safety = SeeSigns | NoSigns | NothingNew | SaidYes | MayMove | FloorFirst
"""Answers to the questions that come before a session."""

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
"""Answers about the person, and settings."""

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
"""Screens of a single exercise."""

Made = (
    OpenOwn | EditOwn | NameOwn | CopyOwn | AskDeleteOwn | DeleteOwn | AddTo
    | AddFrom | AddOwn | AddLine | OpenLine | MoveLine | DoseLine | RemoveLine
)  # fmt: skip
"""Making an own routine."""

Shaped = (
    OpenOwnExercise | ChangeOwnExercise | AskPart | SetOwnDose | SetOwnSides | InWordsOnly | AskWhereTo
    | AskDeleteOwnExercise | DeleteOwnExercise
)  # fmt: skip
"""Making an own exercise."""

Pictured = MakeOfSent | LeaveSent | AddToNew
"""Answers about a picture that was sent, and adding an own exercise to a new routine."""

Reminded = (
    NodTo
    | OpenReminder
    | DeleteReminder
    | RestReminder
    | PauseFor
    | AwayFor
    | PauseBetween
    | Drafted
    | OnceDrafted
    | Planned
    | LaterAt
    | SetZone
    | AskClock
    | ClockSays
)
"""Answers to a reminder; when and how people want to be reminded; their time zone."""

Feeling = Literal[
    Place.PAIN, Place.PAIN_NOTES, Place.AS_USUAL, Place.CHECK_IN, Place.CHECK_IN_DAY, Place.LIMIT
]
"""How it feels, now and week by week."""

CheckInAction = TellCheckIn | SetCheckInDay
"""Answers of the weekly check-in, and its day."""

Noting = (
    NotePain | NoteFelt | InWords | NotAsked | AskAfter | NoteAfter
    | NotAfter | SaidMorning | AddWords | TakeBack
)  # fmt: skip
"""Pain notes, and words added to them."""

Hurt = SaidWhere | Felt | FeltIn | FeltSomewhere
"""What kind of pain, and where."""

Tasted = SayTaste | TakeBackTaste | DropTaste
"""Exercises that the person likes or never wants."""

LookedBack = SeeProgress | TakeOff | OpenProgramme | SetWeek
"""Progress, days off, and programmes."""

Taken = TakeLevel | TakeMinutes | TakeFloor
"""Accepted offers of more or less, from the next session on."""

Paged = AskPage | MakePage | NamePage
"""The page for the person's physio."""

Action = (
    Go
    | What
    | PlayAnyway
    | Play
    | AskHowFar
    | DidUpTo
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
    | CheckInAction
    | Taken
    | Tasted
    | Paged
    | ForAdmins
)
