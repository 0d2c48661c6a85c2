"""Named points on the skin, which pose files use for contacts and reaches."""

from dataclasses import dataclass

import numpy as np

from bot.figure.person.body import Body
from bot.figure.person.skeleton import Stance
from bot.figure.rotations import Array, unit

CLOTH = 0.004
"""Metres that shirt and trousers lie above the skin."""
WEAK = 0.15
"""The share up to which a bone does not count as carrying a marker."""
MOST_BONES = 5
"""The most bones that move a point of the skin; weaker ones are left out."""


@dataclass(frozen=True)
class MarkerSpot:
    """Where to look for a marker at rest.

    It is the point on the skin of `bones` that lies farthest toward `toward`, near a line. The line goes through a point `share` of
    the way from joint `start` to joint `end`, moved by `aside`, metres.
    """

    bones: tuple[str, ...]
    start: str
    end: str
    share: float
    toward: tuple[float, float, float]
    aside: tuple[float, float, float] = (0, 0, 0)
    clothed: bool = True


_TRUNK = ("spine", "root", "clavicle", "neck01")
_HEAD = ("head", "neck03")


def _spots_of_side(side: str) -> dict[str, MarkerSpot]:
    return _on_limbs(side) | _on_foot_and_trunk(side)


def _on_limbs(side: str) -> dict[str, MarkerSpot]:
    out = 1.0 if side == "L" else -1.0

    def of(*names: str) -> tuple[str, ...]:
        return tuple(f"{name}.{side}" for name in names)

    upper, lower = of("upperarm01", "upperarm02"), of("lowerarm01", "lowerarm02")
    thigh, shin = of("upperleg01", "upperleg02"), of("lowerleg01", "lowerleg02")
    arm = (f"upperarm01.{side}", f"lowerarm01.{side}")
    fore = (f"lowerarm01.{side}", f"wrist.{side}")
    leg = (f"upperleg01.{side}", f"lowerleg01.{side}")
    low = (f"lowerleg01.{side}", f"foot.{side}")
    return {
        "shoulder": MarkerSpot((f"clavicle.{side}", *upper), *arm, 0.05, (out, 0.3, 0)),
        "shoulder-back": MarkerSpot(
            (f"clavicle.{side}", "spine01", "spine01b", *upper), *arm, 0.0, (0, 0, -1)
        ),
        "elbow": MarkerSpot((*upper, *lower), *fore, 0.0, (0.35 * out, -0.4, -1), clothed=False),
        "elbow-inside": MarkerSpot((*upper, *lower), *fore, 0.0, (-out, -0.3, 0.2), clothed=False),
        "thigh-front": MarkerSpot(thigh, *leg, 0.55, (0, 0, 1)),
        "thigh-end": MarkerSpot(thigh, *leg, 0.74, (0, 0, 1)),
        "thigh-back": MarkerSpot(thigh, *leg, 0.5, (0, 0, -1)),
        "hip": MarkerSpot(("root", *thigh), *leg, 0.05, (out, 0, 0)),
        "outer-thigh": MarkerSpot(thigh, *leg, 0.6, (out, 0, 0)),
        "inner-knee": MarkerSpot((*thigh, *shin), *low, 0.02, (-out, 0, 0)),
        "outer-knee": MarkerSpot((*thigh, *shin), *low, 0.02, (out, 0, 0)),
        "knee": MarkerSpot((*thigh, *shin), *low, 0.06, (0, 0, 1)),
        "shin": MarkerSpot(shin, *low, 0.45, (0, 0, 1)),
        "shin-end": MarkerSpot(shin, *low, 0.8, (0, 0, 1)),
        "calf": MarkerSpot(shin, *low, 0.3, (0, 0, -1)),
        "outer-ankle": MarkerSpot((*shin, f"foot.{side}"), *low, 0.97, (out, 0, 0), clothed=False),
        "inner-ankle": MarkerSpot((*shin, f"foot.{side}"), *low, 0.97, (-out, 0, 0), clothed=False),
    }


def _on_foot_and_trunk(side: str) -> dict[str, MarkerSpot]:
    out = 1.0 if side == "L" else -1.0
    thigh = (f"upperleg01.{side}", f"upperleg02.{side}")
    foot = (f"foot.{side}", f"toe1-1.{side}")
    return {
        "instep": MarkerSpot((f"foot.{side}",), *foot, 0.7, (0, 0.9, 0.4), clothed=False),
        "heel": MarkerSpot((f"foot.{side}",), *foot, -0.25, (0, -1, 0), clothed=False),
        "heel-back": MarkerSpot((f"foot.{side}",), *foot, 0.0, (0, -0.4, -1), clothed=False),
        "ball": MarkerSpot((f"foot.{side}", f"toe1-1.{side}"), *foot, 1.0, (0, -1, 0), clothed=False),
        "little-ball": MarkerSpot(
            (f"foot.{side}", f"toe1-1.{side}"), *foot, 0.85, (0, -1, 0), (0.03 * out, 0, 0), clothed=False
        ),
        "toes": MarkerSpot((f"toe1-1.{side}",), *foot, 1.6, (0, 0, 1), clothed=False),
        "seat": MarkerSpot(("root", *thigh), "root", f"upperleg01.{side}", 0.75, (0, -0.7, -0.7)),
        "buttock": MarkerSpot(
            ("root", *thigh), "root", f"upperleg01.{side}", 0.75, (0, 0.1, -1), (0, 0.03, 0)
        ),
        "blade": MarkerSpot(_TRUNK, "spine01", f"upperarm01.{side}", 0.55, (0, 0, -1)),
        "blade-tip": MarkerSpot(_TRUNK, "spine02b", f"upperarm01.{side}", 0.42, (0, 0, -1), (0, -0.03, 0)),
        "rib": MarkerSpot(_TRUNK, "spine02b", f"upperarm01.{side}", 0.5, (out, 0, 0), (0, -0.08, 0)),
        "flank": MarkerSpot(_TRUNK, "spine03", "spine02", 0.75, (out, 0, 0.9), (0, 0.03, 0.02)),
        "lower-rib": MarkerSpot(_TRUNK, "spine03", "spine02", 0.6, (0, 0, 1), (0.08 * out, 0.03, 0)),
        "temple": MarkerSpot(_HEAD, "head", "head", 0, (out, 0.1, 0.1), (0, 0.06, 0.03), clothed=False),
        "ear": MarkerSpot(_HEAD, "head", "head", 0, (out, 0, 0), (0, 0.035, -0.015), clothed=False),
        "hip-bone": MarkerSpot(
            ("root", "spine05", *thigh), "root", "spine05", 0, (0, 0, 1), (0.1 * out, 0.04, 0)
        ),
    }


_MIDDLE = {
    "pubis": MarkerSpot(
        ("root", "upperleg01.L", "upperleg01.R"), "root", "root", 0, (0, -0.3, 1), (0, -0.035, 0)
    ),
    "belly": MarkerSpot(_TRUNK, "spine04", "spine03", 0.6, (0, 0, 1)),
    "ribs-front": MarkerSpot(_TRUNK, "spine03", "spine02", 0.9, (0, 0, 1)),
    "breastbone": MarkerSpot(_TRUNK, "spine01", "spine01b", 0.3, (0, 0, 1)),
    "sacrum": MarkerSpot(("root", "spine05", "spine04"), "root", "spine04", 0.35, (0, 0, -1)),
    "low-back": MarkerSpot(_TRUNK, "spine04", "spine03", 0.5, (0, 0, -1)),
    "back-t10": MarkerSpot(_TRUNK, "spine02", "spine02b", 0.5, (0, 0, -1)),
    "back-t7": MarkerSpot(_TRUNK, "spine02b", "spine01", 0.5, (0, 0, -1)),
    "back-t4": MarkerSpot(_TRUNK, "spine01", "spine01b", 0.6, (0, 0, -1)),
    "neck-back": MarkerSpot(
        ("neck01", "neck02", "spine01b"), "neck01", "neck02", 0, (0, 0, -1), clothed=False
    ),
    "chin": MarkerSpot(_HEAD, "head", "head", 0, (0, -0.6, 1), (0, -0.03, 0.09), clothed=False),
    "nose": MarkerSpot(_HEAD, "head", "head", 0, (0, 0, 1), (0, 0.03, 0.05), clothed=False),
    "forehead": MarkerSpot(_HEAD, "head", "head", 0, (0, 0.25, 1), (0, 0.1, 0.04), clothed=False),
    "head-back": MarkerSpot(_HEAD, "head", "head", 0, (0, 0, -1), (0, 0.085, 0), clothed=False),
    "crown": MarkerSpot(("head",), "head", "head", 0, (0, 1, 0), clothed=False),
}


_HAND = ("palm-heel", "palm", "fingertips", "hand-back", "knuckles", "fist", "little-edge", "thumb-side")
_FOREARM = ("forearm", "forearm-upper", "forearm-back")

NAMES: tuple[str, ...] = (
    *_MIDDLE,
    *(f"{name}.{side}" for side in "LR" for name in (*_spots_of_side(side), *_HAND, *_FOREARM)),
)


class Markers:
    """All named points of one body. Names with a side end in .L or .R."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._weights = body.weights
        self._chosen: dict[str, Array] = {}
        spots = dict(_MIDDLE)
        for side in "LR":
            spots |= {f"{name}.{side}": spot for name, spot in _spots_of_side(side).items()}
        self._rest: dict[str, Array] = {name: self._find(spot) for name, spot in spots.items()}
        for name in _MIDDLE:
            self._rest[name] = self._rest[name] * [0.0, 1, 1]
        for side in "LR":
            self._rest |= {f"{name}.{side}": place for name, place in self._of_hand(side).items()}
        self.names = tuple(self._rest)
        self._number = {name: place for place, name in enumerate(self.names)}
        rest = np.stack([self._rest[name] for name in self.names])
        pull = np.stack([self._weights_near(place) for place in rest])
        self._bones_of = np.argsort(-pull, axis=1)[:, :MOST_BONES]
        strongest = np.take_along_axis(pull, self._bones_of, 1)
        self._pull = strongest / strongest.sum(1, keepdims=True)
        self._carried = self._by_bone(rest)

    def rest(self, name: str) -> Array:
        return self._rest[name]

    def numbers(self, names: tuple[str, ...]) -> list[int]:
        return [self._number[name] for name in names]

    def places(self, stance: Stance) -> Array:
        """(many, markers, 3), metres."""
        # A point is a sum over bones, each with its axes and its joint: one product of matrices for all.
        axes = np.concatenate([stance.turns.swapaxes(-1, -2), stance.places[..., None, :]], axis=-2)
        return np.asarray(self._carried @ axes.reshape(len(axes), -1, 3))

    def _by_bone(self, rest: Array) -> Array:
        """(markers, 4 for each bone): the marker's place in the bone's axes and 1, both times the bone's share of it."""
        rows = np.arange(len(rest))[:, None]
        carried = np.zeros((len(rest), len(self._body.bones), 4))
        carried[rows, self._bones_of, :3] = rest[:, None] - self._body.joints[self._bones_of]
        carried[rows, self._bones_of, 3] = 1.0
        carried[rows, self._bones_of] *= self._pull[..., None]
        return carried.reshape(len(rest), -1)

    def limb(self, name: str) -> frozenset[str]:
        base, _, side = name.partition(".")
        if base in _HAND:
            hand = (
                f"wrist.{side}",
                *(f"finger{n}-{joint}.{side}" for n in range(1, 6) for joint in (1, 2, 3)),
            )
            return frozenset(hand) & frozenset(self._body.bones)
        row = self._number[name]
        strong = self._bones_of[row][self._pull[row] > WEAK]
        return frozenset(self._body.bones[bone] for bone in strong)

    def _bones(self, names: tuple[str, ...]) -> list[int]:
        return [place for place, bone in enumerate(self._body.bones) if bone.startswith(names)]

    def _find(self, spot: MarkerSpot) -> Array:
        body = self._body
        joints = body.joints
        at = {bone: place for place, bone in enumerate(body.bones)}
        start, end = joints[at[spot.start]], joints[at[spot.end]]
        near = start + spot.share * (end - start) + np.asarray(spot.aside)
        toward = unit(spot.toward)
        near_enough = np.nonzero(self._weights[:, self._bones(spot.bones)].sum(1) > 0.4)[0]
        away = body.vertices[near_enough] - near
        off_line = np.linalg.norm(away - (away @ toward)[:, None] * toward, axis=1)
        # A point beside the line counts as less far out.
        outermost = (away @ toward - off_line).argmax()
        place = np.asarray(body.vertices[near_enough[outermost]])
        return place + (CLOTH * toward if spot.clothed else 0)

    def _of_hand(self, side: str) -> dict[str, Array]:
        body = self._body
        at = {bone: place for place, bone in enumerate(body.bones)}

        def joint(name: str) -> Array:
            return np.asarray(body.joints[at[f"{name}.{side}"]])

        wrist, index, little, middle = (joint(n) for n in ("wrist", "finger2-1", "finger5-1", "finger3-1"))
        out = unit(np.cross(little - wrist, index - wrist)) * (1 if side == "L" else -1)
        tip = joint("finger3-3") + 0.9 * (joint("finger3-3") - joint("finger3-2"))
        elbow = joint("lowerarm01")
        thumbward = unit(index - little)
        hand = (f"wrist.{side}", f"finger1-1.{side}")
        fingers = tuple(f"finger{n}-1.{side}" for n in range(2, 6))
        arm = (f"lowerarm01.{side}", f"lowerarm02.{side}")
        across = wrist - elbow

        def skin(bones: tuple[str, ...], near: Array, toward: Array) -> Array:
            return self._skin(bones, near, toward)

        return {
            "palm-heel": skin((*hand, f"lowerarm02.{side}"), wrist + 0.3 * (middle - wrist), out),
            "palm": skin((*hand, *fingers), wrist + 0.85 * (middle - wrist), out),
            "fingertips": tip,
            "hand-back": skin((*hand, *fingers), wrist + 0.6 * (middle - wrist), -out),
            "knuckles": skin(fingers, joint("finger3-2"), -out),
            "fist": middle + 0.004 * unit(middle - wrist),
            "little-edge": skin((*hand, *fingers), wrist + 0.6 * (little - wrist), -thumbward),
            "thumb-side": skin((*hand, *fingers), wrist + 0.7 * (index - wrist), thumbward),
            "forearm": skin(arm, elbow + 0.62 * across, out),
            "forearm-upper": skin(arm, elbow + 0.3 * across, unit(out - thumbward)),
            "forearm-back": skin(arm, elbow + 0.5 * across, -out),
        }

    def _skin(self, bones: tuple[str, ...], near: Array, toward: Array) -> Array:
        body = self._body
        of_bones = np.nonzero(self._weights[:, self._bones(bones)].sum(1) > 0.4)[0]
        away = body.vertices[of_bones] - near
        off_line = np.linalg.norm(away - (away @ toward)[:, None] * toward, axis=1)
        return np.asarray(body.vertices[of_bones[(away @ toward - off_line).argmax()]])

    def _weights_near(self, place: Array) -> Array:
        nearest = np.linalg.norm(self._body.vertices - place, axis=1).argpartition(4)[:4]
        pull = self._weights[nearest].mean(0)
        return np.asarray(pull / pull.sum())
