"""Reads a pose file: who shows an exercise, in which poses, from which side, and how it moves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.figure.person.skeleton import NAMES as FREEDOMS
from bot.figure.person.skeleton import SPINE
from bot.figure.pose.bases import BASES
from bot.figure.pose.goals import LIMB_PARTS, TRUNK_PARTS
from bot.figure.pose.markers import NAMES as MARKERS
from bot.figure.pose.step_claims import AnyClaim, unknown_names

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Not every build of the library has the fast loader. Both read the same and make only plain values."""

Vector = tuple[float, float, float]
Loose = tuple[float | None, float | None, float | None]


class BadPoses(Exception):
    """The message has one line for each fault, with its place."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _touching(value: Any) -> Any:  # noqa: ANN401 - as YAML has it
    return {"against": value} if isinstance(value, str) else value


def _reaching(value: Any) -> Any:  # noqa: ANN401 - as YAML has it
    return {"to": value} if isinstance(value, list) else value


def _aiming(value: Any) -> Any:  # noqa: ANN401 - as YAML has it
    return {"along": value} if isinstance(value, list) else value


class Touch(Strict):
    """`against`: the floor, a thing, or another marker. `at`: the place in the room; null leaves a coordinate free."""

    against: str
    at: Loose = (None, None, None)
    apart: float = 0.0
    firm: float = 1.0


class Reach(Strict):
    """A marker at a place, in the room, or in the axes (left, up, front) of a part from its joint."""

    to: Loose
    within: Literal["pelvis", "chest", "head"] | None = None
    firm: float = 1.0


class Direction(Strict):
    along: Vector
    within: Literal["pelvis", "chest", "head"] | None = None
    firm: float = 1.0


class Pose(Strict):
    """One posture. Names without a side mean both: the left as written, the right mirrored.

    `spine`, by region: degrees forward, to the own left, and turned to the own left, beyond relaxed standing. `lean`: degrees that
    the pelvis pitches, yaws and rolls away from the base (a rotation vector in the body's own axes). `joints`: freedoms in degrees,
    held firmly. `loose`: degrees of looseness of freedoms or regions. `moves`: touching markers that may leave their place in the
    pose before. `curl`: degrees for each finger joint. `grip`, by side: what a hand does, if this does not follow from what it
    touches.
    """

    like: str | None = None
    base: str | None = None
    at: Loose | None = None
    lean: Vector | None = None
    spine: dict[str, Vector] = {}
    joints: dict[str, float] = {}
    loose: dict[str, float] = {}
    touch: dict[str, Annotated[Touch, BeforeValidator(_touching)] | None] = {}
    reach: dict[str, Annotated[Reach, BeforeValidator(_reaching)] | None] = {}
    aim: dict[str, Annotated[Direction, BeforeValidator(_aiming)] | None] = {}
    shrug: dict[str, float] = {}
    protract: dict[str, float] = {}
    curl: dict[str, float] = {}
    grip: dict[str, Literal["hangs", "lies", "holds", "fist"]] = {}
    moves: tuple[str, ...] = ()
    tint: dict[str, float] = {}
    props: tuple[str, ...] | None = None


class ArrowSpec(Strict):
    """An arrow along the way of the marker `follows` from a pose to the shown one, or along points in the room.

    `aside`: metres in the room by which the arrow is moved off the figure. `ring`: the radius in metres of a circle at the marker
    instead, in the plane across the room's x, over the top toward z. `both`: a head at each end. `back`: in the opposite direction.
    `view`: the view it is drawn in, if not the first.
    """

    follows: str | None = None
    start: str | None = None
    end: str | None = None
    aside: Vector = (0, 0, 0)
    path: tuple[Vector, ...] = ()
    ring: float = 0.0
    both: bool = False
    back: bool = False
    view: str | None = None


class Still(Strict):
    """One picture of a pose, or of several side by side. `same`: the reason if it may look like the step before it. `says`: the
    claims of its step's words, to be measured.
    """

    pose: str | None = None
    poses: tuple[str, ...] = ()
    views: tuple[str, ...] | None = None
    arrows: tuple[ArrowSpec, ...] = ()
    dots: bool | None = None
    tint: bool = True
    breath: float = 0.0
    same: str = ""
    says: tuple[AnyClaim, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        return self.poses or ((self.pose,) if self.pose else ())


class Key(Strict):
    """A pose of a loop. `stay`: the seconds it is held. `move`: the seconds to the next key. `breath`: how full the breath is,
    0..1, when the loop passes this key.
    """

    pose: str
    stay: float | None = None
    move: float | None = None
    breath: float = 0.0


def _key(value: Any) -> Any:  # noqa: ANN401 - as YAML has it
    return {"pose": value} if isinstance(value, str) else value


Keys: TypeAlias = tuple[Annotated[Key, BeforeValidator(_key)], ...]


class Loop(Strict):
    """How a form moves. The first key is the end position. A loop of one key only breathes. `other`: how the second side is made.

    `whole`: a held form breathes, then shows its way out and in; if false, it only breathes. `tour`: the keys follow each other in
    a ring without stopping. `stills`, by step: pictures that differ from those of other forms with the same step. `stations`: the
    keys of a separate loop for each station of a held form, in the order of the words that name the stations.
    """

    keys: Keys
    views: tuple[str, ...] | None = None
    other: Literal["mirrored", "reversed", "same"] = "mirrored"
    whole: bool = True
    tour: bool = False
    still: str | None = None
    stills: dict[str, Still] = {}
    arrows: tuple[ArrowSpec, ...] = ()
    stations: tuple[Keys, ...] = ()

    @property
    def at_stations(self) -> tuple["Loop", ...]:
        plain = {"stations": (), "still": None, "arrows": (), "whole": True, "tour": False}
        return tuple(self.model_copy(update=plain | {"keys": keys}) for keys in self.stations)


class ViewSpec(Strict):
    """A camera view, in degrees: `azimuth` 0 looks from +z, 90 from +x (an upright person's left); `elevation` is up.

    `width`: the share of the picture's width among views side by side. `margin`: the share that stays free on each side. `dots`:
    whether the spine is visible enough to be marked. `above`: metres; anything lower may leave the picture, for views of the upper
    body. `without`: things that are left out, such as the wall behind which the camera stands.
    """

    azimuth: float
    elevation: float = 8
    width: float = 1.0
    margin: float = 0.07
    dots: bool = True
    above: float = -1.0
    without: tuple[str, ...] = ()


class Mistake(Strict):
    """A common mistake: the wrong pose beside the right one, from the same side.

    `ring`: markers of the wrong figure to be ringed. `reach`: the ring's radius in metres. `by`: the freedom or marker in which the
    two poses differ; without a side it means the left.
    """

    right: str
    pose: str
    by: str
    ring: tuple[str, ...] = ()
    reach: float = 0.14
    views: tuple[str, ...] | None = None

    @property
    def poses(self) -> tuple[str, str]:
        return self.right, self.pose


class PoseFile(Strict):
    """`side`: the side that the poses show; the other is mirrored. `kind`: what the tint means."""

    who: str
    base: str
    kind: Literal["lengthens", "works", "none"] = "lengthens"
    eyes: Literal["open", "closed"] = "open"
    dots: bool = False
    plumb: bool = False
    side: str | None = None
    props: dict[str, dict[str, Any]] = {}
    views: dict[str, ViewSpec] = Field(default_factory=dict)
    view: tuple[str, ...] = ("main",)
    poses: dict[str, Pose]
    steps: dict[str, Still]
    forms: dict[str, Loop]
    mistake: Mistake | None

    @property
    def stills(self) -> dict[str, Still]:
        """By step, and as `<step>.<form>` if a form has a picture of its own."""
        own = {
            f"{step}.{form}": still
            for form, loop in self.forms.items()
            for step, still in loop.stills.items()
        }
        return {**self.steps, **own}

    @property
    def loops(self) -> dict[str, Loop]:
        """By form, and as `<form>.<number>` for each station of a form, from 1."""
        held = {
            f"{form}.{number}": station
            for form, loop in self.forms.items()
            for number, station in enumerate(loop.at_stations, 1)
        }
        return {**self.forms, **held}


def read(path: Path) -> PoseFile:
    """Raises BadPoses."""
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - both loaders are the safe ones
        return check(PoseFile.model_validate(told))
    except ValidationError as error:
        raise BadPoses("\n".join(f"{path}: {_where(fault)}" for fault in error.errors())) from None
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise BadPoses(f"{path}: {error}") from None


def _where(fault: Any) -> str:  # noqa: ANN401 - pydantic's own kind
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"


def check(file: PoseFile) -> PoseFile:
    """Raises ValueError for an unknown name, which pydantic cannot see."""
    faults = [f"base: no '{file.base}'"] if file.base not in BASES else []
    for name, pose in file.poses.items():
        faults += [f"poses.{name}: {fault}" for fault in (*_ancestry(file, name), *_unknown(file, pose))]
    if file.kind == "none":
        faults += [
            f"poses.{name}: tinted, and kind is none" for name, pose in file.poses.items() if pose.tint
        ]
    for where, shown in _shown(file):
        faults += [f"{where}: no pose '{pose}'" for pose in shown if pose not in file.poses]
    faults += [f"mistake: {fault}" for fault in _mistaken(file)]
    faults += list(_unknown_claims(file))
    faults += [
        f"views.{name}: no thing '{thing}'"
        for name, view in file.views.items()
        for thing in view.without
        if thing not in file.props
    ]
    for where, views in _views(file):
        faults += [f"{where}: no view '{view}'" for view in views or () if view not in file.views]
    if faults:
        raise ValueError("\n".join(faults))
    return file


def _ancestry(file: PoseFile, name: str) -> Iterator[str]:
    seen, like = {name}, file.poses[name].like
    while like is not None:
        if like not in file.poses:
            yield f"like '{like}', which is none"
            return
        if like in seen:
            yield "is like itself"
            return
        seen.add(like)
        like = file.poses[like].like


def _unknown(file: PoseFile, pose: Pose) -> Iterator[str]:
    markers = {each for name in MARKERS for each in (name, sideless(name))}
    freedoms = {each for name in FREEDOMS for each in (name, sideless(name))}
    parts = {*TRUNK_PARTS, *(f"{part}{side}" for part in LIMB_PARTS for side in ("", ".L", ".R"))}
    against = {"floor", *file.props, *markers}
    touches = [touch.against for touch in pose.touch.values() if touch]
    yield from (f"no thing '{thing}'" for thing in pose.props or () if thing not in file.props)
    yield from (f"no part '{region}'" for region in pose.spine if region not in SPINE)
    yield from (f"no marker '{name}'" for name in (*pose.touch, *pose.reach) if name not in markers)
    yield from (f"nothing called '{name}'" for name in touches if name not in against)
    yield from (f"no part '{name}'" for name in pose.aim if name not in parts)
    yield from (f"no freedom '{name}'" for name in pose.joints if name not in freedoms)


def _mistaken(file: PoseFile) -> Iterator[str]:
    if file.mistake is None:
        return
    markers = {each for name in MARKERS for each in (name, sideless(name))}
    freedoms = {each for name in FREEDOMS for each in (name, sideless(name))}
    yield from (f"no marker '{name}'" for name in file.mistake.ring if name not in MARKERS)
    if file.mistake.by not in markers | freedoms:
        yield f"no freedom or marker '{file.mistake.by}'"


def _unknown_claims(file: PoseFile) -> Iterator[str]:
    for id_, still in file.stills.items():
        for claim in still.says:
            for fault in unknown_names(claim, tuple(file.props), tuple(file.poses)):
                yield f"steps.{id_}.says: {fault}"


def sideless(name: str) -> str:
    return name.removesuffix(".L").removesuffix(".R")


def _shown(file: PoseFile) -> list[tuple[str, tuple[str, ...]]]:
    return [
        *((f"steps.{id_}", still.shown) for id_, still in file.stills.items()),
        *((f"forms.{id_}", tuple(key.pose for key in loop.keys)) for id_, loop in file.loops.items()),
        *((("mistake", file.mistake.poses),) if file.mistake else ()),
    ]


def _views(file: PoseFile) -> list[tuple[str, tuple[str, ...] | None]]:
    return [
        ("view", file.view),
        *((f"steps.{id_}", still.views) for id_, still in file.stills.items()),
        *((f"forms.{id_}", loop.views) for id_, loop in file.forms.items()),
        *((("mistake", file.mistake.views),) if file.mistake else ()),
    ]


def resolved(file: PoseFile, name: str) -> Pose:
    """The pose's own entries win over inherited ones; null removes an entry."""
    own = file.poses[name]
    if own.like is None:
        return own
    under = resolved(file, own.like)
    merged: dict[str, Any] = {}
    for field in Pose.model_fields:
        mine, theirs = getattr(own, field), getattr(under, field)
        merged[field] = (
            {**theirs, **mine}
            if isinstance(mine, dict)
            else mine
            if field in own.model_fields_set
            else theirs
        )
    merged["like"], merged["moves"] = None, own.moves
    return Pose.model_construct(**merged)
