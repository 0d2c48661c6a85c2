"""Faces: brows, lashes, lips and eyes, painted on skin at rest."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.person.body import Body
from bot.figure.person.body_zones import Mask, rising
from bot.figure.scene import Floats, linear

Colours = NDArray[Any]
"""(n, 3) linear."""

SCLERA, PUPIL = linear("#F4F1EC"), linear("#15110F")
IRIS_WIDE, PUPIL_WIDE = 0.47, 0.2
"""Radians from the middle of the eye."""


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

    def painted(self, colour: Colours, rest: NDArray[Any], lips: Mask, *, eyes_open: bool) -> Colours:
        """(n, 3) skin with the face on it; coordinates at rest, metres."""
        x, y, z = rest.T
        side, up = np.abs(x) - self.eye[0], y - self.eye[1]
        front = rising(self.eye[2] - 0.035, self.eye[2] - 0.02, z) * (np.abs(up) < 0.075)
        if self.features.beard:
            colour = _over(colour, linear(self.features.beard), 0.6 * self._beard(x, y, z))
        blush = np.exp(-(((side - 0.008) / 0.018) ** 2 + ((up + 0.034) / 0.014) ** 2)) * front
        colour = _over(colour, linear("#C96A5A"), 0.22 * blush)
        colour = _over(colour, linear(self.features.lips), 0.75 * np.clip(lips, 0, 1))
        brow = rising(0.0036, 0.0016, np.abs(up - 0.0235 + 9 * (side - 0.003) ** 2 - 0.05 * side))
        brow = brow * rising(0.0225, 0.017, np.abs(side - 0.002))
        lash_height = 0.006 if eyes_open else -0.0065
        bow = -14 if eyes_open else 14
        lash = rising(0.0022, 0.0009, np.abs(up - lash_height - bow * side**2)) * rising(
            0.0165, 0.013, np.abs(side)
        )
        return _over(colour, linear(self.features.brow), np.maximum(0.85 * brow, 0.8 * lash) * front)

    def _beard(self, x: Mask, y: Mask, z: Mask) -> Mask:
        """Jaw, chin and upper lip, up to the ears; its upper edge runs from the ear down and round the mouth."""
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
        """(n, 3): sclera, iris, pupil and a light in it; coordinates at rest."""
        side = np.abs(x) - self.eye[0]
        from_middle = np.arctan2(np.hypot(side, y - self.eye[1]), np.maximum(z - self.eye[2], 1e-6))
        colour = np.repeat(SCLERA[None], len(x), 0)
        colour = _over(colour, linear(self.features.iris), rising(IRIS_WIDE, IRIS_WIDE - 0.06, from_middle))
        colour = _over(colour, PUPIL, rising(PUPIL_WIDE, PUPIL_WIDE - 0.05, from_middle))
        spot = np.hypot(side + 0.002, y - self.eye[1] - 0.002)
        return _over(
            colour,
            np.ones(3, np.float32),
            0.9 * rising(0.0016, 0.0009, spot) * rising(0, 0.004, z - self.eye[2]),
        )


def _over(under: Colours, colour: Floats, share: Mask) -> Colours:
    part = np.asarray(share)[:, None]
    return np.asarray(under * (1 - part) + colour * part)
