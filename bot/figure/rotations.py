"""Rotations of many vectors at a time. All functions take and return arrays with any number of leading axes.

Vectors are (..., 3), matrices (..., 3, 3); angles are in radians.
"""

from functools import lru_cache
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Share = TypeVar("Share", float, Array)

_NO_TURN = np.eye(3)


def unit(vectors: ArrayLike) -> Array:
    """A vector without length stays zero."""
    array = np.asarray(vectors, float)
    return np.asarray(array / np.maximum(np.linalg.norm(array, axis=-1, keepdims=True), 1e-12))


def cross_matrix(vectors: Array) -> Array:
    x, y, z = vectors[..., 0], vectors[..., 1], vectors[..., 2]
    nought = np.zeros_like(x)
    rows = np.stack([nought, -z, y, z, nought, -x, -y, x, nought], -1)
    return np.asarray(rows.reshape(*vectors.shape[:-1], 3, 3))


def turned(vectors: ArrayLike) -> Array:
    """The matrices of rotation vectors (Rodrigues' formula)."""
    vectors = np.asarray(vectors, float)
    angle = np.linalg.norm(vectors, axis=-1)[..., None, None]
    matrix = cross_matrix(vectors)
    # sin(a)/a and (1 - cos a)/a², both well defined at a = 0
    first = np.sinc(angle / np.pi)
    second = 0.5 * np.sinc(angle / (2 * np.pi)) ** 2
    return np.asarray(_NO_TURN + first * matrix + second * (matrix @ matrix))


def about(axis: ArrayLike, radians: ArrayLike) -> Array:
    matrix, squared = _cross_matrices(*np.asarray(axis, float).tolist())
    angle = np.asarray(radians, float)[..., None, None]
    return np.asarray(_NO_TURN + np.sin(angle) * matrix + (1 - np.cos(angle)) * squared)


@lru_cache(1024)
def _cross_matrices(x: float, y: float, z: float) -> tuple[Array, Array]:
    """The cross matrix of the axis, and its square. Cached, since joints turn about the same few axes."""
    matrix = cross_matrix(unit((x, y, z)))
    return matrix, matrix @ matrix


def bent(angles: Array) -> Array:
    """Takes (forward, to the own left, turned to the own left) in the body's axes."""
    forward, side, turn = angles[..., 0], angles[..., 1], angles[..., 2]
    return about([0, 1, 0], turn) @ about([0, 0, 1], -side) @ about([1, 0, 0], forward)


def rotation_vector(matrix: Array) -> Array:
    cosine = np.clip((np.trace(matrix) - 1) / 2, -1, 1)
    angle = float(np.arccos(cosine))
    axis = np.array(
        [matrix[2, 1] - matrix[1, 2], matrix[0, 2] - matrix[2, 0], matrix[1, 0] - matrix[0, 1]], float
    )
    return unit(axis) * angle


def frame(along: ArrayLike, beside: ArrayLike) -> Array:
    """Columns: `along`, then `beside` made perpendicular to it, then the perpendicular to both."""
    first = unit(along)
    beside = np.asarray(beside, float)
    second = unit(beside - first * (first * beside).sum(-1, keepdims=True))
    return np.stack([first, second, np.cross(first, second)], -1)


def twist(matrix: Array, axis: Array) -> Array:
    """The angle about `axis` when a rotation is split into swing and twist."""
    skew = np.stack(
        [
            matrix[..., 2, 1] - matrix[..., 1, 2],
            matrix[..., 0, 2] - matrix[..., 2, 0],
            matrix[..., 1, 0] - matrix[..., 0, 1],
        ],
        -1,
    )
    scalar = np.sqrt(np.maximum(0, 1 + np.trace(matrix, axis1=-2, axis2=-1))) / 2
    vector = skew / (4 * np.maximum(scalar, 1e-6))[..., None]
    return np.asarray(2 * np.arctan2((vector * unit(axis)).sum(-1), scalar))


def swing_between(start: Array, end: Array) -> Array:
    axis = np.cross(start, end)
    angle = np.arctan2(np.linalg.norm(axis), start @ end)
    return unit(axis) * angle


def eased(share: Share) -> Share:
    """Maps 0..1 to 0..1, slow at both ends."""
    return share * share * (3 - 2 * share)
