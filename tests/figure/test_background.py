"""The plain background looks the same in a still as in a loop, whatever each file does to colours."""

from pathlib import Path

import numpy as np
import pytest

from bot.figure.look import picture
from bot.figure.look.render import BACKGROUND, PLAIN_COLOUR, Image, encoded
from bot.figure.out import film
from bot.figure.scene import floats

COLOUR = np.array([int(PLAIN_COLOUR[start : start + 2], 16) for start in (1, 3, 5)])


def drawn(at: int) -> Image:
    """A ball on the plain ground."""
    rows, columns = np.mgrid[:400, :600]
    share = np.clip((90 - np.hypot(columns - at, rows - 250)) / 6, 0, 1)[..., None]
    return np.asarray(picture.PLAIN * (1 - share) + np.array([207, 155, 124]) * share, dtype=np.uint8)


def plain(image: Image) -> Image:
    """Where nothing is drawn."""
    return image[20:140].reshape(-1, 3)


def in_a_still(folder: Path) -> Image:
    picture.write_jpeg(drawn(200), folder / "still.jpg")
    return plain(picture.read(folder / "still.jpg"))


def in_a_loop(folder: Path) -> Image:
    film.encode((drawn(200 + 6 * number) for number in range(12)), folder / "loop.mp4")
    return np.concatenate([plain(image) for image in film.decode(folder / "loop.mp4")])


def test_the_background_is_drawn_in_the_colour_it_is_named() -> None:
    assert (encoded(floats(BACKGROUND)) == COLOUR).all()


@pytest.mark.parametrize("kept", [in_a_still, in_a_loop])
def test_a_file_keeps_the_background(kept: object, tmp_path: Path) -> None:
    assert callable(kept)
    seen = kept(tmp_path).astype(int)
    assert np.abs(seen - COLOUR).max() <= 1
    assert (np.median(seen, axis=0) == COLOUR).all()
