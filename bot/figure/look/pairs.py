"""Right beside wrong: two poses seen by one camera, each in its half of a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.look import ink
from bot.figure.look.camera import Camera, CameraAim, Size, framed
from bot.figure.look.render import Image
from bot.figure.rotations import Array
from bot.figure.scene import Flags, Floats

LEAST_MARGIN = 0.07
"""The share of a half that stays free on each side: the rings want room, too."""


@dataclass(frozen=True)
class Halves:
    """How a picture is halved. `axis`: 1 for side by side, 0 for one above the other."""

    axis: int
    size: Size
    camera: Camera


@dataclass(frozen=True, eq=False)
class PairHalf:
    """One of the two. `image`: with dots, without marks; `mask` 0..1 and `figure`: (height, width) what is drawn, and what
    of it is the person."""

    image: Image
    mask: Floats
    figure: Flags


@dataclass(frozen=True, eq=False)
class Pair:
    """The right and the wrong pose. `rings`: where on the wrong one the fault is."""

    right: PairHalf
    wrong: PairHalf
    rings: list[ink.FaultRing]
    halves: Halves

    @property
    def marked(self) -> Image:
        """Joined: a tick on the right one; on the wrong one, a little paler, a cross, and where the fault is a ring."""
        ticked = ink.tick(self.right.image, _free_corner(self.right.mask))
        pale = ink.ringed(ink.paled(self.wrong.image, self.wrong.mask), self.rings)
        crossed = ink.cross(pale, _free_corner(_taken(self.wrong.mask, self.rings)))
        axis = self.halves.axis
        return ink.divided(np.concatenate([ticked, crossed], axis=axis), axis)


def halved(points: list[Array], aim: CameraAim, whole: Size) -> Halves:
    """The halves in which the figures, of (n, 3) points each, stand largest."""
    return max(_possible(points, aim, whole), key=lambda halves: _shown(points, halves))


def _possible(points: list[Array], aim: CameraAim, whole: Size) -> Iterator[Halves]:
    together = np.concatenate(points)
    for axis, size in ((1, (whole[0] // 2, whole[1])), (0, (whole[0], whole[1] // 2))):
        yield Halves(axis, size, framed(together, aim, size, LEAST_MARGIN))


def _shown(points: list[Array], halves: Halves) -> float:
    """Pixels that the smaller figure's box takes."""
    boxes = [np.ptp(halves.camera.project(each, halves.size), axis=0) for each in points]
    return min(float(box.prod()) for box in boxes)


def _taken(mask: Floats, rings: list[ink.FaultRing]) -> NDArray[Any]:
    rows, columns = np.indices(mask.shape)
    taken = np.array(mask, float)
    for ring in rings:
        taken[np.hypot(columns - ring.centre[0], rows - ring.centre[1]) < 1.2 * ring.radius] = 1
    return taken


def _free_corner(mask: NDArray[Any]) -> tuple[float, float]:
    """Where, of four places near the corners, least of the figure is."""
    height, width = mask.shape
    reach = round(0.12 * min(height, width))
    places = [(x, y) for y in (1.2 * reach, height - 1.2 * reach) for x in (width - 1.2 * reach, 1.2 * reach)]

    def covered(place: tuple[float, float]) -> float:
        x, y = (round(value) for value in place)
        return float(mask[max(0, y - reach) : y + reach, max(0, x - reach) : x + reach].sum())

    return min(places, key=covered)
