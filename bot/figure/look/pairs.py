"""Shows right beside wrong: two poses seen by one camera, each in its half of a picture."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.look import ink
from bot.figure.look.camera import Camera, CameraAim, Size, framed
from bot.figure.look.render import Image
from bot.figure.rotations import Array
from bot.figure.scene import Flags, Floats

LEAST_MARGIN = 0.07
"""Share of a half that stays free on each side, since the rings need room, too."""
WITH_STROKE, RING_MARGIN = 1.06, 0.02
"""The outer edge of a ring's stroke, in its radii, and the share of a half that stays free beside it."""


@dataclass(frozen=True)
class Halves:
    """How a picture is halved: side by side for `axis` 1, one above the other for 0."""

    axis: int
    size: Size
    camera: Camera


@dataclass(frozen=True, eq=False)
class PairHalf:
    """One pose, without marks. `mask` covers everything drawn, `figure` only the person."""

    image: Image
    mask: Floats
    figure: Flags


@dataclass(frozen=True, eq=False)
class Pair:
    """`rings` are round the faults of the wrong pose."""

    right: PairHalf
    wrong: PairHalf
    rings: list[ink.FaultRing]
    halves: Halves

    @property
    def marked(self) -> Image:
        ticked = ink.tick(self.right.image, _free_corner(self.right.mask))
        pale = ink.ringed(ink.paled(self.wrong.image, self.wrong.mask), self.rings)
        crossed = ink.cross(pale, _free_corner(_taken(self.wrong.mask, self.rings)))
        axis = self.halves.axis
        return ink.divided(np.concatenate([ticked, crossed], axis=axis), axis)


def rims(places: Array, reach: float, aim: CameraAim) -> Array:
    """The outermost points of rings round `places`, with their strokes, to the four sides as the camera sees them."""
    right, up, _ = aim.axes
    sides = WITH_STROKE * reach * np.stack([right, -right, up, -up])
    return np.asarray((places[:, None] + sides).reshape(-1, 3))


def halved_round(points: list[Array], ringed: Array, aim: CameraAim, whole: Size) -> Halves:
    """Halves the picture as suits the figures best, and gives one of them more room only if the edge would cut a ring."""
    halves = halved(points, aim, whole)
    shares = halves.camera.project(ringed, halves.size) / np.array(halves.size)
    if len(ringed) == 0 or (shares.min() >= 0 and shares.max() <= 1):
        return halves
    camera = framed(np.concatenate([*points, ringed]), aim, halves.size, RING_MARGIN)
    return replace(halves, camera=camera)


def halved(points: list[Array], aim: CameraAim, whole: Size) -> Halves:
    return max(_possible(points, aim, whole), key=lambda halves: _smaller_box_area(points, halves))


def _possible(points: list[Array], aim: CameraAim, whole: Size) -> Iterator[Halves]:
    together = np.concatenate(points)
    for axis, size in ((1, (whole[0] // 2, whole[1])), (0, (whole[0], whole[1] // 2))):
        yield Halves(axis, size, framed(together, aim, size, LEAST_MARGIN))


def _smaller_box_area(points: list[Array], halves: Halves) -> float:
    boxes = [np.ptp(halves.camera.project(each, halves.size), axis=0) for each in points]
    return min(float(box.prod()) for box in boxes)


def _taken(mask: Floats, rings: list[ink.FaultRing]) -> NDArray[Any]:
    rows, columns = np.indices(mask.shape)
    taken = np.array(mask, float)
    for ring in rings:
        taken[np.hypot(columns - ring.centre[0], rows - ring.centre[1]) < 1.2 * ring.radius] = 1
    return taken


def _free_corner(mask: NDArray[Any]) -> tuple[float, float]:
    height, width = mask.shape
    reach = round(0.12 * min(height, width))
    places = [(x, y) for y in (1.2 * reach, height - 1.2 * reach) for x in (width - 1.2 * reach, 1.2 * reach)]

    def covered(place: tuple[float, float]) -> float:
        x, y = (round(value) for value in place)
        return float(mask[max(0, y - reach) : y + reach, max(0, x - reach) : x + reach].sum())

    return min(places, key=covered)
