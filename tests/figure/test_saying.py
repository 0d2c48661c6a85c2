"""What the words of a step claim is measured: true claims are silent, each kind of claim goes red when it is not so."""

from typing import Any

import pytest

from bot.figure.look.studio import Studio
from bot.figure.out.inspection import inspected_stills
from bot.figure.out.saying import untrue
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import CAT, pose_file

TABLE = PoseStage(pose_file(props={"box": {"kind": "box", "at": [2, 0, 0], "size": [0.1, 0.1, 0.1]}}))
"""On hands and knees, the head toward -x; a box stands two metres behind."""


def faults(claim: dict[str, Any], pose: str = "table") -> list[str]:
    steps = CAT["steps"] | {"table": {"pose": pose, "says": [claim]}}
    still = pose_file(steps=steps, props=TABLE.file.props).steps["table"]
    return list(untrue(TABLE, still))


@pytest.mark.parametrize(
    ("claim", "otherwise"),
    [
        ({"below": ["palm-heel", "shoulder-joint"], "within": 0.09}, {"below": ["palm-heel", "hip-joint"]}),
        ({"below": ["palm-heel", "shoulder-joint"], "within": 0.09}, {"below": ["shoulder-joint", "palm-heel"]}),
        ({"level": ["sacrum", "back-t4"], "within": 0.12}, {"level": ["sacrum", "palm"]}),
        ({"higher": ["sacrum", "belly"]}, {"higher": ["belly", "sacrum"]}),
        ({"ahead": ["palm", "knee"], "along": [-1, 0, 0], "by": [0.2, 0.9]},
         {"ahead": ["palm", "knee"], "along": [1, 0, 0], "by": [0.2, 0.9]}),
        ({"at": ["palm", "floor"]}, {"at": ["elbow", "floor"]}),
        ({"at": ["palm.L", "palm.L"]}, {"at": ["palm.L", "palm.R"]}),
        ({"at": ["palm.L", "box"], "within": 3}, {"at": ["palm.L", "box"]}),
        ({"apart": ["knee.L", "knee.R"], "like": ["hip-joint.L", "hip-joint.R"], "within": 0.1},
         {"apart": ["palm.L", "knee.L"], "like": ["hip-joint.L", "hip-joint.R"]}),
        ({"points": "upperarm", "along": [0, -1, 0]}, {"points": "upperarm", "along": [0, 1, 0]}),
        ({"points": "upperarm.R", "along": [0, 0, 1], "axes": "chest", "within": 30},
         {"points": "upperarm.R", "along": [0, 1, 0], "axes": "chest", "within": 30}),
        ({"bent": "elbow", "degrees": [0, 25]}, {"bent": "elbow.R", "degrees": [80, 100]}),
        ({"bent": "knee", "degrees": [75, 105]}, {"bent": "knee", "degrees": [0, 20]}),
        ({"turned": "chest", "degrees": [-5, 5]}, {"turned": "head", "degrees": [20, 50]}),
        ({"leaning": "chest", "degrees": [-5, 5]}, {"leaning": "chest", "degrees": [20, 50]}),
        ({"bowed": "chest", "degrees": [-40, 10]}, {"bowed": "chest", "degrees": [40, 90]}),
    ],
)  # fmt: skip
def test_a_true_claim_is_silent_and_another_one_is_told(
    claim: dict[str, Any], otherwise: dict[str, Any]
) -> None:
    assert faults(claim) == []
    assert faults(otherwise)


def test_a_point_stays_where_it_was_in_another_pose() -> None:
    claim = {"stays": ["palm", "knee"], "since": "table"}
    assert faults(claim, "cat") == []
    assert [what.partition(" is ")[0] for what in faults(claim, "walked")] == ["palm.L", "palm.R"]


def test_what_goes_for_both_sides_is_mirrored() -> None:
    """The arms of the walked pose reach to its left and its right."""
    claim = {"points": "upperarm", "along": [0, -1, 0.2], "within": 12}
    assert faults(claim) == []
    assert [what[:10] for what in faults(claim | {"points": "upperarm.R", "within": 8})] == ["upperarm.R"]


def test_a_fault_says_by_how_much_and_in_which_step() -> None:
    steps = CAT["steps"] | {"cat": {"pose": "cat", "says": [{"bent": "knee.L", "degrees": [0, 10]}]}}
    told = inspected_stills(Studio(PoseStage(pose_file(steps=steps))))
    (found,) = (what for what in told if what.startswith("knee.L is bent by "))
    assert found.endswith("°, not 0 to 10 (cat)")


@pytest.mark.parametrize(
    ("claim", "what"),
    [
        ({"below": ["elbow", "shuolder"]}, "no point 'shuolder'"),
        ({"apart": ["palm.L", "palm.R"], "like": ["hip.L", "hipp.R"]}, "no point 'hipp.R'"),
        ({"at": ["palm", "rolller"]}, "nothing called 'rolller'"),
        ({"points": "forarm", "along": [0, 1, 0]}, "no part 'forarm'"),
        ({"bent": "neck", "degrees": [0, 1]}, "nothing bends at 'neck'"),
        ({"stays": ["palm"], "since": "tabel"}, "no pose 'tabel'"),
        ({"under": ["elbow", "shoulder"]}, "says"),
    ],
)
def test_a_claim_about_what_is_not_there_is_refused(claim: dict[str, Any], what: str) -> None:
    with pytest.raises(ValueError, match=what):
        faults(claim)
