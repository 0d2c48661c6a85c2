"""Works out how much of the sky and of the key light reaches every point, and the shadow on the floor.

Directions are (n, 3) of length one; shares of light are 0..1.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import gaussian_filter

from bot.figure.scene import Floats, Indices, Scene, floats, unit

SKY = floats([1.0, 1.0, 1.02])
GROUND = floats([0.93, 0.90, 0.86]) * np.float32(0.62)
AMBIENT, KEY = 0.66, 0.78
WRAP = 0.15
"""The key light reaches a little round the edge, as a large lamp does."""
KEY_WAY = (-0.45, 1.0, 0.62)
"""Towards the key light, for a viewer at azimuth 0."""
KEY_SPREAD = 0.16
"""Radius of the lamp, seen from the room, radians."""
SKY_WAYS, KEY_WAYS, FLOOR_WAYS = 128, 64, 96
LIFT_OFF = 0.004
"""Metres. Rays begin this far off the skin so that they do not hit it at once."""

FLOOR_HALF, FLOOR_CELL = 2.4, 0.03
FLOOR_NODES = 2 * round(FLOOR_HALF / FLOOR_CELL) + 1
FLOOR_REACH = 1.1
"""Metres around the figure and things; farther away the floor is plain."""
COVERED, CONTACT = 0.02, 0.75
"""Anything lower than this many metres covers the floor. Covered floor gets this brightness: full shade would leak out."""
SHADOW = 0.78
"""How deep the floor's shadow is drawn."""


@dataclass(frozen=True, eq=False)
class Light:
    """The light of one moment. All moments of a loop have the same shapes, so their lights can be blended."""

    towards_key: Floats
    """(3,)"""
    sky: Floats
    """(p, 3) light from everywhere but the key light, at the scene's light points."""
    key: Floats
    """(p,) share of the key light that is not blocked."""
    floor: Floats
    """(FLOOR_NODES, FLOOR_NODES) brightness of the floor, first along z, then x."""


def bake(scene: Scene, azimuth: float = 0.0, like: Light | None = None) -> Light:
    """Uses no chance: the same scene is always lit the same.

    The key light stands to the left of a viewer who looks from `azimuth`, degrees. A second view of the same scene can
    take the sky from the first one's light, `like`, which saves most of the work.
    """
    towards_key = _key_way(azimuth)
    floor = _floor(scene, towards_key)
    points, normals = scene.light_points
    needed = _needed(scene)
    key = np.ones(len(points), np.float32)
    key[needed] = _key(scene, points[needed], normals[needed], towards_key)
    key = scene.soften @ key
    if like is not None:
        return replace(like, towards_key=towards_key, key=key, floor=floor)
    sky = np.ones_like(points)
    sky[needed] = _sky(scene, needed, key, floor, towards_key)
    return Light(towards_key, scene.soften @ sky, key, floor)


def blend(one: Light, other: Light, share: float) -> Light:
    part = np.float32(share)

    def between(here: Floats, there: Floats) -> Floats:
        return floats(here + (there - here) * part)

    return Light(
        one.towards_key,
        between(one.sky, other.sky),
        between(one.key, other.key),
        between(one.floor, other.floor),
    )


def diffuse(sky: Floats, key: Floats, normals: Floats, towards_key: Floats) -> Floats:
    """(n, 3) light that a white, dull surface with these normals throws back."""
    facing = np.clip((normals @ towards_key + WRAP) / (1 + WRAP), 0, 1)
    return floats(np.float32(AMBIENT) * sky + (np.float32(KEY) * facing * key)[:, None])


def _key_way(azimuth: float) -> Floats:
    turn = np.radians(azimuth)
    x, y, z = KEY_WAY
    return unit([x * np.cos(turn) + z * np.sin(turn), y, z * np.cos(turn) - x * np.sin(turn)])


def _spiral(count: int) -> tuple[Floats, Floats]:
    step = np.arange(count) + 0.5
    return floats(np.sqrt(step / count)), floats(step * np.pi * (3 - 5**0.5))


def _sphere(count: int) -> Floats:
    step = np.arange(count) + 0.5
    height, angle = 1 - 2 * step / count, np.pi * (1 + 5**0.5) * step
    radius = np.sqrt(1 - height * height)
    return floats(np.stack([radius * np.cos(angle), height, radius * np.sin(angle)], axis=1))


def _lamp(towards_key: Floats) -> Floats:
    radius, angle = _spiral(KEY_WAYS)
    across = unit(np.cross(towards_key, [0.0, 0.0, 1.0]))
    along = np.cross(towards_key, across)
    face = np.cos(angle)[:, None] * across + np.sin(angle)[:, None] * along
    return unit(towards_key + np.float32(KEY_SPREAD) * radius[:, None] * face)


def _dome() -> Floats:
    radius, angle = _spiral(FLOOR_WAYS)
    return floats(np.stack([radius * np.cos(angle), np.sqrt(1 - radius**2), radius * np.sin(angle)], 1))


def _needed(scene: Scene) -> Indices:
    return np.flatnonzero(abs(scene.lift).T @ scene.used.astype(np.float32) > 0).astype(np.int32)


def _key(scene: Scene, points: Floats, normals: Floats, towards_key: Floats) -> Floats:
    origins = points + normals * np.float32(LIFT_OFF)
    open_ways = np.zeros(len(points), np.float32)
    for way in _lamp(towards_key):
        facing = np.flatnonzero(normals @ way > -0.2)
        open_ways[facing] += ~scene.blocked(origins[facing], way)
    return open_ways / np.float32(KEY_WAYS)


def _sky(scene: Scene, needed: Indices, key: Floats, floor: Floats, towards_key: Floats) -> Floats:
    points, normals = (values[needed] for values in scene.light_points)
    origins = points + normals * np.float32(LIFT_OFF)
    total, weight = np.zeros_like(points), np.zeros(len(points), np.float32)
    returns: list[tuple[Indices, Indices, Floats]] = []
    for way in _sphere(SKY_WAYS):
        cosine = normals @ way
        facing = np.flatnonzero(cosine > 0.02).astype(np.int32)
        cosine = cosine[facing]
        met = scene.first(origins[facing], way)
        total[facing] += np.where(met < 0, cosine, 0)[:, None] * _far(origins[facing], way, floor)
        weight[facing] += cosine
        returns.append((facing[met >= 0], met[met >= 0], cosine[met >= 0]))
    weight = np.maximum(weight, np.float32(1e-6))[:, None]
    thrown = _thrown_back(scene, needed, total / weight, key, towards_key)
    for facing, met, cosine in returns:
        total[facing] += cosine[:, None] * thrown[met]
    return total / weight


def _far(origins: Floats, way: Floats, floor: Floats) -> Floats:
    if way[1] > 0:
        return np.broadcast_to(SKY * (np.float32(0.775) + np.float32(0.225) * way[1]), origins.shape)
    there = origins - way * (origins[:, 1:2] / way[1])
    node = np.rint((there[:, [2, 0]] + FLOOR_HALF) / FLOOR_CELL).astype(np.int32)
    row, column = np.clip(node, 0, FLOOR_NODES - 1).T
    return GROUND * floor[row, column, None]


def _thrown_back(scene: Scene, needed: Indices, sky: Floats, key: Floats, towards_key: Floats) -> Floats:
    everywhere = np.ones((len(key), 3), np.float32)
    everywhere[needed] = sky
    lit = diffuse(scene.lift @ everywhere, scene.lift @ key, scene.normals, towards_key)
    corner = lit[scene.triangles[:, 0]]
    colours = np.stack([surface.mean_colour for surface in scene.surfaces])
    return corner * colours[scene.owners]


def _floor(scene: Scene, towards_key: Floats) -> Floats:
    line = floats(np.linspace(-FLOOR_HALF, FLOOR_HALF, FLOOR_NODES))
    z, x = np.meshgrid(line, line, indexing="ij")
    low, high = scene.vertices.min(axis=0), scene.vertices.max(axis=0)
    beside = np.maximum(np.maximum(low[0] - x, x - high[0]), 0)
    before = np.maximum(np.maximum(low[2] - z, z - high[2]), 0)
    away = np.hypot(beside, before)
    near = away < FLOOR_REACH
    origins = floats(np.stack([x[near], np.full(near.sum(), LIFT_OFF), z[near]], axis=1))
    shade, bare = np.ones_like(x), np.ones_like(x)
    shade[near] = _floor_light(scene, origins, towards_key)
    bare[near] = ~scene.blocked(origins, floats([0, 1, 0]), COVERED)
    fading = np.clip((FLOOR_REACH - away) / (0.6 * FLOOR_REACH), 0, 1)
    return floats(1 - np.float32(SHADOW) * fading * (1 - _uncovered(shade, bare)))


def _floor_light(scene: Scene, origins: Floats, towards_key: Floats) -> Floats:
    sky = np.mean([~scene.blocked(origins, way) for way in _dome()], axis=0)
    key = np.mean([~scene.blocked(origins, way) for way in _lamp(towards_key)], axis=0)
    most_key = KEY * float(towards_key[1])
    return floats((AMBIENT * (0.25 + 0.75 * sky) + most_key * key) / (AMBIENT + most_key))


def _uncovered(shade: Floats, bare: Floats) -> Floats:
    known = np.maximum(gaussian_filter(bare, 3.0), np.float32(1e-4))
    around = gaussian_filter(shade * bare, 3.0) / known
    filled = np.where(bare > 0.5, shade, CONTACT * around)
    return floats(np.clip(gaussian_filter(filled, 0.8), 0, 1))
