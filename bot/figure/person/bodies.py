"""Builds content/figure/body.npz, the people's skin and bones, from MakeHuman's CC0 data. Run it by hand."""

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STEP = 0.00005
"""Metres in a stored unit of length; finer than a pixel of a face seen close."""
_DECIMETRE = 0.1
_SIDED: tuple[str, ...] = ("clavicle", "upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist")
_SIDED += ("upperleg01", "upperleg02", "lowerleg01", "lowerleg02", "foot")
_TRUNK = ("root", "spine05", "spine04", "spine03", "spine02", "spine01", "neck01", "neck02", "neck03", "head")
PARTS = {"body": ("body",), "tights": ("helper-tights",), "eyes": ("helper-l-eye", "helper-r-eye")}
MASKS = {
    "lips": ("mouth/mouth-upperlip-volume-incr", "mouth/mouth-lowerlip-volume-incr"),
    "eyelids": (
        "expression/units/caucasian/eye-left-closure",
        "expression/units/caucasian/eye-right-closure",
    ),
}


@dataclass(frozen=True)
class Recipe:
    """The mix of one person: shares 0..1, `height` in metres, `details` by name of a morph."""

    height: float
    male: float
    old: float = 0.0
    african: float = 0.0
    asian: float = 0.0
    muscle: float = 0.5
    weight: float = 0.5
    shapely: float = 0.6
    details: dict[str, float] = field(default_factory=dict)


_CALM = {
    "expression/units/caucasian/mouth-corner-puller": 0.45,
    "expression/units/caucasian/eyebrows-left-up": 0.2,
    "expression/units/caucasian/eyebrows-right-up": 0.2,
}


def _both(*names: str, share: float) -> dict[str, float]:
    return {name.replace("?", side): share for name in names for side in "lr"}


PEOPLE = {
    "ana": Recipe(
        1.67, male=0.12, african=0.2, asian=0.3, muscle=0.6, weight=0.46, shapely=0.7, details=_CALM
    ),
    "ben": Recipe(1.78, male=0.95, african=0.1, asian=0.15, muscle=0.62, weight=0.5, details=_CALM),
    "greta": Recipe(1.63, male=0.12, old=0.55, muscle=0.5, weight=0.52, details=_CALM),
    "mia": Recipe(1.65, male=0.1, african=0.85, muscle=0.5, weight=1.0, details=_CALM),
    "karl": Recipe(1.74, male=0.95, old=0.5, asian=0.1, muscle=0.5, weight=1.0, details=_CALM),
}


def main(folder: str, out: str) -> None:
    source = BaseMesh(Path(folder))
    rig = Rig(source)
    np.savez_compressed(out, **_shared(source, rig), **_own(source, rig))  # type: ignore[arg-type]


class BaseMesh:
    """The base mesh and its morphs, in decimetres."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faces: dict[str, list[list[int]]] = {}
        group, places = "", []
        for line in (folder / "3dobjs" / "base.obj").read_text().splitlines():
            kind, *rest = line.split() or [""]
            if kind == "v":
                places.append([float(number) for number in rest[:3]])
            elif kind == "g":
                group = rest[0]
            elif kind == "f":
                self.faces.setdefault(group, []).append([int(corner.split("/")[0]) - 1 for corner in rest])
        self.places: Array = np.array(places)

    def json(self, name: str) -> dict[str, Any]:
        return dict(json.loads((self.folder / name).read_text()))

    def morph(self, name: str) -> Array:
        moved = np.zeros_like(self.places)
        with gzip.open(self.folder / "targets" / f"{name}.target.gz", "rt") as lines:
            for line in lines:
                if line[:1].isdigit():
                    number, *shift = line.split()[:4]
                    moved[int(number)] = [float(value) for value in shift]
        return moved

    def quads(self, part: str) -> NDArray[np.int64]:
        return np.array([face for group in PARTS[part] for face in self.faces[group]])

    def used(self, part: str) -> NDArray[np.int64]:
        return np.unique(self.quads(part))


class Rig:
    """MakeHuman's bones without those of face, toes and pelvis, but with one more joint in each half of the chest."""

    def __init__(self, source: BaseMesh) -> None:
        bones = source.json("rigs/standard/rig.default.json")
        self._all: dict[str, Any] = bones.get("bones", bones)
        self._faces = source.faces
        self.bones = [*_TRUNK]
        for side in "LR":
            self.bones += [f"{name}.{side}" for name in _SIDED]
            self.bones += [f"finger{f}-{joint}.{side}" for f in range(1, 6) for joint in (1, 2, 3)]
            self.bones.append(f"toe1-1.{side}")
        self.parents = [self._parent(bone) for bone in self.bones]
        self._first = len(self.bones)
        self._split = [self._insert("spine02"), self._insert("spine01")]
        self.weights = self._weights(source)

    def joints(self, places: Array) -> Array:
        own = [self._head(bone, places) for bone in self.bones[: self._first]]
        own[0] = places[np.unique(self._faces["joint-pelvis"])].mean(0)
        for bone, upper in self._split:
            own.append((own[bone] + own[upper]) / 2)
        return np.array(own)

    def _parent(self, bone: str) -> int:
        if bone == "root":
            return -1
        parent = self._all[bone]["parent"]
        return self.bones.index(f"foot{bone[-2:]}" if bone.startswith("toe") else self._kept(parent))

    def _kept(self, bone: str) -> str:
        if bone.startswith("toe"):
            return f"toe1-1{bone[-2:]}"
        while bone not in self.bones:
            bone = self._all[bone]["parent"] or "root"
        return bone

    def _insert(self, name: str) -> tuple[int, int]:
        lower = self.bones.index(name)
        above = [bone for bone, parent in enumerate(self.parents) if parent == lower]
        upper = next(bone for bone in above if self.bones[bone].startswith(("spine", "neck")))
        self.bones.append(f"{name}b")
        self.parents.append(lower)
        for bone in above:
            self.parents[bone] = len(self.bones) - 1
        return lower, upper

    def _head(self, bone: str, places: Array) -> Array:
        head = self._all[bone]["head"]
        if head["strategy"] == "CUBE":
            return np.asarray(places[np.unique(self._faces[head["cube_name"]])].mean(0))
        if head["strategy"] == "MEAN":
            return np.asarray(places[head["vertex_indices"]].mean(0))
        return np.asarray(places[head["vertex_index"]])

    def _weights(self, source: BaseMesh) -> Array:
        """(vertices, bones); rows add up to one. The halves of a split bone blend within a decimetre."""
        weights = np.zeros((len(source.places), len(self.bones)))
        for bone, pulls in source.json("rigs/standard/weights.default.json")["weights"].items():
            for vertex, pull in pulls:
                weights[vertex, self.bones.index(self._kept(bone))] += pull
        weights[weights.sum(1) == 0, 0] = 1
        joints = self.joints(_mixed(source, Recipe(1.7, male=0.3)))
        places = _mixed(source, Recipe(1.7, male=0.3))
        for number, (lower, _) in enumerate(self._split):
            high = np.clip(places[:, 1] - joints[self._first + number, 1] + 0.5, 0, 1)
            high = high * high * (3 - 2 * high)
            weights[:, self._first + number] = weights[:, lower] * high
            weights[:, lower] *= 1 - high
        return np.asarray(weights / weights.sum(1, keepdims=True))


def _mixed(source: BaseMesh, recipe: Recipe) -> Array:
    places = source.places.copy()
    for name, share in _shares(recipe):
        if share > 0.001:
            places += share * source.morph(name)
    return places


def _shares(recipe: Recipe) -> Iterator[tuple[str, float]]:
    """MakeHuman's own morphs are products of traits."""
    caucasian = 1 - recipe.african - recipe.asian
    peoples = {"african": recipe.african, "asian": recipe.asian, "caucasian": caucasian}
    muscles, weights = _between("muscle", recipe.muscle), _between("weight", recipe.weight)
    for sex, of_sex in (("female", 1 - recipe.male), ("male", recipe.male)):
        for age, of_age in (("young", 1 - recipe.old), ("old", recipe.old)):
            for people, of_people in peoples.items():
                yield f"macrodetails/{people}-{sex}-{age}", of_sex * of_age * of_people
            for muscle, of_muscle in muscles.items():
                for weight, of_weight in weights.items():
                    build, share = f"{sex}-{age}-{muscle}-{weight}", of_sex * of_age * of_muscle * of_weight
                    yield f"macrodetails/universal-{build}", share
                    yield f"macrodetails/proportions/{build}-idealproportions", share * recipe.shapely
    yield from recipe.details.items()


def _between(trait: str, amount: float) -> dict[str, float]:
    far = abs(amount - 0.5) * 2
    return {f"average{trait}": 1 - far, f"{'max' if amount > 0.5 else 'min'}{trait}": far}


def _shared(source: BaseMesh, rig: Rig) -> dict[str, NDArray[Any]]:
    shared: dict[str, NDArray[Any]] = {"bones": np.array(rig.bones), "parents": np.array(rig.parents)}
    for part in PARTS:
        used = source.used(part)
        renumbered = np.full(len(source.places), -1)
        renumbered[used] = np.arange(len(used))
        shared[f"{part}_f"] = renumbered[source.quads(part)].astype(np.uint16)
        shared[f"{part}_w"] = np.round(rig.weights[used] * 60000).astype(np.uint16)
    body = source.used("body")
    for mask, names in MASKS.items():
        moved = sum((source.morph(name) for name in names), np.zeros_like(source.places))[body]
        shared[f"{mask}_d"] = moved.astype(np.float16)
    return shared


def _own(source: BaseMesh, rig: Rig) -> dict[str, NDArray[Any]]:
    """The arrays of each person: the floor at zero, joints in metres, vertices in whole numbers of `STEP`."""
    own: dict[str, NDArray[Any]] = {"step": np.array(STEP)}
    for who, recipe in PEOPLE.items():
        places = _mixed(source, recipe)
        skin = places[source.used("body"), 1]
        scale = recipe.height / (skin.max() - skin.min())
        lift = np.array([0, skin.min(), 0])
        own[f"joints.{who}"] = ((rig.joints(places) - lift) * scale).astype(np.float32)
        own[f"scale.{who}"] = np.array(scale / _DECIMETRE)
        for part in PARTS:
            metres = (places[source.used(part)] - lift) * scale
            own[f"{part}_v.{who}"] = np.round(metres / STEP).astype(np.int32)
    return own


if __name__ == "__main__":
    main(*sys.argv[1:])
