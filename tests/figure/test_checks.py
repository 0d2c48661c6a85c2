"""The checks see what an illustrator would."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from bot.figure.look.camera import CameraAim, framed
from bot.figure.look.studio import at
from bot.figure.out.checks import Checker, edge_faults, filling_faults, jumps, second_view_faults, wandering
from bot.figure.person.skeleton import INDEX
from bot.figure.stage.staging import Frame, PoseStage
from tests.figure.examples import after_table, pose_file


@cache
def the_stage() -> PoseStage:
    return PoseStage(pose_file())


@cache
def the_checker() -> Checker:
    return Checker(the_stage())


@cache
def the_table() -> Frame:
    return the_stage().frame(at("table"))


def told(**freedoms: float) -> list[str]:
    """What is found where the table's posture is changed by so much, radians or metres."""
    changed = the_table().posture.freedoms.copy()
    for name, by in freedoms.items():
        changed[INDEX[name.replace("__", ".")]] += by
    posture = replace(the_table().posture, freedoms=changed)
    stance = the_stage().actor.stance(posture)
    skin = [
        replace(surface, vertices=surface.vertices + np.array([0, min(freedoms.get("root__y", 0), 0), 0]))
        for surface in the_table().figure
    ]
    frame = replace(the_table(), posture=posture, stance=stance, figure=skin)
    return [fault.what for fault in the_checker().faults({"here": frame})]


def test_a_sound_posture_is_left_alone() -> None:
    assert told() == []


def test_a_joint_beyond_its_range_is_seen() -> None:
    assert any("knee.bend.L" in what for what in told(knee__bend__L=1.5))


def test_what_no_longer_touches_is_seen() -> None:
    assert any(what.startswith("palm.L is") for what in told(root__y=0.03))


def test_what_sinks_into_the_floor_is_seen() -> None:
    assert any("inside floor or thing" in what for what in told(root__y=-0.05))


def test_a_limb_in_another_is_seen() -> None:
    poses = after_table(
        {
            "through": {
                "like": "table",
                "touch": {"palm.R": None, "palm-heel.R": None, "fingertips.R": None},
                "reach": {"palm.R": {"to": [0.0, -0.1, 0.02], "within": "chest"}},
            }
        }
    )
    stage = PoseStage(pose_file(poses=poses))
    found = [fault.what for fault in Checker(stage).faults({"through": stage.frame(at("through"))})]
    assert any("right arm is" in what and "inside trunk" in what for what in found)


def test_a_point_that_wanders_is_seen() -> None:
    still, walked = the_stage().actor.posture("table"), the_stage().actor.posture("walked")
    assert any("palm.L" in what for what in wandering([still, walked], the_stage(), set()))
    assert not list(
        wandering(
            [still, walked],
            the_stage(),
            {f"{name}.{side}" for name in ("palm", "palm-heel", "fingertips") for side in "LR"},
        )
    )


def test_a_named_gap_that_leaves_air_between_is_seen() -> None:
    def found(apart: float) -> list[str]:
        touch = {"palm.L": {"against": "knee.L", "apart": apart}, "palm-heel.L": None, "fingertips.L": None}
        stage = PoseStage(pose_file(poses=after_table({"held": {"like": "table", "touch": touch}})))
        return [fault.what for fault in Checker(stage).faults({"held": stage.frame(at("held"))})]

    assert not [what for what in found(0.02) if "of air" in what]
    assert [what for what in found(0.3) if what.startswith("palm.L is") and "of air off knee.L" in what]


def test_what_touches_another_point_of_the_body_moves_with_it() -> None:
    poses = after_table(
        {
            "held": {
                "like": "table",
                "touch": {"palm.L": "knee.L", "palm-heel.L": None, "fingertips.L": None},
            },
            "moved": {
                "like": "held",
                "moves": ["knee"],
                "touch": {"knee": {"against": "floor", "at": [0.3, None, 0.1]}},
            },
        }
    )
    stage = PoseStage(pose_file(poses=poses))
    postures = [stage.actor.posture(name) for name in ("held", "moved")]
    assert not [what for what in wandering(postures, stage, set()) if "palm.L" in what]


def test_a_jump_is_measured_over_the_seam_and_an_even_way_is_none() -> None:
    assert jumps([np.full((2, 3), height) for height in (0.0, 0.01, 0.02, 0.01)]) == pytest.approx(
        0.02 * np.sqrt(3)
    )
    round_ = np.radians(np.arange(0, 360, 10))
    circle = [np.array([[np.cos(angle), np.sin(angle), 0]]) for angle in round_]
    assert jumps(circle) < 0.2 * np.linalg.norm(circle[1] - circle[0])


def test_a_figure_at_the_edge_or_lost_in_the_picture_is_seen() -> None:
    size, aim, table = (960, 640), CameraAim(0, 8), the_table()
    good = framed(table.watched, aim, size, 0.07)
    assert not list(edge_faults(table.watched, good, size))
    assert not list(filling_faults(table.person, good, size))
    near = framed(table.watched * 0.7, aim, size, 0.07)
    assert any("edge" in what for what in edge_faults(table.watched, near, size))
    far = framed(table.watched * 3, aim, size, 0.07)
    assert len(list(filling_faults(table.person, far, size))) == 2
    assert [*second_view_faults(table.person, far, size)]
    assert not list(second_view_faults(table.person, good, size))


def test_what_is_long_and_low_must_fill_the_area_too() -> None:
    size, aim = (960, 640), CameraAim(0, 8)
    flat = the_table().person * [1, 0.2, 1]
    camera = framed(flat, aim, size, 0.05)
    assert [what for what in filling_faults(flat, camera, size) if "area" in what]
