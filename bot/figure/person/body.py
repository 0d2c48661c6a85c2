"""Reads the people's skin and bones from content/figure/body.npz."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Quads = NDArray[np.int64]

FILE = Path(__file__).resolve().parents[3] / "content" / "figure" / "body.npz"


@dataclass(frozen=True)
class Mesh:
    """`vertices` (n, 3) in metres at rest, `quads` (m, 4), `weights` (n, bones), whose rows add up to one."""

    vertices: Array
    quads: Quads
    weights: Array


@dataclass(frozen=True)
class Body:
    """One person at rest: upright, arms hanging out, left to +x, up +y, front +z, floor at y = 0; metres.

    `joints` (bones, 3): where each bone begins. `tights`: a shell round the skin, which clothes are cut from.
    `closing` (n, 3): by how much the skin moves to close the eyes. `lips` (n,): 1 on the lips, 0 elsewhere."""

    who: str
    bones: tuple[str, ...]
    parents: list[int]
    joints: Array
    skin: Mesh
    tights: Mesh
    eyes: Mesh
    closing: Array
    lips: Array

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

    lips = np.linalg.norm(keys["lips_d"].astype(float), axis=1)
    return Body(
        who=who,
        bones=tuple(str(bone) for bone in keys["bones"]),
        parents=[int(parent) for parent in keys["parents"]],
        joints=keys[f"joints.{who}"].astype(float),
        skin=mesh("body"),
        tights=mesh("tights"),
        eyes=mesh("eyes"),
        closing=keys["eyelids_d"] * float(keys[f"scale.{who}"]) * 0.1,
        lips=np.clip(lips / np.quantile(lips[lips > 0], 0.7), 0, 1),
    )
