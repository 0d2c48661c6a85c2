"""Makes the things that exercises need, such as mat, chair and roller, as solids to draw and to touch.

Lengths are in metres. `color` is `#RRGGBB`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.figure.rotations import Array, unit
from bot.figure.scene import Floats, Surface, linear
from bot.figure.shapes import Solid, box, curve, cushion, cylinder, evened, tube

WOOD, DARK, SAGE, CREAM, WALL = "#D9B98C", "#5F6F77", "#BFD0B8", "#EFE7DA", "#CAD6D4"
SAND, TERRACOTTA, BLUE = "#DDBF8E", "#C8795A", "#9FB6C9"
SEAM, STRIPE = "#A85F43", "#EBD5C2"

SEAT = 0.46
"""Metres from the floor to the top of a chair's seat."""
BACK = 0.41
"""Metres from a chair's seat to the top of its back."""
REST = -0.228
"""Metres that a chair's back rest stands behind its middle."""


THICKNESS = {"strap": 0.003, "stick": 0.013, "towel": 0.022, "padding": 0.0}
"""Metres from the middle of a held thing to its surface in the palm."""


@dataclass(frozen=True, eq=False)
class Thing:
    parts: tuple[tuple[Solid, str], ...]

    def surfaces(self) -> list[Surface]:
        return [_surface(solid, linear(colour)) for solid, colour in self.parts]

    def distance(self, points: Array) -> Array:
        """Metres to the nearest part, negative inside."""
        return np.asarray(np.min([solid.distance(points) for solid, _ in self.parts], axis=0))


def make(spec: Mapping[str, Any]) -> Thing:
    """Makes a thing as a pose file describes it: `kind`, `at` (the centre of its bottom), `yaw` and `pitch` in degrees, and the
    arguments of its kind. Held things take `points`. Raises KeyError for an unknown kind.
    """
    own = {key: value for key, value in spec.items() if key not in ("kind", "at", "yaw", "pitch")}
    parts = KINDS[spec["kind"]](**own)
    place = (spec.get("at", (0, 0, 0)), spec.get("yaw", 0.0), spec.get("pitch", 0.0))
    return Thing(tuple((solid.moved(*place), colour) for solid, colour in parts))


Parts = list[tuple[Solid, str]]


def _mat(size: tuple[float, float, float] = (1.85, 0.014, 0.7), color: str = SAGE) -> Parts:
    return [(box(size, 0.006, 0.04), color)]


def _block(
    size: tuple[float, float, float] = (0.4, 0.1, 0.4), color: str = SAND, rounding: float = 0.015
) -> Parts:
    return [(box(size, rounding), color)]


def _blanket(size: tuple[float, float, float] = (0.5, 0.05, 0.42), color: str = BLUE) -> Parts:
    width, height, depth = size
    layers = max(2, round(height / 0.017))
    thick = height / layers
    return [
        (
            box((width - 0.006 * (n % 2), thick, depth - 0.006 * (n % 2)), thick * 0.48).moved(
                (0, n * thick, 0)
            ),
            color,
        )
        for n in range(layers)
    ]


def _pillow(size: tuple[float, float, float] = (0.38, 0.11, 0.5), color: str = CREAM) -> Parts:
    return [(cushion(size), color)]


def _cushion(size: tuple[float, float, float] = (0.4, 0.12, 0.4), color: str = TERRACOTTA) -> Parts:
    return [(cushion(size, 3.4), color)]


def _padding(
    points: list[list[float]], size: tuple[float, float, float] = (0.26, 0.1, 0.2), color: str = TERRACOTTA
) -> Parts:
    """A cushion held between the first two points, for instance the knees. Its length points toward the third."""
    first, last, toward = np.asarray(points)
    middle, across = (first + last) / 2, unit(last - first)
    along = unit(toward - middle - (toward - middle) @ across * across)
    turn = np.stack([along, across, np.cross(along, across)], 1)
    shape, shift = cushion(size, 3.4), middle + 0.2 * size[0] * along - across * size[1] / 2
    solid = Solid(
        shape.vertices @ turn.T + shift, shape.quads, lambda at: shape.distance((at - shift) @ turn)
    )
    return [(solid, color)]


def _roller(radius: float = 0.075, length: float = 0.6, color: str = SAND) -> Parts:
    return [(cylinder(radius, length), color)]


def _towel_roll(radius: float = 0.05, length: float = 0.5, color: str = TERRACOTTA) -> Parts:
    return [(cylinder(radius, length, 0.012), color)]


def _chair(height: float = SEAT, color: str = WOOD, splay: float = 0.0) -> Parts:
    """It faces +z. `height`: of the seat. `splay`: how much farther back the rear feet stand, so that the back rest stays clear of
    a wall behind them.
    """
    top = height + BACK
    seat = box((0.44, 0.04, 0.43), 0.014).moved((0, height - 0.04, 0))
    rest = box((0.44, 0.3, 0.026), 0.012).moved((0, top - 0.3, REST))
    legs = [_leg(x, z, height - 0.03, splay if z < 0 else 0) for x in (-0.19, 0.19) for z in (-0.19, 0.18)]
    posts = [_leg(x, REST, top - 0.05, foot=height - 0.06) for x in (-0.19, 0.19)]
    return [(seat, color), (rest, color), *((leg, DARK) for leg in (*legs, *posts))]


def _stool(size: tuple[float, float] = (0.36, 0.34), height: float = SEAT, color: str = WOOD) -> Parts:
    width, depth = size
    seat = box((width, 0.04, depth), 0.018).moved((0, height - 0.04, 0))
    feet = [(x * (width / 2 - 0.04), z * (depth / 2 - 0.04)) for x in (-1, 1) for z in (-1, 1)]
    legs = [tube(np.linspace([1.18 * x, 0, 1.18 * z], [x, height - 0.03, z], 16), 0.014) for x, z in feet]
    return [(seat, color), *((leg, DARK) for leg in legs)]


def _leg(x: float, z: float, top: float, splay: float = 0.0, foot: float = 0.0) -> Solid:
    return tube(np.linspace([x, foot, z - splay], [x, top, z], 16), 0.014)


def _bed(size: tuple[float, float, float] = (2.0, 0.5, 0.9), color: str = CREAM) -> Parts:
    width, height, depth = size
    return [
        (box((width, 0.2, depth), 0.05).moved((0, height - 0.2, 0)), color),
        (box((width, height - 0.19, depth), 0.02), WOOD),
    ]


def _wall(size: tuple[float, float] = (2.4, 2.2), color: str = WALL) -> Parts:
    """Its face is the plane z = 0; the wall lies behind it, toward -z."""
    width, height = size
    return [(box((width, height, 0.06), 0.006, 0.06).moved((0, 0, -0.03)), color)]


def _doorway(
    width: float = 0.84, height: float = 2.05, depth: float = 0.12, beyond: float = 0.9, color: str = WALL
) -> Parts:
    """A framed opening along z, `width` wide. The wall goes on for `beyond` metres on both sides."""
    casing, thick = 0.11, depth - 0.03
    aside = (width + casing) / 2
    posts = [box((casing, height, depth), 0.006, 0.05).moved((sign * aside, 0, 0)) for sign in (-1, 1)]
    lintel = box((width + 2 * casing, casing, depth), 0.006, 0.05).moved((0, height, 0))
    side = box((beyond, height + 0.6, thick), 0.004, 0.08)
    far = width / 2 + 0.02 + beyond / 2
    above = box((width + 0.08, 0.5, thick), 0.004, 0.08).moved((0, height + 0.1, 0))
    walls = [side.moved((sign * far, 0, 0)) for sign in (-1, 1)]
    return [*((part, CREAM) for part in (*posts, lintel)), *((part, color) for part in (*walls, above))]


def _strap(points: list[list[float]], flat: list[float] | None = None, color: str = TERRACOTTA) -> Parts:
    """`flat`: the direction of the band's breadth at its beginning."""
    return [(tube(evened(curve(points)), (0.016, 0.0025), first=flat), color)]


def _stick(points: list[list[float]], beyond: float = 0.18, color: str = WOOD) -> Parts:
    first, last = np.asarray(points[0]), np.asarray(points[-1])
    way = unit(last - first) * beyond
    return [(tube(np.linspace(first - way, last + way, 30), 0.013), color)]


def _towel(
    points: list[list[float]], beyond: float = 0.12, slack: float = 0.0, color: str = TERRACOTTA
) -> Parts:
    first, last = np.asarray(points[0]), np.asarray(points[-1])
    long = float(np.linalg.norm(last - first))
    along = np.linspace(-beyond, long + beyond, 72)
    share = np.clip(along / long, 0, 1)[:, None]
    path = first + along[:, None] * unit(last - first)
    path[:, 1] -= slack * 4 * (share * (1 - share))[:, 0]
    wide, thick = _rolled(along, long, beyond)
    return [
        (tube(path, (wide, thick)), color),
        *((tube(line, 0.0011, 6), SEAM) for line in _edges_of_roll(path, wide, thick)),
        *(
            (tube(path[band], (wide[band] + 6e-4, thick[band] + 6e-4)), STRIPE)
            for band in (slice(3, 6), slice(-6, -3))
        ),
    ]


def _rolled(along: Array, long: float, beyond: float) -> tuple[Array, Array]:
    """Breadth and thickness of a rolled towel: pressed in the fists, loose and round at the ends, soft between."""
    pressed = sum(np.exp(-(((along - fist) / 0.05) ** 2)) for fist in (0.0, long))
    past = np.minimum(along + beyond, long + beyond - along)
    end = np.sqrt(np.clip(past / 0.012, 0.0, 1.0) * (2 - np.clip(past / 0.012, 0.0, 1.0)))
    soft = 1 + (0.03 * np.sin(along * 47) + 0.02 * np.sin(along * 83 + 1)) * (1 - np.clip(pressed, 0, 1))
    loose = np.maximum(0.03 * (1 - 0.3 * pressed) * soft * end, 3e-4)
    return loose, loose * (0.78 - 0.04 * pressed)


def _edges_of_roll(path: Array, wide: Array, thick: Array) -> list[Array]:
    way = unit(path[-1] - path[0])
    across = unit(np.cross(way, [0, 1, 0]))
    over = np.cross(across, way)

    def round_(turn: Array, broad: Array, high: Array) -> Array:
        return np.asarray((broad * np.cos(turn))[:, None] * across + (high * np.sin(turn))[:, None] * over)

    inner = slice(5, -5)
    edge = path[inner] + round_(np.linspace(0.6, 4.2, len(path))[inner], wide[inner], thick[inner])
    turn = np.linspace(1, 14, 90)
    coil = round_(turn, 0.0016 * turn, 0.0013 * turn)
    return [edge, path[0] + coil, path[-1] + coil]


KINDS: dict[str, Callable[..., Parts]] = {
    "mat": _mat,
    "box": _block,
    "blanket": _blanket,
    "pillow": _pillow,
    "cushion": _cushion,
    "padding": _padding,
    "roller": _roller,
    "towel_roll": _towel_roll,
    "chair": _chair,
    "stool": _stool,
    "bed": _bed,
    "wall": _wall,
    "doorway": _doorway,
    "strap": _strap,
    "stick": _stick,
    "towel": _towel,
}


def _surface(solid: Solid, colour: Floats) -> Surface:
    return Surface(solid.vertices, solid.quads, _normals(solid), colour)


def _normals(solid: Solid) -> Array:
    a, b, c, d = (solid.vertices[solid.quads[:, corner]] for corner in range(4))
    faces = np.cross(c - a, d - b)
    total = np.zeros_like(solid.vertices)
    for axis in range(3):
        total[:, axis] = np.bincount(
            solid.quads.ravel(), np.repeat(faces[:, axis], 4), minlength=len(solid.vertices)
        )
    return unit(total)
