"""Moves shoulder blades under a shirt: they glide over the ribs as collarbones and arms move, and lift the cloth.

Lengths are in metres. `turns` are the world turns of all bones, (bones, 3, 3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.figure.person.body import Body
from bot.figure.person.body_zones import REACH, Mask, RestPoints, Zones, rising, rounded, within
from bot.figure.rotations import Array, unit

OUTLINE = [
    (0.44, 1.04),
    (0.41, 0.9),
    (0.48, 0.64),
    (0.56, 0.6),
    (0.7, 0.72),
    (0.9, 0.9),
    (0.98, 1.02),
    (0.7, 1.05),
]
"""The left blade, in half widths of the shoulders and heights of the trunk (see `Zones.across`)."""
SOCKET = (0.86, 0.92)
WITH_ARM = 0.33
"""Degrees that a blade turns for each degree of the arm: a third, as in the rhythm of shoulder and arm (Inman)."""
BOUND = 0.04
"""The most metres that a blade glides toward the spine; there the two nearly meet."""
UPWARD = 0.7
"""The share of the shoulder's rise that a blade follows. The collarbone turns about its inner end, and the blade is nearer
to that end."""
RISE, WINGING = 0.004, 0.006
"""Metres that a blade stands out of the back at rest, and the metres added when it is drawn to the spine."""
LIGHT = 0.3
"""How much lighter a blade is than the shirt, as a share of the shade beside it."""
OVERLAP = 0.03
"""Metres that muscles overlap the blade's edge where they end."""
ENDING_THERE = ("between_blades", "rhomboids")


@dataclass(frozen=True, eq=False)
class Relief:
    """How the blades change the shirt at each point. `height`: how far it is lifted. `shade`: darker beside the inner edges, below
    0 (lighter) on the blades. `outward`: the distance from a blade's inner edge.
    """

    height: Mask
    shade: Mask
    outward: Mask

    def bounded(self, fields: Mask, names: Sequence[str]) -> Mask:
        """Ends the muscles between the blades at the blades' present edges. `fields` is (n, names)."""
        end = 0.5 - (self.outward - OVERLAP) / (2 * REACH)
        ends = np.array([name in ENDING_THERE for name in names], bool)
        return np.where(ends, np.minimum(fields, end[:, None]), fields)


class Blades:
    """The blades of one body, under points at rest."""

    def __init__(self, body: Body, zones: Zones, place: RestPoints) -> None:
        self.joints, self.count = body.joints, len(place.x)
        self.bone = {name: number for number, name in enumerate(body.bones)}
        self.outline, self.socket = rounded(zones.across(OUTLINE)), zones.across([SOCKET])[0]
        self.inner = float(self.outline[:, 0].min())
        wide, tall = zones.across([(1.15, 1.25)])[0]
        low = zones.across([(0, 0.4)])[0, 1]
        near = (np.abs(place.x) < wide) & (place.y > low) & (place.y < tall)
        self.at = np.flatnonzero(near & (place.back > 0.05) & (place.arm < 0.03))
        self.flat = np.stack([np.abs(place.x), place.y], 1)[self.at]
        self.left = place.x[self.at] > 0
        # Toward the arm the shoulder's muscle covers the blade.
        self.seen = place.back[self.at] * rising(0.95 * wide, 0.5 * wide, self.flat[:, 0])

    def relief(self, turns: Array) -> Relief:
        height, shade, outward = np.zeros(self.count), np.zeros(self.count), np.full(self.count, -1.0)
        for side, mine in (("L", self.left), ("R", ~self.left)):
            shift, angle = self._glide(side, turns)
            drawn, unmoved = max(0.0, -shift[0] / BOUND), self._unmoved(self.flat[mine], shift, angle)
            inside = within(self.outline, *unmoved.T)
            seen = self.seen[mine]
            height[self.at[mine]] = seen * (RISE + WINGING * drawn) * rising(-0.012, 0.02, inside)
            edge = rising(-0.022, -0.004, inside) * rising(0.014, -0.002, inside)
            upon = LIGHT * rising(0.004, 0.025, inside)
            shade[self.at[mine]] = seen * (0.55 + 0.45 * drawn) * (edge - upon)
            outward[self.at[mine]] = unmoved[:, 0] - self.inner
        return Relief(height, shade, outward)

    def _unmoved(self, points: Array, shift: Array, angle: float) -> Array:
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        return np.asarray((points - self.socket - shift) @ turn + self.socket)

    def _glide(self, side: str, turns: Array) -> tuple[Array, float]:
        """(2,) metres outward and up along the ribs, and the radians by which the lower tip turns outward."""
        chest, collar, arm = (
            self.bone[name] for name in ("spine01", f"clavicle.{side}", f"upperarm01.{side}")
        )
        elbow, mirror = self.bone[f"lowerarm01.{side}"], 1.0 if side == "L" else -1.0
        bar = self.joints[arm] - self.joints[collar]
        moved = turns[chest].T @ turns[collar] @ bar - bar
        # A collarbone that moves back along the ribs brings the blade toward the spine.
        across = max(mirror * moved[0] + moved[2], -BOUND)
        hanging = unit(self.joints[elbow] - self.joints[arm])
        lifted = np.arccos(np.clip([-(turns[chest].T @ turns[arm] @ hanging)[1], -hanging[1]], -1, 1))
        return np.array([across, UPWARD * moved[1]]), WITH_ARM * float(lifted[0] - lifted[1])
