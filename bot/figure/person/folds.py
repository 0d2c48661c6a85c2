"""Draws the folds of cloth: where it creases at rest, and how joints deepen the creases."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.person.body import Body
from bot.figure.person.body_zones import Mask, RestPoints, rising
from bot.figure.person.clothes import Tailor
from bot.figure.rotations import Array

DARK, BRIGHT = 0.2, 0.05
"""The most that cloth is darker in a fold, and lighter between folds."""
LEAST = 0.35
"""The depth of folds where no joint bends the cloth."""


@dataclass(frozen=True, eq=False)
class Region:
    """Folds at one place. `phase` runs through a full turn from one fold to the next; `here` is 1 where they are. Bending the joint
    deepens them until it is bent by `full` radians.
    """

    phase: Mask
    here: Mask
    joint: tuple[str, str]
    full: float
    least: float = LEAST

    def depth(self, bending: float) -> Mask:
        return np.asarray(self.here * (self.least + (1 - self.least) * min(bending / self.full, 1)))


class Folds:
    """The folds are fixed to the cloth and move with it."""

    def __init__(self, body: Body, tailor: Tailor, place: RestPoints) -> None:
        self.bone = {name: number for number, name in enumerate(body.bones)}
        cloth = _Cloth(body, tailor, place)
        self.regions = [
            cloth.waist(),
            *(make(side) for side in "LR" for make in cloth.of_a_side),
        ]
        deepest = np.argmax([region.here for region in self.regions], axis=0)
        phases = np.stack([region.phase for region in self.regions])
        self.phase: Mask = np.take_along_axis(phases, deepest[None], 0)[0]

    def depth(self, turns: Array) -> Mask:
        """(n,) 0..1, for the world turns of all bones."""
        return np.asarray(np.max([each.depth(self._bending(turns, *each.joint)) for each in self.regions], 0))

    def _bending(self, turns: Array, upper: str, lower: str) -> float:
        between = turns[self.bone[upper]].T @ turns[self.bone[lower]]
        return float(np.arccos(np.clip((np.trace(between) - 1) / 2, -1, 1)))


def shading(phase: NDArray[Any], depth: NDArray[Any]) -> Mask:
    """The share by which cloth is darker: narrow in the folds, and a little lighter between them."""
    wave = 0.5 + 0.5 * np.cos(phase)
    return np.asarray(depth * (DARK * wave**3 - BRIGHT * (1 - wave) ** 2))


class _Cloth:
    def __init__(self, body: Body, tailor: Tailor, place: RestPoints) -> None:
        self.body, self.tailor, self.at = body, tailor, place
        self.out = np.abs(place.x)
        self.of_a_side: list[Callable[[str], Region]] = [
            self.armpit,
            self.sleeve,
            self.knee,
            self.hip,
            self.ankle,
        ]

    def waist(self) -> Region:
        at, above = self.at, self.at.y - self.tailor.waist
        here = rising(0.004, 0.03, above) * rising(0.17, 0.06, above) * rising(0.02, 0.0, at.arm)
        phase = 2 * np.pi * (above / 0.05 + 2.2 * at.z) + 1.1 * np.sin(14 * at.x + 1)
        return Region(phase, here * rising(0.03, 0.13, self.out), ("root", "spine01"), np.radians(40))

    def armpit(self, side: str) -> Region:
        shoulder = self.body.joint("upperarm01.L")
        across, up = 0.88 * shoulder[0] - self.out, self.at.y - shoulder[1] + 0.075
        away = np.hypot(across, up)
        here = rising(0.004, 0.02, away) * rising(0.11, 0.03, away) * rising(0.04, 0.01, self.at.arm)
        phase = 6.0 * np.arctan2(up, across) + 14 * away
        return self._region(side, phase, here, ("spine01", "upperarm01"), 80)

    def sleeve(self, side: str) -> Region:
        at = self.at
        here = rising(0.03, 0.06, at.arm) * rising(0.0, 0.035, self.tailor.cut.sleeve - at.arm)
        phase = 2 * np.pi * (at.arm / 0.07 + 8 * at.z) + 1.4 * np.sin(40 * at.z + 25 * at.arm)
        return self._region(side, phase, 0.75 * here, ("upperarm02", "lowerarm01"), 90)

    def knee(self, side: str) -> Region:
        above = self.at.y - self.body.joint("lowerleg01.L")[1]
        here = rising(0.08, 0.02, np.abs(above)) * (0.15 + 0.85 * self.at.back)
        return self._region(
            side, 2 * np.pi * above / 0.038 + 8 * self.out, here, ("upperleg01", "lowerleg01"), 80
        )

    def hip(self, side: str) -> Region:
        joint = self.body.joint("upperleg01.L")
        away = 0.71 * (self.at.y - joint[1] + 0.01) - 0.71 * (self.out - joint[0])
        here = rising(0.075, 0.015, np.abs(away)) * (1 - self.at.back) * rising(0.015, 0.04, self.out)
        here = here * rising(0.0, -0.02, self.at.y - self.tailor.waist)
        return self._region(side, 2 * np.pi * away / 0.05, here, ("root", "upperleg01"), 70)

    def ankle(self, side: str) -> Region:
        above = self.at.y - self.tailor.ankle
        here = rising(0.002, 0.015, above) * rising(0.1, 0.03, above)
        phase = 2 * np.pi * above / 0.036 + 2.0 * np.sin(45 * self.at.z + 8 * self.out)
        return self._region(side, phase, here, ("lowerleg01", "foot"), 45)

    def _region(self, side: str, phase: Mask, here: Mask, joint: tuple[str, str], full: float) -> Region:
        mine = (self.at.x > 0) if side == "L" else (self.at.x < 0)
        first, second = (bone if bone in {"root", "spine01"} else f"{bone}.{side}" for bone in joint)
        return Region(phase, here * mine, (first, second), float(np.radians(full)))
