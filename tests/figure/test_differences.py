"""A mistake that looks like the right pose is told, and so is a step that looks like the one before it."""

from functools import cache

import pytest

from bot.content.source.schema import DoseFile, FormFile
from bot.figure.look.pairs import Pair
from bot.figure.look.studio import Studio
from bot.figure.out.differences import mistake_faults, step_faults
from bot.figure.pose.poses import Mistake
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import CAT, after_table, pose_file

SMALL = 0.2


@cache
def drawn() -> Studio:
    """With two wrong poses, and with two steps that show the cat once more: one has an arrow, the other says why."""
    wrong = {
        "sagging": {"like": "table", "spine": {"lumbar": [-34, 0, 0], "neck": [-40, 0, 0]}},
        "hardly": {"like": "table", "spine": {"lumbar": [-7, 0, 0]}},
    }
    stay = {
        "pointed": {"pose": "cat", "arrows": [{"path": [[0, 1, 0], [0, 1.2, 0]]}]},
        "breathed": {"pose": "cat", "same": "staying is breathing"},
    }
    return Studio(PoseStage(pose_file(poses=after_table(wrong), steps=CAT["steps"] | stay)), SMALL)


@cache
def pair(pose: str) -> Pair:
    return drawn().pair(mistake(pose, "chin"))


def mistake(pose: str, by: str) -> Mistake:
    return Mistake(right="table", pose=pose, by=by)


def mistake_told(pose: str, by: str) -> list[str]:
    return list(mistake_faults(drawn(), mistake(pose, by), pair(pose).right, pair(pose).wrong))


@pytest.mark.parametrize("by", ["lumbar.forward", "chin"])
def test_a_plain_mistake_is_left_alone(by: str) -> None:
    assert mistake_told("sagging", by) == []


@pytest.mark.parametrize(
    ("by", "told"), [("lumbar.forward", "lumbar.forward differs by 3°"), ("chin", "chin is off by ")]
)
def test_a_mistake_that_nobody_sees_is_told(by: str, told: str) -> None:
    pixels, off = mistake_told("hardly", by)
    assert pixels.startswith("the mistake differs by ")
    assert told in off


def form(*steps: str) -> FormFile:
    return FormFile.model_construct(id="flow", steps=steps, doses=(DoseFile.model_construct(),))


def steps_told(*more: str) -> list[str]:
    return list(step_faults(drawn(), form(*CAT["steps"], *more)))


def test_steps_that_look_otherwise_are_left_alone() -> None:
    assert steps_told() == []


def test_a_step_that_differs_by_an_arrow_only_is_told() -> None:
    assert steps_told("pointed") == [
        "a step differs from the one before by 0.0% of the figure (pointed, flow)"
    ]


def test_a_step_that_says_why_it_looks_the_same_is_left_alone() -> None:
    assert steps_told("breathed") == []
