from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from bot.figure.look import picture
from bot.figure.look.render import Image
from bot.figure.out import film

WIDTH, HEIGHT = 320, 240


def frame(at: float, colour: tuple[int, int, int] = (242, 120, 75)) -> Image:
    """A soft ball on a plain ground, `at` 0..1 of the width."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    away = np.hypot(columns - 40 - at * 240, rows - 120)
    share = np.clip((46 - away) / 6, 0, 1)[..., None]
    return np.asarray(picture.PLAIN * (1 - share) + np.array(colour) * share, dtype=np.uint8)


def moving(count: int = 45) -> Iterator[Image]:
    return (frame(0.5 - 0.5 * np.cos(2 * np.pi * number / count)) for number in range(count))


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "loop.mp4"
    film.encode(moving(), path)
    return path


def test_a_loop_is_what_phones_play(loop: Path) -> None:
    seen = film.probe(loop)
    assert (seen.width, seen.height) == (WIDTH, HEIGHT)
    assert (seen.codec, seen.pixels) == ("h264", "yuv420p")
    assert seen.frames == 45
    assert seen.seconds == pytest.approx(45 / film.FRAMES_PER_SECOND)
    assert seen.constant_rate
    assert seen.closed_groups
    assert seen.fast_start
    assert not seen.audio


def test_what_is_read_back_is_what_was_drawn(loop: Path) -> None:
    back = list(film.decode(loop))
    assert len(back) == 45
    for there, here in zip(moving(), back, strict=True):
        mean, share = picture.difference(there, here, tolerance=40)
        assert mean < 3
        assert share < 0.01


def test_the_order_of_frames_is_kept(loop: Path) -> None:
    places = [float((image[120, :, 2] < 150).nonzero()[0].mean()) for image in film.decode(loop)]
    assert places[22] > places[11] > places[2]
    assert places[22] > places[33] > places[43]


def test_loops_are_written_alike_so_that_they_can_be_joined(loop: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.mp4"
    film.encode((frame(number / 10, (63, 94, 115)) for number in range(10)), other)
    assert film.probe(other).settings == film.probe(loop).settings != b""


def test_colours_are_tagged(loop: Path) -> None:
    """Untagged, players guess, and guess differently."""
    assert film.probe(loop).colours == ("ITU709", "BT709", "BT709", "MPEG")


def test_a_film_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        film.encode(iter(()), tmp_path / "none.mp4")


def test_pictures_of_one_kind_are_close_and_others_are_not() -> None:
    one, shifted, other = frame(0.5), frame(0.502), frame(0.9)
    assert picture.difference(one, one) == (0, 0)
    near, far = picture.difference(one, shifted), picture.difference(one, other)
    assert 0 < near[0] < 1 < far[0]
    assert near[1] < 0.02
    assert far[1] > 0.1
    with pytest.raises(ValueError, match="sizes"):
        picture.difference(one, one[1:])


def test_a_still_is_small_and_close_to_what_was_drawn(tmp_path: Path) -> None:
    path = tmp_path / "still.jpg"
    size = picture.write_jpeg(frame(0.5), path)
    assert size == path.stat().st_size < 20_000
    assert picture.difference(frame(0.5), picture.read(path), tolerance=40)[0] < 1.5


def test_a_busy_still_gives_up_quality_before_it_grows_too_large(tmp_path: Path) -> None:
    noise = np.random.default_rng(5).integers(0, 256, (600, 800, 3), dtype=np.uint8)
    noise = np.asarray(Pillow.fromarray(noise[::2, ::2]).resize((800, 600)), dtype=np.uint8)
    usual = tmp_path / "usual.jpg"
    Pillow.fromarray(noise).save(usual, quality=picture.QUALITY)
    assert usual.stat().st_size > picture.LARGEST
    assert picture.write_jpeg(noise, tmp_path / "busy.jpg") <= picture.LARGEST


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7])
def test_all_steps_stand_in_one_picture(count: int) -> None:
    colours = [(200, 40 * number, 60) for number in range(count)]
    image = picture.steps({number: frame(0.5, colour) for number, colour in enumerate(colours, 1)})
    assert image.shape == (800 if count <= 4 else 1200 if count <= 6 else 1600, 1200, 3)
    for colour in colours:
        assert (np.abs(image.astype(int) - colour).max(axis=-1) < 8).sum() > 12_000


def test_steps_are_numbered_and_titles_are_not() -> None:
    poses = [frame(0.5)] * 4
    numbered = picture.steps(dict(enumerate(poses, 1)))
    apart = (numbered != picture.title(poses)).any(axis=-1)
    for rows in (slice(0, 400), slice(400, 800)):
        for columns in (slice(0, 600), slice(600, 1200)):
            assert 500 < apart[rows, columns].sum() < 8000
    last = (picture.steps(dict(zip((1, 2, 3, 5), poses, strict=True))) != numbered).any(axis=-1)
    assert last[400:, 600:].any()
    assert not last[:400].any()


def test_cells_melt_into_the_background() -> None:
    dark = np.zeros((400, 600, 3), np.uint8)
    image = picture.title([dark] * 4)
    assert (image[399:401] == picture.PLAIN).all()
    assert (image[200, 300] == 0).all()


def test_pictures_are_cut_around_a_centre() -> None:
    assert picture.avatar(frame(0.5)).shape == (640, 640, 3)
    wide = picture.fitted(frame(0.0), (160, 90), centre=(0.125, 0.5), zoom=2)
    assert wide[45, 40].tolist() == [242, 120, 75]


def test_views_stand_side_by_side_and_a_small_one_in_a_corner() -> None:
    both = picture.beside(frame(0.0), frame(1.0))
    assert both.shape == (HEIGHT, 2 * WIDTH, 3)
    assert np.array_equal(both[:, WIDTH:], frame(1.0))
    small = np.zeros((60, 80, 3), np.uint8)
    image = picture.inset(frame(0.5), small, "lower left")
    assert (image[200, 50] == 0).all()
    assert (image[20, 300] == picture.PLAIN).all()


def test_another_background_keeps_figure_and_shadow() -> None:
    image, mask = frame(0.5), np.zeros((HEIGHT, WIDTH), np.float32)
    mask[100:140, 140:180] = 1
    image[200:220] = picture.PLAIN // 2
    teal = picture.recoloured(image, mask, "#7FB0B5")
    assert (teal[110, 150] == image[110, 150]).all()
    assert teal[20, 20].tolist() == pytest.approx([127, 176, 181], abs=3)
    assert teal[210, 20].tolist() == pytest.approx([63, 88, 90], abs=3)
