"""The postures that poses start from: lying, kneeling, sitting, standing."""

from dataclasses import dataclass, field
from math import radians

import numpy as np

from bot.figure.person.skeleton import INDEX, NAMES
from bot.figure.rotations import Array

Axes = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

_HANGING: dict[str, float] = {
    "shoulder.lift": -82,
    "shoulder.across": 0,
    "shoulder.turn": 45,
    "elbow.bend": 12,
}
_AHEAD: dict[str, float] = {"shoulder.lift": 0, "shoulder.across": 38, "shoulder.turn": 60, "elbow.bend": 4}
_STRAIGHT: dict[str, float] = {"hip.bend": -50, "hip.out": 3, "knee.bend": 3, "ankle.bend": 0}
_BENT: dict[str, float] = {"hip.bend": 38, "hip.out": 3, "knee.bend": 88, "ankle.bend": 0}
_OVERHEAD: dict[str, float] = {
    "shoulder.lift": 75,
    "shoulder.across": 30,
    "shoulder.turn": 40,
    "elbow.bend": 8,
}
_FOLDED: dict[str, float] = {"hip.bend": 78, "hip.out": 10, "knee.bend": 150, "ankle.bend": -58}
_KNEELING: dict[str, float] = {"hip.bend": 40, "hip.out": 3, "knee.bend": 90, "ankle.bend": -55}


@dataclass(frozen=True)
class Base:
    """`axes` are the directions of the body's own left, up and front in the room, where y is up. Upright bodies face +z, toward the
    viewer of azimuth 0. Others have their head to the left and show their side. `degrees` are those of both sides.
    """

    axes: Axes
    place: tuple[float, float, float]
    degrees: dict[str, float] = field(default_factory=dict)
    is_upright: bool = False

    @property
    def matrix(self) -> Array:
        return np.stack([np.array(axis, float) for axis in self.axes], 1)

    def freedoms(self) -> Array:
        values = np.zeros(len(NAMES))
        values[:3] = self.place
        for name, degrees in self.degrees.items():
            for key in (name,) if name in INDEX else (f"{name}.L", f"{name}.R"):
                values[INDEX[key]] = radians(degrees)
        return values


_UPRIGHT: Axes = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
_FACE_DOWN: Axes = ((0, 0, 1), (-1, 0, 0), (0, -1, 0))
_FACE_UP: Axes = ((0, 0, -1), (-1, 0, 0), (0, 1, 0))
_ON_RIGHT: Axes = ((0, 1, 0), (-1, 0, 0), (0, 0, 1))
_TALL: Axes = ((0, 0, 1), (0, 1, 0), (-1, 0, 0))
"""Upright, but facing left, so that the side view is the same for all bases on the mat."""

BASES: dict[str, Base] = {
    "stand": Base(_UPRIGHT, (0, 0.9, 0), _HANGING | _STRAIGHT, is_upright=True),
    "sit": Base(_UPRIGHT, (0, 0.56, 0), _HANGING | _BENT, is_upright=True),
    "all-fours": Base(_FACE_DOWN, (0.25, 0.52, 0), _AHEAD | _KNEELING | {"wrist.bend": 75}),
    "prone": Base(_FACE_DOWN, (0.2, 0.12, 0), _HANGING | _STRAIGHT | {"ankle.bend": -50}),
    "supine": Base(_FACE_UP, (0.2, 0.11, 0), _HANGING | {"hip.bend": 10, "hip.out": 3, "knee.bend": 95}),
    "side": Base(_ON_RIGHT, (0.2, 0.17, 0), _AHEAD | {"hip.bend": 45, "knee.bend": 90}),
    "kneel": Base(_TALL, (0.2, 0.52, 0), _HANGING | _KNEELING | {"hip.bend": -48}),
    "long-sit": Base(_TALL, (0.3, 0.1, 0), _HANGING | {"hip.bend": 40, "hip.out": 3, "knee.bend": 3}),
    "folded": Base(_FACE_DOWN, (0.3, 0.3, 0), _OVERHEAD | _FOLDED),
}
