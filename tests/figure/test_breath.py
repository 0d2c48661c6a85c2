"""The breath of a loop is marked beside the ribs: it grows and fades with it, and lies over nobody."""

from functools import cache

import numpy as np
import pytest
from scipy.ndimage import binary_dilation

from bot.figure.look import ink
from bot.figure.look.breath import FARTHEST, RIBS, Beside, groups, rib_view, sides
from bot.figure.look.camera import CameraAim, Size, camera
from bot.figure.look.picture import STILL
from bot.figure.look.render import Drawing, Image
from bot.figure.look.studio import FINE_LOOP, LOOP, Studio
from bot.figure.pose.poses import ArrowSpec, Still
from bot.figure.scene import Flags
from bot.figure.stage.motion import Moment
from bot.figure.stage.staging import PoseStage
from tests.figure.examples import pose_file

SIZE = (300, 200)
VISIBLE = 40
RIBS_AT = np.array([[0.13, 1.2, 0], [-0.13, 1.2, 0], [0, 1.2, -0.1], [0, 1.2, 0.1]])
"""(4, 3): of somebody upright who looks toward +z."""


def breath(full: float, pose: str = "cat") -> Moment:
    return Moment(pose, pose, 0.0, full)


def inked(image: Image) -> Flags:
    """The pixels that have the colour of the breath."""
    return np.asarray(np.abs(image.astype(int) - ink.CALM).max(axis=-1) < 40)


def chosen(azimuth: float, ribs: np.ndarray = RIBS_AT, figure: Flags | None = None) -> set[str]:
    """Beside which markers, for a trunk as broad as the ribs where no other figure is given."""
    aim = CameraAim(azimuth, 5)
    view = rib_view(ribs, camera(ribs.mean(axis=0), 4, aim), SIZE)
    if figure is None:
        columns, rows = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
        half = np.abs(view.places - view.middle).max(axis=0) + 1
        figure = (np.abs(columns - view.middle[0]) < half[0]) & (np.abs(rows - view.middle[1]) < 40)
    return {RIBS[beside.number] for beside in sides(ribs, view, figure, figure.astype(float))}


def test_from_the_front_both_sides_widen_and_in_profile_the_back_or_the_front() -> None:
    assert chosen(0) == chosen(180) == {"rib.L", "rib.R"}
    assert len(chosen(90) & {"back-t7", "ribs-front"}) == len(chosen(90)) == 1


def test_what_is_lain_on_does_not_widen() -> None:
    """On the back, seen from the side: the back is down."""
    on_the_back = RIBS_AT[:, [0, 2, 1]] + np.array([0, 0.2, -1.2])
    assert chosen(90, on_the_back) == {"ribs-front"}
    above = np.zeros(SIZE[::-1], bool)
    above[: SIZE[1] // 2 + 8] = True
    assert chosen(90, on_the_back, above) == set()


def test_where_the_ribs_are_covered_far_around_nothing_is_marked() -> None:
    assert chosen(0, figure=np.ones(SIZE[::-1], bool)) == set()


def test_the_arcs_go_outward_and_grow_with_the_breath() -> None:
    view = rib_view(RIBS_AT, camera(RIBS_AT.mean(axis=0), 4, CameraAim(0, 5)), SIZE)
    empty, full = (view.arcs(Beside(0, 0.05), share) for share in (0.0, 1.0))
    for before, after in zip(empty, full, strict=True):
        assert after[:, 0].max() > before[:, 0].max() > view.places[0, 0]
        assert np.ptp(after[:, 1]) > 1.4 * np.ptp(before[:, 1])
    assert full[0][:, 0].max() < view.places[0, 0] + (FARTHEST + 0.1) * view.metre


def test_a_short_breath_is_not_marked_and_a_hold_is_one_group() -> None:
    hold = [breath(full) for full in (0.0, 0.5, 1.0)]
    assert groups([*hold, breath(0.2, "short")]) == {"cat": hold[1:]}


def test_a_way_that_is_the_breath_itself_is_one_group() -> None:
    moments = [Moment("out", "in", 0.5, 0.5), breath(1.0, "in")]
    assert groups(moments) == {"": moments}


@cache
def studio(azimuth: float) -> Studio:
    file = pose_file(views={"main": {"azimuth": azimuth}}, forms={"flow": {"keys": ["cat"]}})
    return Studio(PoseStage(file), 0.3)


def bare(studio: Studio, size: Size, fine: int) -> Drawing:
    """The full breath, without any ink."""
    return studio._drawn(studio._frames(breath(1.0), True), "main", studio.size(size, None, "main"), fine)


def test_a_still_of_a_breath_in_is_marked_unless_its_arrows_tell_of_it() -> None:
    arrow = ArrowSpec(path=((0.4, 1.0, 0), (0.4, 1.2, 0)))
    stills = [Still(pose="cat", breath=full) for full in (0.0, 1.0)]
    stills.append(Still(pose="cat", breath=1.0, arrows=(arrow,)))
    beside = ~binary_dilation(bare(studio(0), STILL, 1).mask > 0.5, iterations=2)
    counts = [int((inked(studio(0).still(still)) & beside).sum()) for still in stills]
    assert [count > 0 for count in counts] == [False, True, False]


@pytest.mark.parametrize("azimuth", [0, pytest.param(40, marks=pytest.mark.soak)])
def test_in_a_loop_they_come_and_go_and_never_lie_over_the_figure(azimuth: int) -> None:
    moments = [breath(full) for full in (0.0, 0.5, 1.0)]
    empty, half, full = studio(azimuth).loop(studio(azimuth).file.forms["flow"], moments)
    without = bare(studio(azimuth), LOOP, FINE_LOOP)
    figure = without.mask > 0.5
    beside = ~binary_dilation(figure, iterations=2)
    counts = [int((inked(image) & beside).sum()) for image in (empty, half, full)]
    assert counts[0] == 0
    assert 0 < counts[1] < counts[2]
    differs = np.abs(full.astype(int) - without.image).max(axis=-1) > VISIBLE
    assert not (differs & figure).any()
