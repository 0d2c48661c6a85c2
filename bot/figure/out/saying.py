"""Measures in a pose what the words of its step claim, and reports untrue claims."""

from collections.abc import Iterable, Iterator

import numpy as np

from bot.figure.look.studio import at
from bot.figure.pose.bases import BASES
from bot.figure.pose.goals import FRAMES, pointing
from bot.figure.pose.poses import Still
from bot.figure.pose.sides import OWN_LEFT, flipped
from bot.figure.pose.step_claims import (
    BENDS,
    JOINTS,
    PARTS,
    Ahead,
    AnyClaim,
    Apart,
    At,
    Below,
    Bent,
    Bowed,
    Higher,
    Leaning,
    Points,
    Region,
    SameHeight,
    Stays,
    Turned,
    both_sides,
    pairs,
)
from bot.figure.rotations import Array, unit
from bot.figure.stage.acting import Posture
from bot.figure.stage.staging import PoseStage


def untrue(stage: PoseStage, still: Still) -> Iterator[str]:
    for pose in still.shown:
        measure = Measure(stage, stage.posture(at(pose, still.breath)))
        for claim in still.says:
            yield from measure.faults(claim)


class Measure:
    """Measures one posture, in metres and degrees."""

    def __init__(self, stage: PoseStage, posture: Posture) -> None:
        self._stage, self._posture = stage, posture
        solver = stage.actor.solver(posture.base)
        self._skeleton, self._seen = solver.skeleton, solver.seen(posture.freedoms)
        self._left: Array = BASES[posture.base].matrix[:, 0]

    def faults(self, claim: AnyClaim) -> Iterable[str]:
        match claim:
            case Below():
                return self._below(claim)
            case SameHeight() | Higher():
                return self._heights(claim)
            case Ahead():
                return self._ahead(claim)
            case At():
                return self._at(claim)
            case Apart():
                return self._apart(claim)
            case Points():
                return self._points(claim)
            case Bent():
                return self._bent(claim)
            case Turned() | Leaning() | Bowed():
                return self._trunk(claim)
            case Stays():
                return self._stays(claim)

    def point(self, name: str) -> Array:
        """Metres in the room. The name is a marker's or a joint's."""
        joint, _, side = name.partition(".")
        if joint in JOINTS:
            return np.asarray(self._seen.place(f"{JOINTS[joint]}.{side}")[0])
        return np.asarray(self._seen.point(name)[0])

    def direction(self, part: str) -> Array:
        bone, rest = pointing(self._skeleton, part)
        return np.asarray(self._seen.turn(bone)[0] @ rest)

    def _axes(self, region: Region) -> Array:
        return np.asarray(self._seen.turn(FRAMES[region])[0])

    def _below(self, claim: Below) -> Iterator[str]:
        for one, other in pairs(claim.below):
            x, y, z = self.point(one) - self.point(other)
            if (off := float(np.hypot(x, z))) > claim.within:
                yield f"{one} is {_cm(off)} beside the place below {other}"
            if y > 0:
                yield f"{one} is {_cm(y)} above {other}, not below"

    def _heights(self, claim: SameHeight | Higher) -> Iterator[str]:
        for one, other in pairs(claim.level if isinstance(claim, SameHeight) else claim.higher):
            higher = float(self.point(one)[1] - self.point(other)[1])
            if isinstance(claim, SameHeight) and abs(higher) > claim.within:
                yield f"{one} is {_cm(abs(higher))} off the height of {other}"
            if isinstance(claim, Higher) and higher < claim.by:
                yield f"{one} is {_cm(claim.by - higher)} too low to be higher than {other}"

    def _ahead(self, claim: Ahead) -> Iterator[str]:
        for one, other in pairs(claim.ahead):
            far = float((self.point(one) - self.point(other)) @ unit(np.array(claim.along, float)))
            if not claim.by[0] <= far <= claim.by[1]:
                yield f"{one} is {_cm(far)} ahead of {other}"

    def _at(self, claim: At) -> Iterator[str]:
        for one, other in pairs(claim.at):
            if (off := self._between(one, other)) > claim.within:
                yield f"{one} is {_cm(off)} away from {other}"

    def _between(self, one: str, other: str) -> float:
        """Metres from a point to another point, or to the surface of a thing."""
        place = self.point(one)[None]
        if other == "floor":
            return abs(float(self._stage.floor(place)[0]))
        if other in self._stage.fixed:
            return abs(float(self._stage.fixed[other].distance(place)[0]))
        return float(np.linalg.norm(place[0] - self.point(other)))

    def _apart(self, claim: Apart) -> Iterator[str]:
        far, wanted = (self._between(*pair) for pair in (claim.apart, claim.like))
        if abs(far - wanted) > claim.within:
            yield f"{claim.apart[0]} is {_cm(far)} from {claim.apart[1]}, not {_cm(wanted)}"

    def _points(self, claim: Points) -> Iterator[str]:
        axes = self._axes(claim.axes) if claim.axes else np.eye(3)
        left = OWN_LEFT if claim.axes else self._left
        for part in both_sides(claim.points, PARTS):
            is_mirrored = part != claim.points and part.endswith(".R")
            along = flipped(np.array(claim.along, float), left if is_mirrored else None)
            off = _angle(self.direction(part), axes @ along)
            if off > claim.within:
                yield f"{part} is {off:.0f}° off where it should point"

    def _bent(self, claim: Bent) -> Iterator[str]:
        joint, _, side = claim.bent.partition(".")
        for each in (side,) if side else "LR":
            upper, lower = (self.direction(f"{part}.{each}") for part in BENDS[joint])
            yield from _outside(f"{joint}.{each}", "bent", _angle(upper, lower), claim.degrees)

    def _trunk(self, claim: Turned | Leaning | Bowed) -> Iterator[str]:
        match claim:
            case Turned():
                left, _, front = self._within(claim.against, claim.turned, (0, 0, 1))
                return _outside(claim.turned, "turned", _degrees(left, front), claim.degrees)
            case Leaning():
                left, up, _ = self._within(claim.against, claim.leaning, (0, 1, 0))
                return _outside(claim.leaning, "leaning", _degrees(left, up), claim.degrees)
            case Bowed():
                _, up, front = self._within(claim.against, claim.bowed, (0, 1, 0))
                return _outside(claim.bowed, "bowed", _degrees(front, up), claim.degrees)

    def _within(self, against: Region, region: Region, along: tuple[float, float, float]) -> Array:
        """A direction of one part in the axes (left, up, front) of another."""
        return np.asarray(self._axes(against).T @ self._axes(region) @ np.array(along, float))

    def _stays(self, claim: Stays) -> Iterator[str]:
        before = Measure(self._stage, self._stage.posture(at(claim.since)))
        for name in (each for told in claim.stays for each, _ in pairs((told, told))):
            off = float(np.linalg.norm(self.point(name) - before.point(name)))
            if off > claim.within:
                yield f"{name} is {_cm(off)} from where it was"


def _outside(what: str, how: str, degrees: float, wanted: tuple[float, float]) -> Iterator[str]:
    if not wanted[0] <= degrees <= wanted[1]:
        yield f"{what} is {how} by {degrees:.0f}°, not {wanted[0]:.0f} to {wanted[1]:.0f}"


def _degrees(aside: float, along: float) -> float:
    return float(np.degrees(np.arctan2(aside, along)))


def _angle(one: Array, other: Array) -> float:
    return float(np.degrees(np.arccos(np.clip(unit(one) @ unit(other), -1, 1))))


def _cm(metres: float) -> str:
    return f"{metres * 100:.0f} cm"
