"""Shirt and trousers, cut out of a shell around the body: where they end, and what colour they are."""

from dataclasses import dataclass

import numpy as np

from bot.figure.body import Body, Mesh
from bot.figure.rotations import Array, unit
from bot.figure.zones import Mask, rising

OVER, UNDER = 0.0045, 0.016
"""Metres that cloth lies over the shell, and that it sinks under the skin beyond its edge."""
HIDDEN = 0.013
"""Metres that skin sinks under cloth, lest it shine through where joints bend."""
HEM = 0.009
"""Metres from an edge to its seam."""


@dataclass(frozen=True)
class Cut:
    """`sleeve`: metres from the shoulder to the end of the sleeve. `leg`: metres from the ankle to the end of the trousers.
    `collar`: metres that the neckline is lower than the neck. `loose`: metres that the shirt hangs off the body."""

    shirt: str
    trousers: str
    sleeve: float = 0.15
    leg: float = 0.045
    collar: float = 0.022
    loose: float = 0.0


_ARM = ("upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist", "finger")


def along_arm(body: Body, mesh: Mesh) -> Array:
    """(n,) metres from the shoulder along the arm at rest; at most 0 on the trunk."""
    arm = mesh.weights[:, [n for n, bone in enumerate(body.bones) if bone.startswith(_ARM)]].sum(1)
    shoulder, elbow = body.joint("upperarm01.L"), body.joint("lowerarm01.L")
    left = mesh.vertices * np.where(mesh.vertices[:, :1] < 0, [-1.0, 1, 1], 1.0)
    along = (left - shoulder) @ unit(elbow - shoulder)
    return np.where(arm > 0.3, along, np.minimum(along, 0))


class Tailor:
    """Knows, for points of a body at rest, how far inside its clothes they are."""

    def __init__(self, body: Body, cut: Cut) -> None:
        self.body, self.cut = body, cut
        self.neck = body.joint("neck01")
        self.waist = float(body.joint("spine05")[1]) + 0.055
        self.ankle = float(body.joint("foot.L")[1]) + cut.leg

    def inside(self, rest: Array, arm: Array) -> Array:
        """(n,) metres from the nearest edge of what covers, negative where it is bare."""
        sleeve = self.cut.sleeve - arm
        # The neckline is a slanting plane, higher behind than in front.
        neckline = -(
            (rest[:, 1] - self.neck[1]) + 0.45 * (rest[:, 2] - self.neck[2]) + self.cut.collar - 0.024
        )
        neckline = np.where(np.abs(rest[:, 0]) < 0.12, neckline, 0.2)
        return np.minimum(np.minimum(sleeve, neckline), rest[:, 1] - self.ankle)

    def cloth_offset(self, inside: Array, rest: Array) -> Array:
        """(n,) metres outward: cloth over the skin within its edges, under it beyond."""
        over = OVER * rising(-0.003, 0.001, inside)
        shirt = rising(self.waist - 0.004, self.waist + 0.003, rest[:, 1])
        over = over + (0.003 + self.cut.loose) * shirt * rising(0.0, 0.02, inside)
        return np.asarray(over - UNDER * rising(0.001, -0.01, inside))

    @staticmethod
    def skin_offset(inside: Array) -> Array:
        return np.asarray(-HIDDEN * rising(0.012, 0.03, inside))

    def is_shirt(self, y: Mask) -> Mask:
        return rising(self.waist - 0.0015, self.waist + 0.0015, y)

    def seams(self, inside: Mask, y: Mask) -> Mask:
        """(n,) 0..1 where hems are stitched."""
        edge = rising(0.003, 0.0015, np.abs(inside - HEM))
        waist = rising(0.0025, 0.001, np.abs(y - self.waist - HEM))
        return np.maximum(edge, waist) * 0.5
