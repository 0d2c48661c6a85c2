"""A mistake that looks like the right pose is told, and so is a step that looks like the one before it."""

from typing import Any

import pytest

from bot.content.source.schema import DoseFile, FormFile
from bot.figure.look.studio import Studio
from bot.figure.out.differences import mistake_faults, step_faults
from bot.figure.pose.staging import PoseStage
from tests.figure.examples import CAT, after_table, pose_file

SMALL = 0.2


def mistake_told(by: str, poses: dict[str, Any]) -> list[str]:
    mistake = {"right": "table", "pose": "wrong", "by": by}
    studio = Studio(PoseStage(pose_file(poses=after_table(poses), mistake=mistake)), SMALL)
    assert studio.file.mistake is not None
    pair = studio.pair(studio.file.mistake)
    return list(mistake_faults(studio, studio.file.mistake, pair.right, pair.wrong))


@pytest.mark.parametrize("by", ["lumbar.forward", "chin"])
def test_a_plain_mistake_is_left_alone(by: str) -> None:
    sag = {"wrong": {"like": "table", "spine": {"lumbar": [-34, 0, 0], "neck": [-40, 0, 0]}}}
    assert mistake_told(by, sag) == []


@pytest.mark.parametrize(
    ("by", "told"), [("lumbar.forward", "lumbar.forward differs by 3°"), ("chin", "chin is off by ")]
)
def test_a_mistake_that_nobody_sees_is_told(by: str, told: str) -> None:
    pixels, off = mistake_told(by, {"wrong": {"like": "table", "spine": {"lumbar": [-7, 0, 0]}}})
    assert pixels.startswith("the mistake differs by ")
    assert told in off


def form(*steps: str) -> FormFile:
    return FormFile.model_construct(id="flow", steps=steps, doses=(DoseFile.model_construct(),))


def steps_told(steps: dict[str, Any]) -> list[str]:
    studio = Studio(PoseStage(pose_file(steps=CAT["steps"] | steps)), SMALL)
    return list(step_faults(studio, form(*CAT["steps"], *steps)))


def test_steps_that_look_otherwise_are_left_alone() -> None:
    assert steps_told({}) == []


def test_a_step_that_differs_by_an_arrow_only_is_told() -> None:
    (told,) = steps_told({"stay": {"pose": "cat", "arrows": [{"path": [[0, 1, 0], [0, 1.2, 0]]}]}})
    assert told == "a step differs from the one before by 0.0% of the figure (stay, flow)"


def test_a_step_that_says_why_it_looks_the_same_is_left_alone() -> None:
    assert steps_told({"stay": {"pose": "cat", "same": "staying is breathing"}}) == []
