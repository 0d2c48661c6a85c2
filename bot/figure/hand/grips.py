"""Closes hands: fingers bend joint by joint until they touch an object, and the thumb meets it from the other side.

A hand's angles are (5, 4) degrees beyond rest, thumb first: the root sideways, then three joints.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from bot.figure.hand.fingers import Finger, fingers_of
from bot.figure.person.body import Body
from bot.figure.person.skeleton import Stance, hand_axes
from bot.figure.pose.goals import Distance
from bot.figure.rotations import Array, eased

PRESSED = 0.0015
"""Metres that a finger's pad gives way where it touches."""
STEP = 4.0
"""Degrees between the bends that are tried. The touching bend between two of them is interpolated."""
OPEN = (-32.0, -4.0, -4.0)
"""The least degrees that each joint of a finger is bent, from straight."""
ROUNDS = 9
MISSED, LOOSE = 0.012, (36.0, 30.0, 12.0)
"""Metres of air from which a finger counts as touching nothing, and the degrees that it is bent then."""


@dataclass(frozen=True, eq=False)
class Manner:
    """How a hand behaves.

    Degrees from straight, from index to little finger: `sideways` (4,), and `bends` (4, 3), which are the farthest if nothing is in
    the way. `thumb` (4,) is the thumb's rest. `closes`: the fingers bend until they touch. `opposed`: the thumb meets the fingers.
    `on_body`: the hand touches the body itself. `against`: the names of what it touches. `on_tips`: only the fingertips touch.
    `fixed`: a hand's angles that hold whatever is near.
    """

    name: str
    sideways: Array
    bends: Array
    thumb: Array
    closes: bool = False
    opposed: bool = False
    on_body: bool = False
    on_tips: bool = False
    against: tuple[str, ...] = ()
    fixed: Array | None = None

    def is_like(self, other: "Manner") -> bool:
        """True if a hand that changes from one to the other keeps holding the same thing."""
        same = (self.name, self.on_body, self.against) == (other.name, other.on_body, other.against)
        return same and np.allclose(self.bends, other.bends)

    def kept(self, angles: Array) -> "Manner":
        return replace(self, closes=False, fixed=angles)


def _rows(first: list[float], last: list[float]) -> Array:
    share = np.linspace(0, 1, 4)[:, None]
    return np.asarray((1 - share) * np.array(first) + share * np.array(last))


CLOSE = np.array([-9.0, -3.0, 1.0, 4.0])
"""Degrees that fingers move together from rest, where they are spread; positive toward the thumb."""

HANGS = Manner("hangs", CLOSE, _rows([20, 22, 10], [33, 42, 20]), np.array([8.0, 4.0, 6.0, 12.0]))
LIES = Manner(
    "lies", 0.4 * CLOSE, _rows([50, 40, 18], [64, 50, 26]), np.array([-22.0, 0.0, 0.0, 4.0]), closes=True
)
HOLDS = Manner(
    "holds",
    CLOSE,
    _rows([88, 104, 62], [88, 104, 62]),
    np.array([38.0, 6.0, 14.0, 22.0]),
    closes=True,
    opposed=True,
)
FIST = Manner(
    "fist",
    CLOSE,
    _rows([82, 100, 66], [86, 102, 66]),
    np.array([28.0, 18.0, 32.0, 38.0]),
    closes=True,
    opposed=True,
)
MANNERS = {manner.name: manner for manner in (HANGS, LIES, HOLDS, FIST)}


class Hand:
    def __init__(self, body: Body, side: str) -> None:
        self.wrist = body.bones.index(f"wrist.{side}")
        self.joint = body.joints[self.wrist]
        self.axes = hand_axes(body, side)
        self.thumb, *self.fingers = fingers_of(body, self.axes, side)
        self.rest = np.stack([finger.rest for finger in self.fingers])
        self.palm = self._palm()

    def _palm(self) -> Distance:
        """Balls along the bones of the palm, where a fist's fingers end. They are as thick as the roots of the fingers."""
        roots = np.stack([finger.joints[0] + finger.middles[0] for finger in self.fingers])
        share = np.linspace(0.35, 1, 5)[:, None, None]
        balls = (self.joint + share * (roots - self.joint)).reshape(-1, 3)
        return _round(balls, np.full(len(balls), 0.011))

    def mixed(self, ways: Sequence[tuple[Manner, float, Distance | None]], stance: Stance) -> Array:
        parts = [share * self.angles(manner, stance, around) for manner, share, around in ways]
        return np.asarray(np.sum(parts, axis=0))

    def angles(self, manner: Manner, stance: Stance | None, distance: Distance | None) -> Array:
        """`distance`: to the object that the hand closes round, in the room; None: the hand stays as it is in the air."""
        if manner.fixed is not None:
            return manner.fixed
        loose = np.column_stack([manner.sideways, manner.bends - self.rest])
        if not manner.closes or stance is None:
            return np.vstack([manner.thumb, loose])
        around = self._near(stance, distance)
        closed = np.stack(
            [self._closed(finger, row, around) for finger, row in zip(self.fingers, loose, strict=True)]
        )
        closed = self._alike(closed, loose, around)
        return np.vstack([self._thumb(manner, closed, around), closed])

    def _alike(self, closed: Array, farthest: Array, around: Distance) -> Array:
        """A finger that touches nothing lies as its neighbours do, or loosely if none of them touches anything."""
        air = [
            self._clearance(f, around, 1, row[None])[0] for f, row in zip(self.fingers, closed, strict=True)
        ]
        missed = eased(np.clip((np.array(air) - MISSED) / MISSED, 0, 1))
        number = np.arange(len(closed))
        pull = (1 - missed) * 0.2 ** np.abs(number[:, None] - number) + 1e-9 * np.eye(len(closed))
        bends = closed[:, 1:] + self.rest
        loose = np.minimum(farthest[:, 1:] + self.rest, LOOSE)
        found = np.clip(pull.sum(1, keepdims=True) / 0.03, 0, 1)
        others = found * (pull @ bends) / pull.sum(1, keepdims=True) + (1 - found) * loose
        bends = bends + missed[:, None] * (others - bends)
        return np.column_stack([closed[:, 0], bends - self.rest])

    def _near(self, stance: Stance, distance: Distance | None) -> Distance:
        turn, place = stance.turns[self.wrist], stance.places[self.wrist]

        def near(points: Array) -> Array:
            if distance is None:
                return np.full(len(points), np.inf)
            return distance((points - self.joint) @ turn.T + place)

        return near

    def _closed(self, finger: Finger, farthest: Array, around: Distance) -> Array:
        angles = np.array([farthest[0], *(np.array(OPEN) - finger.rest)])
        for joint in (1, 2, 3):
            air = partial(self._clearance, finger, around, joint - 1)
            angles[joint] = _until(air, angles, joint, farthest[joint])
        return angles

    def _clearance(self, finger: Finger, around: Distance, phalanx: int, angles: Array) -> Array:
        """(many,) metres of air between the finger, from a phalanx on, and its surroundings. Beyond the root the palm
        counts too.
        """
        balls = finger.balls(angles)
        gaps = around(balls[:, phalanx:].reshape(-1, 3)).reshape(len(angles), -1, balls.shape[2])
        gaps = gaps - finger.radii[phalanx:, None]
        past = max(phalanx, 1)
        own = self.palm(balls[:, past:].reshape(-1, 3)).reshape(len(angles), -1, balls.shape[2])
        own = own - finger.radii[past:, None]
        return np.asarray(np.minimum(gaps.min((1, 2)), own.min((1, 2))) + PRESSED)

    def _thumb(self, manner: Manner, closed: Array, around: Distance) -> Array:
        balls = np.concatenate(
            [finger.balls(row[None])[0] for finger, row in zip(self.fingers[:2], closed[:2], strict=True)]
        )
        radii = np.concatenate([finger.radii for finger in self.fingers[:2]])
        other = _round(balls.reshape(-1, 3), np.repeat(radii, balls.shape[1]))
        goal = _ThumbGoal(self.thumb, manner, around, other, balls[1, -1])
        found = _least(goal.errors, manner.thumb)
        missed = eased(np.clip((goal.air(found) - 2 * MISSED) / MISSED, 0, 1))
        return np.asarray(found + missed * (manner.thumb - found))


@dataclass(frozen=True, eq=False)
class _ThumbGoal:
    thumb: Finger
    manner: Manner
    around: Distance
    fingers: Distance
    index: Array

    def air(self, angles: Array) -> float:
        ends = self.thumb.balls(angles[None])[0, 2]
        return float((np.minimum(self.around(ends), self.fingers(ends)) - self.thumb.radii[2]).min())

    def errors(self, angles: Array) -> Array:
        balls = self.thumb.balls(angles)[:, 1:]
        shape = balls.shape[:3]
        flat = balls.reshape(-1, 3)
        gap = np.minimum(self.around(flat), self.fingers(flat)).reshape(shape) - self.thumb.radii[1:, None]
        gap = gap.reshape(len(angles), -1) + PRESSED
        parts = [(angles - self.manner.thumb) / 14, np.minimum(gap, 0) / 0.0008]
        parts.append(np.clip(gap[:, -2:], 0, 0.06) / 0.004)
        if self.manner.opposed:
            parts.append((balls[:, 1, -1] - self.index) / 0.02)
        return np.concatenate(parts, axis=1)


def _air(finger: Finger, around: Distance, angles: Array) -> float:
    balls = finger.balls(angles[None])[0, 1:]
    return float((around(balls.reshape(-1, 3)).reshape(2, -1) - finger.radii[1:, None]).min())


def _until(clearance: Callable[[Array], Array], angles: Array, joint: int, farthest: float) -> float:
    """Degrees at which one joint first touches, on the way from `angles` to `farthest`."""
    count = max(2, round(abs(farthest - angles[joint]) / STEP) + 1)
    ways = np.linspace(angles[joint], farthest, count)
    tried = np.repeat(angles[None], count, 0)
    tried[:, joint] = ways
    free = clearance(tried)
    touched = np.nonzero(free < 0)[0]
    if not len(touched):
        return float(farthest)
    first = touched[0]
    if first == 0:
        return float(
            ways[0] if free[0] >= free[: count // 3 + 1].max() else ways[free[: count // 3 + 1].argmax()]
        )
    share = free[first - 1] / (free[first - 1] - free[first])
    return float(ways[first - 1] + share * (ways[first] - ways[first - 1]))


def _least(errors: Callable[[Array], Array], start: Array) -> Array:
    angles, damping, small = start.astype(float), 1e-2, 0.05
    now = errors(angles[None])[0]
    for _ in range(ROUNDS):
        slopes = ((errors(angles + small * np.eye(len(angles))) - now) / small).T
        normal = slopes.T @ slopes
        normal[np.diag_indices_from(normal)] *= 1 + damping
        step = np.clip(np.linalg.solve(normal, -slopes.T @ now), -15, 15)
        trial = errors((angles + step)[None])[0]
        if trial @ trial < now @ now:
            angles, now, damping = angles + step, trial, damping / 4
        else:
            damping *= 8
    return angles


def nearest(distances: Sequence[Distance]) -> Distance | None:
    if not distances:
        return None
    return lambda points: np.asarray(np.min([distance(points) for distance in distances], axis=0))


def _round(middles: Array, radii: Array) -> Distance:
    def distance(points: Array) -> Array:
        away = points[:, None] - middles
        return np.asarray((np.sqrt(np.einsum("nkj,nkj->nk", away, away)) - radii).min(1))

    return distance
