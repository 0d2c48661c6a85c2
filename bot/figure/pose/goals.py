"""The goals of a posture. Each tells, for many postures at once, how far they are from it.

Errors are (many, some): zero means fulfilled.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import radians
from typing import Protocol

import numpy as np

from bot.figure.person.skeleton import INDEX, NAMES, Skeleton, Stance
from bot.figure.pose.markers import Markers
from bot.figure.rotations import Array, unit

Distance = Callable[[Array], Array]
"""(many, 3) → (many,) metres to a surface, negative inside."""

FIRM = 1 / 0.001
"""A contact costs one unit of error for each millimetre."""


class Goal(Protocol):
    def error(self, see: "SeenPostures") -> Array: ...


class SeenPostures:
    """Many postures as goals see them. Results are kept for reuse."""

    def __init__(self, skeleton: Skeleton, markers: Markers, freedoms: Array) -> None:
        self.skeleton, self.markers, self.freedoms = skeleton, markers, freedoms
        self.stance: Stance = skeleton.stance(freedoms)

    @cached_property
    def _points(self) -> Array:
        return self.markers.places(self.stance)

    def points(self, names: tuple[str, ...]) -> Array:
        return np.asarray(self._points[:, self.markers.numbers(names)])

    def point(self, name: str) -> Array:
        return self.points((name,))[:, 0]

    def turn(self, bone: str) -> Array:
        return self.stance.turns[:, self.skeleton.at[bone]]

    def place(self, bone: str) -> Array:
        return self.stance.places[:, self.skeleton.at[bone]]


FRAMES = {"pelvis": "root", "chest": "spine01", "head": "head"}
"""The parts of the body whose axes (left, up, front) a pose file can use."""


@dataclass(frozen=True)
class Pin:
    """A marker at a place, in the room, or in the axes of a part from its joint. NaN leaves a coordinate free."""

    marker: str
    place: Array
    within: str | None = None
    firm: float = FIRM

    def error(self, see: SeenPostures) -> Array:
        point = see.point(self.marker)
        if self.within:
            bone = FRAMES[self.within]
            point = np.einsum("mji,mj->mi", see.turn(bone), point - see.place(bone))
        wanted = ~np.isnan(self.place)
        return (point - self.place)[:, wanted] * self.firm


@dataclass(frozen=True)
class On:
    """A marker anywhere on a surface."""

    marker: str
    distance: Distance
    firm: float = FIRM

    def error(self, see: SeenPostures) -> Array:
        return np.asarray(self.distance(see.point(self.marker))[:, None] * self.firm)


@dataclass(frozen=True)
class Meet:
    """Two markers at one place, or `apart` metres from each other."""

    marker: str
    other: str
    apart: float = 0.0
    firm: float = FIRM / 2

    def error(self, see: SeenPostures) -> Array:
        both = see.points((self.marker, self.other))
        between = both[:, 0] - both[:, 1]
        if not self.apart:
            return np.asarray(between * self.firm)
        return np.asarray((np.linalg.norm(between, axis=1)[:, None] - self.apart) * self.firm)


@dataclass(frozen=True)
class Aim:
    """A part of the body points in a direction, in the room or in another part's axes. `firm`: units for each radian."""

    part: str
    along: Array
    within: str | None = None
    firm: float = 12.0

    def error(self, see: SeenPostures) -> Array:
        bone, rest = pointing(see.skeleton, self.part)
        wanted = unit(self.along)
        if self.within:
            wanted = see.turn(FRAMES[self.within]) @ wanted
        return np.asarray((see.turn(bone) @ rest - wanted) * self.firm)


@dataclass(frozen=True)
class Clasp:
    """A palm faces the bone of the limb that it holds, with the fingers across it. `radius`: metres from the palm to the bone."""

    side: str
    start: str
    end: str
    radius: float
    firm: float = 16.0

    def error(self, see: SeenPostures) -> Array:
        start, end = see.place(self.start), see.place(self.end)
        way = unit(end - start)
        away = see.point(f"palm.{self.side}") - start
        across = np.einsum("mi,mi->m", away, way)[:, None] * way - away
        hand, turn = see.skeleton.hands[self.side], see.turn(f"wrist.{self.side}")
        facing = (turn @ hand.out - unit(across)) * self.firm
        lengthwise = np.einsum("mi,mi->m", turn @ hand.along, way)[:, None] * self.firm / 2
        off = (np.linalg.norm(across, axis=1)[:, None] - self.radius) * FIRM / 8
        return np.concatenate([facing, lengthwise, off], axis=1)


@dataclass(frozen=True)
class KeepOut:
    """Markers stay at least `margin` metres outside floor and things."""

    markers: tuple[str, ...]
    distance: Distance
    margin: float = 0.0
    firm: float = FIRM

    def error(self, see: SeenPostures) -> Array:
        points = see.points(self.markers)
        deep = self.distance(points.reshape(-1, 3)).reshape(points.shape[:2])
        return np.minimum(deep - self.margin, 0) * self.firm


@dataclass(frozen=True)
class Rhythm:
    """The shoulder blade does a quarter of the arm's lift (Inman's scapulohumeral rhythm, softened).

    `shrug` and `forward` are degrees added to that.
    """

    side: str
    shrug: float = 0.0
    forward: float = 0.0
    firm: float = 12.0

    def error(self, see: SeenPostures) -> Array:
        bone, rest = pointing(see.skeleton, f"upperarm.{self.side}")
        arm = np.einsum("mji,mj->mi", see.turn("spine01b"), see.turn(bone) @ rest)
        lift = np.degrees(np.arcsin(np.clip(arm[:, 1], -1, 1)))
        # Smooth where the blade begins to follow.
        raised = 0.24 * np.log1p(np.exp((lift + 25) / 8)) * 8 + self.shrug
        ahead = 14 * arm[:, 2] + self.forward
        wanted = np.radians(np.stack([raised, ahead], 1))
        own = see.freedoms[:, [INDEX[f"clavicle.{way}.{self.side}"] for way in ("raise", "forward")]]
        return np.asarray((own - wanted) * self.firm)


@dataclass(frozen=True)
class Near:
    """Freedoms near the wanted ones. `looseness` is the deviation that counts as one unit of error, in each freedom's own unit."""

    wanted: Array
    looseness: Array

    def error(self, see: SeenPostures) -> Array:
        return np.asarray((see.freedoms - self.wanted) / self.looseness)


@dataclass(frozen=True)
class InRange:
    low: Array
    high: Array

    def error(self, see: SeenPostures) -> Array:
        beyond = np.maximum(see.freedoms - self.high, 0) + np.maximum(self.low - see.freedoms, 0)
        return np.asarray(beyond[:, 6:] / radians(0.25))


def complaint(goal: Goal, seen: SeenPostures) -> str | None:
    """The unfulfilled goal in words for the author of the pose; None if it is fulfilled."""
    errors = goal.error(seen)[0]
    match goal:
        case Pin() | On() | Meet() if (off := float(np.linalg.norm(errors)) / goal.firm) > 0.004:
            where = getattr(goal, "other", "") or ("its place" if isinstance(goal, Pin) else "the surface")
            return f"{goal.marker} is {off * 100:.1f} cm off {where}"
        case Aim() if (off := float(np.degrees(np.linalg.norm(errors) / goal.firm))) > 8:
            return f"{goal.part} points {off:.0f}° elsewhere"
        case KeepOut() if (off := float(-errors.min()) / goal.firm) > 0.004:
            return f"{goal.markers[int(errors.argmin())]} is {off * 100:.1f} cm inside something"
        case InRange() if np.abs(errors).max() > 4:
            return f"{NAMES[6 + int(np.abs(errors).argmax())]} is {np.abs(errors).max() / 4:.0f}° beyond its range"
    return None


def pointing(skeleton: Skeleton, part: str) -> tuple[str, Array]:
    name, _, side = part.partition(".")
    if name in _OF_TRUNK:
        return _OF_TRUNK[name][0], np.array(_OF_TRUNK[name][1], float)
    if name == "palm":
        return f"wrist.{side}", skeleton.palm(side)
    if name in _OF_FEET:
        return f"{_OF_FEET[name][0]}.{side}", np.array(_OF_FEET[name][1], float)
    start, end = (f"{joint}.{side}" for joint in _ALONG[name])
    return start, unit(skeleton.joints[skeleton.at[end]] - skeleton.joints[skeleton.at[start]])


_ALONG = {
    "upperarm": ("upperarm01", "lowerarm01"),
    "forearm": ("lowerarm01", "wrist"),
    "hand": ("wrist", "finger3-1"),
    "thigh": ("upperleg01", "lowerleg01"),
    "shin": ("lowerleg01", "foot"),
}
"""Parts that point from their own joint to the next one."""

_OF_FEET: dict[str, tuple[str, tuple[float, float, float]]] = {
    "knee": ("lowerleg01", (0, 0, 1)),
    "foot": ("foot", (0, 0, 1)),
    "sole": ("foot", (0, -1, 0)),
    "toes": ("toe1-1", (0, 0, 1)),
}
_OF_TRUNK: dict[str, tuple[str, tuple[float, float, float]]] = {
    "gaze": ("head", (0, 0, 1)),
    "crown": ("head", (0, 1, 0)),
    "chest": ("spine01", (0, 0, 1)),
    "chest-up": ("spine01", (0, 1, 0)),
    "pelvis": ("root", (0, 0, 1)),
    "pelvis-up": ("root", (0, 1, 0)),
}

TRUNK_PARTS = tuple(_OF_TRUNK)
LIMB_PARTS = ("palm", *_ALONG, *_OF_FEET)
