"""Where in a loop the breath is marked: soft arcs beside the ribs, which grow as they widen and shrink as they sink."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from bot.figure.look import ink
from bot.figure.look.camera import Camera, Size
from bot.figure.look.render import Image
from bot.figure.pose.motion import Moment
from bot.figure.rotations import Array
from bot.figure.scene import Flags

RIBS = ("rib.L", "rib.R", "back-t7", "ribs-front")
"""Markers round the ribs. The arcs stand outside one of them, or outside both ribs where both are seen from the side."""

DEEP_ENOUGH = 0.45
"""How full a breath has to become to be marked: a short stay is no time to breathe in and out."""
DOWNWARD = -0.5
"""Cosine: what looks so far down lies on something and does not widen."""
SIDEWAYS, TOWARD = 0.75, 0.5
"""As broad as this, beside the broadest, a second side must be to be marked as well, and any side to be marked at all:
what looks toward the viewer widens toward him."""
FARTHEST, STEP = 0.15, 0.004
"""Metres that arcs may stand off the ribs, with arms between, and how finely the place is sought."""
CLEAR = 0.012
"""Metres between arcs and figure."""
RADII, HALF, GROWS, SMALLEST = (0.12, 0.16), np.radians(36), 0.045, 0.6
"""Metres of the arcs' circles, half the angle that they take, metres that they go outward, and their share at the start."""
FROM_EDGE = 0.02
"""The share of the picture's height that stays free."""
ON_A_THING, FLATTER = 0.15, 0.25
"""Metres farther off that a place in the open may be than one before a thing, and than one at a flatter side."""


@dataclass(frozen=True)
class Beside:
    """A marker by its number in RIBS, and metres that the arcs stand outside of it."""

    number: int
    off: float


@dataclass(frozen=True, eq=False)
class RibView:
    """The ribs as one camera sees them: (4, 2) pixels of RIBS, and the pixels of a metre."""

    places: NDArray[np.float64]
    metre: float

    @property
    def middle(self) -> NDArray[np.float64]:
        return np.asarray(self.places.mean(axis=0))

    @property
    def breadths(self) -> NDArray[np.float64]:
        return np.asarray(np.linalg.norm(self.places - self.middle, axis=1))

    def arcs(self, beside: Beside, breath: float) -> list[ink.Path]:
        """Outside a marker, away from the middle of the ribs; `breath`: 0 to 1."""
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
    """`ribs`: (4, 3) metres."""
    axes = ribs.mean(axis=0) + 0.1 * np.vstack([np.zeros(3), camera.axes[:2]])
    zero, *ends = camera.project(axes, size)
    metre = 10 * max(float(np.linalg.norm(end - zero)) for end in ends)
    return RibView(np.asarray(camera.project(ribs, size), float), metre)


class BreathMarks:
    """For one view of a loop. `ribs`: by moment, (4, 3) metres of RIBS. Each picture is told first, and then marked: all
    of one breath have their arcs beside the same place of the body, chosen where it is fullest."""

    def __init__(self, ribs: Mapping[Moment, Array], camera: Camera, size: Size) -> None:
        self._ribs, self._camera, self._size = ribs, camera, size
        self._groups = groups(ribs)
        self._fullest = {name: max(several, key=_breath) for name, several in self._groups.items()}
        self._beside: dict[Moment, tuple[Beside, ...]] = {}

    def see(self, moment: Moment, figure: Flags, mask: NDArray[Any]) -> None:
        """`figure` and `mask`, (height, width): the pixels of the person, and how much of each is person or thing."""
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
    """Moments that breathe and share a place for the arcs: those of one pose, or all where the way itself is the
    breath."""
    breathing = [moment for moment in moments if moment.breath > 0]
    on_the_way = any(moment.first != moment.second for moment in breathing)
    found: dict[str, list[Moment]] = {}
    for moment in breathing:
        found.setdefault("" if on_the_way else moment.first, []).append(moment)
    return {name: several for name, several in found.items() if max(map(_breath, several)) >= DEEP_ENOUGH}


def _breath(moment: Moment) -> float:
    return moment.breath


def sides(ribs: Array, view: RibView, figure: Flags, mask: NDArray[Any]) -> tuple[Beside, ...]:
    """Beside what the arcs stand: one side, or both ribs; none where there is no room."""
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
