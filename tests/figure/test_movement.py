"""A loop that stands still is told, and so is a still that shows another side than its loop."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from bot.domain.library.exercise import Side
from bot.figure.look.picture import STILL, read
from bot.figure.look.render import Image
from bot.figure.look.studio import LOOP, Studio, at
from bot.figure.out.draw import DrawnExercise, _draw_form, _on_first_side
from bot.figure.out.movement import MOVING, moving_faults, moving_share, side_faults
from bot.figure.out.work import STANDING
from bot.figure.pose.poses import Still
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import pose_file
from tests.figure.frames import jobs


def picture(left: int, width: int = 300, height: int = 200) -> Image:
    """A dark bar, a tenth of the picture broad, `left` tenths from its left."""
    blank = np.full((height, width, 3), 230, np.uint8)
    blank[:, left * width // 10 : (left + 1) * width // 10] = (90, 40, 40)
    return blank


def test_a_loop_that_stands_still_is_told() -> None:
    flicker = picture(2).copy()
    flicker[:, :, 0] += 9
    assert list(moving_faults([picture(2)] * 3)) == ["moves only 0.0% of the picture"]
    assert list(moving_faults([picture(2), flicker])) == ["moves only 0.0% of the picture"]


def test_what_moves_is_counted_once_wherever_it_goes() -> None:
    assert moving_share([picture(2), picture(3), picture(2)]) == pytest.approx(0.2)
    assert list(moving_faults([picture(2), picture(3)])) == []


def test_a_little_is_not_enough() -> None:
    nudged = picture(2).copy()
    nudged[:2, :] = 0
    assert 0 < moving_share([picture(2), nudged]) < MOVING
    assert list(moving_faults([picture(2), nudged])) == ["moves only 1.0% of the picture"]


def test_a_still_of_the_same_side_is_left_alone_and_one_of_the_other_is_told() -> None:
    larger = picture(2, 600, 400)
    assert list(side_faults(larger, picture(2))) == []
    assert list(side_faults(larger[:, ::-1], picture(2))) == ["a still shows the other side than the loop"]


def test_a_still_of_something_else_is_told() -> None:
    assert list(side_faults(picture(5), picture(2))) == [
        "a still differs from where its loop begins by 20.0% of the picture"
    ]


@cache
def small() -> Studio:
    return Studio(PoseStage(pose_file()), 0.2)


def test_a_drawn_loop_begins_as_its_still_looks() -> None:
    """In profile, drawn small, in the two sizes."""
    studio = small()
    still = studio.still(Still(pose="cat", dots=False))
    (first,) = studio.loop(studio.file.forms["flow"], [at("cat")])
    assert still.shape[1::-1] != first.shape[1::-1] == tuple(round(length * 0.2) for length in LOOP)
    assert STILL[0] * LOOP[1] == STILL[1] * LOOP[0]
    assert list(side_faults(still, first)) == []
    assert list(side_faults(still[:, ::-1], first)) == ["a still shows the other side than the loop"]


def drawn(folder: Path, *, turned: bool) -> list[str]:
    """What is told of a form that begins on the left, of poses that show the right. `turned`: whether its steps are."""
    studio, films = turning()
    held = next(form for form in jobs()["cat-cow"].forms if form.id == "hold")
    form = held.model_copy(update={"sides": (Side.LEFT, Side.RIGHT), "steps": ("table", "cat")})
    job = replace(jobs()["cat-cow"], forms=(form,), poses=studio.file, folder=folder)
    done = DrawnExercise(studio, films=films, faults={STANDING: []})
    for id_, still in studio.file.stills.items():
        side = _on_first_side(job, id_) if turned else np.asarray
        done.stills[id_] = side(done.still(id_, still))
    _draw_form(job, form, done)
    return done.faults["hold"]


@cache
def turning() -> tuple[Studio, dict[str, list[Image]]]:
    """Who is drawn, and the loops that are there already: they are the same whichever way the steps are turned."""
    poses = pose_file(side="right", forms={"hold": {"keys": [{"pose": "cat", "stay": 0.4}]}}, dots=False)
    return Studio(PoseStage(poses), 0.15), {}


def test_steps_show_the_side_on_which_their_form_begins(tmp_path: Path) -> None:
    wrong = "a still shows the other side than the loop (cat)"
    assert wrong not in drawn(tmp_path, turned=True)
    left, right = (read(tmp_path / f"{name}.jpg") for name in ("hold", "hold.right"))
    assert list(side_faults(right[:, ::-1], left)) == []
    assert wrong in drawn(tmp_path, turned=False)


def test_a_drawn_pose_that_is_only_held_is_told_and_one_that_moves_is_not() -> None:
    studio = small()
    loop = studio.file.forms["flow"]
    moving = [at("cat"), at("table")]
    assert list(moving_faults(studio.loop(loop, moving))) == []
    assert list(moving_faults(studio.loop(loop, [at("cat"), at("cat", 0.1)])))
