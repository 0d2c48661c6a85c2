"""Reads the people's skin and bones from content/figure/body.npz."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

Array = NDArray[np.float64]
Quads = NDArray[np.int64]
Flags = NDArray[np.bool_]

FILE = Path(__file__).resolve().parents[3] / "content" / "figure" / "body.npz"

LID = 0.0015
"""Metres from the middle of a calm eye up to the edge of the lid, which covers the top of the iris but not the pupil."""
CORNERS = 0.0018
"""Metres that the corners of the mouth are lifted."""
EDGE = 0.95
MEETING = (0.0, 1.0, -0.3)
"""The lips' shift to rest, as shares of the plumping morph: they meet, and do not pout."""


@dataclass(frozen=True)
class Mesh:
    """`vertices` (n, 3), metres at rest; `quads` (m, 4); `weights` (n, bones), whose rows add up to one."""

    vertices: Array
    quads: Quads
    weights: Array


@dataclass(frozen=True)
class Body:
    """One person at rest: upright, arms hanging out, left to +x, up +y, front +z, floor at y = 0, metres.

    `joints` (bones, 3): where each bone begins. `tights`: a shell round the skin, which clothes are cut from. `closing` (n, 3): how
    the skin moves to close the eyes. `lips` (n,): 1 on the lips, 0 elsewhere. `lids` (n,): 1 at the edge of the upper lid, 0 from
    its crease on. `seam`: the height at which the lips meet in the middle.
    """

    who: str
    bones: tuple[str, ...]
    parents: list[int]
    joints: Array
    skin: Mesh
    tights: Mesh
    eyes: Mesh
    closing: Array
    lips: Array
    lids: Array
    seam: float

    @property
    def vertices(self) -> Array:
        return self.skin.vertices

    @property
    def weights(self) -> Array:
        return self.skin.weights

    @property
    def height(self) -> float:
        return float(self.skin.vertices[:, 1].max())

    def joint(self, bone: str) -> Array:
        return np.asarray(self.joints[self.bones.index(bone)])


@cache
def people(file: Path = FILE) -> tuple[str, ...]:
    with np.load(file) as stored:
        return tuple(name.partition(".")[2] for name in stored.files if name.startswith("joints."))


@cache
def read(who: str, file: Path = FILE) -> Body:
    with np.load(file) as stored:
        keys = {name: stored[name] for name in stored.files if "." not in name or name.endswith(f".{who}")}

    def mesh(part: str) -> Mesh:
        weights = keys[f"{part}_w"].astype(float)
        vertices = keys[f"{part}_v.{who}"] * float(keys["step"])
        return Mesh(vertices, keys[f"{part}_f"].astype(np.int64), weights / weights.sum(1, keepdims=True))

    size = float(keys[f"scale.{who}"]) * 0.1
    plumped, closing = keys["lips_d"].astype(float), keys["eyelids_d"].astype(float)
    lips = np.linalg.norm(plumped, axis=1)
    skin = mesh("body")
    seam = _seam(skin.vertices, plumped)
    # Below the seam lips only come up: their lower edge stays where it is.
    plumped[(skin.vertices[:, 1] < seam) & (plumped[:, 1] < 0), 1] = 0
    lids = _lids(skin.vertices[:, 0], np.linalg.norm(closing, axis=1))
    eyes = mesh("eyes")
    lowered = _lowered(skin.vertices[lids > EDGE], eyes.vertices) / (size * np.abs(closing).max())
    lifted = _lifted(skin.vertices, lips > 0, seam)
    calm = skin.vertices + lifted + size * (lowered * closing + MEETING * plumped)
    return Body(
        who=who,
        bones=tuple(str(bone) for bone in keys["bones"]),
        parents=[int(parent) for parent in keys["parents"]],
        joints=keys[f"joints.{who}"].astype(float),
        skin=replace(skin, vertices=calm),
        tights=mesh("tights"),
        eyes=eyes,
        closing=size * (1 - lowered) * closing,
        lips=np.clip(lips / np.quantile(lips[lips > 0], 0.7), 0, 1),
        lids=lids,
        seam=seam,
    )


def _lids(across: Array, closing: Array) -> Array:
    """How far down the lid each point is. In each upright strip of skin, a millimetre wide, the edge is the point that moves most."""
    strip = np.rint(np.abs(across) * 1000).astype(int)
    most = np.zeros(strip.max() + 1)
    np.maximum.at(most, strip, closing)
    most = np.maximum(maximum_filter1d(most, 3), 0.1 * most.max())
    return np.asarray(closing / most[strip])


def _lifted(vertices: Array, lips: Flags, seam: float) -> Array:
    """(n, 3) shifts that lift the corners of the mouth: a level mouth looks sad from above."""
    corner = vertices[lips][vertices[lips, 0].argmax()]
    across = (np.abs(vertices[:, 0]) - corner[0]) / (0.5 * corner[0])
    near = np.exp(-(across**2) - ((vertices[:, 1] - seam - 0.002) / 0.009) ** 2)
    lift = CORNERS * near * (vertices[:, 2] > corner[2] - 0.02)
    return np.stack([np.zeros_like(lift), lift, np.zeros_like(lift)], 1)


def _lowered(edges: Array, eyes: Array) -> float:
    middle = np.abs(edges[:, 0]) - np.abs(eyes[:, 0]).mean()
    open_by = float(edges[np.abs(middle) < 0.003, 1].min() - eyes[:, 1].mean())
    return max(open_by - LID, 0)


def _seam(vertices: Array, plumped: Array) -> float:
    middle = np.abs(vertices[:, 0]) < 0.002
    upper, lower = (vertices[middle & (sign * plumped[:, 1] > 0.01), 1] for sign in (-1, 1))
    return float((upper[upper > lower.max()].min() + lower.max()) / 2)
