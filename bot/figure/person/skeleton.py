"""The skeleton: which joints move how far, and where every bone stands for given angles.

A posture is a vector of *freedoms* in the order of `NAMES`: metres for the root's place, radians for the rest. Ball joints
(shoulder, hip) have a swing away from the middle of their range and a twist about it, so that no posture of an exercise comes near
a place where angles become ambiguous. Sides are mirrored: the same value means the same to the left and to the right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import radians

import numpy as np

from bot.figure.person.body import Body
from bot.figure.rotations import Array, about, bent, eased, frame, turned, twist, unit

SPINE = {
    "lumbar": {"spine05": 0.25, "spine04": 0.35, "spine03": 0.40},
    "thorax": {"spine02": 0.22, "spine02b": 0.28, "spine01": 0.28, "spine01b": 0.22},
    "neck": {"neck01": 0.30, "neck02": 0.25, "neck03": 0.20, "head": 0.25},
    "nod": {"neck03": 0.35, "head": 0.65},
}
"""How the bend of each region is shared among its joints. A nod bends the skull on the top of the neck, in addition to the
whole neck's bend. When the two go opposite ways, the head glides."""

_SIDE_FREEDOMS = (
    "clavicle.raise",
    "clavicle.forward",
    "shoulder.lift",
    "shoulder.across",
    "shoulder.turn",
    "elbow.bend",
    "forearm.turn",
    "wrist.bend",
    "wrist.tilt",
    "hip.bend",
    "hip.out",
    "hip.turn",
    "knee.bend",
    "ankle.bend",
    "ankle.tilt",
    "toes.bend",
)

NAMES: tuple[str, ...] = (
    *("root.x", "root.y", "root.z", "root.pitch", "root.yaw", "root.roll"),
    *(f"{region}.{way}" for region in SPINE for way in ("forward", "side", "turn")),
    *(f"{freedom}.{side}" for side in "LR" for freedom in _SIDE_FREEDOMS),
)
INDEX = {name: place for place, name in enumerate(NAMES)}

_SPINE_BONES = [bone for shares in SPINE.values() for bone in shares]
_SPINE_SHARES = np.array([[share] for shares in SPINE.values() for share in shares.values()])
_SPINE_FREEDOMS = np.array(
    [
        [INDEX[f"{region}.{way}"] for way in ("forward", "side", "turn")]
        for region in SPINE
        for _ in SPINE[region]
    ]
)
"""(bends, 3) freedoms. Each bend is one bone's share of a region; all are worked out at once."""

DEGREES: dict[str, tuple[float, float]] = {
    "lumbar.forward": (-30, 60),
    "lumbar.side": (-25, 25),
    "lumbar.turn": (-15, 15),
    "thorax.forward": (-30, 45),
    "thorax.side": (-35, 35),
    "thorax.turn": (-50, 50),
    "neck.forward": (-55, 55),
    "neck.side": (-42, 42),
    "neck.turn": (-75, 75),
    "nod.forward": (-20, 20),
    "nod.side": (-5, 5),
    "nod.turn": (-5, 5),
    "clavicle.raise": (-10, 45),
    "clavicle.forward": (-30, 38),
    "shoulder.lift": (-115, 115),
    "shoulder.across": (-110, 95),
    "shoulder.turn": (-70, 150),
    "elbow.bend": (0, 150),
    "forearm.turn": (-95, 95),
    "wrist.bend": (-80, 90),
    "wrist.tilt": (-30, 40),
    "hip.bend": (-75, 85),
    "hip.out": (-45, 75),
    "hip.turn": (-50, 55),
    "knee.bend": (-2, 158),
    "ankle.bend": (-62, 35),
    "ankle.tilt": (-25, 25),
    "toes.bend": (-40, 70),
}
"""Joint ranges of healthy adults with passive stretch, generously rounded (American Academy of Orthopaedic Surgeons'
tables; the spine by region after White and Panjabi, the low back's bending forward after the AMA's Guides). Shoulder and
hip count from the middle of their range."""

SHOULDER_MIDDLE = unit([0.62, 0.0, 0.78])
"""The left arm lifted to shoulder height, about fifty degrees forward from sideways."""
HIP_MIDDLE = radians(50)
"""How far the thigh is bent up from hanging straight."""


def _hip() -> tuple[Array, Array, Array]:
    """The turn that bends a thigh to the middle of its range, the thigh's direction then, and the axis that leads it outwards."""
    ahead = about([1, 0, 0], -HIP_MIDDLE)
    thigh = ahead @ np.array([0, -1.0, 0])
    return ahead, thigh, unit(np.cross(thigh, [1, 0, 0]))


def _shoulder(sign: float) -> tuple[Array, Array]:
    """The upper arm's direction in the middle of its range, and the level axis about which it is lifted."""
    middle = SHOULDER_MIDDLE * [sign, 1, 1]
    return middle, unit(np.cross([0, 1, 0], middle))


_HIP = _hip()
_SHOULDERS = {"L": _shoulder(1.0), "R": _shoulder(-1.0)}

FOLDING = (radians(95), radians(125))
"""Between these bends of a knee the shin comes in to lie along its thigh, as when one sits on the heels. The body at rest
stands with its legs apart, so a straight hinge would lead the heels out past the seat."""

FINGERS = (1, 2, 3, 4, 5)
"""The thumb is the first."""


def ranges() -> tuple[Array, Array]:
    """Least and greatest freedoms. The root has no limits."""
    low, high = np.full(len(NAMES), -np.inf), np.full(len(NAMES), np.inf)
    for name, place in INDEX.items():
        key = name.rsplit(".", 1)[0] if name.endswith((".L", ".R")) else name
        if key in DEGREES:
            low[place], high[place] = (radians(angle) for angle in DEGREES[key])
    return low, high


@dataclass(frozen=True, eq=False)
class HandAxes:
    """Unit vectors of a hand at rest: `out` of the palm, `along` to the middle finger, `thumbward` across."""

    out: Array
    along: Array
    thumbward: Array


def hand_axes(body: Body, side: str) -> HandAxes:
    wrist, index, middle, little = (
        body.joint(f"{bone}.{side}") for bone in ("wrist", "finger2-1", "finger3-1", "finger5-1")
    )
    out = unit(np.cross(little - wrist, index - wrist)) * (1 if side == "L" else -1)
    return HandAxes(out, unit(middle - wrist), unit(index - little))


def finger_axes(body: Body, hand: HandAxes, side: str, finger: int) -> tuple[Array, Array]:
    """A finger's axes at rest: sideways at its root, toward the thumb; and inward at each joint. The thumb instead comes round
    before the palm, and bends across it.
    """
    first, last = (body.joint(f"finger{finger}-{joint}.{side}") for joint in (1, 3))
    along = unit(last - first)
    if finger == 1:
        return unit(np.cross(hand.thumbward, hand.out)), unit(np.cross(along, -hand.thumbward))
    return unit(np.cross(hand.along, hand.thumbward)), unit(np.cross(along, hand.out))


@dataclass(frozen=True)
class Stance:
    """World `turns` (..., bones, 3, 3) and joint `places` (..., bones, 3), metres."""

    turns: Array
    places: Array

    def single(self, number: int) -> "Stance":
        return Stance(self.turns[number], self.places[number])


class Skeleton:
    """The columns of `base` (3, 3) are the directions of the body's own left, up and front in the room."""

    def __init__(self, body: Body, base: Array) -> None:
        self.body, self.base = body, base
        self.bones, self.parents, self.joints = body.bones, body.parents, body.joints
        self.at = {bone: place for place, bone in enumerate(self.bones)}
        self._order = _from_root_outwards(self.parents)
        self.hands = {side: hand_axes(body, side) for side in "LR"}
        self._finger_axes = {
            (side, finger): finger_axes(body, self.hands[side], side, finger)
            for side in "LR"
            for finger in FINGERS
        }
        self._arms = {side: self._arm_frames(side) for side in "LR"}
        self._astride = {side: self._slants(side) for side in "LR"}

    def stance(
        self, freedoms: Array, *, twists: bool = False, fingers: Mapping[str, Array] | None = None
    ) -> Stance:
        """Takes (many, freedoms); the stance has the same leading axis. `twists` spreads the turn of a limb along it, as flesh
        does, without moving joints. `fingers`, by side: (5, 4) degrees beyond rest, thumb first, of the root sideways and of three
        joints.
        """
        local = self._local(np.atleast_2d(freedoms))
        for side, angles in (fingers or {}).items():
            local |= self._fingers(side, np.radians(angles))
        stance = self._chain(local, np.atleast_2d(freedoms)[:, :3])
        return self._spread_twists(stance, np.atleast_2d(freedoms)) if twists else stance

    def _unit_of(self, start: str, end: str) -> Array:
        return unit(self.joints[self.at[end]] - self.joints[self.at[start]])

    def _arm_frames(self, side: str) -> tuple[Array, Array, Array, Array, float]:
        """Upper arm and forearm at rest, the elbow's axis, the turn from rest to the middle of the range, and the elbow's bend at
        rest in radians.
        """
        upper = self._unit_of(f"upperarm01.{side}", f"lowerarm01.{side}")
        lower = self._unit_of(f"lowerarm01.{side}", f"wrist.{side}")
        hinge = unit(np.cross(upper, lower))
        middle, level = _SHOULDERS[side]
        bend = float(np.arctan2(np.linalg.norm(np.cross(upper, lower)), upper @ lower))
        return upper, lower, hinge, frame(middle, -level) @ frame(upper, hinge).T, bend

    def _local(self, q: Array) -> dict[str, Array]:
        local = {"root": self.base @ turned(q[:, 3:6])}
        bends = bent(q[:, _SPINE_FREEDOMS] * _SPINE_SHARES)
        for number, bone in enumerate(_SPINE_BONES):
            own = bends[:, number]
            local[bone] = local[bone] @ own if bone in local else own
        for side in "LR":
            local |= self._arm(q, side) | self._leg(q, side)
        return local

    def _arm(self, q: Array, side: str) -> dict[str, Array]:
        def of(name: str) -> Array:
            return q[:, INDEX[f"{name}.{side}"]]

        sign = 1.0 if side == "L" else -1.0
        _, lower, hinge, to_middle, rest_bend = self._arms[side]
        middle, level = _SHOULDERS[side]
        swing = turned(
            -of("shoulder.lift")[:, None] * level
            + sign * of("shoulder.across")[:, None] * np.array([0, -1.0, 0])
        )
        own = about(middle, sign * of("shoulder.turn"))
        hand = self.hands[side]
        across_palm = sign * unit(np.cross(hand.out, hand.along))
        return {
            f"clavicle.{side}": about([0, 1, 0], -sign * of("clavicle.forward"))
            @ about([0, 0, 1], sign * of("clavicle.raise")),
            f"upperarm01.{side}": swing @ own @ to_middle,
            f"lowerarm01.{side}": about(hinge, of("elbow.bend") - rest_bend)
            @ about(lower, sign * of("forearm.turn")),
            f"wrist.{side}": about(across_palm, sign * of("wrist.bend"))
            @ about(hand.out, sign * of("wrist.tilt")),
        }

    def palm(self, side: str) -> Array:
        return self.hands[side].out

    def _leg(self, q: Array, side: str) -> dict[str, Array]:
        def of(name: str) -> Array:
            return q[:, INDEX[f"{name}.{side}"]]

        sign = 1.0 if side == "L" else -1.0
        ahead, thigh, sideways = _HIP
        swing = turned(
            -of("hip.bend")[:, None] * np.array([1.0, 0, 0]) + sign * of("hip.out")[:, None] * sideways
        )
        return {
            f"upperleg01.{side}": swing @ about(thigh, -sign * of("hip.turn")) @ ahead,
            f"lowerleg01.{side}": self._folded(side, of("knee.bend")) @ about([1, 0, 0], of("knee.bend")),
            f"foot.{side}": about([1, 0, 0], -of("ankle.bend")) @ about([0, 0, 1], sign * of("ankle.tilt")),
            f"toe1-1.{side}": about([1, 0, 0], -of("toes.bend")),
        }

    def _slants(self, side: str) -> float:
        """Radians that thigh and shin together lean out at rest, positive to the left."""
        thigh = self._unit_of(f"upperleg01.{side}", f"lowerleg01.{side}")
        shin = self._unit_of(f"lowerleg01.{side}", f"foot.{side}")
        return float(np.arctan2(thigh[0], -thigh[1]) + np.arctan2(shin[0], -shin[1]))

    def _folded(self, side: str, bend: Array) -> Array:
        first, last = FOLDING
        return about(
            [0, 0, 1], self._astride[side] * eased(np.clip((bend - first) / (last - first), 0.0, 1.0))
        )

    def _fingers(self, side: str, angles: Array) -> dict[str, Array]:
        local = {}
        for finger, (aside, *bends) in zip(FINGERS, angles, strict=True):
            sideways, bend = self._finger_axes[side, finger]
            for joint, angle in enumerate(bends, 1):
                local[f"finger{finger}-{joint}.{side}"] = about(bend, np.array([angle]))
            root = f"finger{finger}-1.{side}"
            local[root] = about(sideways, np.array([aside])) @ local[root]
        return local

    def _chain(self, local: dict[str, Array], root: Array) -> Stance:
        many = len(root)
        turns = np.empty((many, len(self.bones), 3, 3))
        places = np.empty((many, len(self.bones), 3))
        for bone in self._order:
            parent, own = self.parents[bone], local.get(self.bones[bone])
            if parent < 0:
                turns[:, bone], places[:, bone] = own, root
                continue
            turns[:, bone] = turns[:, parent] if own is None else turns[:, parent] @ own
            step = self.joints[bone] - self.joints[parent]
            places[:, bone] = places[:, parent] + turns[:, parent] @ step
        return Stance(turns, places)

    def _spread_twists(self, stance: Stance, q: Array) -> Stance:
        turns = stance.turns.copy()
        for side in "LR":
            for first, end in (
                ("upperarm01", "lowerarm01"),
                ("upperleg01", "lowerleg01"),
            ):
                bone, parent = self.at[f"{first}.{side}"], self.parents[self.at[f"{first}.{side}"]]
                axis = self._unit_of(f"{first}.{side}", f"{end}.{side}")
                angle = twist(turns[:, parent].swapaxes(-1, -2) @ turns[:, bone], axis)
                turns[:, bone] = turns[:, bone] @ about(axis, -0.6 * angle)
            lower = self._arms[side][1]
            angle = (1.0 if side == "L" else -1.0) * q[:, INDEX[f"forearm.turn.{side}"]]
            turns[:, self.at[f"lowerarm01.{side}"]] = turns[:, self.at[f"lowerarm01.{side}"]] @ about(
                lower, -0.75 * angle
            )
            turns[:, self.at[f"lowerarm02.{side}"]] = turns[:, self.at[f"lowerarm02.{side}"]] @ about(
                lower, -0.3 * angle
            )
        return Stance(turns, stance.places)


def _from_root_outwards(parents: list[int]) -> list[int]:
    order: list[int] = []
    while len(order) < len(parents):
        order += [
            bone
            for bone, parent in enumerate(parents)
            if bone not in order and (parent < 0 or parent in order)
        ]
    return order
