"""Paints faces on skin at rest: brows, lashes, lips and eyes.

Coordinates are at rest, in metres.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.person.body import Body
from bot.figure.person.body_zones import Mask, rising
from bot.figure.scene import Floats, linear

Colours = NDArray[Any]
"""(n, 3) linear."""

SCLERA, PUPIL = linear("#EAE4DB"), linear("#1E1916")
IRIS_WIDE, PUPIL_WIDE = 0.55, 0.21
"""Radians from the middle of the eye."""
LOOKING_DOWN = 0.1
"""Radians that eyes look down at rest, so that a person told to look straight ahead does not stare."""
BROW, LASH, DARKER = 0.7, 0.8, 0.4
"""The strength of brows and of lashes, and the lashes' brightness as a share of the brows'."""


@dataclass(frozen=True)
class Features:
    brow: str
    lips: str
    iris: str = "#4A3324"
    beard: str | None = None


class Face:
    def __init__(self, body: Body, features: Features) -> None:
        self.features = features
        eyes = body.eyes.vertices
        self.eye = np.abs(eyes).mean(0)
        self.eye[1:] = eyes.mean(0)[1:]
        self.chin = float(body.skin.vertices[np.abs(body.skin.vertices[:, 0]) < 0.01][:, 2].max())
        self.head = body.joint("head")
        self.below = float(self.eye[1]) - 0.2
        self.seam, mouth = body.seam, body.skin.vertices[body.lips > 0]
        corner = mouth[mouth[:, 0].argmax()]
        self.corner, self.smile = float(corner[0]), float((corner[1] - self.seam) / corner[0] ** 2)

    def painted(self, colour: Colours, rest: NDArray[Any], lips: Mask, lids: Mask) -> Colours:
        x, y, z = rest.T
        side, up = np.abs(x) - self.eye[0], y - self.eye[1]
        front = rising(self.eye[2] - 0.035, self.eye[2] - 0.02, z) * (np.abs(up) < 0.075)
        if self.features.beard:
            colour = _over(colour, linear(self.features.beard), 0.6 * self._beard(x, y, z))
        blush = np.exp(-(((side - 0.008) / 0.018) ** 2 + ((up + 0.034) / 0.014) ** 2)) * front
        colour = _over(colour, linear("#C96A5A"), 0.22 * blush)
        colour = _over(colour, linear(self.features.lips), 0.75 * np.clip(lips, 0, 1))
        colour = _over(colour, 0.3 * linear(self.features.lips), 0.8 * self._seam(x, y) * front)
        hair = linear(self.features.brow)
        colour = _over(colour, hair, BROW * self._brow(side, up) * front)
        return _over(colour, DARKER * hair, LASH * rising(0.5, 0.8, lids) * front)

    @staticmethod
    def _brow(side: Mask, up: Mask) -> Mask:
        """A flat bow over the eye, thin outside. It is highest inside, since a brow that sinks to the nose looks cross."""
        thick = np.interp(side, [-0.02, -0.012, 0.004, 0.024], [0.002, 0.0028, 0.0025, 0.0011])
        away = np.abs(up - 0.0224 + 4.5 * (side - 0.003) ** 2 + 0.03 * side) / thick
        return np.asarray(rising(1.5, 0.5, away) * rising(0.0235, 0.0155, np.abs(side - 0.0025)))

    def _seam(self, x: Mask, y: Mask) -> Mask:
        away = np.abs(y - self.seam - self.smile * x * x)
        return np.asarray(rising(0.0011, 0.0004, away) * rising(self.corner, 0.85 * self.corner, np.abs(x)))

    def _beard(self, x: Mask, y: Mask, z: Mask) -> Mask:
        below_eye, side = self.eye[1] - y, np.abs(x)
        back = self.eye[2] - z
        upper = np.interp(
            side,
            [0.0, 0.012, 0.022, 0.034, 0.05, 0.062, 0.07],
            [0.047, 0.047, 0.052, 0.066, 0.062, 0.035, 0.0],
        )
        lower = 0.118 - 0.25 * np.clip(back - 0.02, 0, None)
        beneath = rising(0.0, -0.016, below_eye - lower)
        before_ear = rising(0.09, 0.075, back)
        return np.asarray(rising(-0.006, 0.01, below_eye - upper) * beneath * before_ear)

    def eyeball(self, x: Mask, y: Mask, z: Mask) -> Colours:
        side, up, front = np.abs(x) - self.eye[0], y - self.eye[1], np.maximum(z - self.eye[2], 1e-6)
        down = up + np.tan(LOOKING_DOWN) * front
        from_middle = np.arctan2(np.hypot(side, down), front)
        colour = np.repeat(SCLERA[None], len(x), 0)
        colour = _over(colour, linear(self.features.iris), rising(IRIS_WIDE, IRIS_WIDE - 0.1, from_middle))
        colour = _over(colour, PUPIL, rising(PUPIL_WIDE, PUPIL_WIDE - 0.07, from_middle))
        colour = np.asarray(colour * (1 - 0.55 * rising(-0.003, 0.005, up))[:, None])
        spot = np.hypot(side + 0.002, up - 0.0005)
        return _over(colour, np.ones(3, np.float32), 0.7 * rising(0.0014, 0.0005, spot) * (z > self.eye[2]))


def _over(under: Colours, colour: Floats, share: Mask) -> Colours:
    part = np.asarray(share)[:, None]
    return np.asarray(under * (1 - part) + colour * part)
