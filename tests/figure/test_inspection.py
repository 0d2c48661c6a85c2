"""What is told of a whole loop: the worst of each kind, and nothing of what is as it should be."""

import pytest

from bot.domain.exercise import Dose, Pace
from bot.figure.inspection import inspected, inspected_stills, worst
from bot.figure.motion import distinct, moments
from bot.figure.staging import Stage
from bot.figure.studio import Studio
from tests.figure.examples import CAT, pose_file


def told(step: int = 1, **changes: object) -> list[str]:
    """Of the loop of the examples' form, looked at in every so manieth picture."""
    studio = Studio(Stage(pose_file(**changes)))
    loop = studio.file.forms["flow"]
    shown = moments(loop, Dose(0, 4, 5), Pace.FLOW)
    chosen = sorted(set(distinct(shown).values()))[::step]
    return inspected(studio, loop, shown, {moment: studio.stage.frame(moment) for moment in chosen})


def test_a_sound_loop_is_left_alone() -> None:
    assert told(4) == []


def test_a_hand_that_slides_is_told_once_with_its_farthest() -> None:
    poses = CAT["poses"] | {
        "slid": {
            "like": "table",
            "touch": {name: {"against": "floor", "at": [-0.3, None, None]} for name in ("palm", "palm-heel")},
        }
    }
    found = told(4, poses=poses, forms={"flow": {"keys": ["slid", "table"]}})
    assert len([what for what in found if what.startswith("palm.L wanders")]) == 1


@pytest.mark.parametrize(
    ("faults", "kept"),
    [
        (["a is 1.5 cm inside b (x→y 0.10)", "a is 2.5 cm inside b (y→z 0.90)"], ["a is 2.5 cm inside b (y→z 0.90)"]),
        (["fills only 55% of the picture (x→y 0.10)", "fills only 58% of the picture (x→y 0.20)"],
         ["fills only 55% of the picture (x→y 0.10)"]),
        (["a is 1.5 cm inside b", "a is 1.5 cm off b"], ["a is 1.5 cm inside b", "a is 1.5 cm off b"]),
    ],
)  # fmt: skip
def test_of_each_kind_the_worst_is_told(faults: list[str], kept: list[str]) -> None:
    assert worst(faults) == kept


def test_what_stands_still_is_looked_at_too_the_mistake_among_it() -> None:
    poses = CAT["poses"] | {
        "adrift": {"like": "table", "touch": {"palm.L": {"against": "palm.R", "apart": 0.0, "firm": 0.001}}},
    }
    sound = Studio(Stage(pose_file()))
    assert inspected_stills(sound) == []
    drifting = Studio(Stage(pose_file(poses=poses, mistake={"pose": "adrift"})))
    found = inspected_stills(drifting)
    assert [what for what in found if what.startswith("palm.L is ") and what.endswith("(mistake)")]
