"""Turning back and forth."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from bot.figure.rotations import about, bent, frame, rotation_vector, swing_between, turned, twist, unit

NUMBER = some.floats(-1, 1)
VECTOR = some.tuples(NUMBER, NUMBER, NUMBER).map(np.array).filter(lambda v: np.linalg.norm(v) > 0.1)


@given(VECTOR, some.floats(0.01, 3.0))
def test_a_rotation_vector_comes_back(axis: np.ndarray, angle: float) -> None:
    assert np.allclose(rotation_vector(turned(unit(axis) * angle)), unit(axis) * angle, atol=1e-6)


@given(VECTOR)
def test_turning_keeps_lengths_and_hands(vector: np.ndarray) -> None:
    matrix = turned(vector)
    assert np.allclose(matrix @ matrix.T, np.eye(3), atol=1e-9)
    assert np.linalg.det(matrix) > 0


def test_no_turn_is_no_turn() -> None:
    assert np.allclose(turned(np.zeros((2, 3))), np.eye(3))


@given(VECTOR, some.floats(-2.5, 2.5))
def test_a_twist_is_read_off_its_own_axis(axis: np.ndarray, angle: float) -> None:
    assert np.isclose(twist(about(axis, angle), unit(axis)), angle, atol=1e-6)


@given(VECTOR, VECTOR)
def test_a_swing_leads_from_one_direction_to_the_other(start: np.ndarray, end: np.ndarray) -> None:
    if unit(start) @ unit(end) > -0.99:
        assert np.allclose(turned(swing_between(unit(start), unit(end))) @ unit(start), unit(end), atol=1e-6)


def test_bending_forward_moves_what_is_up_to_the_front() -> None:
    assert np.allclose(bent(np.radians([90.0, 0, 0])) @ [0, 1, 0], [0, 0, 1], atol=1e-9)
    assert np.allclose(bent(np.radians([0, 90.0, 0])) @ [0, 1, 0], [1, 0, 0], atol=1e-9)
    assert np.allclose(bent(np.radians([0, 0, 90.0])) @ [0, 0, 1], [1, 0, 0], atol=1e-9)


@given(VECTOR, VECTOR)
def test_a_frame_begins_along_the_first(along: np.ndarray, beside: np.ndarray) -> None:
    if np.linalg.norm(np.cross(unit(along), unit(beside))) > 0.05:
        matrix = frame(along, beside)
        assert np.allclose(matrix[:, 0], unit(along))
        assert np.allclose(matrix.T @ matrix, np.eye(3), atol=1e-6)
