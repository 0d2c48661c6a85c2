"""Shoulder blades under the shirt: they glide with collarbones and arms, and muscles between them end at their edges."""

import numpy as np

from bot.figure.person.blades import Relief
from bot.figure.person.body import read
from bot.figure.person.body_zones import shapes
from bot.figure.person.cast import CastMember
from bot.figure.person.skeleton import INDEX, Skeleton
from bot.figure.pose.bases import BASES
from bot.figure.rotations import Array

ANA = CastMember(read("ana"))


def relief(**degrees: float) -> Relief:
    """Standing, both sides alike: the freedoms named, with `_` for `.`, beyond how one stands."""
    base = BASES["stand"]
    freedoms = base.freedoms()
    for name, angle in degrees.items():
        for side in "LR":
            freedoms[INDEX[f"{name.replace('_', '.')}.{side}"]] += np.radians(angle)
    return ANA.blades.relief(Skeleton(ANA.body, base.matrix).stance(freedoms).single(0).turns)


def between(blades: Relief) -> Array:
    """Metres from the spine of all that is tinted as between the blades."""
    fields = ANA.zones.fields({"between_blades": 1.0}, ANA.cloth.place)
    shown = shapes(blades.bounded(fields, ["between_blades"]))[:, 0] > 0.5
    return np.asarray(np.abs(ANA.cloth.rest[shown, 0]))


def middle(blades: Relief) -> Array:
    """Where the left one stands out, on the whole."""
    left = blades.height * (ANA.cloth.rest[:, 0] > 0)
    return np.asarray(left @ ANA.cloth.rest / left.sum())


def test_blades_stand_out_of_the_back_alike_on_both_sides() -> None:
    at_rest, left = relief(), ANA.cloth.rest[:, 0] > 0
    assert 0.002 < at_rest.height.max() < 0.012
    assert (ANA.cloth.place.back[at_rest.height > 0.001] > 0.05).all()
    assert abs(at_rest.height[left].sum() / at_rest.height[~left].sum() - 1) < 0.05


def test_they_glide_to_the_spine_as_the_shoulders_go_back_and_up_as_they_rise() -> None:
    at_rest, back, up = relief(), relief(clavicle_forward=-22), relief(clavicle_raise=25)
    assert middle(back)[0] < middle(at_rest)[0] - 0.015
    assert middle(up)[1] > middle(at_rest)[1] + 0.015
    assert back.shade.max() > at_rest.shade.max()


def test_what_works_between_them_narrows_as_they_come_together() -> None:
    apart, together = between(relief(clavicle_forward=15)), between(relief(clavicle_forward=-22))
    assert together.max() < apart.max() - 0.02
    assert together.max() > 0.03
