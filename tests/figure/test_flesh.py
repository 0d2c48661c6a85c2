"""Limbs keep out of each other."""

import numpy as np

from bot.figure.pose.flesh import Flesh
from bot.figure.pose.goals import SeenPostures
from tests.figure.examples import actor, after_table, pose_file

ANA = actor(pose_file())


def test_a_sound_posture_is_left_alone() -> None:
    seen = ANA.solver("all-fours").seen(ANA.posture("table").freedoms)
    assert np.abs(Flesh(ANA.body).error(seen)).max() < 1e-6


def test_an_arm_that_is_sent_into_the_belly_stays_outside() -> None:
    into = {"like": "table", "touch": {"palm.R": None, "palm-heel.R": None, "fingertips.R": None},
            "reach": {"palm.R": {"to": [0.0, -0.15, 0.02], "within": "chest"}}}  # fmt: skip
    poses = after_table({"through": into})
    free, kept = actor(pose_file(poses=poses)), actor(pose_file(poses=poses))
    free.flesh = Nothing()  # type: ignore[assignment]
    deepest = [
        np.abs(Flesh(each.body).error(each.solver("all-fours").seen(each.posture("through").freedoms))).max()
        for each in (free, kept)
    ]
    assert deepest[1] < 0.4 * deepest[0]


class Nothing:
    """No flesh: a goal that is always fulfilled."""

    def error(self, see: SeenPostures) -> np.ndarray:
        return np.zeros((len(see.freedoms), 1))
