"""Which way joints move, the same on both sides."""

from math import radians

import numpy as np
import pytest

from bot.figure.person.body import read
from bot.figure.person.skeleton import DEGREES, INDEX, NAMES, SPINE, Skeleton, ranges
from bot.figure.pose.bases import BASES

STAND = BASES["stand"]
BONES = Skeleton(read("ana"), STAND.matrix)

# Freedom, bone that is looked at, axis (own left, up, front) and sign of where it goes on the left side.
WAYS = [
    ("knee.bend", "foot", 2, -1),
    ("hip.bend", "lowerleg01", 2, 1),
    ("hip.out", "foot", 0, 1),
    ("ankle.bend", "toe1-1", 1, 1),
    ("elbow.bend", "wrist", 1, 1),
    ("shoulder.lift", "lowerarm01", 1, 1),
    ("clavicle.raise", "upperarm01", 1, 1),
    ("clavicle.forward", "upperarm01", 2, 1),
]


def moved(freedom: str, bone: str, degrees: float = 25) -> np.ndarray:
    """How far the bone's joint goes when the freedom grows."""
    freedoms = STAND.freedoms()
    before = BONES.stance(freedoms).places[0, BONES.at[bone]]
    freedoms[INDEX[freedom]] += np.radians(degrees)
    return np.asarray(BONES.stance(freedoms).places[0, BONES.at[bone]] - before)


@pytest.mark.parametrize(("freedom", "bone", "axis", "sign"), WAYS)
def test_joints_move_the_way_their_names_say(freedom: str, bone: str, axis: int, sign: int) -> None:
    assert moved(f"{freedom}.L", f"{bone}.L")[axis] * sign > 0.005


@pytest.mark.parametrize(("freedom", "bone"), [(freedom, bone) for freedom, bone, _, _ in WAYS])
def test_the_same_value_means_the_same_on_both_sides(freedom: str, bone: str) -> None:
    left, right = moved(f"{freedom}.L", f"{bone}.L"), moved(f"{freedom}.R", f"{bone}.R")
    assert np.allclose(left, right * [-1, 1, 1], atol=2e-3)


def test_forward_is_forward_for_every_region() -> None:
    for region in SPINE:
        assert moved(f"{region}.forward", "head")[2] > 0.0005 or region == "neck"
        assert moved(f"{region}.side", "head")[0] > 0.0005


def test_twists_leave_the_joints_where_they_are() -> None:
    freedoms = STAND.freedoms()
    freedoms[INDEX["shoulder.turn.L"]] += 0.8
    freedoms[INDEX["forearm.turn.R"]] += 0.8
    plain, fleshy = BONES.stance(freedoms), BONES.stance(freedoms, twists=True)
    assert np.allclose(plain.places, fleshy.places)
    assert not np.allclose(plain.turns, fleshy.turns)


def test_fingers_bend_towards_the_palm() -> None:
    fist = np.zeros((5, 4))
    fist[1:, 1:] = 70
    flat, closed = (
        BONES.stance(STAND.freedoms(), fingers={"L": angles}).places[0] for angles in (0 * fist, fist)
    )
    tip, wrist = BONES.at["finger3-3.L"], BONES.at["wrist.L"]
    assert np.linalg.norm(closed[tip] - closed[wrist]) < 0.8 * np.linalg.norm(flat[tip] - flat[wrist])


@pytest.mark.parametrize("side", ["L", "R"])
def test_a_thumb_comes_round_before_the_palm(side: str) -> None:
    opposed = np.zeros((5, 4))
    opposed[0, 0] = 40
    stance = BONES.stance(STAND.freedoms())
    out = BONES.palm(side) @ stance.turns[0][BONES.at[f"wrist.{side}"]].T
    tip = BONES.at[f"finger1-3.{side}"]
    moved = BONES.stance(STAND.freedoms(), fingers={side: opposed}).places[0][tip] - stance.places[0][tip]
    assert moved @ out > 0.01


def test_a_nod_against_the_neck_glides_the_head_back() -> None:
    glided = STAND.freedoms()
    glided[INDEX["neck.forward"]] -= 0.2
    glided[INDEX["nod.forward"]] += 0.2
    before, after = BONES.stance(STAND.freedoms()), BONES.stance(glided)
    head = BONES.at["head"]
    assert np.allclose(before.turns[0][head], after.turns[0][head], atol=1e-6)
    assert 0.008 < before.places[0][head][2] - after.places[0][head][2] < 0.02


@pytest.mark.parametrize("side", ["L", "R"])
def test_who_sits_on_the_heels_has_them_below_the_seat_and_not_beside_it(side: str) -> None:
    """A knee bent so far lays the shin along its thigh."""
    folded = BASES["kneel"].freedoms()
    folded[INDEX[f"knee.bend.{side}"]] = radians(150)
    places = BONES.stance(folded).places[0]
    hip, heel = (float(places[BONES.at[f"{bone}.{side}"]][0]) for bone in ("upperleg01", "foot"))
    assert heel == pytest.approx(hip, abs=0.025)


def test_many_postures_at_once_are_the_same_as_one_by_one() -> None:
    some = np.stack([BASES[name].freedoms() for name in ("stand", "sit")])
    together = BONES.stance(some)
    for number, freedoms in enumerate(some):
        assert np.allclose(together.places[number], BONES.stance(freedoms).places[0])


def test_every_base_is_within_the_ranges() -> None:
    low, high = ranges()
    for name, base in BASES.items():
        freedoms = base.freedoms()
        assert np.all(freedoms[6:] >= low[6:] - 1e-6), name
        assert np.all(freedoms[6:] <= high[6:] + 1e-6), name


def test_every_freedom_but_the_roots_has_a_range() -> None:
    low, high = ranges()
    assert np.all(np.isfinite(low[6:]))
    assert np.all(np.isfinite(high[6:]))
    assert {name.rsplit(".", 1)[0] if name[-2:] in {".L", ".R"} else name for name in NAMES[6:]} == set(
        DEGREES
    )
