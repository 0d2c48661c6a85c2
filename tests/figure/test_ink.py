import numpy as np
import pytest
from numpy.typing import ArrayLike

from bot.figure.look import ink
from bot.figure.look.picture import PLAIN
from bot.figure.look.render import Image

WIDTH, HEIGHT = 640, 480


def plain() -> Image:
    image = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    image[:] = PLAIN
    return image


def figure(left: int = 200, top: int = 120, right: int = 440, bottom: int = 400) -> np.ndarray:
    mask = np.zeros((HEIGHT, WIDTH), np.float32)
    mask[top:bottom, left:right] = 1
    return mask


def changed(before: Image, after: Image) -> np.ndarray:
    return np.asarray((before != after).any(axis=-1))


def near(image: Image, colour: ArrayLike, within: int = 12) -> np.ndarray:
    return np.asarray(np.abs(image.astype(int) - np.asarray(colour)).max(axis=-1) <= within)


@pytest.mark.parametrize(
    "points",
    [
        [(320, 300), (320, 150)],
        [(250, 300), (330, 240), (420, 260)],
        [(100, 250), (260, 250)],
        [(5, 20), (90, 8)],
        [(320, 100), (320, -60)],
    ],
)
def test_a_placed_arrow_is_off_the_figure_and_inside_the_frame(points: list[tuple[int, int]]) -> None:
    mask = figure()
    placed = ink.place(ink.arrow(points, HEIGHT), mask)
    inked = changed(plain(), ink.draw_arrow(plain(), placed))
    assert inked.sum() > 300
    assert not (inked & (mask > 0.5)).any()
    edge = np.ones_like(inked)
    edge[4:-4, 4:-4] = False
    assert not (inked & edge).any()


def test_an_arrow_that_is_free_stays_where_it_is() -> None:
    free = ink.arrow([(80, 300), (80, 150)], HEIGHT)
    assert np.allclose(ink.place(free, figure()).path, free.path)


def test_an_arrow_goes_no_further_than_it_must() -> None:
    placed = ink.place(ink.arrow([(210, 300), (210, 150)], HEIGHT), figure())
    assert placed.path[:, 0] == pytest.approx(placed.path[0, 0])
    assert 165 < placed.path[0, 0] < 190


def test_an_arrow_lies_over_a_thing_rather_than_shrink_but_not_over_the_figure() -> None:
    person, wall = figure(), figure(0, 0, WIDTH, HEIGHT)
    asked = ink.arrow([(320, 420), (320, 60)], HEIGHT)
    placed = ink.place(asked, wall, person)
    assert np.ptp(placed.path[:, 1]) == pytest.approx(360)
    assert ink.covered(placed, person) == 0
    assert np.allclose(ink.place(asked, person, wall).path, placed.path)


def test_an_arrow_without_room_becomes_smaller_and_covers_little() -> None:
    mask = figure(60, 40, 600, 470)
    placed = ink.place(ink.arrow([(300, 400), (300, 60)], HEIGHT), mask)
    inked = changed(plain(), ink.draw_arrow(plain(), placed))
    assert (inked & (mask > 0.5)).sum() < 0.35 * inked.sum()


def test_an_arrow_points_from_its_tail_to_its_tip() -> None:
    inked = near(ink.draw_arrow(plain(), ink.arrow([(100, 240), (500, 240)], HEIGHT)), ink.ORANGE)
    tall = inked.sum(axis=0)
    assert tall[480] > tall[300] > tall[110]
    assert np.flatnonzero(tall)[-1] == pytest.approx(499, abs=2)


def test_an_arrow_with_two_heads_is_the_same_from_both_ends() -> None:
    inked = near(ink.draw_arrow(plain(), ink.arrow([(120, 240), (520, 240)], HEIGHT, both=True)), ink.ORANGE)
    mirrored = inked[:, ::-1]
    assert (inked != mirrored).sum() < 0.02 * inked.sum()


def test_an_arrow_reads_on_its_own_colour() -> None:
    """Its light rim parts it from warm cloth."""
    warm = np.full((HEIGHT, WIDTH, 3), ink.ORANGE, np.uint8)
    assert changed(warm, ink.draw_arrow(warm, ink.arrow([(100, 240), (500, 240)], HEIGHT))).sum() > 800


def test_what_an_arrow_hides_is_counted_with_its_rim() -> None:
    """A shaft 9 pixels wide with a rim of 2 around it, over a bar 20 pixels wide."""
    bar = figure(300, 0, 320, HEIGHT)
    assert 20 * 9 < ink.covered(ink.arrow([(100, 240), (500, 240)], HEIGHT), bar) < 20 * 15
    assert ink.covered(ink.arrow([(100, 240), (285, 240)], HEIGHT), bar) == 0


@pytest.mark.parametrize(("tip", "inside"), [(600, True), (WIDTH - 1, False), (WIDTH + 40, False)])
def test_an_arrow_that_leaves_the_picture_is_told(tip: int, *, inside: bool) -> None:
    assert ink.is_inside(ink.arrow([(320, 240), (tip, 240)], HEIGHT), (WIDTH, HEIGHT)) is inside


def test_a_curve_goes_through_its_points() -> None:
    points = [(10, 10), (60, 90), (150, 30), (220, 80)]
    path = ink.curve(points)
    for point in points:
        assert np.linalg.norm(path - point, axis=1).min() < 4


def test_dots_are_light_with_a_dark_rim() -> None:
    image = ink.dots(plain(), [(200.0, 100.0), (300.0, 150.0)], [1, 1])
    assert near(image, ink.LIGHT)[100, 200]
    assert near(image, ink.LIGHT)[150, 300]
    assert image[100, 200:208].max(axis=-1).min() < 140
    assert changed(plain(), image).sum() < 400


def test_a_dot_fades_as_it_goes_behind_something() -> None:
    tones = [ink.dots(plain(), [(200.0, 100.0)], [share])[100, 205].mean() for share in (0, 0.3, 0.6, 1)]
    assert tones == sorted(tones, reverse=True)
    assert tones[0] - tones[1] > 20
    assert (ink.dots(plain(), [(200.0, 100.0)], [0]) == plain()).all()


def test_a_cross_is_red_in_both_its_strokes() -> None:
    red = near(ink.cross(plain(), (100, 100)), ink.RED)
    reach = round(ink.CROSS * np.sqrt(WIDTH * HEIGHT)) - 2
    for x, y in ((-reach, -reach), (reach, reach), (-reach, reach), (reach, -reach)):
        assert red[100 + y, 100 + x]
    assert not red[100, 100 + reach]


def test_a_plumb_line_is_broken_and_faint() -> None:
    line = ink.plumb(plain(), (300, 50), (300, 430))[50:430, 300].astype(int)
    dark = line.mean(axis=-1) < 200
    assert 0.3 < dark.mean() < 0.75
    assert line.min() > 100


def test_numbers_differ_and_stand_in_a_circle() -> None:
    badges = [ink.badge(plain(), number, (100, 100)) for number in (1, 2, 3, 4)]
    for number, one in enumerate(badges):
        assert near(one, ink.LIGHT)[90:110, 90:110].sum() > 10
        for other in badges[number + 1 :]:
            assert changed(one, other).sum() > 20
    assert not changed(plain(), badges[0])[:, 130:].any()


def test_the_mistake_is_paler_where_the_figure_is() -> None:
    colourful = plain()
    colourful[:, :] = (200, 60, 30)
    mask = figure()
    image = ink.paled(colourful, mask)
    assert 60 < np.ptp(image[mask > 0].astype(int), axis=-1).max() < 120
    assert (image[mask == 0] == (200, 60, 30)).all()


def test_a_tick_is_green_and_no_cross() -> None:
    ticked, crossed = ink.tick(plain(), (100, 100)), ink.cross(plain(), (100, 100))
    assert near(ticked, ink.GREEN).sum() > 100
    assert not near(ticked, ink.RED).any()
    assert not near(crossed, ink.GREEN).any()


def test_a_ring_is_round_its_fault_and_leaves_it_free() -> None:
    image = ink.ringed(plain(), [ink.FaultRing((300, 200), 60)])
    red = near(image, ink.RED)
    assert red[200, 360]
    assert red[140, 300]
    assert not changed(plain(), image)[170:230, 270:330].any()


def test_the_halves_of_a_pair_are_divided() -> None:
    upright, level = ink.divided(plain(), 1), ink.divided(plain(), 0)
    assert changed(plain(), upright)[50:430, WIDTH // 2 - 1].all()
    assert changed(plain(), level)[HEIGHT // 2 - 1, 50:590].all()
    assert not changed(plain(), upright)[:, :300].any()


@pytest.mark.parametrize("centre", [(0, 0), (639, 479), (-40, 200), (2000, 2000)])
def test_what_reaches_over_the_edge_is_cut_off(centre: tuple[int, int]) -> None:
    assert ink.badge(plain(), 3, centre).shape == (HEIGHT, WIDTH, 3)
    assert ink.cross(plain(), centre).shape == (HEIGHT, WIDTH, 3)
