"""Turns the poses of a file into postures, and finds the postures between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import radians

import numpy as np

from bot.figure.hand.closing import Closing, Hands, Ways
from bot.figure.hand.hands import clasped, manners_of, of_closed_hands, of_side
from bot.figure.hand.held import Carrier
from bot.figure.person.body import Body
from bot.figure.person.skeleton import INDEX, NAMES, SPINE, Skeleton, Stance, ranges
from bot.figure.pose.bases import BASES
from bot.figure.pose.flesh import Flesh
from bot.figure.pose.goals import (
    FIRM,
    Aim,
    Clasp,
    Distance,
    Goal,
    InRange,
    KeepOut,
    Meet,
    Near,
    On,
    Pin,
    Rhythm,
    complaint,
)
from bot.figure.pose.markers import Markers
from bot.figure.pose.poses import Direction, Pose, PoseFile, Reach, Touch, resolved
from bot.figure.pose.props import Thing
from bot.figure.pose.sides import OWN_LEFT, flipped, same_side, sided
from bot.figure.pose.solver import Solver
from bot.figure.rotations import Array, eased

LOOSENESS: dict[str, float] = {
    "lumbar": 1.5,
    "thorax": 1.5,
    "neck": 1.5,
    "nod": 0.3,
    "root": 25,
    "clavicle": 30,
    "shoulder": 60,
    "shoulder.turn": 40,
    "elbow": 40,
    "forearm": 40,
    "wrist": 25,
    "hip": 40,
    "hip.out": 20,
    "hip.turn": 20,
    "knee": 40,
    "ankle": 25,
    "ankle.tilt": 8,
    "toes": 12,
}
"""Degrees away from the pose, or from its base where the pose says nothing, that count as one unit of error."""

BETWEEN: dict[str, float] = dict.fromkeys(LOOSENESS, 4.0) | {
    "lumbar": 0.8,
    "thorax": 0.8,
    "neck": 0.8,
    "nod": 0.3,
    "root": 3,
}
"""The same between two poses, whose postures are known."""

PLACE, PLACE_BETWEEN = 0.3, 0.04
"""The same for the root's place, in metres."""

SAME_PLACE = 0.012
"""Metres within which a marker counts as not having moved from one pose to the next."""

LETS_GO = 0.25
"""The share of the way within which a contact of only one of the two poses is released."""

GOOD_ENOUGH = 300.0
"""Below this sum of squared errors no other start is tried."""

ARMS: dict[str, dict[str, float]] = {
    "ahead": {"shoulder.lift": 0, "shoulder.across": 38, "shoulder.turn": 60, "elbow.bend": 10},
    "forearms": {"shoulder.lift": 0, "shoulder.across": 35, "shoulder.turn": 0, "elbow.bend": 90},
    "overhead": {"shoulder.lift": 80, "shoulder.across": 20, "shoulder.turn": 30, "elbow.bend": 10},
    "behind-head": {"shoulder.lift": 40, "shoulder.across": 10, "shoulder.turn": 0, "elbow.bend": 140},
    "crossed": {"shoulder.lift": -20, "shoulder.across": 60, "shoulder.turn": 60, "elbow.bend": 110},
}
"""Other arm positions to start from: a wrong start can lead into a dead end."""

BREATH = {"thorax.forward": -3.5, "clavicle.raise.L": 4.0, "clavicle.raise.R": 4.0, "neck.forward": 2.0}
"""Degrees at the height of a breath in: breastbone and shoulders rise by about a centimetre."""


@dataclass(frozen=True)
class Posture:
    """A solved pose. `touching`, by marker: the thing or marker it touches, and its place in the room."""

    name: str
    base: str
    freedoms: Array
    hands: Hands
    tint: dict[str, float]
    props: tuple[str, ...]
    touching: dict[str, tuple[str, Array]] = field(default_factory=dict)


class Actor:
    """`surfaces`, by name: the distance to the floor and to each standing thing."""

    def __init__(self, file: PoseFile, body: Body, surfaces: Mapping[str, Distance]) -> None:
        self.file, self.body, self.surfaces = file, body, surfaces
        self.markers, self.flesh = Markers(body), Flesh(body)
        self._range = ranges()
        self.closing = Closing(file, body, self.markers, surfaces)
        self._solvers: dict[str, Solver] = {}
        self._solved: dict[str, Posture] = {}
        self._fingers: dict[str, dict[str, Array]] = {}

    def solver(self, base: str) -> Solver:
        if base not in self._solvers:
            self._solvers[base] = Solver(Skeleton(self.body, BASES[base].matrix), self.markers)
        return self._solvers[base]

    def stance(self, posture: Posture) -> Stance:
        skeleton = self.solver(posture.base).skeleton
        return self.closing.stance(skeleton, posture.freedoms, posture.hands, posture.props)

    def carried(self, name: str, posture: Posture) -> Thing:
        skeleton = self.solver(posture.base).skeleton
        stance = skeleton.stance(posture.freedoms).single(0)
        return Carrier(skeleton, self.markers, stance).thing(self.file.props[name])

    def points(self, posture: Posture, names: tuple[str, ...]) -> Array:
        return np.asarray(self.solver(posture.base).seen(posture.freedoms).points(names)[0])

    def posture(self, name: str) -> Posture:
        """Solves poses in the order of the file, since later poses keep the contacts of earlier ones."""
        for each in self.file.poses:
            if each not in self._solved:
                self._solved[each] = self._solve(each)
            if each == name:
                break
        return self._solved[name]

    def between(self, first: Posture, second: Posture, share: float, breath: float = 0.0) -> Posture:
        """`breath`: 0 is out, 1 is in."""
        prior = first.freedoms + share * (second.freedoms - first.freedoms)
        for name, degrees in BREATH.items():
            prior[INDEX[name]] += radians(degrees) * breath
        goals: list[Goal] = [
            Near(prior, _looseness(BETWEEN, PLACE_BETWEEN)),
            InRange(*self._range),
            self.flesh,
        ]
        shown = first.props if share < 1 else second.props
        goals += self._pins_between(first, second, share)
        goals += self._letting_go(first, second, share, prior)
        goals += self._letting_go(second, first, 1 - share, prior)
        hands = {side: self._on_the_way(first, second, side, share) for side in "LR"}
        closed = of_closed_hands(first.hands) | of_closed_hands(second.hands)
        goals += self._outside(shown, first.touching.keys() & second.touching.keys() | closed)
        return Posture(
            f"{first.name}→{second.name}",
            first.base,
            self.solver(first.base).solve(prior, goals, rounds=12, good=2e-5),
            hands,
            _mixed(first.tint, second.tint, share),
            shown,
            {
                marker: (on, place + share * (second.touching[marker][1] - place))
                for marker, (on, place) in first.touching.items()
                if second.touching.get(marker, ("", 0))[0] == on
            },
        )

    def _on_the_way(self, first: Posture, second: Posture, side: str, share: float) -> Ways:
        (one, _), (other, _) = first.hands[side][0], second.hands[side][0]
        if share <= 0 or one.is_like(other):
            return first.hands[side]
        if share >= 1:
            return second.hands[side]
        kept = [manner.kept(self._bent(posture)[side]) for manner, posture in ((one, first), (other, second))]
        return (kept[0], 1 - eased(share)), (kept[1], eased(share))

    def _bent(self, posture: Posture) -> dict[str, Array]:
        if posture.name not in self._fingers:
            skeleton = self.solver(posture.base).skeleton
            self._fingers[posture.name] = self.closing.angles(
                skeleton, posture.freedoms, posture.hands, posture.props
            )
        return self._fingers[posture.name]

    def _pins_between(self, first: Posture, second: Posture, share: float) -> list[Goal]:
        goals: list[Goal] = []
        for marker, (on, place) in first.touching.items():
            if marker not in second.touching or second.touching[marker][0] != on:
                continue
            if on not in self.surfaces:
                goals.append(Meet(marker, on, self.apart(first.name, marker)))
                goals += self._clasp(marker, on)
                continue
            there = second.touching[marker][1]
            way = place + share * (there - place)
            stays = np.linalg.norm(there - place) < SAME_PLACE
            goals.append(Pin(marker, way, firm=FIRM if stays else FIRM / 20))
            if not stays:
                goals.append(On(marker, self.surfaces[on]))
        return goals

    def _letting_go(self, held: Posture, other: Posture, share: float, prior: Array) -> list[Goal]:
        """Contacts and reaches of `held` alone are released softly; otherwise they would end with a jerk. `prior` is where the
        markers would be without them. At share 0, where the person only breathes, reaches hold fully.
        """
        if not 0 <= share < LETS_GO:
            return []
        alone = {name for name, (on, _) in held.touching.items() if other.touching.get(name, ("",))[0] != on}
        names = (*sorted(alone), *(name for name, _, _ in sided(resolved(self.file, held.name).reach)))
        if not names:
            return []
        hold = 1 - eased(share / LETS_GO)
        seen = self.solver(held.base).seen
        there, free = seen(held.freedoms).points(names)[0], seen(prior).points(names)[0]
        ways = free + hold * (there - free)
        return [Pin(name, way, firm=hold * FIRM / 5) for name, way in zip(names, ways, strict=True)]

    def _solve(self, name: str) -> Posture:
        pose = resolved(self.file, name)
        like = self._solved.get(self.file.poses[name].like or "")
        if like is not None and like.base != (pose.base or self.file.base):
            like = None
        base_name = pose.base or self.file.base
        base, solver = BASES[base_name], self.solver(base_name)
        prior = self._prior(pose, base.freedoms())
        starts = [_with(like.freedoms, prior, _said(pose))] if like is not None else []
        goals = self._goals(pose, prior, base.matrix)
        freedoms = _best(
            solver, [*starts, prior, *(_with_arms(prior, arms) for arms in ARMS.values())], goals
        )
        touching = self._touching(pose, solver, freedoms)
        hands = self._hands(pose)
        return Posture(name, base_name, freedoms, hands, dict(pose.tint), self._props(pose), touching)

    def _hands(self, pose: Pose) -> Hands:
        held = {marker for name in self._props(pose) for marker in self.file.props[name].get("through", ())}
        return {side: ((manner, 1.0),) for side, manner in manners_of(pose, held).items()}

    def _prior(self, pose: Pose, prior: Array) -> Array:
        for place, value in enumerate(pose.at or ()):
            if value is not None:
                prior[place] = value
        if pose.lean is not None:
            prior[3:6] = np.radians(pose.lean)
        for region in SPINE:
            if region in pose.spine:
                first = INDEX[f"{region}.forward"]
                prior[first : first + 3] = np.radians(pose.spine[region])
        for name, degrees in pose.joints.items():
            for key in _both(name):
                prior[INDEX[key]] = radians(degrees)
        return prior

    def _goals(self, pose: Pose, prior: Array, axes: Array) -> list[Goal]:
        looseness = _looseness(LOOSENESS | pose.loose, PLACE)
        for name in pose.joints:
            for key in _both(name):
                looseness[INDEX[key]] = radians(pose.loose.get(name, 1.0))
        goals: list[Goal] = [Near(prior, looseness), InRange(*self._range), self.flesh]
        goals += [Rhythm(side, of_side(pose.shrug, side), of_side(pose.protract, side)) for side in "LR"]
        left = axes[:, 0]
        for name, touch, is_mirrored in sided(pose.touch):
            goals += self._touch(pose, name, touch, left if is_mirrored else None)
        for name, reach, is_mirrored in sided(pose.reach):
            goals.append(_pin(name, reach, left if is_mirrored else None))
        for name, direction, is_mirrored in sided(pose.aim):
            goals.append(_aim(name, direction, left if is_mirrored else None))
        touching = {name for name, _, _ in sided(pose.touch)}
        return goals + self._outside(self._props(pose), touching | of_closed_hands(self._hands(pose)))

    def apart(self, name: str, marker: str) -> float:
        """Metres that a pose keeps between a marker and the one it touches."""
        touches = {each: touch for each, touch, _ in sided(resolved(self.file, name).touch)}
        return touches[marker].apart if marker in touches else 0.0

    def complaints(self, name: str) -> list[str]:
        """Touches and reaches that fail by more than 4 mm, and directions by more than 8 degrees."""
        posture, pose = self.posture(name), resolved(self.file, name)
        base = BASES[posture.base]
        goals = self._goals(pose, self._prior(pose, base.freedoms()), base.matrix)
        seen = self.solver(posture.base).seen(posture.freedoms)
        return [line for goal in goals if (line := complaint(goal, seen))]

    def _touch(self, pose: Pose, name: str, touch: Touch, left: Array | None) -> list[Goal]:
        firm = FIRM * touch.firm
        other = same_side(touch.against, name, set(self.markers.names))
        if other in self.markers.names:
            return [Meet(name, other, touch.apart, firm / 2), *self._clasp(name, other)]
        goals: list[Goal] = []
        place = _floats(touch.at)
        if np.isnan(place).all() and (was := self._was(pose, name, touch.against)) is not None:
            return [Pin(name, was, firm=firm)]
        if not np.isnan(place).all():
            goals.append(Pin(name, flipped(place, left), firm=firm))
        if np.isnan(place).any():
            goals.append(On(name, self.surfaces[touch.against], firm))
        return goals

    def _clasp(self, marker: str, on: str) -> list[Goal]:
        joints, side = clasped(on), marker.partition(".")[2]
        if marker != f"palm.{side}" or joints is None:
            return []
        return [Clasp(side, *joints, self.flesh.thickness(*joints, self.markers.rest(on)))]

    def _was(self, pose: Pose, marker: str, on: str) -> Array | None:
        """Where the marker first touched the same thing from the same base; None if the pose says that the marker moves."""
        if marker in pose.moves or marker.rpartition(".")[0] in pose.moves or "all" in pose.moves:
            return None
        base = pose.base or self.file.base
        for posture in self._solved.values():
            if posture.base == base and posture.touching.get(marker, ("",))[0] == on:
                return posture.touching[marker][1]
        return None

    def _touching(self, pose: Pose, solver: Solver, freedoms: Array) -> dict[str, tuple[str, Array]]:
        seen = solver.seen(freedoms)
        names = set(self.markers.names)
        return {
            name: (same_side(touch.against, name, names), seen.point(name)[0])
            for name, touch, _ in sided(pose.touch)
        }

    def _props(self, pose: Pose) -> tuple[str, ...]:
        return tuple(self.file.props) if pose.props is None else pose.props

    def _outside(self, props: tuple[str, ...], touching: set[str]) -> list[Goal]:
        free = tuple(name for name in self.markers.names if name not in touching)
        return [
            KeepOut(free, self.surfaces[name], firm=FIRM / 3)
            for name in ("floor", *props)
            if name in self.surfaces
        ]


def _best(solver: Solver, starts: list[Array], goals: list[Goal]) -> Array:
    found = []
    for start in starts:
        freedoms = solver.solve(start, goals, rounds=90, good=1e-4)
        found.append((solver.cost(freedoms, goals), freedoms))
        if found[-1][0] < GOOD_ENOUGH:
            break
    return min(found, key=lambda each: each[0])[1]


def _looseness(degrees: Mapping[str, float], place: float) -> Array:
    values = np.empty(len(NAMES))
    for name, number in INDEX.items():
        sideless = name.rsplit(".", 1)[0] if name.endswith((".L", ".R")) else name
        keys = (name, sideless, sideless.partition(".")[0])
        values[number] = radians(next(degrees[key] for key in keys if key in degrees))
    values[:3] = place
    return values


def _with(freedoms: Array, prior: Array, names: list[str]) -> Array:
    chosen = [INDEX[name] for name in names]
    start = freedoms.copy()
    start[chosen] = prior[chosen]
    return start


def _with_arms(freedoms: Array, arms: Mapping[str, float]) -> Array:
    start = freedoms.copy()
    for name, degrees in arms.items():
        for side in "LR":
            start[INDEX[f"{name}.{side}"]] = radians(degrees)
    return start


def _said(pose: Pose) -> list[str]:
    spine = [f"{region}.{way}" for region in pose.spine for way in ("forward", "side", "turn")]
    return spine + [key for name in pose.joints for key in _both(name)]


def _both(name: str) -> tuple[str, ...]:
    return (name,) if name in INDEX else (f"{name}.L", f"{name}.R")


def _pin(name: str, reach: Reach, left: Array | None) -> Pin:
    axis = left if reach.within is None or left is None else OWN_LEFT
    return Pin(name, flipped(_floats(reach.to), axis), reach.within, FIRM / 3 * reach.firm)


def _aim(name: str, direction: Direction, left: Array | None) -> Aim:
    axis = left if direction.within is None or left is None else OWN_LEFT
    along = flipped(np.array(direction.along, float), axis)
    return Aim(name, along, direction.within, 12.0 * direction.firm)


def _floats(values: tuple[float | None, ...]) -> Array:
    return np.array([np.nan if value is None else value for value in values], float)


def _mixed(first: Mapping[str, float], second: Mapping[str, float], share: float) -> dict[str, float]:
    names = {*first, *second}
    return {
        name: first.get(name, 0) + share * (second.get(name, 0) - first.get(name, 0))
        for name in sorted(names)
    }
