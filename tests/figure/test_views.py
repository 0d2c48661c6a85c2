"""What a view shows: things left out, and several poses in columns or strips, whichever shows them larger."""

from functools import cache
from typing import Any

import numpy as np
import pytest

from bot.figure.look.picture import PLAIN
from bot.figure.look.render import Image
from bot.figure.look.studio import Studio
from bot.figure.pose.poses import Still
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import pose_file

VIEWS = {
    "main": {"azimuth": 0},
    "through": {"azimuth": 0, "without": ["wall"]},
    "behind": {"azimuth": 90, "elevation": 30},
}


SHOWN = {"steps": {"table": {"pose": "table", "views": [*VIEWS]}, "cat": {"pose": "cat", "views": [*VIEWS]}}}


def small(**props: Any) -> Studio:
    return Studio(PoseStage(pose_file(views=VIEWS, props=props, **SHOWN)), 0.15)


def test_a_view_without_the_wall_shows_who_is_behind_it() -> None:
    studio = small(wall={"kind": "wall", "at": [0, 0, 0.9], "size": [0.9, 1]})
    _, hidden = studio.plain(Still(pose="table", views=("main",)))
    _, seen = studio.plain(Still(pose="table", views=("through",)))
    assert seen.mean() > 2 * hidden.mean()


def test_a_view_can_leave_out_only_what_is_there() -> None:
    with pytest.raises(ValueError, match="no thing 'wall'"):
        pose_file(views=VIEWS)


@cache
def far_from_the_wall() -> Studio:
    return small(wall={"kind": "wall", "at": [0, 0, -9]})


@pytest.mark.parametrize(("view", "axis"), [("main", 0), ("behind", 1)])
def test_who_is_narrow_stands_in_columns_and_who_is_long_lies_in_strips(view: str, axis: int) -> None:
    picture = far_from_the_wall().still(Still(poses=("table", "cat"), views=(view,), dots=False))
    assert gap(picture, axis) > gap(picture, 1 - axis)


def gap(picture: Image, axis: int) -> float:
    """How much of the line that halves the picture is plain."""
    middle = np.take(picture, picture.shape[axis] // 2, axis)
    return float((np.abs(middle.astype(int) - PLAIN).max(axis=-1) < 8).mean())
