"""Five people, dressed for every posture: seen, whole, and with eyes that open and close."""

import numpy as np
import pytest

from bot.figure.person.body import EDGE, people, read
from bot.figure.person.body_zones import ZONES, shapes
from bot.figure.person.cast import LOOKS, LUMINANCE, TINTS, CastMember, Tint
from bot.figure.person.face import Colours
from bot.figure.person.skeleton import Skeleton, Stance
from bot.figure.pose.bases import BASES
from bot.figure.rotations import Array
from bot.figure.scene import Surface, linear

ANA = CastMember(read("ana"))


def stance(person: CastMember, base: str = "stand") -> Stance:
    skeleton = Skeleton(person.body, BASES[base].matrix)
    return skeleton.stance(BASES[base].freedoms(), twists=True, fingers={}).single(0)


def dressed(person: CastMember, base: str = "stand", **how: object) -> list[Surface]:
    posed = stance(person, base)
    return person.dress(posed.turns, posed.places, **({"tints": {}} | how))  # type: ignore[arg-type]


def colours(surface: Surface) -> Array:
    assert callable(surface.paint)
    return np.asarray(
        surface.paint({name: np.asarray(values, np.float32) for name, values in surface.attributes.items()})
    )


def test_everybody_in_the_data_has_a_look_and_is_somebody_else() -> None:
    assert set(people()) == set(LOOKS)
    assert (
        len({look.skin for look in LOOKS.values()})
        == len({look.hair.colour for look in LOOKS.values()})
        == len(LOOKS)
    )
    heights = [read(who).height for who in people()]
    assert all(1.55 < height < 1.85 for height in heights)


@pytest.mark.parametrize("who", sorted(LOOKS))
def test_everybody_is_dressed_without_a_hole(who: str) -> None:
    for surface in dressed(CastMember(read(who)), "all-fours"):
        assert np.isfinite(surface.vertices).all()
        assert np.allclose(np.linalg.norm(surface.normals[np.unique(surface.quads)], axis=1), 1, atol=1e-3)


def test_cloth_lies_over_the_skin_and_skin_shows_where_there_is_none() -> None:
    skin, cloth = dressed(ANA)[:2]
    covered = ANA.cloth.inside > 0.03
    assert (ANA.tailor.cloth_offset(ANA.cloth.inside, ANA.cloth.rest)[covered] > 0).all()
    assert (ANA.tailor.skin_offset(ANA.skin.inside)[ANA.skin.inside < 0] == 0).all()
    assert len(skin.quads) > 1000 < len(cloth.quads)


def test_closed_eyes_have_no_eyeballs_and_another_skin() -> None:
    opened, closed = dressed(ANA), dressed(ANA, eyes_open=False)
    assert len(opened) == len(closed) + 1
    moved = np.linalg.norm(opened[0].vertices - closed[0].vertices, axis=1)
    assert 0.003 < moved.max() < 0.03
    assert (moved > 1e-4).mean() < 0.05


def test_a_breath_widens_the_chest_and_nothing_else() -> None:
    empty, full = dressed(ANA)[1], dressed(ANA, breath=1.0)[1]
    moved = np.linalg.norm(full.vertices - empty.vertices, axis=1)
    chest = np.abs(ANA.cloth.rest[:, 1] - ANA.body.joint("spine02")[1]) < 0.05
    legs = ANA.cloth.rest[:, 1] < ANA.body.joint("upperleg01.L")[1] - 0.1
    assert moved[chest & (ANA.cloth.arm <= 0)].max() > 0.005
    assert moved[legs].max() < 1e-6


def test_flesh_gives_way_to_the_floor() -> None:
    def floor(points: Array) -> Array:
        return np.asarray(points[:, 1] - 0.025)

    free, pressed = dressed(ANA)[0], dressed(ANA, distance=floor)[0]
    assert free.vertices[np.unique(free.quads), 1].min() < 0.02
    assert pressed.vertices[np.unique(pressed.quads), 1].min() > 0.0245


@pytest.mark.parametrize("zone", sorted(ZONES))
def test_every_zone_can_be_seen_somewhere_and_not_everywhere(zone: str) -> None:
    plain, hot = (
        np.concatenate([colours(s) for s in dressed(ANA, tints=tints)[:2]]) for tints in ({}, {zone: 1.0})
    )
    changed = np.abs(plain - hot).max(1) > 0.08
    assert 0.002 < changed.mean() < 0.4


def test_left_and_right_are_the_persons_own() -> None:
    cloth = dressed(ANA, tints={"flank_left": 1.0})[1]
    plain = dressed(ANA)[1]
    changed = np.abs(colours(cloth) - colours(plain)).max(1) > 0.08
    assert (ANA.cloth.rest[changed, 0] > 0).all()


def lightness(colour: Colours) -> Array:
    """(n, 3) linear → (n,) CIE L*, which those who see no red or no green tell apart like all others."""
    return np.asarray(116 * np.cbrt(colour @ LUMINANCE) - 16)


def test_lengthening_and_working_differ_in_lightness_for_who_sees_few_colours() -> None:
    stretched, worked = (lightness(TINTS[kind]) for kind in ("lengthens", "works"))
    assert stretched - worked > 25


@pytest.mark.parametrize("who", sorted(LOOKS))
@pytest.mark.parametrize("kind", ["lengthens", "works"])
def test_a_tint_stands_out_from_shirt_trousers_and_skin_and_does_not_turn_grey(who: str, kind: str) -> None:
    look = LOOKS[who]
    for under in (linear(each) for each in (look.cut.shirt, look.cut.trousers, look.skin)):
        edge, full = Tint(TINTS[kind], {"chest": 1.0}).over(np.stack([under, under]), np.array([[0.5], [1]]))
        assert np.abs(np.cbrt(full) - np.cbrt(under)).max() > 0.12
        assert np.ptp(np.cbrt(edge)) > 0.11


def test_a_faint_tint_is_fainter() -> None:
    faint, full = (
        Tint(TINTS["works"], {"chest": much}).over(np.ones((1, 3)), np.ones((1, 1))) for much in (0.3, 1.0)
    )
    assert full.mean() < faint.mean() < 1


@pytest.mark.parametrize("zone", ["between_blades", "whole_back", "lower_back", "rhomboids"])
def test_muscles_of_the_back_leave_the_spine_free(zone: str) -> None:
    shown = shapes(ANA.zones.fields({zone: 1.0}, ANA.cloth.place))[:, 0]
    across = np.abs(ANA.cloth.rest[:, 0])
    assert shown[across < 0.002].max() < 0.5 < shown[(across > 0.02) & (across < 0.06)].max()


def test_eyes_are_white_with_a_dark_middle() -> None:
    eye = ANA.face.eye
    middle = ANA.face.eyeball(
        np.array([eye[0] + 0.0035]), np.array([eye[1] - 0.0025]), np.array([eye[2] + 0.0125])
    )
    rim = ANA.face.eyeball(np.array([eye[0] + 0.011]), np.array([eye[1]]), np.array([eye[2] + 0.004]))
    assert middle.mean() < 0.25 < rim.mean()
    assert linear("#FFFFFF").max() == pytest.approx(1)


@pytest.mark.parametrize("who", sorted(LOOKS))
def test_lids_lie_over_the_iris_but_not_the_pupil(who: str) -> None:
    body = read(who)
    eye = np.abs(body.eyes.vertices).mean(0)
    edge = body.vertices[(np.abs(np.abs(body.vertices[:, 0]) - eye[0]) < 0.003) & (body.lids > EDGE), 1]
    assert eye[1] + 0.0005 < edge.min() < eye[1] + 0.002


@pytest.mark.parametrize("who", sorted(LOOKS))
def test_lips_meet(who: str) -> None:
    body = read(who)
    lips = body.vertices[(np.abs(body.vertices[:, 0]) < 0.002) & (body.lips > 0.7), 1]
    above, below = lips[lips > body.seam].min(), lips[lips < body.seam].max()
    assert above - below < 0.001
