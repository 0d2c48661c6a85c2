"""Everything a button can mean, and its form on the wire.

Buttons stay in people's chats for years, so a wire form, once released, is never reused for another meaning.
tests/screens/wire_forms.txt holds every form ever sent.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from bot.domain.exercise import Tag
from bot.domain.person import Age, Floor, Seen
from bot.domain.session import Move

LIMIT = 64
"""Bytes, set by Telegram."""

_SLUG = re.compile(r"[a-z][a-z0-9-]*\Z")
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,17})\Z")


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


class Rating(Enum):
    EASY = "e"
    RIGHT = "r"
    HARD = "h"
    HURT = "u"


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
    what: "DoExercise | DoRoutine"


@dataclass(frozen=True, slots=True)
class ClearSigns:
    """None of the warning signs fits; `then` is what the person was about to begin."""

    then: "DoExercise | DoRoutine | None" = None


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


Action = (
    Go
    | OpenExercise
    | OpenForm
    | LearnStep
    | AllSteps
    | DoExercise
    | OpenRoutine
    | DoRoutine
    | Play
    | Rate
    | Resume
    | Instead
    | ClearSigns
    | SetSeen
    | SetFloor
    | SetAge
    | SetLevel
    | TickTag
)


def encode(action: Action) -> str:
    """Raises ValueError when the wire form has no room on a button."""
    wire = ".".join(_parts(action))
    if len(wire.encode()) > LIMIT:
        raise ValueError(f"{action} takes {len(wire.encode())} bytes; a button has room for {LIMIT}")
    return wire


def _parts(action: Action) -> tuple[str, ...]:  # noqa: C901, PLR0912 - one line for each kind of button
    match action:
        case Go(place):
            return (place.value,)
        case OpenExercise(slug):
            return ("e", slug)
        case OpenForm(slug, form):
            return ("f", slug, form)
        case LearnStep(slug, form, step):
            return ("l", slug, form, str(step))
        case AllSteps(slug, form):
            return ("a", slug, form)
        case DoExercise(slug, form):
            return ("b", slug, form)
        case OpenRoutine(slug):
            return ("o", slug)
        case DoRoutine(slug):
            return ("u", slug)
        case Play(session, turn, move):
            return ("p", str(session), str(turn), move.value)
        case Rate(session, rating):
            return ("v", str(session), rating.value)
        case Resume(session):
            return ("m", str(session))
        case Instead(session, what):
            return ("n", str(session), *_parts(what))
        case ClearSigns(then):
            return ("gn", *_parts(then)) if then else ("gn",)
        case SetSeen(seen):
            return ("ks", seen.value)
        case SetFloor(floor):
            return ("kf", floor.value)
        case SetAge(age):
            return ("ka", age.value)
        case SetLevel(level):
            return ("kl", str(level))
        case TickTag(tag, on):
            return ("kt", tag.value, "1" if on else "0")
        case _:
            assert_never(action)


def decode(wire: str) -> Action | None:
    """Read a button. None for anything this version cannot read: old, foreign or forged. Never raises."""
    if len(wire.encode(errors="replace")) > LIMIT:
        return None
    try:
        return _read(wire.split("."))
    except ValueError:
        return None


def _read(parts: list[str]) -> Action | None:  # noqa: C901, PLR0912 - one line for each kind of button
    match parts:
        case ["gn"]:
            return ClearSigns()
        case [place]:
            return Go(Place(place))
        case ["e", slug]:
            return OpenExercise(_slug(slug))
        case ["f", slug, form]:
            return OpenForm(_slug(slug), _slug(form))
        case ["l", slug, form, step]:
            return LearnStep(_slug(slug), _slug(form), _number(step))
        case ["a", slug, form]:
            return AllSteps(_slug(slug), _slug(form))
        case ["b", slug, form]:
            return DoExercise(_slug(slug), _slug(form))
        case ["o", slug]:
            return OpenRoutine(_slug(slug))
        case ["u", slug]:
            return DoRoutine(_slug(slug))
        case ["p", session, turn, move]:
            return Play(_number(session), _number(turn), Move(move))
        case ["v", session, rating]:
            return Rate(_number(session), Rating(rating))
        case ["m", session]:
            return Resume(_number(session))
        case ["n", session, *rest]:
            return _instead(_number(session), _read(rest))
        case ["gn", *rest]:
            return _cleared(_read(rest))
        case ["ks", seen]:
            return SetSeen(Seen(seen))
        case ["kf", floor]:
            return SetFloor(Floor(floor))
        case ["ka", age]:
            return SetAge(Age(age))
        case ["kl", level] if level in ("1", "2", "3"):
            return SetLevel(int(level))
        case ["kt", tag, ("0" | "1") as on]:
            return TickTag(Tag(tag), on == "1")
    return None


def _instead(session: int, what: Action | None) -> Instead | None:
    return Instead(session, what) if isinstance(what, DoExercise | DoRoutine) else None


def _cleared(then: Action | None) -> ClearSigns | None:
    return ClearSigns(then) if isinstance(then, DoExercise | DoRoutine) else None


def _slug(text: str) -> str:
    if not _SLUG.match(text):
        raise ValueError(text)
    return text


def _number(text: str) -> int:
    if not _NUMBER.match(text):
        raise ValueError(text)
    return int(text)
