"""What touches does, stays where it was, and what cannot be is said."""

import numpy as np
import pytest

from bot.figure.pose.goals import Meet
from bot.figure.pose.markers import NAMES
from bot.figure.pose.solver import Solver
from tests.figure.examples import CAT, actor, after_table, pose_file

ANA = actor(pose_file())
MARKERS = ("palm.L", "palm.R", "knee.L", "knee.R", "instep.L", "instep.R")


def places(pose: str) -> np.ndarray:
    return ANA.points(ANA.posture(pose), MARKERS)


def test_what_touches_the_floor_is_on_it() -> None:
    assert np.abs(places("cat")[:, 1]).max() < 0.005


def test_it_stays_at_the_same_point_in_later_poses() -> None:
    assert np.abs(places("cat") - places("table")).max() < 0.005


def test_what_moves_goes_where_it_is_sent() -> None:
    walked = places("walked")
    assert walked[0, 0] == pytest.approx(-0.42, abs=0.02)
    assert abs(walked[0, 0] - places("table")[0, 0]) > 0.05
    assert np.abs(walked[:, 1]).max() < 0.006


def test_what_a_pose_says_of_the_spine_holds() -> None:
    freedoms = ANA.posture("cat").freedoms
    assert np.degrees(freedoms[6]) == pytest.approx(30, abs=3)


def test_between_two_poses_nothing_wanders() -> None:
    first, second = ANA.posture("cat"), ANA.posture("table")
    for share in (0.0, 0.3, 0.5, 0.9, 1.0):
        there = ANA.points(ANA.between(first, second, share), MARKERS)
        assert np.abs(there - places("table")).max() < 0.005


def test_what_lets_go_leaves_softly() -> None:
    poses = after_table(
        {
            "lifted": {
                "like": "table",
                "touch": {"palm.L": None, "palm-heel.L": None, "fingertips.L": None},
                "aim": {"upperarm.L": [-1, 0, 0.1]},
            }
        }
    )
    ana = actor(pose_file(poses=poses))
    first, second = ana.posture("table"), ana.posture("lifted")
    ways = [
        ana.points(ana.between(first, second, share), ("palm.L",))[0] for share in np.arange(0, 0.31, 0.03)
    ]
    steps = np.linalg.norm(np.diff(ways, axis=0), axis=1)
    assert np.linalg.norm(ways[-1] - ways[0]) > 0.06
    assert steps[0] < 0.25 * steps.max()
    assert np.abs(np.diff(steps)).max() < 0.5 * steps.max()


def test_breathing_moves_the_chest_and_nothing_that_touches() -> None:
    still = ANA.posture("table")
    full = ANA.between(still, still, 0.0, breath=1.0)
    assert np.abs(ANA.points(full, MARKERS) - places("table")).max() < 0.003
    chest = ANA.points(full, ("breastbone",)) - ANA.points(still, ("breastbone",))
    assert np.linalg.norm(chest) > 0.002


def test_the_same_file_gives_the_same_postures() -> None:
    again = actor(pose_file())
    assert np.array_equal(again.posture("cat").freedoms, ANA.posture("cat").freedoms)


def test_both_sides_are_mirrored() -> None:
    palms = places("table")[:2]
    assert np.allclose(palms[0], palms[1] * [1, 1, -1], atol=0.004)


def test_a_pose_without_a_fault_has_no_complaints() -> None:
    assert ANA.complaints("table") == []


def test_what_cannot_be_is_told_by_name() -> None:
    poses = after_table(
        {"torn": {"like": "table", "touch": {"palm.L": {"against": "floor", "at": [3, None, 0]}}}}
    )
    torn = actor(pose_file(poses=poses))
    assert any(line.startswith("palm.L is") for line in torn.complaints("torn"))


def test_two_markers_meet() -> None:
    poses = after_table(
        {
            "hand-on-knee": {
                "like": "table",
                "touch": {"palm.L": "thigh-front", "palm-heel.L": None, "fingertips.L": None},
            }
        }
    )
    other = actor(pose_file(poses=poses))
    posture = other.posture("hand-on-knee")
    hand, thigh = other.points(posture, ("palm.L", "thigh-front.L"))
    assert np.linalg.norm(hand - thigh) < 0.01


def test_a_thing_keeps_the_body_out() -> None:
    """A box below the belly lifts who would lie in it."""

    def box(points: np.ndarray) -> np.ndarray:
        return np.asarray(points[:, 1] - 0.36 - 10 * np.maximum(np.abs(points[:, 0]) - 0.3, 0))

    over = actor(pose_file(poses=after_table({"low": CAT["poses"]["low"]}), props={"box": {"kind": "box"}}))
    over.surfaces = {**over.surfaces, "box": box}
    free, kept = (each.points(each.posture("low"), ("belly",))[0, 1] for each in (ANA, over))
    assert kept > free


def test_the_solver_ends_at_its_goal() -> None:
    solver = ANA.solver("all-fours")
    assert isinstance(solver, Solver)
    start = ANA.posture("table").freedoms
    goals = [Meet("palm.L", "palm.R")]
    assert solver.cost(solver.solve(start, goals), goals) < 1e-3 < solver.cost(start, goals)


def test_every_marker_that_has_a_name_is_on_every_body() -> None:
    assert set(NAMES) == set(ANA.markers.names)
