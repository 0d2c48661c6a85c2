"""What is told of a whole loop: the worst of each kind, and nothing of what is as it should be."""

from functools import cache

import numpy as np
import pytest

from bot.domain.library.exercise import Dose, Pace
from bot.figure.look import ink
from bot.figure.look.studio import Studio
from bot.figure.out.draw import DrawnExercise
from bot.figure.out.inspection import arrow_faults, inspected, inspected_mistake, inspected_stills, worst
from bot.figure.out.work import STANDING
from bot.figure.pose.poses import Mistake, Still
from bot.figure.scene import Flags
from bot.figure.stage.motion import distinct, moments
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import CAT, after_table, pose_file


def told(step: int = 1, **changes: object) -> list[str]:
    """For the loop of the examples' form, looked at in every so manieth picture."""
    studio = Studio(PoseStage(pose_file(**changes)))
    loop = studio.file.forms["flow"]
    shown = moments(loop, Dose(0, 4, 5), Pace.FLOW)
    chosen = sorted(set(distinct(shown).values()))[::step]
    return inspected(studio, loop, shown, {moment: studio.stage.frame(moment) for moment in chosen})


def test_a_sound_loop_is_left_alone() -> None:
    assert told(4) == []


def test_a_hand_that_slides_is_told_once_with_its_farthest() -> None:
    poses = after_table(
        {
            "slid": {
                "like": "table",
                "touch": {
                    name: {"against": "floor", "at": [-0.3, None, None]} for name in ("palm", "palm-heel")
                },
            }
        }
    )
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


def test_stills_and_the_mistake_are_looked_at_too() -> None:
    poses = after_table(
        {
            "adrift": {
                "like": "table",
                "touch": {"palm.L": {"against": "palm.R", "apart": 0.0, "firm": 0.001}},
            },
        }
    )
    studio = Studio(PoseStage(pose_file(poses=poses)), 0.3)
    assert inspected_stills(studio) == []
    assert mistaken(studio, CAT["mistake"]) == []
    found = mistaken(studio, {"right": "table", "pose": "adrift", "by": "palm.L"})
    assert [what for what in found if what.startswith("palm.L is ") and what.endswith("(mistake)")]


def mistaken(studio: Studio, told: dict[str, str]) -> list[str]:
    mistake = Mistake.model_validate(told)
    return inspected_mistake(studio, mistake, studio.pair(mistake))


@cache
def profile() -> Studio:
    """The examples, drawn small along their x."""
    return Studio(PoseStage(pose_file(views={"main": {"azimuth": 90}})), 0.4)


def with_arrow(**arrow: object) -> Still:
    return Still.model_validate({"pose": "table", "arrows": [arrow]})


def inked(still: Still) -> list[tuple[ink.Arrow, Flags]]:
    """The arrows of a picture, and where the figure is."""
    told: list[tuple[ink.Arrow, Flags]] = []
    profile().still(still, lambda *both: told.append(both))
    return told


@pytest.mark.parametrize("back", [False, True])
def test_a_ring_stands_beside_what_it_follows_and_turns_the_way_it_is_asked(*, back: bool) -> None:
    """Seen along x, forward is to the left: a ring that leads forward over the top runs against the clock."""
    ((ring, figure),) = inked(with_arrow(follows="shoulder.L", ring=0.1, back=back))
    assert list(arrow_faults(ring, figure)) == []
    x, y = (ring.path - ring.path.mean(axis=0)).T
    turn = np.unwrap(np.arctan2(y, x))
    assert abs(turn[-1] - turn[0]) > np.radians(240)
    assert bool(turn[-1] > turn[0]) is back


def test_an_arrow_over_the_figure_is_told() -> None:
    ((arrow, figure),) = inked(with_arrow(path=[[0, 0.9, -0.15], [0, 0.9, 0.15]]))
    assert list(arrow_faults(arrow, figure)) == []
    rows, columns = np.nonzero(figure)
    over = arrow.moved([columns.mean(), rows.mean()] - arrow.path.mean(axis=0))
    assert next(arrow_faults(over, figure)).startswith("an arrow lies over ")
    assert list(arrow_faults(arrow.moved([0, -figure.shape[0]]), figure)) == ["an arrow leaves the picture"]


def test_a_drawn_arrow_that_finds_no_room_is_told_with_its_step() -> None:
    done = DrawnExercise(profile(), faults={STANDING: []})
    done.still("table", with_arrow(follows="shoulder.L", ring=1))
    assert done.faults[STANDING]
    assert all(what.endswith(" (table)") for what in done.faults[STANDING])
