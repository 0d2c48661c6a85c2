"""Hair: a shape grown over the skull at rest, which moves with the head."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter

from bot.figure.body import Body
from bot.figure.rotations import Array, unit
from bot.figure.scene import Floats, Scene, Surface, floats, linear
from bot.figure.shapes import Quads, curve, grid
from bot.figure.shell import Faces
from bot.figure.zones import Mask, rising

COLUMNS, ROWS = 144, 60
DEEPEST_ROW = 2.5
"""Radians from the crown to the last row: under the nape."""
BURIED = 0.006
"""Metres that the edge of the hair lies under the skin."""
STREAK = 0.11
"""How much lighter and darker strands are than their colour."""


@dataclass(frozen=True)
class Style:
    """`thick`: metres over the skull. Hairlines in degrees from the crown: over the forehead, the temples, and behind the
    ears, at the nape. `hangs`: metres that it falls straight beyond the ears. `curls`: metres that it is wavy.
    `bun`: radius in metres, of a knot at so many degrees behind the crown. `tail`: metres of a pony tail."""

    colour: str
    thick: float = 0.014
    forehead: float = 52
    temple: float = 84
    ear: float = 99
    nape: float = 122
    hangs: float = 0.0
    curls: float = 0.0
    bun: float = 0.0
    bun_at: float = 62
    tail: float = 0.0


class Hair:
    def __init__(self, body: Body, style: Style) -> None:
        self.style = style
        skin = body.skin.vertices
        self.centre = np.array([0, body.height - 0.092, body.joint("head")[2] - 0.006])
        self._parts = [self._cap(skin, body.skin.quads), *self._extras()]
        self._faces = [Faces(quads, len(points)) for points, quads, _ in self._parts]

    def surfaces(self, turn: Array, place: Array, joint: Array) -> list[Surface]:
        """(3, 3) and (3,) of the head bone, whose joint is at `joint` at rest."""
        made = []
        for (points, quads, strands), faces in zip(self._parts, self._faces, strict=True):
            moved = (points - joint) @ turn.T + place
            made.append(Surface(moved, quads, faces.normals(moved), self.paint, {"strands": strands}))
        return made

    def paint(self, at: dict[str, Floats]) -> Floats:
        """Strands: two waves of different width across the hair."""
        across = at["strands"][:, 0] + 0.3 * np.sin(3 * at["strands"][:, 1])
        waves = np.sin(46 * across) * 0.6 + np.sin(109 * across + 2 * at["strands"][:, 1]) * 0.4
        return floats(linear(self.style.colour) * (1 + STREAK * waves)[:, None])

    def _cap(self, skin: Array, quads: Quads) -> tuple[Array, Quads, Array]:
        around = np.linspace(0, 2 * np.pi, COLUMNS + 1)
        down = np.linspace(0.02, DEEPEST_ROW, ROWS + 1)
        azimuth, polar = np.meshgrid(around, down)
        ways = np.stack([np.sin(polar) * np.sin(azimuth), np.cos(polar), np.sin(polar) * np.cos(azimuth)], -1)
        skull = self._skull(skin, quads, ways)
        edge = np.radians(self._hairline(np.degrees(np.abs((azimuth + np.pi) % (2 * np.pi) - np.pi))))
        cover = rising(0.0, 0.16, edge - polar)
        thick = self.style.thick * (0.35 + 0.65 * cover) * rising(0.0, 0.05, edge - polar)
        radius = skull + thick - BURIED * rising(0.0, -0.03, edge - polar)
        radius = radius + self.style.curls * self._curls(azimuth, polar) * cover
        points = self.centre + ways * radius[..., None]
        if self.style.hangs:
            points = self._hung(points, azimuth, polar)
        strands = np.stack([azimuth, polar], -1).reshape(-1, 2)
        return points.reshape(-1, 3), grid(COLUMNS, ROWS)[:, ::-1], strands

    def _skull(self, skin: Array, quads: Quads, ways: Array) -> Array:
        """Metres from the centre to the skin in each direction, without ears: seen from inside."""
        inside = Scene([Surface(skin, quads, np.zeros_like(skin), linear("#000000"))])
        flat = floats(ways.reshape(-1, 3))
        hits = inside.meet(floats(np.repeat(self.centre[None], len(flat), 0)), flat)
        far = np.where(hits.met, hits.distances, 0.1).reshape(ways.shape[:2])
        wrapped = np.concatenate([far[:, -9:-1], far, far[:, 1:9]], 1)
        return np.asarray(gaussian_filter(np.minimum(wrapped, 0.15), (1.5, 2.0))[:, 8:-8])

    def _hairline(self, azimuth: Mask) -> Mask:
        """Degrees from the crown at which the hair ends, by degrees from the front."""
        style = self.style
        return np.interp(
            azimuth,
            [0, 28, 56, 78, 96, 120, 180],
            [
                style.forehead,
                style.forehead + 1,
                style.temple - 8,
                style.ear,
                style.ear + 3,
                style.nape - 4,
                style.nape,
            ],
        )

    @staticmethod
    def _curls(azimuth: Mask, polar: Mask) -> Mask:
        return np.asarray(
            np.sin(17 * azimuth + 3 * np.sin(9 * polar)) * np.sin(15 * polar + 2 * np.sin(11 * azimuth))
        )

    def _hung(self, points: Array, azimuth: Array, polar: Array) -> Array:
        """Beside and behind, what would cling to the neck falls straight, and turns in a little at the end."""
        level = int(np.searchsorted(polar[:, 0], np.radians(88)))
        behind = rising(np.cos(np.radians(62)), np.cos(np.radians(84)), np.cos(azimuth[0]))
        fall = np.linspace(0, 1, len(points) - level)[:, None]
        straight = np.repeat(points[level][None], len(points) - level, 0)
        inward = unit((straight - self.centre) * [1, 0, 1])
        straight = straight - inward * (0.022 * fall[..., None] ** 3)
        straight[..., 1] -= self.style.hangs * fall
        share = behind[None, :, None]
        points[level:] = points[level:] * (1 - share) + straight * share
        return points

    def _extras(self) -> list[tuple[Array, Quads, Array]]:
        parts = []
        if self.style.bun:
            parts.append(self._bun())
        if self.style.tail:
            parts.append(self._tail())
        return parts

    def _behind(self, beyond: float) -> Array:
        angle = np.radians(self.style.bun_at)
        return np.asarray(self.centre + np.array([0, np.cos(angle), -np.sin(angle)]) * (0.098 + beyond))

    def _bun(self) -> tuple[Array, Quads, Array]:
        around, down = np.meshgrid(np.linspace(0, 2 * np.pi, 49), np.linspace(0.01, np.pi - 0.01, 33))
        ball = np.stack(
            [np.sin(down) * np.cos(around), np.cos(down) * 0.9, np.sin(down) * np.sin(around)], -1
        )
        swirl = 1 + 0.035 * np.sin(5 * around + 6 * down)
        points = (ball * swirl[..., None]).reshape(-1, 3) * self.style.bun + self._behind(
            self.style.bun * 0.62
        )
        return points, grid(48, 32), np.stack([around + 1.6 * down, down], -1).reshape(-1, 2)

    def _tail(self) -> tuple[Array, Quads, Array]:
        root = self._behind(0.0)
        length = self.style.tail
        knots = np.array([[0, 0, 0], [0, 0.01, -0.05], [0, -0.45 * length, -0.075], [0, -length, -0.055]])
        way = curve(root + knots, 14)
        share = np.linspace(0, 1, len(way))
        radii = 0.026 * np.sin(np.pi * np.clip(share * 0.86 + 0.12, 0, 1)) ** 0.6
        turn = np.linspace(0, 2 * np.pi, 25)
        ring = np.stack([np.cos(turn), np.zeros_like(turn), np.sin(turn)], 1)
        points = (way[:, None] + radii[:, None, None] * ring[None] * [1, 1, 0.8]).reshape(-1, 3)
        strands = np.stack(np.meshgrid(turn, share), -1).reshape(-1, 2)
        return points, grid(24, len(way) - 1)[:, ::-1], strands
