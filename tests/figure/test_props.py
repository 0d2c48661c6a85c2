"""Things have a surface to be drawn and one to be touched, and the two are the same."""

from typing import Any

import numpy as np
import pytest

from bot.figure.pose.props import KINDS, make

HELD = {"padding", "strap", "stick", "towel"}
POINTS = [[-0.2, 0.5, 0.0], [0.0, 0.55, 0.08], [0.2, 0.5, 0.0]]
LAYERED = {"blanket", "bed", "chair", "towel"}
"""Made of parts that hide in each other."""


def spec(kind: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind} | ({"points": POINTS} if kind in HELD else {}) | more


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_is_drawn_is_what_is_touched(kind: str) -> None:
    thing = make(spec(kind))
    points = np.concatenate([surface.vertices for surface in thing.surfaces()])
    normals = np.concatenate([surface.normals for surface in thing.surfaces()])
    off = thing.distance(points)
    assert np.quantile(np.abs(off), 0.5 if kind in LAYERED else 0.9) < 0.016
    if kind not in LAYERED:
        assert (
            thing.distance(points + 0.03 * normals) > thing.distance(points - 0.01 * normals)
        ).mean() > 0.95


@pytest.mark.parametrize("kind", sorted(set(KINDS) - HELD))
def test_things_stand_on_the_floor_where_they_are_put(kind: str) -> None:
    at = np.array([0.4, 0.1, -0.2])
    here = np.concatenate([surface.vertices for surface in make(spec(kind)).surfaces()])
    there = np.concatenate([surface.vertices for surface in make(spec(kind, at=at.tolist())).surfaces()])
    assert here[:, 1].min() == pytest.approx(0, abs=0.003)
    assert np.allclose(there, here + at)


def test_a_turned_chair_leans_the_other_way() -> None:
    ahead, turned = make(spec("chair")), make(spec("chair", yaw=180))
    behind = np.array([[0.0, 0.75, -0.23]])
    assert ahead.distance(behind)[0] < 0 < turned.distance(behind)[0]
    assert turned.distance(behind * [1, 1, -1])[0] < 0


def test_a_chair_can_be_sat_on_at_the_height_that_was_asked_for() -> None:
    for height in (0.42, 0.46):
        seat = np.array([[0.0, height, 0.0]])
        assert make(spec("chair", height=height)).distance(seat)[0] == pytest.approx(0, abs=0.002)


def test_a_chair_whose_rear_feet_stand_at_a_wall_leaves_room_behind_its_back() -> None:
    chair = np.concatenate([surface.vertices for surface in make(spec("chair", splay=0.15)).surfaces()])
    feet, rest = chair[chair[:, 1] < 0.01], chair[chair[:, 1] > 0.6]
    plain = np.concatenate([surface.vertices for surface in make(spec("chair")).surfaces()])
    assert feet[:, 2].min() == pytest.approx(plain[plain[:, 1] < 0.01][:, 2].min() - 0.15, abs=0.002)
    assert rest[:, 2].min() > feet[:, 2].min() + 0.1
    assert np.allclose(feet[feet[:, 2] > 0], plain[(plain[:, 1] < 0.01) & (plain[:, 2] > 0)])


def test_a_loose_towel_hangs_through() -> None:
    taut, loose = (
        make(spec("towel", slack=slack)).surfaces()[0].vertices[:, 1].min() for slack in (0.0, 0.08)
    )
    assert loose < taut - 0.06


def test_a_strap_is_a_flat_band() -> None:
    band = make(spec("strap", flat=[0, 1, 0])).distance
    middle = np.array([0.0, 0.55, 0.08])
    assert band(middle + np.array([[0, 0, 0], [0, 0.012, 0]])).max() < 0.001
    assert band(middle + np.array([[0, 0, 0.012]]))[0] > 0.008


def test_a_towel_is_pressed_in_the_fists_and_sticks_out_of_them() -> None:
    towel = make(spec("towel")).distance
    at = np.array([[x, 0.5, 0.026] for x in (-0.2, 0.0, 0.2)])
    fist, middle, other = towel(at)
    assert fist > middle + 0.004 < other + 0.0001
    assert (towel(np.array([[-0.29, 0.5, 0.0], [0.29, 0.5, 0.0]])) < 0).all()


def test_a_doorway_is_an_opening_in_a_wall() -> None:
    door = make(spec("doorway")).distance
    assert door(np.array([[0.0, 1.0, 0.0]]))[0] > 0.4
    assert (door(np.array([[1.0, 1.0, 0.0], [-1.0, 1.0, 0.0], [0.0, 2.3, 0.0]])) < 0).all()


def test_a_kind_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        make({"kind": "trampoline"})
