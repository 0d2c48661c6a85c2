"""Folds of cloth: a few at rest, deeper where a joint bends, fixed to the cloth."""

import numpy as np
import pytest

from bot.figure.person.body import read
from bot.figure.person.cast import CastMember
from bot.figure.person.folds import BRIGHT, DARK, shading
from bot.figure.person.skeleton import INDEX, Skeleton
from bot.figure.pose.bases import BASES
from bot.figure.rotations import Array

GRETA = CastMember(read("greta"))


def depth(**degrees: float) -> Array:
    """Standing, but for the left side's freedoms named, with `_` for `.`."""
    base = BASES["stand"]
    freedoms = base.freedoms()
    for name, angle in degrees.items():
        freedoms[INDEX[f"{name.replace('_', '.')}.L"]] += np.radians(angle)
    return GRETA.folds.depth(Skeleton(GRETA.body, base.matrix).stance(freedoms).single(0).turns)


@pytest.mark.parametrize(
    ("freedom", "bone", "within"), [("knee_bend", "lowerleg01", 0.08), ("elbow_bend", "lowerarm01", 0.12)]
)
def test_cloth_folds_deeper_where_a_joint_bends_and_nowhere_else(
    freedom: str, bone: str, within: float
) -> None:
    more = depth(**{freedom: 90}) - depth()
    joint = GRETA.body.joint(f"{bone}.L")
    assert more.max() > 0.15
    assert (np.linalg.norm(GRETA.cloth.rest[more > 0.05] - joint, axis=1) < within + 0.12).all()
    assert more.min() > -1e-9


def test_a_few_folds_are_there_at_rest_on_either_side() -> None:
    still, left = depth(), GRETA.cloth.rest[:, 0] > 0
    assert 0.02 < (still > 0.15).mean() < 0.5
    assert abs(still[left].sum() / still[~left].sum() - 1) < 0.05


def test_cloth_is_dark_in_a_fold_and_a_little_lighter_beside_it() -> None:
    fold, beside = shading(np.array([0.0, np.pi]), np.ones(2))
    assert fold == pytest.approx(DARK)
    assert beside == pytest.approx(-BRIGHT)
    assert not shading(np.linspace(0, 6, 9), np.zeros(9)).any()
