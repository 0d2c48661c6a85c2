"""Checks hands that hold, rest or support: fingers and palm touch their object, the thumb is opposed, nothing is inside it."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from bot.figure.hand.grips import Manner
from bot.figure.person.skeleton import FINGERS
from bot.figure.pose.goals import Distance
from bot.figure.rotations import Array
from bot.figure.stage.acting import Posture
from bot.figure.stage.staging import Frame, PoseStage

NEAR, DEEP, DEEP_PALM = 0.01, 0.01, 0.015
"""Metres: the largest gap between fingers or palm and their object, and the largest depth in it. The ball of the thumb is
soft."""
BEFORE = 0.015
"""The least metres that an opposed thumb reaches out of the palm's plane."""
MIGHT_TOUCH = 0.04
"""Metres within which a hand that only reaches for the body counts as lying on it."""
CALLED = {1: "thumb", 2: "index finger", 3: "middle finger", 4: "ring finger", 5: "little finger"}
SIDES = {"L": "left", "R": "right"}
DOES = {"lies": "lies on", "hangs": "touches", "holds": "holds", "fist": "holds"}
_PALM = ("palm", "palm-heel")


class Holding:
    def __init__(self, stage: PoseStage) -> None:
        self._stage = stage
        self._fingers = {
            (side, finger): self._rows(
                [f"finger{finger}-{joint}.{side}" for joint in ((3,) if finger == 1 else (2, 3))]
            )
            for side in "LR"
            for finger in FINGERS
        }
        self._palms = {side: self._rows([f"wrist.{side}", f"finger3-1.{side}"]) for side in "LR"}

    def faults(self, frame: Frame, skin: Array) -> Iterator[str]:
        """`skin`: vertices of the undressed body before any flesh gives way. Hands that are taking hold or letting go are skipped."""
        posture, actor = frame.posture, self._stage.actor
        skeleton = actor.solver(posture.base).skeleton
        around = actor.closing.around(skeleton, frame.stance, posture.hands, posture.props)
        for side, ways in posture.hands.items():
            if len(ways) == 1 and (distance := around[side][0]) is not None:
                yield from self._hand(frame, skin, side, distance)

    def _hand(self, frame: Frame, skin: Array, side: str, distance: Distance) -> Iterator[str]:
        manner = frame.posture.hands[side][0][0]
        gaps = {CALLED[finger]: distance(skin[self._fingers[side, finger]]) for finger in FINGERS}
        palm = distance(skin[self._palms[side]])
        if manner.on_tips:
            nearest = min(float(gap.min()) for gap in gaps.values())
            yield from [f"{SIDES[side]} fingertips are {nearest * 100:.1f} cm off"] * (nearest > NEAR)
        elif _is_meant(frame.posture, side, manner) or palm.min() < MIGHT_TOUCH:
            if self._puts_palm(frame.posture, side, manner):
                gaps["palm"] = palm
            for what in (*_wrong(gaps), *self._thumb(frame, skin, side, gaps["thumb"])):
                yield f"{SIDES[side]} {what} what the hand {DOES[manner.name]}"

    def _thumb(self, frame: Frame, skin: Array, side: str, off: Array) -> Iterator[str]:
        manner = frame.posture.hands[side][0][0]
        rows = self._fingers[side, 1]
        fingers = np.concatenate([skin[self._fingers[side, finger]] for finger in (2, 3)])
        to_fingers = np.linalg.norm(skin[rows][:, None] - fingers, axis=2).min()
        gap = min(float(off.min()), float(to_fingers) if manner.opposed else np.inf)
        if gap > NEAR:
            yield f"thumb is {gap * 100:.1f} cm off"
        if manner.opposed and self._before(frame, skin[rows], side) < BEFORE:
            yield "thumb is not opposed to"

    def _before(self, frame: Frame, thumb: Array, side: str) -> float:
        hand = self._stage.actor.closing.hands[side]
        out = frame.stance.turns[hand.wrist] @ hand.axes.out
        root = frame.stance.places[self._stage.body.bones.index(f"finger2-1.{side}")]
        return float(((thumb - root) @ out).max())

    @staticmethod
    def _puts_palm(posture: Posture, side: str, manner: Manner) -> bool:
        return manner.opposed or any(f"{name}.{side}" in posture.touching for name in _PALM)

    def _rows(self, bones: list[str]) -> NDArray[np.intp]:
        columns = [number for number, bone in enumerate(self._stage.body.bones) if bone in bones]
        return np.nonzero(self._stage.body.skin.weights[:, columns].sum(1) > 0.5)[0]


def _wrong(gaps: Mapping[str, Array]) -> Iterator[str]:
    """`gaps`: metres of air under the skin, by part of the hand. The thumb is only checked for depth."""
    for part, gap in gaps.items():
        if part != "thumb" and gap.min() > NEAR:
            yield f"{part} is {gap.min() * 100:.1f} cm off"
        if gap.min() < -(DEEP_PALM if part == "palm" else DEEP):
            yield f"{part} is {-gap.min() * 100:.1f} cm inside"


def _is_meant(posture: Posture, side: str, manner: Manner) -> bool:
    return manner.opposed or any(f"{name}.{side}" in posture.touching for name in (*_PALM, "fingertips"))
