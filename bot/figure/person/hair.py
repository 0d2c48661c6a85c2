"""Grows hair: a shape over the skull at rest, which moves with the head, and its roots on the skin.

Directions from the skull's centre are in radians: `around` to the own left from the front, `down` from the crown. Lengths are in
metres.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter, map_coordinates
from scipy.spatial import cKDTree

from bot.figure.person.body import Body, Mesh
from bot.figure.person.body_zones import Mask, rising
from bot.figure.person.shell import Faces, Matrix, catmull_clark, squash
from bot.figure.rotations import Array, unit
from bot.figure.scene import Coarse, Floats, Scene, Surface, floats, linear
from bot.figure.shapes import Distance, Quads, grid

COLUMNS, ROWS = 96, 44
DEEPEST = 2.62
"""Radians from the crown to the last row, under the nape."""
BURIED = 0.006
"""Metres that the edge of the hair lies under the skin."""
STREAK, STRAND = 0.10, 0.0011
"""How much strands differ from their colour, and metres that they stand out."""
PRESSED = 0.002
"""Metres between hair and the thing that presses it flat."""
EAR = (80.0, 98.0, 100.0)
"""Degrees from the front where the ear begins and ends, and degrees from the crown to its top; within two degrees for all
people."""
RAYS = (97, 73)
"""The number of directions, around and down, in which the skull is measured."""


@dataclass(frozen=True)
class HairStyle:
    """Lengths in metres. `thick`: over the crown. `sides`: over the ears and at the nape. `quiff`: how far the hair stands up in
    front. `hangs`: how far it falls straight beyond the ears. `curls`: how far they stand out. `bun`: radius of a knot. `whorl`:
    degrees behind the crown where the strands and the knot are centred.

    The hairline, in degrees from the crown: `forehead` and `nape`; `temples` is how far it recedes there, `burns` how far it
    reaches down before the ears. `edge`: radians over which the hair grows to full thickness.
    """

    colour: str
    thick: float = 0.014
    sides: float = 0.007
    forehead: float = 52
    temples: float = 8
    burns: float = 8
    nape: float = 140
    edge: float = 0.2
    quiff: float = 0.0
    hangs: float = 0.0
    curls: float = 0.0
    bun: float = 0.0
    whorl: float = 24


@dataclass(frozen=True, eq=False)
class Lock:
    """One piece of hair at rest. `strands` (n, 2): coordinates across and along the hair. `to_fine` maps the first vertices to all."""

    points: Array
    faces: Faces
    strands: Array
    to_fine: Matrix = None

    def surface(
        self,
        turn: Array,
        shift: Array,
        paint: Callable[[dict[str, Floats]], Floats],
        distance: Distance | None,
    ) -> Surface:
        moved = self.points @ turn.T + shift
        if distance is not None:
            moved = squash(moved, distance, PRESSED)
        normals = self.faces.normals(moved)
        coarse = None
        if self.to_fine is not None:
            first = slice(self.to_fine.shape[1])
            coarse = Coarse(moved[first] + 0.003 * normals[first], normals[first], self.to_fine)
        return Surface(moved, self.faces.quads, normals, paint, {"strands": self.strands}, coarse)


class Hair:
    def __init__(self, body: Body, style: HairStyle) -> None:
        self.style = style
        self.centre = np.array([0, body.height - 0.092, body.joint("head")[2] - 0.006])
        self._far = _felt(body.skin, self.centre)
        self._line = self._hairline()
        angle = np.radians(style.whorl)
        self._whorl = np.array([0, np.cos(angle), -np.sin(angle)])
        self._locks = [self._cap(), *([self._bun()] if style.bun else [])]

    def surfaces(
        self, turn: Array, place: Array, joint: Array, distance: Distance | None = None
    ) -> list[Surface]:
        """`turn` and `place` are the head bone's; `joint` is its place at rest. `distance`: to the things that press hair flat."""
        shift = place - turn @ joint
        return [lock.surface(turn, shift, self.paint, distance) for lock in self._locks]

    def paint(self, at: dict[str, Floats]) -> Floats:
        across, along = at["strands"].T
        waves = _waves(across, along, (9, 23, 47, 81), 0.35)
        return floats(linear(self.style.colour) * (1 + STREAK * waves)[:, None])

    def rooted(self, rest: Mask) -> Mask:
        around, down, away = self._polar(rest)
        edge = self._line(np.abs(around)) + 0.02 * _waves(around, 0 * around, (37, 71, 113), 0.0)
        if self.style.hangs:
            edge = np.minimum(edge, 1.9)
        return np.asarray(rising(-0.03, 0.05, edge - down) * rising(0.17, 0.15, away))

    @property
    def roots(self) -> Floats:
        return linear(self.style.colour)

    def _polar(self, points: Mask) -> tuple[Array, Array, Array]:
        """`around`, `down`, and metres from the centre."""
        x, y, z = np.asarray(points - self.centre, float).T
        away = np.sqrt(x * x + y * y + z * z)
        return np.arctan2(x, z), np.arccos(np.clip(y / np.maximum(away, 1e-6), -1, 1)), away

    def _hairline(self) -> Callable[[Array], Array]:
        """The `down` at which hair ends, as a function of `around`. It runs round the ear."""
        style, (front, back, top) = self.style, EAR
        line = {
            0: style.forehead,
            20: style.forehead + 1,
            38: style.forehead + 0.4 * style.temples,
            51: style.forehead + style.temples,
            front - 15: top - 14 + 0.5 * style.temples,
            front - 8: top + style.burns,
            front - 1: top + style.burns + 3,
            front + 5: top - 2,
            (front + back) / 2: top - 4,
            back: top + 4,
            back + 9: top + 26,
            145: style.nape - 2,
            180: style.nape,
        }
        if style.hangs:
            line = {
                0: style.forehead,
                20: style.forehead + 1,
                38: style.forehead + 0.4 * style.temples,
                51: style.forehead + style.temples,
                63: 112,
                74: 150,
                180: 150,
            }
        degrees = PchipInterpolator(list(line), list(line.values()))
        return lambda azimuth: np.radians(degrees(np.degrees(azimuth)))

    def _cap(self) -> Lock:
        ways, quads = _dome()
        refine, quads = catmull_clark(quads, len(ways))
        if self.style.curls:
            again, quads = catmull_clark(quads, refine.shape[0])
            refine = again @ refine
        ways = unit(refine @ ways)
        around, down, _ = self._polar(self.centre + ways)
        strands = self._strands(ways)
        inside = self._line(np.abs(around)) - down
        points = self.centre + ways * self._radius(around, down, inside, strands)[:, None]
        if self.style.hangs:
            points = self._hung(points, around, down, strands)
        return Lock(points, Faces(quads, len(points)), strands, refine)

    def _radius(self, around: Array, down: Array, inside: Array, strands: Array) -> Array:
        """`inside`: radians from the hairline."""
        style = self.style
        thick = style.sides + (style.thick - style.sides) * rising(1.5, 0.6, down)
        thick = thick + style.quiff * np.exp(-((around / 0.75) ** 2) - ((down - 0.62) / 0.34) ** 2)
        cover = rising(-0.01, style.edge, inside)
        relief = STRAND * _waves(strands[:, 0], strands[:, 1], (11, 19, 31, 43), 0.5)
        relief = relief * (0.4 + style.thick / 0.02) * cover
        if style.curls:
            relief = style.curls * _curls(around, down) * rising(-0.02, 0.05, inside)
        grown = thick * cover**0.75 + relief - BURIED * rising(0.0, -0.05, inside)
        return np.asarray(self._far(around, down) + grown)

    def _strands(self, ways: Array) -> Array:
        """(n, 2) radians around the whorl and away from it: hair lies along the lines that lead away from the whorl."""
        front = unit(np.array([0, 0, 1.0]) - self._whorl[2] * self._whorl)
        side = np.cross(self._whorl, front)
        return np.stack(
            [np.arctan2(ways @ side, ways @ front), np.arccos(np.clip(ways @ self._whorl, -1, 1))], 1
        )

    def _hung(self, points: Array, around: Array, down: Array, strands: Array) -> Array:
        level = np.full_like(down, np.radians(90))
        start = self.centre + _ways(around, level) * (self._far(around, level) + self.style.sides)[:, None]
        fall = np.clip((down - level) / (DEEPEST - level), 0, 1)
        inward = unit((start - self.centre) * [1, 0, 1])
        waves = STRAND * 1.4 * _waves(strands[:, 0], strands[:, 1], (11, 19, 31, 43), 0.3)
        straight = start + inward * (waves + 0.004 * fall - 0.022 * fall**3)[:, None]
        straight[:, 1] -= self.style.hangs * fall
        behind = rising(0.94, 1.3, np.abs(around)) * rising(0.0, 0.3, down - level)
        return np.asarray(points + (straight - points) * behind[:, None])

    def _bun(self) -> Lock:
        around, down = (
            grid_.ravel()
            for grid_ in np.meshgrid(np.linspace(0, 2 * np.pi, 49), np.linspace(0.01, np.pi - 0.01, 33))
        )
        across = around + 1.7 * down
        radius = self.style.bun * (1 + 0.03 * _waves(across, down, (5, 9, 14), 0.2))
        middle = self.centre + self._whorl * (
            self._far(np.array([np.pi]), np.array([np.radians(self.style.whorl)]))[0] + 0.6 * self.style.bun
        )
        side = np.array([1.0, 0, 0])
        ball = _ways(around, down) * [1, 0.86, 1]
        points = middle + radius[:, None] * (
            ball @ np.stack([side, self._whorl, np.cross(side, self._whorl)])
        )
        return Lock(points, Faces(grid(48, 32)[:, ::-1], len(points)), np.stack([across, down], 1))


def _ways(around: Array, down: Array) -> Array:
    return np.stack([np.sin(down) * np.sin(around), np.cos(down), np.sin(down) * np.cos(around)], -1)


def _dome() -> tuple[Array, Quads]:
    around = np.arange(COLUMNS) * (2 * np.pi / COLUMNS)
    azimuth, polar = np.meshgrid(around, np.linspace(0.004, DEEPEST, ROWS + 1))
    first = np.arange(ROWS)[:, None] * COLUMNS + np.arange(COLUMNS)
    beside = np.arange(ROWS)[:, None] * COLUMNS + (np.arange(COLUMNS) + 1) % COLUMNS
    quads = np.stack([first, first + COLUMNS, beside + COLUMNS, beside], -1).reshape(-1, 4)
    return _ways(azimuth, polar).reshape(-1, 3), quads


def _felt(skin: Mesh, centre: Array) -> Callable[[Array, Array], Array]:
    """The distance from the centre to the skull in each direction. Rays start inside the head, so that ears do not count."""
    azimuth, polar = np.meshgrid(np.linspace(-np.pi, np.pi, RAYS[0]), np.linspace(0, DEEPEST + 0.1, RAYS[1]))
    ways = floats(_ways(azimuth, polar).reshape(-1, 3))
    inside = Scene([Surface(skin.vertices, skin.quads, np.zeros_like(skin.vertices), linear("#000000"))])
    hits = inside.meet(floats(np.repeat(centre[None], len(ways), 0)), ways)
    far = np.minimum(np.where(hits.met, hits.distances, 0.1), 0.15).reshape(azimuth.shape)
    smooth = gaussian_filter(np.concatenate([far[:, :-1]] * 3, 1), (1.2, 1.5))
    smooth = smooth[:, RAYS[0] - 1 : 2 * RAYS[0] - 1]

    def read(around: Array, down: Array) -> Array:
        column = (around + np.pi) / (2 * np.pi) * (RAYS[0] - 1)
        row = down / (DEEPEST + 0.1) * (RAYS[1] - 1)
        return np.asarray(map_coordinates(smooth, [row, column], order=1, mode="nearest"))

    return read


def _waves(across: Mask, along: Mask, counts: tuple[int, ...], wander: float) -> Mask:
    """An even mix of sine waves, about -1..1; `counts` is how often each goes around, `wander` how many radians they stray."""
    total = np.zeros_like(across)
    for number, count in enumerate(counts):
        stray = wander * np.sin(2.3 * along + 1.7 * number) + 0.05 * np.sin((3 + number) * across + 5 * along)
        total = total + np.sin(count * (across + 0.2 * stray) + 2.4 * number)
    return np.asarray(total / len(counts) * 1.4)


def _curls(around: Array, down: Array) -> Array:
    count = 420
    number: Array = np.arange(count, dtype=float) + 0.5
    heaps = _ways(number * np.pi * (1 + 5**0.5), np.asarray(np.arccos(1 - 2 * number / count), float))
    heaps = unit(heaps + 0.03 * np.sin(heaps[:, [1, 2, 0]] * 61))
    apart, _ = cKDTree(heaps).query(_ways(around, down), k=2)
    ball = np.sqrt(np.clip(1 - (apart[:, 0] / 0.125) ** 2, 0, 1))
    return np.asarray(ball * (0.88 + 0.12 * np.sin(90 * apart[:, 0])))
