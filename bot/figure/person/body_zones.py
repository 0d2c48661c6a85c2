"""Draws muscles as shapes on the skin at rest, by name: where the body lengthens or works.

Outlines are (k, 2) corners. Most zones cover both sides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bot.figure.person.body import Body
from bot.figure.rotations import Array

Mask = NDArray[Any]
"""(n,) values or shares 0..1, single or double."""

REACH, ROUND = 0.04, 0.01
"""Metres on both sides of a muscle's outline over which its field rises, and metres that the outline is widened to make up
for its cut corners."""
SOFT = 0.19
"""A tint begins this far below a field of 0.5 and is full this far above it: a clear but soft edge."""


def rising(start: float, end: float, values: Mask) -> Mask:
    """A smooth step from 0 at `start` to 1 at `end`. It falls if `end` is less than `start`."""
    share = np.clip((values - start) / (end - start), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


@dataclass(frozen=True, eq=False)
class RestPoints:
    """Points at rest, in metres: `x` to the own left from the middle line, `y` up, `z` to the front, `arm` along the nearer arm
    from the shoulder and below 0 on the trunk. `back` is 1 where the skin faces backward.
    """

    x: Mask
    y: Mask
    z: Mask
    arm: Mask
    back: Mask


class Zones:
    def __init__(self, body: Body) -> None:
        self.hip, self.knee = (body.joint(f"{bone}.L") for bone in ("upperleg01", "lowerleg01"))
        self.shoulder, self.elbow = (body.joint(f"{bone}.L") for bone in ("upperarm01", "lowerarm01"))
        self.neck, self.head = body.joint("neck01"), body.joint("head")
        self.upper_arm = float(np.linalg.norm(self.elbow - self.shoulder))
        self._one = cache(self._mask)

    def __contains__(self, name: str) -> bool:
        return name in ZONES

    def fields(self, tints: Mapping[str, float], place: RestPoints) -> Mask:
        """(n, tints): 1 well inside each muscle, 0.5 at its outline, 0 well outside. Fields rise evenly, so that outlines are
        smooth even between distant points.
        """
        none = np.zeros((len(place.x), 0))
        return np.column_stack([none, *(self._one(name, place) for name in tints)])

    def across(self, shares: ArrayLike) -> Array:
        """Corners seen from the front to metres. Across, 1 is half the width of the shoulders; up, 0 is the hip joint and 1 the
        shoulder joint.
        """
        return np.asarray(np.asarray(shares) * [self.shoulder[0], self._tall] + [0, self.hip[1]])

    def lengthwise(self, shares: ArrayLike) -> Array:
        """Corners seen from the side to metres: forward in metres, up as in `across`."""
        return np.asarray(np.asarray(shares) * [1, self._tall] + [0, self.hip[1]])

    @property
    def _tall(self) -> float:
        return float(self.shoulder[1] - self.hip[1])

    def _mask(self, name: str, place: RestPoints) -> Mask:
        return ZONES[name](self, place)


Zone = Callable[[Zones, RestPoints], Mask]
Corners = list[tuple[float, float]]


def within(outline: Array, across: Mask, up: Mask) -> Mask:
    """Metres inside an outline, negative outside."""
    away, crossings = np.full(np.shape(across), np.inf), np.zeros(np.shape(across), bool)
    for (x, y), (end_x, end_y) in pairwise([*outline, outline[0]]):
        run, rise = end_x - x, end_y - y
        share = np.clip(((across - x) * run + (up - y) * rise) / (run * run + rise * rise), 0, 1)
        away = np.minimum(away, np.hypot(across - x - share * run, up - y - share * rise))
        if rise:
            crossings ^= ((y > up) != (end_y > up)) & (across < x + run * (up - y) / rise)
    return np.where(crossings, away, -away)


def rounded(outline: Array, rounds: int = 2) -> Array:
    """Cuts the corners off (Chaikin's method)."""
    for _ in range(rounds):
        after = np.roll(outline, -1, 0)
        outline = np.stack([0.8 * outline + 0.2 * after, 0.2 * outline + 0.8 * after], 1).reshape(-1, 2)
    return outline


def shapes(fields: Mask) -> Mask:
    return rising(0.5 - SOFT, 0.5 + SOFT, fields)


def _field(inside: Mask, *limits: Mask) -> Mask:
    field = np.clip(0.5 + (inside + ROUND) / (2 * REACH), 0, 1)
    for limit in limits:
        field = np.minimum(field, limit)
    return np.asarray(field)


def _trunk(place: RestPoints) -> Mask:
    return rising(0.05, 0.0, place.arm)


def _sides(of: Zones, at: RestPoints) -> Mask:
    return np.minimum(rising(0.35 * of.shoulder[0], 0.6 * of.shoulder[0], np.abs(at.x)), _trunk(at))


def _behind(corners: Corners) -> Zone:
    def zone(of: Zones, at: RestPoints) -> Mask:
        return _field(within(rounded(of.across(corners)), np.abs(at.x), at.y), at.back, _trunk(at))

    return zone


def _before(corners: Corners, arm: float = 0.0) -> Zone:
    """`arm`: metres that the muscle reaches down the arm."""

    def zone(of: Zones, at: RestPoints) -> Mask:
        near = rising(arm + 0.05, arm, at.arm)
        return _field(within(rounded(of.across(corners)), np.abs(at.x), at.y), 1 - at.back, near)

    return zone


def _beside(corners: Corners) -> Zone:
    """Corners as seen from the side."""

    def zone(of: Zones, at: RestPoints) -> Mask:
        return _field(within(rounded(of.lengthwise(corners)), at.z, at.y), _sides(of, at))

    return zone


_RIBS: Corners = [
    *((0.0, 0.84), (0.07, 0.8), (0.15, 0.66), (0.17, 0.54), (0.12, 0.46), (0.05, 0.41)),
    *((-0.02, 0.46), (-0.03, 0.7)),
]


def _ribs(of: Zones, at: RestPoints) -> Mask:
    """The lower ribs of the sides, far enough to the front to be seen beside a hand that lies on them."""
    inside = within(rounded(of.lengthwise(_RIBS)), at.z, at.y)
    half = of.shoulder[0]
    return _field(inside, np.minimum(rising(0.24 * half, 0.5 * half, np.abs(at.x)), _trunk(at)))


def _along(at: RestPoints, points: Array, thick: float, *limits: Mask) -> Mask:
    """A strand along the left side's (k, 3) points and their mirror images, `thick` metres in radius."""
    place = np.stack([np.abs(at.x), at.y, at.z], 1)
    away = np.full(len(place), np.inf)
    for start, end in pairwise(points):
        way = end - start
        share = np.clip((place - start) @ way / (way @ way), 0, 1)
        away = np.minimum(away, np.linalg.norm(place - start - share[:, None] * way, axis=1))
    return _field(thick - away, *limits)


def _neck_side(of: Zones, at: RestPoints) -> Mask:
    ear = of.head + np.array([0.05, -0.012, -0.032])
    shoulder = np.array([0.72 * of.shoulder[0], of.shoulder[1] + 0.035, of.shoulder[2] - 0.03])
    middle = (ear + shoulder) / 2 + [-0.016, -0.012, 0]
    return _along(at, np.array([ear, middle, shoulder]), 0.026, rising(0.015, 0.035, np.abs(at.x)))


def _neck_strand(of: Zones, at: RestPoints) -> Mask:
    ear = of.head + np.array([0.055, -0.014, -0.022])
    breast = np.array([0.022, of.neck[1] - 0.045, of.neck[2] + 0.075])
    return _along(at, np.array([ear, breast]), 0.014)


def _deep_neck(of: Zones, at: RestPoints) -> Mask:
    """These muscles lie in front of the neck's bones; a strip along the side stands for them."""
    low, high = of.neck + np.array([0.05, -0.015, 0.012]), of.head + np.array([0.05, -0.012, 0.004])
    return _along(at, np.array([low, high]), 0.016, rising(0.01, 0.03, np.abs(at.x)))


def _neck_back(of: Zones, at: RestPoints) -> Mask:
    strip = within(of.across([(0.1, 0.98), (0.24, 1.02), (0.22, 1.5), (0.08, 1.5)]), np.abs(at.x), at.y)
    return _field(strip, at.back, rising(of.head[1] + 0.04, of.head[1], at.y))


def _shoulder_front(of: Zones, at: RestPoints) -> Mask:
    start, end = (
        of.shoulder + np.array([-0.012, 0.02, 0.03]),
        of.shoulder + 0.45 * (of.elbow - of.shoulder) + [0, 0, 0.03],
    )
    return _along(at, np.array([start, end]), 0.038, 1 - at.back)


def _triceps(of: Zones, at: RestPoints) -> Mask:
    middle, half = 0.52 * of.upper_arm, 0.36 * of.upper_arm
    return _field(half - np.abs(at.arm - middle), at.back)


def _armpit_to_elbow(of: Zones, at: RestPoints) -> Mask:
    return np.maximum(_triceps(of, at), _lats(of, at))


def _lats(of: Zones, at: RestPoints) -> Mask:
    outline = of.across(
        [(0.98, 0.9), (0.74, 0.8), (0.5, 0.58), (0.3, 0.34), (0.36, 0.18), (0.6, 0.26), (1.05, 0.62)]
    )
    return _field(
        within(rounded(outline), np.abs(at.x), at.y), rising(0.07, 0.0, at.z), rising(0.08, 0.02, at.arm)
    )


def _thigh_back(of: Zones, at: RestPoints) -> Mask:
    (hip, high, rear), (knee, low, front) = of.hip, of.knee
    wide = (0.05, 0.085, 0.06)
    middle, ends = (hip + knee) / 2, (high - 0.1, (high + low) / 2, low + 0.035)
    line = [*zip((hip, middle, knee), ends, wide, strict=True)]
    outline = [(x - half, y) for x, y, half in line] + [(x + half, y) for x, y, half in reversed(line)]
    ahead = at.z - rear - (front - rear) * (at.y - high) / (low - high)
    return _field(within(rounded(np.array(outline)), np.abs(at.x), at.y), rising(0.05, -0.03, ahead))


def _left(zone: Zone) -> Zone:
    return lambda of, at: np.minimum(zone(of, at), rising(-0.015, 0.015, at.x))


def _right(zone: Zone) -> Zone:
    return lambda of, at: np.minimum(zone(of, at), rising(0.015, -0.015, at.x))


_chest = _before(
    [
        *((0.1, 1.02), (0.5, 1.07), (0.98, 1.02), (1.1, 0.9), (0.98, 0.86), (0.82, 0.84)),
        *((0.68, 0.7), (0.46, 0.62), (0.24, 0.61), (0.1, 0.66)),
    ],
    0.06,
)
# They end where the blades are in each posture.
_rhomboids = _behind([(0.1, 1.14), (0.75, 0.98), (0.75, 0.58), (0.1, 0.84)])
_between = _behind([(0.11, 1.1), (0.58, 1.02), (0.58, 0.66), (0.36, 0.54), (0.11, 0.54)])
_upper = _behind([(0.11, 1.12), (0.34, 1.04), (0.5, 0.94), (0.5, 0.66), (0.36, 0.42), (0.11, 0.4)])
_middle = _behind([(0.11, 0.94), (0.38, 0.9), (0.44, 0.5), (0.38, 0.36), (0.11, 0.36)])
_lower = _behind([(0.11, 0.48), (0.36, 0.48), (0.5, 0.34), (0.48, 0.2), (0.26, 0.04), (0.11, 0.02)])
_whole = _behind(
    [
        (0.1, 1.14),
        (0.24, 1.12),
        (0.44, 0.94),
        (0.42, 0.62),
        (0.5, 0.36),
        (0.46, 0.2),
        (0.24, 0.04),
        (0.1, 0.03),
    ]
)
_low_trapezius = _behind([(0.09, 0.98), (0.52, 0.95), (0.44, 0.84), (0.18, 0.48), (0.09, 0.38)])
_flank = _beside(
    [
        *((0.01, 0.88), (0.09, 0.86), (0.13, 0.62), (0.12, 0.3), (0.09, 0.14)),
        *((0.02, 0.14), (-0.02, 0.3), (-0.03, 0.62)),
    ]
)
_serratus = _beside([(-0.02, 0.84), (0.05, 0.84), (0.12, 0.68), (0.125, 0.54), (0.06, 0.5), (0.0, 0.6)])
_buttock = _behind(
    [(0.14, 0.2), (0.45, 0.24), (0.8, 0.12), (0.92, -0.06), (0.74, -0.18), (0.4, -0.22), (0.16, -0.1)]
)
_outer_hip = _beside([(-0.06, 0.22), (0.05, 0.24), (0.05, 0.1), (0.02, -0.12), (-0.02, -0.12), (-0.06, 0.08)])
_loin = _beside([(-0.14, 0.42), (-0.02, 0.4), (0.0, 0.28), (-0.02, 0.14), (-0.14, 0.1)])
_belly = _before([(0.0, 0.55), (0.26, 0.55), (0.34, 0.3), (0.24, 0.08), (0.0, 0.05)])

ZONES: dict[str, Zone] = {
    "upper_back": _upper,
    "mid_back": _middle,
    "whole_back": _whole,
    "between_blades": _between,
    "rhomboids": _rhomboids,
    "trapezius_low": _low_trapezius,
    "lower_back": _lower,
    "lats": _lats,
    "lats_left": _left(_lats),
    "lats_right": _right(_lats),
    "chest": _chest,
    "chest_left": _left(_chest),
    "chest_right": _right(_chest),
    "flank_left": _left(_flank),
    "flank_right": _right(_flank),
    "loin_left": _left(_loin),
    "loin_right": _right(_loin),
    "ribs_sides": _ribs,
    "serratus": _serratus,
    "neck_back": _neck_back,
    "neck_front": _neck_strand,
    "deep_neck": _deep_neck,
    "neck_left": _left(_neck_side),
    "neck_right": _right(_neck_side),
    "shoulder_front_left": _left(_shoulder_front),
    "shoulder_front_right": _right(_shoulder_front),
    "triceps": _triceps,
    "armpit_to_elbow": _armpit_to_elbow,
    "belly": _belly,
    "buttock_left": _left(_buttock),
    "buttock_right": _right(_buttock),
    "thigh_back": _thigh_back,
    "outer_hip_left": _left(_outer_hip),
    "outer_hip_right": _right(_outer_hip),
}


def placed(rest: Array, normals: Array, arm: Array) -> RestPoints:
    x, y, z = rest.T
    return RestPoints(x, y, z, arm, rising(0.25, -0.25, normals[:, 2]))
