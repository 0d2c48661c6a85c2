"""Measures distances to the body's own skin, for hands that lie on it."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from bot.figure.person import body as bodies
from bot.figure.person.shell import Shell
from bot.figure.person.skeleton import Stance
from bot.figure.pose.goals import Distance
from bot.figure.pose.markers import CLOTH
from bot.figure.rotations import Array, unit

BARE = ("head", "neck", "lowerarm", "wrist", "finger", "foot", "toe")
OWN = ("lowerarm", "wrist", "finger")
"""Bones of the hand's own arm, which do not stop its fingers."""
AROUND = 0.16
"""Skin farther than this many metres from the palm does not count."""
BLUR = 0.008
"""Metres over which the skin is smoothed between its points."""
BESIDE = 6
FAR = 0.025
"""From this many metres on, the distance is that to the nearest point. Nearer, it is taken from the planes through the
nearest few points."""


class OwnSkin:
    """The skin of one person. A posture's skin is worked out once for both hands."""

    def __init__(self, who: str) -> None:
        body = bodies.read(who)
        self._shell = Shell(body.skin, body.joints)
        weights = body.skin.weights
        bare = weights[:, _rows(body.bones, BARE)].sum(1)
        self._cloth = CLOTH * (1 - self._shell.refine @ bare)
        self._others = {side: self._not_of(body.bones, weights, side) for side in "LR"}
        self._palms = {side: body.bones.index(f"finger3-1.{side}") for side in "LR"}

    def distances(self, stance: Stance) -> dict[str, Distance]:
        skin = self._shell.pose(stance.turns, stance.places)
        normals = self._shell.coarse.normals(skin)
        fine = self._shell.refine @ skin
        return {side: self._distance(fine, normals, stance, side) for side in "LR"}

    def _distance(self, fine: Array, coarse_normals: Array, stance: Stance, side: str) -> Distance:
        palm, others = stance.places[self._palms[side]], self._others[side]
        near = others[np.linalg.norm(fine[others] - palm, axis=1) < AROUND]
        if len(near) < BESIDE:
            return lambda points: np.full(len(points), AROUND)
        out = unit(self._shell.refine[near] @ coarse_normals)
        here = fine[near] + out * self._cloth[near, None]
        tree = cKDTree(here)

        def distance(points: Array) -> Array:
            apart, rows = tree.query(points, k=BESIDE)
            pull = np.exp(-(((apart - apart[:, :1]) / BLUR) ** 2))
            behind = np.einsum("nkj,nkj->nk", points[:, None] - here[rows], out[rows])
            level = (pull * behind).sum(1) / pull.sum(1)
            return np.asarray(np.where(apart[:, 0] > FAR, np.sign(level) * apart[:, 0], level))

        return distance

    def _not_of(self, bones: tuple[str, ...], weights: Array, side: str) -> NDArray[np.intp]:
        own = [n for n in _rows(bones, OWN) if bones[n].endswith(side)]
        return np.nonzero(self._shell.refine @ weights[:, own].sum(1) < 0.3)[0]


@cache
def skin_of(who: str) -> OwnSkin:
    return OwnSkin(who)


def _rows(bones: tuple[str, ...], names: tuple[str, ...]) -> list[int]:
    return [number for number, bone in enumerate(bones) if bone.startswith(names)]
