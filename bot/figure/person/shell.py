"""Moves a surface with its bones: skins it, smooths the creases at joints, and refines it once.

`turns` (bones, 3, 3) are world turns, `places` (bones, 3) those of the joints.
"""

from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from bot.figure.person.body import Array, Mesh, Quads
from bot.figure.rotations import unit
from bot.figure.shapes import Distance

Matrix: TypeAlias = Any
"""A sparse matrix of scipy, which has no types."""
DEEPEST = 0.03
"""Metres that flesh gives way. Anything deeper is a fault of the posture."""
STEP, ABOVE = 1e-4, 1e-3
"""Metres between the points of a slope, and from the middle of a thing to where its slope is clear."""
STEEP = 0.5
"""A distance changes by one for each metre toward a thing, and by less than this share only in the middle of one."""


class Faces:
    """Quads that give normals for many sets of vertices."""

    def __init__(self, quads: Quads, count: int) -> None:
        self.quads, self.count = quads, count
        number = np.repeat(np.arange(len(quads)), 4)
        self._round = sparse.csr_matrix((np.ones(quads.size), (quads.ravel(), number)), (count, len(quads)))

    def normals(self, vertices: Array) -> Array:
        a, b, c, d = (vertices[self.quads[:, corner]] for corner in range(4))
        return unit(self._round @ _cross(c - a, d - b))


def _cross(a: Array, b: Array) -> Array:
    """Three times as fast as numpy's for many rows."""
    (x, y, z), (u, v, w) = a.T, b.T
    return np.stack([y * w - z * v, z * u - x * w, x * v - y * u], 1)


class Shell:
    """`mush`: rounds of smoothing."""

    def __init__(self, mesh: Mesh, joints: Array, mush: int = 10) -> None:
        self.rest, self.joints = mesh.vertices, joints
        self.weights = sparse.csr_matrix(mesh.weights)
        self.coarse = Faces(mesh.quads, len(mesh.vertices))
        self.refine, fine = catmull_clark(mesh.quads, len(mesh.vertices))
        self.fine = Faces(fine, self.refine.shape[0])
        self._mush, self._smooth = mush, smoothing(mesh.quads, len(mesh.vertices))
        self._beside = np.zeros(len(mesh.vertices), int)
        self._beside[mesh.quads.ravel()] = np.roll(mesh.quads, -1, 1).ravel()
        self._detail = self._details(self.rest)

    def pose(self, turns: Array, places: Array, rest: Array | None = None) -> Array:
        """`rest`: another shape of the same topology, for instance with closed eyes. Returns the coarse vertices."""
        detail = self._detail if rest is None else self._details(rest)
        moved = self._smoothed(self._skinned(self.rest if rest is None else rest, turns, places))
        return np.asarray(moved + np.einsum("nij,nj->ni", self._tangents(moved), detail))

    def _skinned(self, rest: Array, turns: Array, places: Array) -> Array:
        shift = places - np.einsum("bij,bj->bi", turns, self.joints)
        motions = np.concatenate([turns, shift[:, :, None]], 2).reshape(len(turns), 12)
        blended = (self.weights @ motions).reshape(-1, 3, 4)
        return np.asarray(np.einsum("nij,nj->ni", blended[:, :, :3], rest) + blended[:, :, 3])

    def _smoothed(self, vertices: Array) -> Array:
        for _ in range(self._mush):
            vertices = self._smooth @ vertices
        return vertices

    def _details(self, rest: Array) -> Array:
        """The detail that smoothing removes at rest, in the axes of each vertex. It is added again after posing."""
        smooth = self._smoothed(rest)
        return np.asarray(np.einsum("nij,ni->nj", self._tangents(smooth), rest - smooth))

    def _tangents(self, vertices: Array) -> Array:
        normal = self.coarse.normals(vertices)
        along = vertices[self._beside] - vertices
        along = unit(along - normal * np.einsum("ni,ni->n", along, normal)[:, None])
        return np.stack([along, normal, _cross(along, normal)], 2)


def smoothing(quads: Quads, count: int) -> sparse.csr_matrix:
    """(count, count) matrix that draws each vertex toward its neighbours. Open edges stay."""
    edges, uses, _ = _edges(quads)
    ends = np.concatenate([edges, edges[:, ::-1]])
    beside = sparse.csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), (count, count))
    inner = np.ones(count)
    inner[edges[uses == 1].ravel()] = 0
    neighbours = np.maximum(np.asarray(beside.sum(1)).ravel(), 1)
    mean = sparse.diags(0.65 * inner / neighbours)
    return sparse.csr_matrix(mean @ beside + sparse.diags(1 - 0.65 * inner))


def _edges(quads: Quads) -> tuple[Quads, Quads, Quads]:
    """(e, 2) edges, how many quads use each, and (m, 4) the edge that leaves each corner."""
    pairs = np.stack([quads, np.roll(quads, -1, 1)], 2).reshape(-1, 2)
    edges, which, uses = np.unique(np.sort(pairs, 1), axis=0, return_inverse=True, return_counts=True)
    return edges, uses, which.reshape(quads.shape)


def _incidence(rows: Quads, columns: Quads, shape: tuple[int, int], value: float = 1.0) -> sparse.csr_matrix:
    return sparse.csr_matrix((np.full(rows.size, value), (rows.ravel(), columns.ravel())), shape)


def catmull_clark(quads: Quads, count: int) -> tuple[sparse.csr_matrix, Quads]:
    """One step of refinement: the (finer, count) matrix that maps any values of the vertices, and the finer quads.

    The old vertices come first, then one in each quad, then one on each edge.
    """
    edges, uses, which = _edges(quads)
    many, faces = len(edges), np.repeat(np.arange(len(quads))[:, None], 4, 1)
    ends = np.repeat(np.arange(many)[:, None], 2, 1)
    face_points = _incidence(faces, quads, (len(quads), count), 0.25)
    middles = _incidence(ends, edges, (many, count), 0.5)
    border = uses == 1
    beside = sparse.diags(1 / uses) @ _incidence(which, faces, (many, len(quads))) @ face_points
    own = np.where(border, 1.0, 0.5)
    edge_points = sparse.diags(own) @ middles + sparse.diags(1 - own) @ beside

    round_face = _incidence(quads, faces, (count, len(quads)))
    round_edge = _incidence(edges, ends, (count, many))
    of_faces, of_edges = (np.maximum(np.asarray(m.sum(1)).ravel(), 1) for m in (round_face, round_edge))
    inner = sparse.diags(1 / of_faces**2) @ round_face @ face_points
    inner = inner + sparse.diags(2 / (of_edges * of_faces)) @ round_edge @ middles
    inner = inner + sparse.diags((of_edges - 3) / of_edges)
    along = round_edge @ sparse.diags(border.astype(float))
    of_border = np.asarray(along.sum(1)).ravel()
    rim = sparse.diags(0.5 / np.maximum(of_border, 1)) @ along @ middles + 0.5 * sparse.eye(count)
    on_rim = (of_border > 0).astype(float)
    moved = sparse.diags(1 - on_rim) @ inner + sparse.diags(on_rim) @ rim

    after = count + len(quads) + which
    finer = np.stack([quads, after, count + faces, np.roll(after, 1, 1)], 2).reshape(-1, 4)
    return sparse.csr_matrix(sparse.vstack([moved, face_points, edge_points])), finer


def outwards(distance: Distance, points: Array) -> Array:
    """In the middle of a thin thing, where all ways out are equally long, the way is up."""
    ways = _slopes(distance, points)
    lost = np.linalg.norm(ways, axis=1) < STEEP
    ways[lost] = _slopes(distance, points[lost] + [0, ABOVE, 0])
    return unit(ways)


def _slopes(distance: Distance, points: Array) -> Array:
    steps = STEP * np.eye(3)
    return np.stack([distance(points + step) - distance(points - step) for step in steps], 1) / (2 * STEP)


def squash(vertices: Array, distance: Distance, spare: float = 0.0005) -> Array:
    """Moves vertices inside a solid to `spare` metres outside its surface, but no farther than `DEEPEST`."""
    inside = spare - distance(vertices)
    deep = np.nonzero(inside > 0)[0]
    if not len(deep):
        return vertices
    out = vertices.copy()
    out[deep] += outwards(distance, vertices[deep]) * np.minimum(inside[deep], DEEPEST)[:, None]
    return out
