"""Marks the breath in a loop: soft arcs beside the ribs, which grow as the ribs widen and shrink as they sink."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from bot.figure.look import ink
from bot.figure.look.camera import Camera, Size
from bot.figure.look.render import Image
from bot.figure.rotations import Array
from bot.figure.scene import Flags
from bot.figure.stage.motion import Moment

RIBS = ("rib.L", "rib.R", "back-t7", "ribs-front")
"""Markers round the ribs, in the order of all (4, …) arrays here. Arcs stand outside one of them, or outside both ribs."""

DEEP_ENOUGH = 0.45
"""The fullest breath must reach this share to be marked: in a short stay there is no time to breathe in and out."""
DOWNWARD = -0.5
"""Cosine. A marker that faces down more steeply lies on something and does not widen."""
SIDEWAYS, TOWARD = 0.75, 0.5
"""Shares of the broadest side. A second side is marked from the first share on, and no side below the second: what faces
the viewer widens toward the viewer."""
FARTHEST, STEP = 0.15, 0.004
"""Metres: the farthest that arcs may stand off the ribs, with arms between, and the step of the search."""
CLEAR = 0.012
"""Metres between arcs and figure."""
RADII, HALF, GROWS, SMALLEST = (0.12, 0.16), np.radians(36), 0.045, 0.6
"""Radii of the arcs in metres, half their angle, metres that they move outward, and their relative size at the start."""
FROM_EDGE = 0.02
"""Share of the picture's height that stays free at its edges."""
ON_A_THING, FLATTER = 0.15, 0.25
"""Metres that a place before a thing, or at a flatter side, counts as farther off."""


@dataclass(frozen=True)
class Beside:
    """One place for the arcs."""

    number: int
    off: float


@dataclass(frozen=True, eq=False)
class RibView:
    """The ribs as one camera sees them, in pixels."""

    places: NDArray[np.float64]
    metre: float

    @property
    def middle(self) -> NDArray[np.float64]:
        return np.asarray(self.places.mean(axis=0))

    @property
    def breadths(self) -> NDArray[np.float64]:
        return np.asarray(np.linalg.norm(self.places - self.middle, axis=1))

    def arcs(self, beside: Beside, breath: float) -> list[ink.Path]:
        way = self.places[beside.number] - self.middle
        way = way / max(float(np.linalg.norm(way)), 1e-9)
        across = np.array([-way[1], way[0]])
        size = SMALLEST + (1 - SMALLEST) * breath
        tip = self.places[beside.number] + way * (beside.off + GROWS * breath) * self.metre
        angles = np.linspace(-HALF, HALF, 24)[:, None]
        centre = tip - way * RADII[0] * size * self.metre
        return [
            centre + radius * size * self.metre * (np.cos(angles) * way + np.sin(angles) * across)
            for radius in RADII
        ]


def rib_view(ribs: Array, camera: Camera, size: Size) -> RibView:
    axes = ribs.mean(axis=0) + 0.1 * np.vstack([np.zeros(3), camera.axes[:2]])
    zero, *ends = camera.project(axes, size)
    metre = 10 * max(float(np.linalg.norm(end - zero)) for end in ends)
    return RibView(np.asarray(camera.project(ribs, size), float), metre)


class BreathMarks:
    """The breath marks of one view of a loop.

    Call `see` for every picture first, then `marked`: all pictures of one breath have their arcs at the same place, which is chosen
    in the picture where the breath is fullest.
    """

    def __init__(self, ribs: Mapping[Moment, Array], camera: Camera, size: Size) -> None:
        self._ribs, self._camera, self._size = ribs, camera, size
        self._groups = groups(ribs)
        self._fullest = {name: max(several, key=_breath) for name, several in self._groups.items()}
        self._beside: dict[Moment, tuple[Beside, ...]] = {}

    def see(self, moment: Moment, figure: Flags, mask: NDArray[Any]) -> None:
        for name, fullest in self._fullest.items():
            if fullest == moment:
                found = sides(self._ribs[moment], self._view(moment), figure, mask)
                self._beside |= dict.fromkeys(self._groups[name], found)

    def marked(self, moment: Moment, image: Image) -> Image:
        beside, view = self._beside.get(moment, ()), self._view(moment)
        arcs = [arc for side in beside for arc in view.arcs(side, moment.breath)]
        return ink.breath(image, arcs, moment.breath) if arcs else image

    def _view(self, moment: Moment) -> RibView:
        return rib_view(self._ribs[moment], self._camera, self._size)


def groups(moments: Iterable[Moment]) -> dict[str, list[Moment]]:
    """Moments of one pose share a place for the arcs; all moments do if the person breathes while moving."""
    breathing = [moment for moment in moments if moment.breath > 0]
    on_the_way = any(moment.first != moment.second for moment in breathing)
    found: dict[str, list[Moment]] = {}
    for moment in breathing:
        found.setdefault("" if on_the_way else moment.first, []).append(moment)
    return {name: several for name, several in found.items() if max(map(_breath, several)) >= DEEP_ENOUGH}


def _breath(moment: Moment) -> float:
    return moment.breath


def sides(ribs: Array, view: RibView, figure: Flags, mask: NDArray[Any]) -> tuple[Beside, ...]:
    costs = dict(_costs(ribs, view, figure, mask))
    if not costs:
        return ()
    best = min(costs, key=lambda beside: costs[beside])
    broad = view.breadths / view.breadths.max()
    others = [
        beside
        for beside in costs
        if {beside.number, best.number} == {0, 1} and broad[beside.number] > SIDEWAYS
    ]
    return (best, *others)


def _costs(ribs: Array, view: RibView, figure: Flags, mask: NDArray[Any]) -> Iterator[tuple[Beside, float]]:
    out = ribs - ribs.mean(axis=0)
    upward = out[:, 1] / np.linalg.norm(out, axis=1)
    broad = view.breadths / view.breadths.max()
    clear = np.asarray(distance_transform_edt(~figure))
    for number in np.nonzero((upward > DOWNWARD) & (broad > TOWARD))[0]:
        for off in np.arange(0, FARTHEST, STEP):
            beside = Beside(int(number), float(off))
            pixels = np.concatenate(view.arcs(beside, 1.0)).astype(int)
            if not _has_room(pixels, clear, CLEAR * view.metre):
                continue
            before = float((mask[pixels[:, 1], pixels[:, 0]] > 0.5).mean())
            yield beside, float(off) + ON_A_THING * before + FLATTER * float(1 - broad[number])
            break


def _has_room(pixels: NDArray[np.int_], clear: NDArray[Any], room: float) -> bool:
    height, width = clear.shape
    edge = FROM_EDGE * height
    inside = (pixels >= edge).all() and (pixels < np.array([width, height]) - edge).all()
    return bool(inside) and bool(clear[pixels[:, 1], pixels[:, 0]].min() >= room)
