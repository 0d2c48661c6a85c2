"""Models a hand's fingers as rows of balls that bend. Places are in the axes of the hand at rest, in metres."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.figure.person.body import Body
from bot.figure.person.skeleton import FINGERS, HandAxes, finger_axes
from bot.figure.rotations import Array, about, unit

SHARES = np.array([0.4, 0.7, 1.0])
"""The places of a phalanx's balls, as shares of its length. None is at its near end, since the joint always touches."""


@dataclass(frozen=True, eq=False)
class Finger:
    """`joints` (3, 3) and `tip` (3,) at rest. `sideways`: the axis of the root. `bend`: the axis of every joint. `middles` (3, 3):
    from the line of the bones to the middle of each phalanx's flesh. `radii` (3,).
    """

    joints: Array
    tip: Array
    sideways: Array
    bend: Array
    middles: Array
    radii: Array
    rest: Array
    """(3,) degrees that each joint is bent at rest, counted from the plane of the palm."""

    def balls(self, angles: Array) -> Array:
        """Takes (many, 4) degrees, of the root sideways and of the three joints. Gives (many, phalanx, ball, 3) places."""
        turns = self._turns(np.radians(angles))
        ends = np.concatenate([self.joints, self.tip[None]])
        start = np.repeat(self.joints[:1], len(angles), 0)
        rows = []
        for number, turn in enumerate(turns):
            local = SHARES[:, None] * self._reach(number) + self.middles[number]
            rows.append(start[:, None] + np.einsum("mij,kj->mki", turn, local))
            start = start + turn @ (ends[number + 1] - ends[number])
        return np.stack(rows, 1)

    def _reach(self, number: int) -> Array:
        if number < 2:
            return np.asarray(self.joints[number + 1] - self.joints[number])
        bone = self.tip - self.joints[number]
        return np.asarray(bone * (1 - self.radii[number] / np.linalg.norm(bone)))

    def _turns(self, radians: Array) -> list[Array]:
        first = about(self.sideways, radians[:, 0]) @ about(self.bend, radians[:, 1])
        second = first @ about(self.bend, radians[:, 2])
        return [first, second, second @ about(self.bend, radians[:, 3])]


def fingers_of(body: Body, axes: HandAxes, side: str) -> tuple[Finger, ...]:
    return tuple(_finger(body, axes, side, number) for number in FINGERS)


def _finger(body: Body, axes: HandAxes, side: str, number: int) -> Finger:
    names = [f"finger{number}-{joint}.{side}" for joint in (1, 2, 3)]
    bones = [body.bones.index(name) for name in names]
    joints = body.joints[bones]
    last = body.vertices[body.weights[:, bones[2]] > 0.5]
    tip = last[((last - joints[2]) @ unit(joints[2] - joints[1])).argmax()]
    sideways, bend = finger_axes(body, axes, side, number)
    ends = np.concatenate([joints, tip[None]])
    flesh = [_flesh(body, bones[n], ends[n], ends[n + 1], bend) for n in range(3)]
    middles, radii = np.stack([each[0] for each in flesh]), np.array([each[1] for each in flesh])
    return Finger(joints, tip, sideways, bend, middles, radii, _bends(ends, bend, axes.out))


def _flesh(body: Body, bone: int, start: Array, end: Array, bend: Array) -> tuple[Array, float]:
    """The shift from the bone's line to the middle of the flesh, in the plane of bending, and the flesh's radius."""
    along = unit(end - start)
    skin = body.vertices[body.weights[:, bone] > 0.6] - start
    level = skin @ along / np.linalg.norm(end - start)
    inward = unit(np.cross(bend, along))
    depth = (skin @ inward)[(level > 0.35) & (level < 0.85)]
    low, high = np.quantile(depth, [0.05, 0.95])
    return inward * (low + high) / 2, float(high - low) / 2


def _bends(ends: Array, bend: Array, out: Array) -> Array:
    ways = unit(np.diff(ends, axis=0))
    lifts = [float(np.arcsin(ways[0] @ out))]
    for before, after in pairwise(ways):
        lifts.append(float(np.arcsin(np.cross(before, after) @ bend)))
    return np.asarray(np.degrees(lifts))
