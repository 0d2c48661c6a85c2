"""Plain solids: meshes of quads fine enough for soft light, and the distance to their surface.

Lengths are in metres. Solids stand on y = 0 around the origin.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bot.figure.rotations import Array, unit

Quads = NDArray[np.int64]
Distance = Callable[[Array], Array]

FINENESS = 0.03
"""About how many metres lie between the vertices of flat sides; light is worked out at each vertex."""


@dataclass(frozen=True, eq=False)
class Solid:
    """`vertices` (n, 3); `quads` (m, 4); `distance` maps (k, 3) points to (k,) metres, negative inside."""

    vertices: Array
    quads: Quads
    distance: Distance

    def moved(self, by: ArrayLike, yaw: float = 0.0, pitch: float = 0.0) -> "Solid":
        """Turns by degrees, first `pitch` about its own x, then `yaw` about the vertical; then shifts."""
        turn, shift = _turn(yaw, pitch), np.asarray(by, float)
        inner = self.distance
        return Solid(
            self.vertices @ turn.T + shift, self.quads, lambda points: inner((points - shift) @ turn)
        )


def _turn(yaw: float, pitch: float) -> Array:
    (cy, sy), (cp, sp) = ((np.cos(np.radians(a)), np.sin(np.radians(a))) for a in (yaw, pitch))
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    return np.asarray(about_y @ np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]]))


def grid(columns: int, rows: int) -> Quads:
    first = (np.arange(rows)[:, None] * (columns + 1) + np.arange(columns)).ravel()
    return np.stack([first, first + 1, first + columns + 2, first + columns + 1], 1)


def box(size: ArrayLike, rounding: float = 0.012, fineness: float = FINENESS) -> Solid:
    """`size`: width, height, depth."""
    size = np.asarray(size, float)
    half, middle = size / 2, np.array([0, size[1] / 2, 0])
    rounding = min(rounding, *(half * 0.98))
    vertices, quads, count = [], [], 0
    for axis in range(3):
        for sign in (-1.0, 1.0):
            side, faces = _side(half, axis, sign, rounding, fineness)
            vertices.append(side)
            quads.append(faces + count)
            count += len(side)
    return Solid(
        np.concatenate(vertices) + middle, np.concatenate(quads), _box_distance(half, middle, rounding)
    )


def _side(half: Array, axis: int, sign: float, rounding: float, fineness: float) -> tuple[Array, Quads]:
    across, along = ((1, 2), (2, 0), (0, 1))[axis]
    columns, rows = (_stations(half[way], rounding, fineness) for way in (across, along))
    flat = np.zeros((len(rows), len(columns), 3))
    flat[..., across], flat[..., along], flat[..., axis] = columns[None], rows[:, None], sign * half[axis]
    points = flat.reshape(-1, 3)
    core = np.clip(points, rounding - half, half - rounding)
    faces = grid(len(columns) - 1, len(rows) - 1)
    return core + rounding * unit(points - core), faces if sign > 0 else faces[:, ::-1]


def _stations(half: float, rounding: float, fineness: float) -> Array:
    bend = rounding * np.array([0, 0.3, 0.65, 1])
    count = max(3, round(2 * (half - rounding) / fineness) + 1)
    return np.unique(
        np.concatenate([bend - half, np.linspace(rounding - half, half - rounding, count), half - bend])
    )


def _box_distance(half: Array, middle: Array, rounding: float) -> Distance:
    def distance(points: Array) -> Array:
        beyond = np.abs(points - middle) - half + rounding
        outside = np.linalg.norm(np.maximum(beyond, 0), axis=1)
        return np.asarray(outside + np.minimum(beyond.max(1), 0) - rounding)

    return distance


def cushion(size: ArrayLike, softness: float = 2.6) -> Solid:
    width, height, depth = size_of(size)
    across, along = np.linspace(-1, 1, 33), np.linspace(-1, 1, 33)
    x, z = np.meshgrid(across, along)
    bulge = _bulge(x, z, softness)
    # A pillow's corners are drawn in.
    pinch = 1 - 0.05 * (x * z) ** 2
    top = np.stack([x * pinch * width / 2, height * (0.5 + 0.5 * bulge), z * pinch * depth / 2], -1).reshape(
        -1, 3
    )
    bottom = top * [1, -1, 1] + [0, height, 0]
    quads = grid(32, 32)
    both = np.concatenate([quads[:, ::-1], quads + len(top)])

    def distance(points: Array) -> Array:
        inner = np.clip(_bulge(points[:, 0] / (width / 2), points[:, 2] / (depth / 2), softness), 0, 1)
        up = np.abs(points[:, 1] - height / 2) - height / 2 * inner
        beside = np.maximum(np.abs(points[:, 0]) - width / 2, np.abs(points[:, 2]) - depth / 2)
        return np.asarray(np.where(beside > 0, np.hypot(np.maximum(up, 0), beside), up * 0.9))

    return Solid(np.concatenate([top, bottom]), both, distance)


def _bulge(x: Array, z: Array, softness: float) -> Array:
    inside = np.clip(1 - np.abs(x) ** (2 * softness), 0, 1) * np.clip(1 - np.abs(z) ** (2 * softness), 0, 1)
    return np.asarray(inside**0.42)


def size_of(size: ArrayLike) -> tuple[float, float, float]:
    width, height, depth = np.asarray(size, float)
    return float(width), float(height), float(depth)


def cylinder(radius: float, length: float, rounding: float = 0.006) -> Solid:
    along = np.linspace(rounding - length / 2, length / 2 - rounding, max(3, round(length / FINENESS)))
    ends = length / 2
    z = np.concatenate([[-ends, -ends, -ends], along, [ends, ends, ends]])
    rim = radius - rounding
    radii = np.concatenate([[1e-4, rim * 0.5, rim], np.full(len(along), radius), [rim, rim * 0.5, 1e-4]])
    turn = np.linspace(0, 2 * np.pi, 49)
    circle = np.stack([np.cos(turn), np.sin(turn)], 1)
    points = np.concatenate([
        np.column_stack([circle * r + [0, radius], np.full(len(circle), place)])
        for place, r in zip(z, radii, strict=True)
    ])  # fmt: skip

    def distance(points: Array) -> Array:
        round_ = np.hypot(points[:, 0], points[:, 1] - radius) - radius
        flat = np.abs(points[:, 2]) - ends
        outside = np.hypot(np.maximum(round_, 0), np.maximum(flat, 0))
        return np.asarray(outside + np.minimum(np.maximum(round_, flat), 0))

    return Solid(points, grid(48, len(z) - 1), distance)


Radii = float | tuple[float, float] | tuple[Array, Array]
"""One radius, or two: across and thick. Two radii may vary from point to point."""


def tube(path: ArrayLike, radius: Radii, sides: int = 16, first: ArrayLike | None = None) -> Solid:
    """Round, or flat like a band if two radii are given. `first`: the direction of its breadth at its beginning."""
    points = np.asarray(path, float)
    ways = unit(np.gradient(points, axis=0))
    beside = _beside(ways, first)
    over = np.cross(ways, beside)
    wide, thick = (np.broadcast_to(each, len(points)) for each in _both_radii(radius))
    turn = np.linspace(0, 2 * np.pi, sides + 1)[:, None]
    rows = [
        point + w * np.cos(turn) * across + t * np.sin(turn) * up
        for point, w, t, across, up in zip(points, wide, thick, beside, over, strict=True)
    ]
    # The distance is measured to few pieces, which is faster.
    is_even = np.allclose(ways, ways[0], atol=1e-6) and np.ptp(wide) + np.ptp(thick) < 1e-6
    core = [0, len(points) - 1] if is_even else _few(len(points))
    rings = (points[core], wide[core], thick[core], beside[core], over[core])
    return Solid(np.concatenate(rows), grid(sides, len(points) - 1), _tube_distance(*rings))


def _both_radii(radius: Radii) -> tuple[float | Array, float | Array]:
    return radius if isinstance(radius, tuple) else (radius, radius)


def _few(count: int) -> list[int]:
    return sorted({*range(0, count, max(1, count // 48)), count - 1})


def _tube_distance(points: Array, wide: Array, thick: Array, beside: Array, over: Array) -> Distance:
    starts, ways = points[:-1], np.diff(points, axis=0)
    lengths = np.maximum(np.einsum("pi,pi->p", ways, ways), 1e-12)

    def distance(those: Array) -> Array:
        away = those[:, None] - starts
        share = np.clip(np.einsum("npi,pi->np", away, ways) / lengths, 0, 1)
        off = away - share[..., None] * ways
        piece = np.einsum("npi,npi->np", off, off).argmin(1)
        here, rows = share[np.arange(len(those)), piece], np.arange(len(those))
        least = off[rows, piece]
        w, t = (each[piece] + here * (each[piece + 1] - each[piece]) for each in (wide, thick))
        flat = np.hypot((least * beside[piece]).sum(1) / w, (least * over[piece]).sum(1) / t)
        along = (least * unit(ways)[piece]).sum(1) / np.minimum(w, t)
        scaled, far = np.hypot(flat, along), np.linalg.norm(least, axis=1)
        radius = np.where(far > 1e-6, far / np.maximum(scaled, 1e-9), np.minimum(w, t))
        return np.asarray((scaled - 1) * radius)

    return distance


def _beside(ways: Array, first: ArrayLike | None) -> Array:
    if first is None:
        first = np.cross(ways[0], [0, 1, 0] if abs(ways[0][1]) < 0.9 else [1, 0, 0])
    level = np.asarray(first, float)
    beside = [unit(level - ways[0] * (ways[0] @ level))]
    for way in ways[1:]:
        before = beside[-1]
        beside.append(unit(before - way * (before @ way)))
    return np.stack(beside)


def curve(points: ArrayLike, steps: int = 16) -> Array:
    knots = np.asarray(points, float)
    if len(knots) < 3:
        return np.linspace(knots[0], knots[-1], steps + 1)
    ends = np.concatenate([[2 * knots[0] - knots[1]], knots, [2 * knots[-1] - knots[-2]]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    ]
    return np.concatenate([*pieces, knots[-1:]])


def evened(path: ArrayLike, step: float = 0.006, rounds: int = 8) -> Array:
    """The same path in even steps, with corners rounded as a band bends."""
    points = np.asarray(path, float)
    far = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    even = np.linspace(0, far[-1], max(3, round(far[-1] / step)))
    points = np.stack([np.interp(even, far, points[:, axis]) for axis in range(3)], axis=1)
    for _ in range(rounds):
        points[1:-1] = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
    return points
