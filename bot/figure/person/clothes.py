"""Cuts shirt and trousers out of a shell around the body: where they end, and how they lie.

Lengths are in metres, points at rest. `inside` (n,) is the distance from the cloth's edge, negative on bare skin.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.figure.person.body import Body, Mesh, Quads
from bot.figure.person.body_zones import Mask, rising
from bot.figure.person.shell import Matrix
from bot.figure.rotations import Array, unit

OVER, UNDER = 0.0045, 0.008
"""Metres that cloth lies over the shell, and that its hem is turned in under it."""
HIDDEN = 0.013
"""Metres that skin sinks under cloth, so that it does not show where joints bend."""
CLOSE = 0.007
"""Metres that a shirt lies closer on the shoulders. A body at rest has its arms out; without this the cloth looks blown up
once they hang."""
HEM = 0.009
"""Metres from an edge to its seam."""


@dataclass(frozen=True)
class Cut:
    """Metres. `sleeve`: from the shoulder to the end of the sleeve. `leg`: from the ankle to the end of the trousers. `collar`: how
    far the neckline is below the neck. `loose`: how far the shirt hangs off the body.
    """

    shirt: str
    trousers: str
    sleeve: float = 0.15
    leg: float = 0.045
    collar: float = 0.022
    loose: float = 0.0


@dataclass(frozen=True, eq=False)
class Hem:
    """A mesh cut off where cloth ends, with an edge turned in under it.

    `slide` (m, n) maps the uncut vertices to the new ones; `source` (m,) is the vertex that each stems from. `turned` are the
    vertices of the hem's inner edge, which still lie on the outer edge.
    """

    slide: Matrix
    source: NDArray[np.int64]
    quads: Quads
    turned: slice


def uncut(quads: Quads, count: int) -> Hem:
    return Hem(sparse.eye(count, format="csr"), np.arange(count), quads, slice(count, count))


def sewn(quads: Quads, inside: Array) -> Hem:
    """Cuts along `inside` = 0. Vertices near the edge slide onto it, so that it runs as smoothly as the field."""
    count = len(inside)
    slide = _slid(quads, inside)
    after = slide @ inside
    # Vertices that slid lie on the edge, apart from rounding.
    after[np.abs(after) < 1e-9] = 0
    kept = _kept(quads, after)
    edges = _rim(kept, after)
    hem = np.unique(edges)
    inner = np.zeros(count, int)
    inner[hem] = count + np.arange(len(hem))
    first, second = edges.T
    turned = np.stack([second, first, inner[first], inner[second]], 1)
    source = np.concatenate([np.arange(count), hem])
    return Hem(slide[source], source, np.concatenate([kept, turned]), slice(count, count + len(hem)))


def _slid(quads: Quads, inside: Array) -> Matrix:
    count = len(inside)
    ends = np.stack([quads, np.roll(quads, -1, 1)], 2).reshape(-1, 2)
    ends = np.concatenate([ends, ends[:, ::-1]])
    ends = ends[inside[ends[:, 0]] * inside[ends[:, 1]] < 0]
    share = inside[ends[:, 0]] / (inside[ends[:, 0]] - inside[ends[:, 1]])
    order = np.argsort(share, kind="stable")
    vertex, best = np.unique(ends[order, 0], return_index=True)
    share, goal = share[order][best], ends[order, 1][best]
    near = share <= 0.5
    vertex, share, goal = vertex[near], share[near], goal[near]
    stay = np.ones(count)
    stay[vertex] -= share
    return sparse.csr_matrix(sparse.diags(stay) + sparse.csr_matrix((share, (vertex, goal)), (count, count)))


def _kept(quads: Quads, inside: Array) -> Quads:
    corners = inside[quads]
    outer = corners < 0
    halved = (outer.sum(1) == 1) & (corners.max(1) > 0)
    start = outer[halved].argmax(1)
    places = (start[:, None] + np.array([1, 2, 3, 3])) % 4
    halves = np.take_along_axis(quads[halved], places, 1)
    return np.concatenate([quads[~outer.any(1)], halves])


def _rim(quads: Quads, inside: Array) -> Quads:
    edges = np.stack([quads, np.roll(quads, -1, 1)], 2).reshape(-1, 2)
    edges = edges[edges[:, 0] != edges[:, 1]]
    _, which, uses = np.unique(np.sort(edges, 1), axis=0, return_inverse=True, return_counts=True)
    return np.asarray(edges[(uses[which.ravel()] == 1) & (inside[edges] == 0).all(1)])


_ARM = ("upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist", "finger")


def along_arm(body: Body, mesh: Mesh) -> Array:
    """Metres from the shoulder along the arm; at most 0 on the trunk."""
    arm = mesh.weights[:, [n for n, bone in enumerate(body.bones) if bone.startswith(_ARM)]].sum(1)
    shoulder, elbow = body.joint("upperarm01.L"), body.joint("lowerarm01.L")
    left = mesh.vertices * np.where(mesh.vertices[:, :1] < 0, [-1.0, 1, 1], 1.0)
    along = (left - shoulder) @ unit(elbow - shoulder)
    return np.where(arm > 0.3, along, np.minimum(along, 0))


class Tailor:
    def __init__(self, body: Body, cut: Cut) -> None:
        self.body, self.cut = body, cut
        self.neck = body.joint("neck01")
        self.waist = float(body.joint("spine05")[1]) + 0.055
        self.ankle = float(body.joint("foot.L")[1]) + cut.leg

    def inside(self, rest: Array, arm: Array) -> Array:
        sleeve = self.cut.sleeve - arm
        # The neckline is a slanting plane, higher behind than in front.
        neckline = -(
            (rest[:, 1] - self.neck[1]) + 0.45 * (rest[:, 2] - self.neck[2]) + self.cut.collar - 0.024
        )
        neckline = np.where(np.abs(rest[:, 0]) < 0.12, neckline, 0.2)
        return np.minimum(np.minimum(sleeve, neckline), rest[:, 1] - self.ankle)

    def cloth_offset(self, inside: Array, rest: Array) -> Array:
        shirt = rising(self.waist - 0.004, self.waist + 0.003, rest[:, 1])
        loose = (0.003 + self.cut.loose) * shirt * rising(0.0, 0.02, inside)
        return np.asarray(OVER + loose - (CLOSE + self.cut.loose) * self._cap(rest))

    def _cap(self, rest: Array) -> Array:
        cap = self.body.joint("upperarm01.L") + np.array([0.05, -0.03, 0])
        away = np.linalg.norm(rest * np.where(rest[:, :1] < 0, [-1.0, 1, 1], 1.0) - cap, axis=1)
        return np.asarray(rising(0.13, 0.03, away))

    @staticmethod
    def skin_offset(inside: Array) -> Array:
        return np.asarray(-HIDDEN * rising(0.012, 0.03, inside))

    def is_shirt(self, y: Mask) -> Mask:
        return rising(self.waist - 0.0015, self.waist + 0.0015, y)

    def seams(self, inside: Mask, y: Mask) -> Mask:
        edge = rising(0.003, 0.0015, np.abs(inside - HEM))
        waist = rising(0.0025, 0.001, np.abs(y - self.waist - HEM))
        return np.maximum(edge, waist) * 0.5
