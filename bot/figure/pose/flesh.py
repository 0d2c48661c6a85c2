"""Models limbs as rows of balls, so that the solver keeps them out of each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.figure.person.body import Body
from bot.figure.pose.goals import FIRM, SeenPostures
from bot.figure.rotations import Array, unit

SOFT = 0.007
"""Metres that flesh gives way before anything counts as inside."""

_LIMBS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "upper": (("upperarm01", "lowerarm01", 4),),
    "fore": (("lowerarm01", "wrist", 5), ("wrist", "finger3-1", 2), ("finger3-1", "finger3-3", 2)),
    "thigh": (("upperleg01", "lowerleg01", 6),),
    "shin": (("lowerleg01", "foot", 6),),
}
"""The joints that each limb's balls lie between, and how many balls there are."""

_OWNERS = {
    "upper": ("upperarm01", "upperarm02"),
    "fore": ("lowerarm01", "lowerarm02", "wrist", "finger"),
    "thigh": ("upperleg01", "upperleg02"),
    "shin": ("lowerleg01", "lowerleg02"),
}

_APART: tuple[tuple[str, str], ...] = (
    *(
        ("fore.L", other)
        for other in ("fore.R", "upper.R", "trunk", "head", "thigh.L", "thigh.R", "shin.L", "shin.R")
    ),
    *(("fore.R", other) for other in ("upper.L", "trunk", "head", "thigh.L", "thigh.R", "shin.L", "shin.R")),
    ("upper.L", "upper.R"),
    ("upper.L", "head"),
    ("upper.R", "head"),
    ("shin.L", "shin.R"),
)


@dataclass(frozen=True, eq=False)
class Balls:
    """`bones` (n,): the bone that carries each ball. `arms` (n, 3): from the bone's joint, at rest. `radii` (n,), metres."""

    bones: NDArray[np.intp]
    arms: Array
    radii: Array

    def places(self, see: SeenPostures) -> Array:
        turns, joints = see.stance.turns[:, self.bones], see.stance.places[:, self.bones]
        return np.asarray(joints + np.einsum("mnij,nj->mni", turns, self.arms))


class Flesh:
    """A goal of every posture: no limb goes into another part of the body."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._at = {bone: number for number, bone in enumerate(body.bones)}
        self._groups = {f"{limb}.{side}": self._limb(limb, side) for limb in _LIMBS for side in "LR"}
        self._groups |= {"trunk": self._trunk(), "head": self._head()}
        self._all = _together(list(self._groups.values()))
        self._one, self._other = self._pairs()
        self._room = self._all.radii[self._one] + self._all.radii[self._other] - SOFT

    def error(self, see: SeenPostures) -> Array:
        places = self._all.places(see)
        between = places[:, self._one] - places[:, self._other]
        apart = np.sqrt(np.einsum("mni,mni->mn", between, between) + 1e-12)
        return np.asarray(np.minimum(apart - self._room, 0) * (FIRM / 6))

    def _pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        ends = np.cumsum([len(balls.radii) for balls in self._groups.values()])
        numbers = dict(zip(self._groups, np.split(np.arange(ends[-1]), ends[:-1]), strict=True))
        grids = [np.meshgrid(numbers[one], numbers[other], indexing="ij") for one, other in _APART]
        one, other = (np.concatenate([pair[which].ravel() for pair in grids]) for which in (0, 1))
        return one, other

    def thickness(self, start: str, end: str, near: Array) -> float:
        """Metres from the bone to its skin, at the height of the point `near` at rest."""
        first, last = self._body.joint(start), self._body.joint(end)
        along = unit(last - first)
        side = start.rpartition(".")[2]
        owner = "fore" if start.startswith("lowerarm") else "shin"
        skin = self._skin_of(tuple(f"{name}.{side}" for name in _OWNERS[owner]), side)
        return _thickness(skin, first + (near - first) @ along * along, along)

    def _limb(self, limb: str, side: str) -> Balls:
        skin = self._skin_of(
            tuple(f"{name}.{side}" if name != "finger" else name for name in _OWNERS[limb]), side
        )
        bones, arms, radii = [], [], []
        for start, end, count in _LIMBS[limb]:
            first, last = (self._body.joint(f"{bone}.{side}") for bone in (start, end))
            for share in (np.arange(count) + 0.5) / count:
                middle = first + share * (last - first)
                bones.append(self._at[f"{'wrist' if start.startswith('finger') else start}.{side}"])
                arms.append(middle - self._body.joints[bones[-1]])
                radii.append(_thickness(skin, middle, unit(last - first)))
        return Balls(np.array(bones), np.array(arms), np.array(radii))

    def _skin_of(self, bones: tuple[str, ...], side: str) -> Array:
        chosen = [
            n for n, bone in enumerate(self._body.bones) if bone.startswith(bones) and bone.endswith(side)
        ]
        return np.asarray(self._body.vertices[self._body.weights[:, chosen].sum(1) > 0.6])

    def _trunk(self) -> Balls:
        """Three balls side by side at each level, as thick as the trunk is deep there."""
        names = ("root", "spine04", "spine03", "spine02", "spine02b", "spine01", "spine01b")
        skin = self._body.vertices[self._body.weights[:, [self._at[name] for name in names]].sum(1) > 0.5]
        bones, arms, radii = [], [], []
        for name in names:
            joint = self._body.joint(name)
            level = skin[np.abs(skin[:, 1] - joint[1]) < 0.02]
            deep = (level[:, 2].max() - level[:, 2].min()) / 2
            wide = np.abs(level[:, 0]).max()
            for x in (-1.0, 0.0, 1.0):
                bones.append(self._at[name])
                arms.append([x * max(wide - deep, 0.0), 0.0, level[:, 2].min() + deep - joint[2]])
                radii.append(deep)
        return Balls(np.array(bones), np.array(arms), np.array(radii))

    def _head(self) -> Balls:
        head, top = self._body.joint("head"), self._body.height
        middles = np.array([[0, top - 0.09, head[2] - 0.005], [0, top - 0.15, head[2] + 0.03]])
        return Balls(np.full(2, self._at["head"]), middles - head, np.array([0.078, 0.058]))


def _together(groups: list[Balls]) -> Balls:
    return Balls(
        np.concatenate([balls.bones for balls in groups]),
        np.concatenate([balls.arms for balls in groups]),
        np.concatenate([balls.radii for balls in groups]),
    )


def _thickness(skin: Array, middle: Array, along: Array) -> float:
    """Metres from the bone's line to the skin near `middle`."""
    away = skin - middle
    level = away @ along
    near = np.abs(level) < 0.02
    if not near.any():
        return 0.01
    return float(np.quantile(np.linalg.norm(away[near] - level[near, None] * along, axis=1), 0.4))
