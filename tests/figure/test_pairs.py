"""A ring round a fault is never cut by the edge of its half, and moves the camera only if it would be."""

import numpy as np

from bot.figure.look.camera import CameraAim
from bot.figure.look.pairs import Halves, halved, halved_round, rims
from bot.figure.rotations import Array

WHOLE, AIM = (960, 640), CameraAim(18, 22)
LYING = [
    np.array([[x, y, z] for x in (-0.8, 0.8) for y in (0.0, rise) for z in (-0.2, 0.2)])
    for rise in (0.2, 0.5)
]


def test_a_ring_at_the_highest_point_is_whole() -> None:
    ring = rims(np.array([[-0.8, 0.5, -0.2]]), 0.14, AIM)
    assert shares(ring, halved(LYING, AIM, WHOLE)).min() < 0
    seen = shares(ring, halved_round(LYING, ring, AIM, WHOLE))
    assert seen.min() >= 0
    assert seen.max() <= 1


def test_a_ring_that_has_room_leaves_the_camera_alone() -> None:
    for rings in (np.zeros((0, 3)), np.array([[0.0, 0.2, 0.0]])):
        camera = halved_round(LYING, rims(rings, 0.1, AIM), AIM, WHOLE).camera
        assert (camera.eye == halved(LYING, AIM, WHOLE).camera.eye).all()


def shares(points: Array, halves: Halves) -> Array:
    return np.asarray(halves.camera.project(points, halves.size) / np.array(halves.size))
