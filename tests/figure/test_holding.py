"""Hands are at what they hold or lie on, and it is told where they are not."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from bot.figure.hand.grips import MANNERS
from bot.figure.look.studio import at
from bot.figure.out.holding import DOES, Holding
from bot.figure.person.shell import Shell
from bot.figure.rotations import Array
from bot.figure.stage.staging import Frame, PoseStage
from tests.figure.examples import CAT, after_table, pose_file

ROW: dict[str, Any] = {
    "base": "sit",
    "props": {"towel": {"kind": "towel", "through": ["palm.L", "palm.R"]}},
    "poses": {
        "table": {
            "reach": {"palm": {"to": [0.24, 0.1, 0.4], "within": "chest"}},
            "aim": {"palm": [0, -1, 0.1], "hand": [-0.2, 0, 1]},
        }
    },
    "steps": {"table": {"pose": "table"}},
    "forms": {"flow": {"keys": ["table"]}},
    "mistake": CAT["mistake"] | {"pose": "table", "right": "table"},
}
HANDS = {
    "on the floor": {},
    "on a towel": ROW,
}


@cache
def staged(where: str) -> tuple[PoseStage, Frame]:
    stage = PoseStage(pose_file(**HANDS[where]))
    return stage, stage.frame(at("table"))


def told(where: str, *fingers: int, by: Array | float = 0.0) -> list[str]:
    """What is found where some fingers of the left hand are bent by so much more, degrees."""
    stage, frame = staged(where)
    skeleton, closing = stage.actor.solver(frame.posture.base).skeleton, stage.actor.closing
    angles = closing.angles(skeleton, frame.posture.freedoms, frame.posture.hands, frame.posture.props)
    for finger in fingers:
        angles["L"][finger - 1] += by
    stance = skeleton.stance(frame.posture.freedoms, twists=True, fingers=angles).single(0)
    skin = Shell(stage.body.skin, stage.body.joints).pose(stance.turns, stance.places)
    return [*Holding(stage).faults(replace(frame, stance=stance), skin)]


@pytest.mark.parametrize("where", sorted(HANDS))
def test_hands_close_by_themselves(where: str) -> None:
    assert told(where) == []


@pytest.mark.parametrize("where", sorted(HANDS))
def test_a_finger_in_the_air_is_seen(where: str) -> None:
    found = told(where, 2, by=np.array([0, -40, -30, 0]))
    assert [what for what in found if what.startswith("left index finger is") and "off what the hand" in what]


@pytest.mark.parametrize("where", sorted(HANDS))
def test_a_finger_in_what_it_touches_is_seen(where: str) -> None:
    found = told(where, 3, by=np.array([0, 35, 0, 0]))
    assert [what for what in found if what.startswith("left middle finger is") and "inside what" in what]


def test_a_thumb_that_dangles_is_seen() -> None:
    found = told("on a towel", 1, by=np.array([-50, -30, -20, -20]))
    assert [what for what in found if what.startswith("left thumb is")]


def test_fingers_are_bent_alike_on_both_sides() -> None:
    stage, frame = staged("on a towel")
    skeleton, closing = stage.actor.solver(frame.posture.base).skeleton, stage.actor.closing
    angles = closing.angles(skeleton, frame.posture.freedoms, frame.posture.hands, frame.posture.props)
    # a towel is nowhere quite as thick as elsewhere
    assert np.allclose(angles["L"], angles["R"], atol=6)


def test_a_hand_that_is_lifted_hangs() -> None:
    poses = {
        "lifted": {
            "like": "table",
            "touch": {f"{name}.L": None for name in ("palm", "palm-heel", "fingertips")},
        }
    }
    stage = PoseStage(pose_file(poses=after_table(poses)))
    hands = stage.actor.posture("lifted").hands
    assert (hands["L"][0][0].name, hands["R"][0][0].name) == ("hangs", "lies")


def test_there_are_words_for_whatever_a_hand_does() -> None:
    assert set(DOES) == set(MANNERS)
