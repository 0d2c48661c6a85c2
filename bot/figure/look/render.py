"""Takes a scene's picture: one ray a pixel, and several where a pixel holds more than one thing.

Colours are linear RGB; pictures are (height, width, 3).
"""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation
from scipy.sparse import csr_matrix

from bot.figure.look.camera import Camera, Size
from bot.figure.look.light import FLOOR_CELL, FLOOR_HALF, FLOOR_NODES, Light, diffuse
from bot.figure.scene import Flags, Floats, Indices, Scene, Surface, floats, linear, unit

Image = NDArray[np.uint8]
"""(height, width, 3), sRGB."""

PLAIN_COLOUR = "#DFE4DE"
"""The background as the eye sees it: light enough beside a white chat, no glare in a dark one, and light shirts stand out
from it. It is one of the few colours that JPEG (at 60) and H.264 keep exactly."""
LINE, LINE_STRENGTH = linear("#33434B"), 0.5
LINE_REACH = 0.6
"""Pixels to both sides of an edge that the outline covers."""
SHINE, SHINE_FOCUS = 0.045, 22
RIM = 0.10
FAINTEST = 0.015
"""Fainter shadow on the floor is not drawn: eight bits would show it as steps."""
SOFT = 0.75
"""Linear light above this is rolled off."""
CODES = 4096
"""Steps of linear light."""
EDGE_COLOUR = 0.035
"""A larger jump between neighbours, in roots of linear light, needs more rays."""
GAP_LEAST, GAP_FULL = 0.018, 0.06
"""Metres between two surfaces seen side by side at which a line begins, and at which it is full."""


@dataclass(frozen=True, eq=False)
class Drawing:
    image: Image
    mask: Floats
    """(height, width) share of each pixel that surfaces cover; the floor is no surface."""
    owners: Indices
    """(height, width) number of the surface in each pixel's middle, -1 for none."""


@dataclass(frozen=True, eq=False)
class _Samples:
    met: Flags
    owners: Indices
    """-1 if the ray met nothing."""
    distances: Floats
    points: Floats
    normals: Floats
    colours: Floats
    """(n, 3); not set if the ray met nothing."""

    def __add__(self, more: "_Samples") -> "_Samples":
        pairs = ((getattr(self, name.name), getattr(more, name.name)) for name in fields(self))
        return _Samples(*(np.concatenate(pair) for pair in pairs))

    def gap(self, here: NDArray[np.int32], there: NDArray[np.int32]) -> Floats:
        """Metres from the plane of each sample's surface to the other point; 1 where only one ray met something.

        A surface seen at a slant has no gap, however far back it leads: the other point lies in its plane.
        """
        gap = (self.met[here] != self.met[there]).astype(np.float32)
        apart = np.abs(self.distances[here] - self.distances[there]) > GAP_LEAST / 2
        some = np.flatnonzero(apart & (gap == 0))
        here, there = here[some], there[some]
        between = self.points[there] - self.points[here]
        off_here = np.abs(np.einsum("ni,ni->n", between, self.normals[here]))
        off_there = np.abs(np.einsum("ni,ni->n", between, self.normals[there]))
        gap[some] = np.maximum(off_here, off_there)
        return floats(gap)


class _Closer:
    """A grid `fine` times as dense as the pixels. Only the places within edge pixels are sampled."""

    def __init__(self, edges: Flags, fine: int) -> None:
        self.edges, self.fine = edges, fine
        row, column = np.nonzero(edges)
        down, across = np.divmod(np.arange(fine * fine), fine)
        # Pixel by pixel, so that a pixel's samples stand together.
        self.rows = (row[:, None] * fine + down).ravel()
        self.columns = (column[:, None] * fine + across).ravel()

    @property
    def pixels(self) -> Floats:
        return floats((np.stack([self.columns, self.rows], axis=1) + 0.5) / self.fine)

    @cached_property
    def samples(self) -> Indices:
        """The sample number for each place of the dense grid. A pixel without an edge uses its centre's sample."""
        count = self.edges.size
        samples = np.arange(count, dtype=np.int32).reshape(self.edges.shape)
        samples = samples.repeat(self.fine, axis=0).repeat(self.fine, axis=1)
        samples[self.rows, self.columns] = count + np.arange(len(self.rows), dtype=np.int32)
        return samples

    def beside(self, down: int, across: int) -> Indices:
        height, width = self.samples.shape
        rows = np.clip(self.rows + down, 0, height - 1)
        columns = np.clip(self.columns + across, 0, width - 1)
        beside: Indices = self.samples[rows, columns]
        return beside


class CameraView:
    """A camera and a size of picture. Holds what is worked out once for all frames of a loop.

    `fine`: rays along a side of a pixel that holds an edge. `fading`: the share of the width over which the floor's shadow fades
    out at the left and right, for views that stand side by side.
    """

    def __init__(self, camera: Camera, size: Size, fine: int = 3, fading: float = 0.0) -> None:
        self.camera, self.size, self.fine = camera, size, fine
        width, height = size
        rows, columns = np.divmod(np.arange(width * height, dtype=np.int32), np.int32(width))
        self._ways = camera.rays(_centres(rows, columns), size)
        self._floor = _floor_matrix(camera.eye, self._ways)
        self._fading = _fading(width, fading)

    def draw(self, scene: Scene, light: Light) -> Drawing:
        width, height = self.size
        image, mask = self._backdrop(light), np.zeros((height, width), np.float32)
        owners = np.full((height, width), -1, np.int32)
        left, top, right, bottom = self._region(scene)
        if left < right and top < bottom:
            part = (slice(top, bottom), slice(left, right))
            ways = self._ways.reshape(height, width, 3)[part]
            shading = _Shading(scene, light, self.camera)
            centres = shading.samples(ways.reshape(-1, 3))
            closer = _Closer(_edges(centres, ways.shape[:2]), self.fine)
            finer = shading.samples(self.camera.rays(closer.pixels + floats([left, top]), self.size))
            lines = _lines(centres + finer, closer, scene.surfaces)
            image[part], mask[part] = _resolved(image[part], centres, closer.edges, finer, lines)
            owners[part] = centres.owners.reshape(ways.shape[:2])
        return Drawing(encoded(image), mask, owners)

    def _backdrop(self, light: Light) -> Floats:
        width, height = self.size
        dark = np.maximum(self._floor @ (1 - light.floor).ravel() - FAINTEST, 0) / (1 - FAINTEST)
        dark = dark.reshape(height, width) * self._fading
        return floats((1 - dark)[..., None] * BACKGROUND)

    def _region(self, scene: Scene) -> tuple[int, int, int, int]:
        pixels = self.camera.project(scene.vertices[scene.used], self.size)
        low = np.maximum(np.floor(pixels.min(axis=0)).astype(int) - 3, 0)
        high = np.minimum(np.ceil(pixels.max(axis=0)).astype(int) + 3, self.size)
        return int(low[0]), int(low[1]), int(high[0]), int(high[1])


class _Shading:
    def __init__(self, scene: Scene, light: Light, camera: Camera) -> None:
        self.scene, self.eye, self.towards_key = scene, camera.eye, light.towards_key
        sky, key = scene.lift @ light.sky, np.clip(scene.lift @ light.key, 0, 1)
        lit = diffuse(sky, key, scene.normals, light.towards_key)
        self._carried = np.column_stack([lit, scene.normals, key, sky.mean(axis=1)]).astype(np.float32)

    def samples(self, ways: Floats) -> _Samples:
        scene, count = self.scene, len(ways)
        hits = scene.meet(self.eye[None], ways)
        at = np.flatnonzero(hits.met)
        triangles, weights = hits.triangles[at], hits.weights[at]
        carried = _mixed(self._carried, scene.triangles[triangles], weights)
        normals = unit(carried[:, 3:6])
        owners = scene.owners[triangles]
        lit = carried[:, :3] * self._paint(owners, triangles, weights)
        lit += self._gloss(normals, -ways[at], carried[:, 6], carried[:, 7])[:, None]
        return _Samples(
            hits.met,
            _scattered(owners, at, count, -1),
            _scattered(hits.distances[at], at, count),
            _scattered(self.eye + ways[at] * hits.distances[at, None], at, count),
            _scattered(normals, at, count),
            _scattered(lit, at, count),
        )

    def _paint(self, owners: Indices, triangles: Indices, weights: Floats) -> Floats:
        colours = np.empty((len(owners), 3), np.float32)
        for number, surface in enumerate(self.scene.surfaces):
            own = np.flatnonzero(owners == number)
            if len(own):
                corners = self.scene.triangles[triangles[own]] - self.scene.first_vertex[number]
                colours[own] = _painted(surface, corners, weights[own])
        return colours

    def _gloss(self, normals: Floats, to_eye: Floats, key: Floats, sky: Floats) -> Floats:
        half = unit(self.towards_key + to_eye)
        shine = np.clip(np.einsum("ni,ni->n", normals, half), 0, 1) ** SHINE_FOCUS
        away = 1 - np.clip(np.einsum("ni,ni->n", normals, to_eye), 0, 1)
        return floats(SHINE * shine * key + RIM * away * away * away * sky)


def encoded(image: Floats) -> Image:
    """Linear light to sRGB; the brightest parts are rolled off softly."""
    steps = np.clip(image * np.float32(CODES / 2) + np.float32(0.5), 0, CODES - 1).astype(np.uint16)
    coded: Image = np.take(_CODED, steps)
    return coded


def _codes() -> Image:
    light = np.arange(CODES) / (CODES / 2)
    soft = np.where(light < SOFT, light, SOFT + (1 - SOFT) * (1 - np.exp(-(light - SOFT) / (1 - SOFT))))
    coded = np.where(soft <= 0.0031308, 12.92 * soft, 1.055 * soft ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(coded * 255), dtype=np.uint8)


_CODED = _codes()


def _before_rolling(colour: str) -> Floats:
    seen = linear(colour).astype(float)
    over = np.maximum(seen - SOFT, 0) / (1 - SOFT)
    return floats(np.minimum(seen, SOFT) - (1 - SOFT) * np.log(1 - over))


BACKGROUND = _before_rolling(PLAIN_COLOUR)


def _centres(rows: Indices, columns: Indices) -> Floats:
    return np.stack([columns, rows], axis=1) + np.float32(0.5)


def _floor_matrix(eye: Floats, ways: Floats) -> csr_matrix:
    """(pixels, nodes) reads the floor's grid where each ray meets the floor; empty rows elsewhere."""
    down = np.minimum(ways[:, 1], np.float32(-1e-5))
    there = eye[[2, 0]] - ways[:, [2, 0]] * (eye[1] / down)[:, None]
    place = (there + np.float32(FLOOR_HALF)) / np.float32(FLOOR_CELL)
    on = (ways[:, 1] < -1e-4) & np.all((place >= 0) & (place < FLOOR_NODES - 1), axis=1)
    pixels = np.flatnonzero(on)
    node = place[pixels].astype(np.int32)
    row, column = (place[pixels] - node).T
    first = node[:, 0] * FLOOR_NODES + node[:, 1]
    shares = np.stack([(1 - row) * (1 - column), (1 - row) * column, row * (1 - column), row * column], 1)
    nodes = first[:, None] + np.array([0, 1, FLOOR_NODES, FLOOR_NODES + 1], np.int32)
    begin = np.concatenate([[0], np.cumsum(on) * 4])
    shape = (len(ways), FLOOR_NODES**2)
    return csr_matrix((shares.ravel().astype(np.float32), nodes.ravel(), begin), shape)


def _fading(width: int, share: float) -> Floats:
    if not share:
        return np.ones(width, np.float32)
    from_side = np.minimum(np.arange(width), np.arange(width)[::-1]) / (share * width)
    ramp = np.clip(from_side, 0, 1)
    return floats(ramp * ramp * (3 - 2 * ramp))


def _mixed(values: Floats, corners: Indices, weights: Floats) -> Floats:
    mixed = np.take(values, corners[:, 0], axis=0)
    shape = (-1, *[1] * (values.ndim - 1))
    mixed *= weights[:, 0].reshape(shape)
    for corner in (1, 2):
        mixed += np.take(values, corners[:, corner], axis=0) * weights[:, corner].reshape(shape)
    return mixed


def _painted(surface: Surface, corners: Indices, weights: Floats) -> Floats:
    if callable(surface.paint):
        at_points = {
            name: _mixed(floats(values), corners, weights) for name, values in surface.attributes.items()
        }
        return floats(surface.paint(at_points))
    colours = floats(surface.paint)
    return colours if colours.ndim == 1 else _mixed(colours, corners, weights)


def _scattered(values: NDArray[Any], at: NDArray[np.intp], count: int, empty: int = 0) -> NDArray[Any]:
    everywhere = np.full((count, *values.shape[1:]), empty, values.dtype)
    everywhere[at] = values
    return everywhere


def _edges(centres: _Samples, shape: tuple[int, ...]) -> Flags:
    edges = np.zeros(shape, bool)
    index = np.arange(len(centres.met), dtype=np.int32).reshape(shape)
    tone = np.sqrt(np.maximum(centres.colours, 0))
    whole = slice(None)
    for before, after in (
        ((slice(None, -1), whole), (slice(1, None), whole)),
        ((whole, slice(None, -1)), (whole, slice(1, None))),
    ):
        here, there = index[before].ravel(), index[after].ravel()
        jump = centres.owners[here] != centres.owners[there]
        some = np.flatnonzero(~jump & centres.met[here])
        here, there = here[some], there[some]
        red, green, blue = (np.abs(tone[here] - tone[there]) > EDGE_COLOUR).T
        jump[some] = red | green | blue | (centres.gap(here, there) > GAP_LEAST / 2)
        jump = jump.reshape(index[before].shape)
        edges[before] |= jump
        edges[after] |= jump
    return np.asarray(binary_dilation(edges))


def _lines(seen: _Samples, closer: _Closer, surfaces: list[Surface]) -> Floats:
    outlined = np.array([*(surface.outline for surface in surfaces), True])
    reach = max(1, round(LINE_REACH * closer.fine))
    here = closer.beside(0, 0)
    strength = np.zeros(len(here), np.float32)
    for down, across in ((0, reach), (0, -reach), (reach, 0), (-reach, 0)):
        there = closer.beside(down, across)
        wide = (seen.gap(here, there) - GAP_LEAST) / (GAP_FULL - GAP_LEAST)
        drawn = outlined[seen.owners[here]] & outlined[seen.owners[there]]
        strength = np.maximum(strength, np.clip(wide, 0, 1) * drawn)
    return strength * np.float32(LINE_STRENGTH)


def _resolved(
    backdrop: Floats, centres: _Samples, edges: Flags, finer: _Samples, lines: Floats
) -> tuple[Floats, Floats]:
    shape = edges.shape
    mask = centres.met.astype(np.float32).reshape(shape)
    image = np.where(mask[..., None] > 0, centres.colours.reshape(*shape, 3), backdrop)
    many = len(lines) // max(1, int(edges.sum()))
    behind = np.repeat(backdrop[edges], many, axis=0)
    colours = np.where(finer.met[:, None], finer.colours, behind)
    colours += (LINE - colours) * lines[:, None]
    image[edges] = colours.reshape(-1, many, 3).mean(axis=1)
    mask[edges] = finer.met.reshape(-1, many).mean(axis=1)
    return image, mask
