"""Where on the body something lengthens or works: soft masks over the skin at rest, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.person.body import Body
from bot.figure.rotations import Array

Mask = NDArray[Any]
"""(n,) values or shares 0..1, single or double."""


def rising(start: float, end: float, values: Mask) -> Mask:
    """0 before `start`, 1 after `end`, smooth between; falls where `end` is the smaller one."""
    share = np.clip((values - start) / (end - start), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


def band(low: float, high: float, soft: float, values: Mask) -> Mask:
    return rising(low - soft, low + soft, values) * rising(high + soft, high - soft, values)


@dataclass(frozen=True, eq=False)
class RestPoints:
    """Points at rest, as zones see them: metres from the middle line to the own left, up, and to the front; `arm` is how
    far along the nearer arm, from the shoulder, below 0 on the trunk; `back` 1 where the skin looks backward."""

    x: Mask
    y: Mask
    z: Mask
    arm: Mask
    back: Mask


class Zones:
    """Of one body."""

    def __init__(self, body: Body) -> None:
        def height(bone: str) -> float:
            return float(body.joint(bone)[1])

        self.hip, self.waist = height("upperleg01.L"), height("spine03")
        self.ribs, self.neck = height("spine02"), height("neck01")
        self.head, self.knee = height("head"), height("lowerleg01.L")
        self.shoulder = body.joint("upperarm01.L")
        self.face = float(body.joint("head")[2]) + 0.045
        self.trunk = self.neck - self.waist

    def __contains__(self, name: str) -> bool:
        return name in ZONES

    def masks(self, tints: Mapping[str, float], place: RestPoints) -> Mask:
        """(n,) 0..1: all tints together, each as strong as it is wanted."""
        total = np.zeros_like(place.x)
        for name, strength in tints.items():
            total = np.maximum(total, np.clip(strength, 0, 1) * ZONES[name](self, place))
        return total


Zone = Callable[[Zones, RestPoints], Mask]


def _spread(place: RestPoints, x: float, y: float, wide: float, tall: float) -> Mask:
    """A soft patch on both sides of the middle."""
    return np.asarray(np.exp(-((((np.abs(place.x) - x) / wide) ** 2 + ((place.y - y) / tall) ** 2) ** 2)))


def _trunk(place: RestPoints) -> Mask:
    return rising(0.07, 0.0, place.arm)


def _upper_back(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(at.back * _spread(at, 0, of.ribs + 0.55 * (of.neck - of.ribs), 0.15, 0.15) * _trunk(at))


def _whole_back(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(at.back * band(of.hip + 0.06, of.neck, 0.05, at.y) * rising(0.13, 0.06, np.abs(at.x)))


def _between_blades(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(at.back * _spread(at, 0, of.ribs + 0.6 * (of.neck - of.ribs), 0.065, 0.11))


def _lower_back(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(at.back * _spread(at, 0, of.waist - 0.01, 0.1, 0.09))


def _chest(of: Zones, at: RestPoints) -> Mask:
    front = (1 - at.back) * rising(-0.02, 0.03, at.z)
    return np.asarray(
        front * _spread(at, 0.085, of.shoulder[1] - 0.06, 0.085, 0.075) * rising(0.09, 0.0, at.arm)
    )


def _flank(of: Zones, at: RestPoints) -> Mask:
    side = rising(0.06, 0.115, np.abs(at.x)) * band(of.hip + 0.08, of.shoulder[1] - 0.08, 0.06, at.y)
    return np.asarray(side * _trunk(at))


def _neck(of: Zones, at: RestPoints) -> Mask:
    around = band(of.neck - 0.03, of.head + 0.01, 0.03, at.y) * rising(0.13, 0.08, np.abs(at.x))
    face = rising(of.face - 0.025, of.face, at.z) * rising(of.neck + 0.02, of.neck + 0.05, at.y)
    return np.asarray(around * (1 - face))


def _shoulder_front(of: Zones, at: RestPoints) -> Mask:
    near = ((np.abs(at.x) - of.shoulder[0]) / 0.07) ** 2 + ((at.y - of.shoulder[1]) / 0.08) ** 2
    return np.asarray(np.exp(-(near**2)) * (1 - at.back))


def _buttock(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(at.back * _spread(at, 0.085, of.hip - 0.0, 0.085, 0.1))


def _thigh_back(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(at.back * band(of.knee + 0.06, of.hip - 0.1, 0.06, at.y))


def _outer_hip(of: Zones, at: RestPoints) -> Mask:
    return np.asarray(
        rising(0.09, 0.15, np.abs(at.x)) * band(of.hip - 0.14, of.hip + 0.08, 0.05, at.y) * _trunk(at)
    )


def _belly(of: Zones, at: RestPoints) -> Mask:
    return np.asarray((1 - at.back) * _spread(at, 0, of.waist - 0.02, 0.1, 0.12))


def _left(zone: Zone) -> Zone:
    return lambda of, at: np.asarray(zone(of, at) * rising(-0.015, 0.015, at.x))


def _right(zone: Zone) -> Zone:
    return lambda of, at: np.asarray(zone(of, at) * rising(0.015, -0.015, at.x))


def _only_back(zone: Zone) -> Zone:
    return lambda of, at: np.asarray(zone(of, at) * at.back)


def _only_front(zone: Zone) -> Zone:
    return lambda of, at: np.asarray(zone(of, at) * (1 - at.back))


ZONES: dict[str, Zone] = {
    "upper_back": _upper_back,
    "whole_back": _whole_back,
    "between_blades": _between_blades,
    "lower_back": _lower_back,
    "chest": _chest,
    "chest_left": _left(_chest),
    "chest_right": _right(_chest),
    "flank_left": _left(_flank),
    "flank_right": _right(_flank),
    "neck_back": _only_back(_neck),
    "neck_front": _only_front(_neck),
    "neck_left": _left(_neck),
    "neck_right": _right(_neck),
    "shoulder_front_left": _left(_shoulder_front),
    "shoulder_front_right": _right(_shoulder_front),
    "belly": _belly,
    "buttock_left": _left(_buttock),
    "buttock_right": _right(_buttock),
    "thigh_back": _thigh_back,
    "outer_hip_left": _left(_outer_hip),
    "outer_hip_right": _right(_outer_hip),
}


def placed(rest: Array, normals: Array, arm: Array) -> RestPoints:
    """Of (n, 3) points at rest with their normals; `arm` (n,) as above."""
    x, y, z = rest.T
    return RestPoints(x, y, z, arm, rising(0.25, -0.25, normals[:, 2]))
