"""Checks every frame as an illustrator would: joints in range, contacts made, nothing inside anything, all in view.

Lengths are in metres; points are (n, 3).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from bot.figure.look.camera import Camera, Size
from bot.figure.out.holding import Holding
from bot.figure.person.shell import Shell
from bot.figure.person.skeleton import NAMES, ranges
from bot.figure.rotations import Array
from bot.figure.stage.acting import Posture
from bot.figure.stage.staging import Frame, PoseStage

TOUCHING, STAYING, INSIDE = 0.01, 0.01, 0.01
"""Metres: the largest gap of a contact, drift of a fixed point, and depth inside another thing."""
IN_RANGE = np.radians(1.5)
FILLED, TAKEN = 0.6, 0.25
"""The least share of the picture's width or height that the figure's box fills, and of its area."""
SECOND_HEIGHT = 0.35
"""The least share of the picture's height that a figure fills in a view beside the first one."""
NEAREST_EDGE = 0.015
"""Share of the picture that stays free round the figure."""
JUMP = 0.03
"""Metres by which a joint's step may change from one frame to the next: fast movement is fine, a jerk is not."""

LIMBS: dict[str, tuple[str, ...]] = {
    "left arm": ("lowerarm01.L", "lowerarm02.L", "wrist.L", "finger"),
    "right arm": ("lowerarm01.R", "lowerarm02.R", "wrist.R", "finger"),
    "left upper arm": ("upperarm01.L", "upperarm02.L"),
    "right upper arm": ("upperarm01.R", "upperarm02.R"),
    "left thigh": ("upperleg01.L", "upperleg02.L"),
    "right thigh": ("upperleg01.R", "upperleg02.R"),
    "left shin": ("lowerleg01.L", "lowerleg02.L", "foot.L", "toe1-1.L"),
    "right shin": ("lowerleg01.R", "lowerleg02.R", "foot.R", "toe1-1.R"),
    "trunk": ("root", "spine", "clavicle"),
    "head": ("head", "neck03"),
}
JOINED = {
    *(frozenset({f"{side} arm", f"{side} upper arm"}) for side in ("left", "right")),
    *(frozenset({f"{side} upper arm", "trunk"}) for side in ("left", "right")),
    *(frozenset({f"{side} thigh", f"{side} shin"}) for side in ("left", "right")),
    *(frozenset({f"{side} thigh", "trunk"}) for side in ("left", "right")),
    frozenset({"left thigh", "right thigh"}),
    frozenset({"head", "trunk"}),
}
"""Neighbours. Flesh that meets at a joint is no collision."""


@dataclass(frozen=True)
class PostureFault:
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Checker:
    """Holds what is worked out once for all frames of a stage."""

    def __init__(self, stage: PoseStage) -> None:
        self.stage = stage
        self._range = ranges()
        skin = stage.body.skin
        self._parts = _parts(stage.body.bones, skin.weights)
        self._shell = Shell(skin, stage.body.joints)
        self._holding = Holding(stage)

    def faults(self, frames: Mapping[str, Frame]) -> Iterator[PostureFault]:
        for where, frame in frames.items():
            skin = self._shell.pose(frame.stance.turns, frame.stance.places)
            found = (
                *self.joints(frame.posture),
                *self.touches(frame.posture),
                *self.gaps(frame.posture, skin),
                *self._holding.faults(frame, skin),
            )
            for what in (*found, *self.inside(frame, skin)):
                yield PostureFault(where, what)

    def joints(self, posture: Posture) -> Iterator[str]:
        low, high = self._range
        beyond = np.maximum(posture.freedoms - high, low - posture.freedoms)
        for number in np.nonzero(beyond > IN_RANGE)[0]:
            yield f"{NAMES[number]} is {np.degrees(beyond[number]):.0f}° beyond its range"

    def touches(self, posture: Posture) -> Iterator[str]:
        actor = self.stage.actor
        for marker, (against, _) in posture.touching.items():
            point = actor.points(posture, (marker,))
            if against in actor.surfaces:
                off = abs(float(actor.surfaces[against](point)[0]))
            else:
                off = float(np.linalg.norm(point - actor.points(posture, (against,))))
                off -= self._apart(posture, marker)
            if abs(off) > TOUCHING:
                yield f"{marker} is {off * 100:.1f} cm off {against}"

    def gaps(self, posture: Posture, skin: Array) -> Iterator[str]:
        """Markers that a pose keeps apart may lie within or beside the touching spot. So the skins themselves must
        meet, unless both hold one thing.
        """
        markers, props = self.stage.actor.markers, self.stage.file.props
        for marker, (against, _) in posture.touching.items():
            if against not in markers.names or self._apart(posture, marker) <= TOUCHING:
                continue
            if any({marker, against} <= {*props[name].get("through", ())} for name in posture.props):
                continue
            one, other = (self._skin_of(markers.limb(name)) for name in (marker, against))
            gap = float(cKDTree(skin[other]).query(skin[one])[0].min())
            if gap > TOUCHING:
                yield f"{marker} is {gap * 100:.1f} cm of air off {against}"

    def _skin_of(self, bones: frozenset[str]) -> NDArray[np.intp]:
        columns = [number for number, bone in enumerate(self.stage.body.bones) if bone in bones]
        weights = self.stage.body.skin.weights
        return np.nonzero(weights[:, columns].sum(1) > 0.5)[0]

    def _apart(self, posture: Posture, marker: str) -> float:
        return self.stage.actor.apart(posture.name.partition("→")[0], marker)

    def inside(self, frame: Frame, skin: Array) -> Iterator[str]:
        distance = self.stage.outside(frame.posture)
        for surface in frame.figure:
            drawn = surface.vertices[np.unique(surface.quads)]
            if (deepest := float(-distance(drawn).min())) > INSIDE:
                place = drawn[int(distance(drawn).argmin())].round(2).tolist()
                yield f"something is {deepest * 100:.1f} cm inside floor or thing at {place}"
        yield from self._limbs(skin)

    def _limbs(self, skin: Array) -> Iterator[str]:
        normals = self._shell.coarse.normals(skin)
        trees = {part: cKDTree(skin[rows]) for part, rows in self._parts.items()}
        names = list(self._parts)
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                if frozenset({one, other}) in JOINED:
                    continue
                deep = self._deep(skin, normals, self._parts[one], self._parts[other], trees[other])
                if deep > INSIDE:
                    yield f"{one} is {deep * 100:.1f} cm inside {other}"

    @staticmethod
    def _deep(
        skin: Array, normals: Array, one: NDArray[np.intp], other: NDArray[np.intp], tree: cKDTree
    ) -> float:
        """How deep one part lies behind the skin of the other. Points farther than 5 cm from it are skipped."""
        apart, nearest = tree.query(skin[one], distance_upper_bound=0.05)
        near = np.nonzero(np.isfinite(apart))[0]
        if not len(near):
            return 0.0
        there = other[nearest[near]]
        behind = ((skin[there] - skin[one[near]]) * normals[there]).sum(1)
        # Points beside an edge of the skin do not count.
        return float(np.where(behind > 0.7 * apart[near], behind, 0).max(initial=0))


def wandering(postures: Iterable[Posture], stage: PoseStage, sliding: set[str]) -> Iterator[str]:
    """Finds markers on floor or thing that do not stay at one place in a loop. Markers that touch the body are left out: they move
    with it.
    """
    seen: dict[str, list[Array]] = {}
    for posture in postures:
        for marker, (on, _) in posture.touching.items():
            if on in stage.actor.surfaces and marker not in sliding:
                seen.setdefault(marker, []).append(stage.actor.points(posture, (marker,))[0])
    for marker, places in seen.items():
        spread = float(np.ptp(np.stack(places), axis=0).max())
        if spread > STAYING:
            yield f"{marker} wanders by {spread * 100:.1f} cm"


def jumps(frames: list[Array]) -> float:
    """The largest change of any joint's step from one frame to the next, over the seam of the loop too."""
    places = np.stack([*frames, *frames[:2]])
    return float(np.linalg.norm(np.diff(places, n=2, axis=0), axis=-1).max())


def edge_faults(watched: Array, camera: Camera, size: Size) -> Iterator[str]:
    low, high = _box(watched, camera, size)
    if min(low.min(), 1 - high.max()) < NEAREST_EDGE:
        yield "comes too near the edge of the picture"


def filling_faults(person: Array, camera: Camera, size: Size) -> Iterator[str]:
    width, height = _within(*_box(person, camera, size))
    if max(width, height) < FILLED:
        yield f"fills only {max(width, height):.0%} of the view's width or height"
    if width * height < TAKEN:
        yield f"fills only {width * height:.0%} of the view's area"


def second_view_faults(person: Array, camera: Camera, size: Size) -> Iterator[str]:
    _, height = _within(*_box(person, camera, size))
    if height < SECOND_HEIGHT:
        yield f"a second view fills only {height:.0%} of the height"


def _box(points: Array, camera: Camera, size: Size) -> tuple[Array, Array]:
    shares = camera.project(points, size) / np.array(size)
    return shares.min(0), shares.max(0)


def _within(low: Array, high: Array) -> Array:
    return np.asarray(np.clip(high, 0, 1) - np.clip(low, 0, 1))


def _parts(bones: tuple[str, ...], weights: Array) -> dict[str, NDArray[np.intp]]:
    chosen: dict[str, NDArray[np.intp]] = {}
    for part, names in LIMBS.items():
        side = {"left": ".L", "right": ".R"}.get(part.partition(" ")[0], "")
        columns = [
            number
            for number, bone in enumerate(bones)
            if bone.startswith(names) and (bone.endswith(side) or not side)
        ]
        chosen[part] = np.nonzero(weights[:, columns].sum(1) > 0.75)[0]
    return chosen
