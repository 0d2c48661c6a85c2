"""Skin follows the bones, keeps its shape, and gives way where something presses."""

import numpy as np

from bot.figure.person.body import people, read
from bot.figure.person.shell import DEEPEST, Shell, squash
from bot.figure.person.skeleton import Skeleton
from bot.figure.pose.bases import BASES
from bot.figure.rotations import Array, about
from bot.figure.shapes import cushion

ANA = read("ana")
SHELL = Shell(ANA.skin, ANA.joints)


def at_rest() -> tuple[Array, Array]:
    return np.repeat(np.eye(3)[None], len(ANA.bones), 0), ANA.joints


def test_everybody_has_the_same_bones_and_a_whole_skin() -> None:
    for who in people():
        body = read(who)
        assert body.bones == ANA.bones
        assert body.vertices.shape == ANA.vertices.shape
        assert np.allclose(body.weights.sum(1), 1, atol=1e-3)
        assert abs(body.vertices[:, 1].min()) < 0.005


def test_at_rest_the_skin_is_where_it_was() -> None:
    assert np.abs(SHELL.pose(*at_rest()) - ANA.vertices).max() < 1e-6


def test_a_whole_turn_of_the_body_turns_the_skin_and_bends_nothing() -> None:
    turn, (turns, places) = about([0, 1, 0], 0.7), at_rest()
    turned = SHELL.pose(turn @ turns, places @ turn.T)
    assert np.abs(turned - ANA.vertices @ turn.T).max() < 1e-6


def test_bending_keeps_the_flesh() -> None:
    """Plain skinning collapses at joints; a bent knee is about as thick as a straight one."""
    skeleton = Skeleton(ANA, BASES["sit"].matrix)
    posed = skeleton.stance(BASES["sit"].freedoms(), twists=True).single(0)
    bent = SHELL.pose(posed.turns, posed.places)
    knee = ANA.bones.index("lowerleg01.L")
    near = np.linalg.norm(ANA.vertices - ANA.joints[knee], axis=1) < 0.09
    rest_size = np.linalg.norm(ANA.vertices[near] - ANA.joints[knee], axis=1).mean()
    bent_size = np.linalg.norm(bent[near] - posed.places[knee], axis=1).mean()
    assert 0.85 < bent_size / rest_size < 1.15


def test_refined_skin_is_finer_and_no_bigger() -> None:
    fine = SHELL.refine @ ANA.vertices
    assert len(fine) > 3 * len(ANA.vertices)
    assert (fine.min(0) >= ANA.vertices.min(0) - 1e-6).all()
    assert (fine.max(0) <= ANA.vertices.max(0) + 1e-6).all()


def test_normals_look_outwards() -> None:
    normals = SHELL.coarse.normals(ANA.vertices)
    head = ANA.vertices[:, 1] > ANA.height - 0.06
    outward = ANA.vertices[head] - [0, ANA.height - 0.1, ANA.joint("head")[2]]
    assert ((normals[head] * outward).sum(1) > 0).mean() > 0.95


def test_flesh_is_brought_to_the_surface_but_not_from_the_depth() -> None:
    points = np.array([[0.0, 0.1, 0], [0.0, -0.01, 0], [0.0, -0.2, 0]])
    pressed = squash(points, lambda some: some[:, 1])
    assert pressed[0, 1] == 0.1
    assert 0 < pressed[1, 1] < 0.001
    assert np.isclose(pressed[2, 1], -0.2 + DEEPEST)


def test_hair_in_the_middle_of_a_thin_pillow_comes_to_its_top() -> None:
    pillow = cushion((0.34, 0.03, 0.46))
    pressed = squash(np.array([[0.1, 0.015, 0.05]]), pillow.distance)
    assert np.allclose(pressed, [[0.1, 0.03, 0.05]], atol=0.002)
