"""Joins the surfaces of one moment, so that rays can be cast at all of them at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import block_diag, csr_matrix, diags, eye

Floats: TypeAlias = NDArray[np.float32]
Indices: TypeAlias = NDArray[np.int32]
Flags: TypeAlias = NDArray[np.bool_]
Paint: TypeAlias = Callable[[dict[str, Floats]], NDArray[Any]]
"""Maps attributes at some points of a surface to their colours, (n, 3), linear RGB 0..1."""

SPARSE_PAINT = 17
"""A surface's mean colour is taken from one vertex in this many."""


def floats(values: ArrayLike) -> Floats:
    return np.ascontiguousarray(values, dtype=np.float32)


def unit(vectors: ArrayLike) -> Floats:
    array = floats(vectors)
    length = np.sqrt(np.einsum("...i,...i->...", array, array))
    return floats(array / np.maximum(length, np.float32(1e-9))[..., None])


def linear(colour: str) -> Floats:
    """`#RRGGBB` to (3,) linear RGB 0..1."""
    coded = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    return floats(np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4))


@dataclass(frozen=True, eq=False)
class Coarse:
    """Fewer points, at which light is worked out, since it changes slowly over the skin."""

    vertices: NDArray[Any]
    """(c, 3) metres; on or slightly outside the surface."""
    normals: NDArray[Any]
    """(c, 3)"""
    to_fine: csr_matrix
    """(n, c) maps values at these points to the surface's vertices."""


@dataclass(frozen=True, eq=False)
class Surface:
    vertices: NDArray[Any]
    """(n, 3) metres: x to the right, y up, z towards the viewer; the floor is y = 0."""
    quads: NDArray[Any]
    """(m, 4) vertices, anticlockwise from outside."""
    normals: NDArray[Any]
    """(n, 3) at length one, outwards."""
    paint: NDArray[Any] | Paint
    """Linear RGB 0..1: one colour (3,), one for each vertex (n, 3), or a function of the attributes at each point."""
    attributes: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    """(n,) or (n, k) each; the input of a `Paint`."""
    coarse: Coarse | None = None
    outline: bool = True

    @cached_property
    def mean_colour(self) -> Floats:
        if not callable(self.paint):
            return floats(np.reshape(self.paint, (-1, 3)).mean(axis=0))
        some = {name: floats(values[::SPARSE_PAINT]) for name, values in self.attributes.items()}
        return floats(np.mean(self.paint(some), axis=0))


@dataclass(frozen=True)
class Hits:
    """Where n rays first met the scene."""

    triangles: Indices
    """(n,); -1 for a ray that met nothing."""
    weights: Floats
    """(n, 3) weight of each corner of the triangle."""
    distances: Floats
    """(n,) metres along the ray."""

    @property
    def met(self) -> Flags:
        return self.triangles >= 0


class Scene:
    def __init__(self, surfaces: list[Surface]) -> None:
        self.surfaces = surfaces
        self.vertices = floats(np.concatenate([surface.vertices for surface in surfaces]))
        self.normals = floats(np.concatenate([surface.normals for surface in surfaces]))
        counts = [len(surface.vertices) for surface in surfaces]
        self.first_vertex = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int32)
        halves = [
            _halved(surface.quads) + first for surface, first in zip(surfaces, self.first_vertex, strict=True)
        ]
        self.triangles: Indices = np.concatenate(halves).astype(np.int32)
        self.owners = np.repeat(np.arange(len(surfaces), dtype=np.int32), [len(half) for half in halves])
        self._rays = EmbreeScene()
        TriangleMesh(self._rays, self.vertices, self.triangles)

    def meet(self, origins: Floats, directions: Floats) -> Hits:
        found = self._rays.run(_rows(origins, directions), directions, query="INTERSECT", output=1)
        u, v = found["u"], found["v"]
        return Hits(found["primID"], np.stack([1 - u - v, u, v], axis=-1), found["tfar"])

    def first(self, origins: Floats, direction: Floats) -> Indices:
        """The triangle that each ray meets first, -1 for none."""
        ways = _rows(direction, origins)
        return np.asarray(self._rays.run(origins, ways, query="INTERSECT"), dtype=np.int32)

    def blocked(self, origins: Floats, direction: Floats, reach: float = 1e9) -> Flags:
        """`reach`: metres; anything farther does not count."""
        ways, far = _rows(direction, origins), np.full(len(origins), reach, np.float32)
        return np.asarray(self._rays.run(origins, ways, far, query="OCCLUDED") >= 0)

    @cached_property
    def used(self) -> Flags:
        used = np.zeros(len(self.vertices), bool)
        used[self.triangles.ravel()] = True
        return used

    @cached_property
    def light_points(self) -> tuple[Floats, Floats]:
        """The (p, 3) points at which light is worked out, and their normals."""
        sources = [surface.coarse or surface for surface in self.surfaces]
        points = np.concatenate([source.vertices for source in sources])
        return floats(points), floats(np.concatenate([source.normals for source in sources]))

    @cached_property
    def lift(self) -> csr_matrix:
        """(n, p) maps values at the light points to all vertices."""
        parts = [
            surface.coarse.to_fine if surface.coarse else eye(len(surface.vertices))
            for surface in self.surfaces
        ]
        return csr_matrix(block_diag(parts, format="csr"), dtype=np.float32)

    @cached_property
    def soften(self) -> csr_matrix:
        """(p, p) smooths light on flat props, where the few directions of light would show; the body needs none."""
        parts = [
            eye(len(surface.coarse.vertices)) if surface.coarse else _neighbourly(surface)
            for surface in self.surfaces
        ]
        return csr_matrix(block_diag(parts, format="csr"), dtype=np.float32)


def _neighbourly(surface: Surface) -> csr_matrix:
    count = len(surface.vertices)
    start, end = surface.quads.ravel(), np.roll(surface.quads, -1, axis=1).ravel()
    near = csr_matrix((np.ones(len(start)), (start, end)), (count, count))
    near = ((near + near.T) > 0) + eye(count)
    near = diags(1 / np.asarray(near.sum(axis=1)).ravel()) @ near
    return near @ near


def _halved(quads: NDArray[Any]) -> Indices:
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]).astype(np.int32)


def _rows(values: Floats, like: Floats) -> Floats:
    """The ray caster needs one row for each ray and takes no broadcast arrays."""
    return np.ascontiguousarray(np.broadcast_to(values, like.shape))
