"""Puts pictures together, compares them, and writes them as files."""

from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image as Pillow
from PIL import ImageDraw

from bot.figure.look.camera import Size
from bot.figure.look.ink import badge
from bot.figure.look.render import BACKGROUND, Image, encoded
from bot.figure.scene import floats, linear

STILL: Size = (1200, 800)
AVATAR: Size = (640, 640)
DESCRIPTION: Size = (640, 360)
QUALITY, LARGEST = 60, 150 * 1024
FEATHER = 0.04
"""Share of a cell over which it melts into the plain background."""
PLAIN: Image = encoded(floats(BACKGROUND))
"""(3,) the background's colour."""

Corner = Literal["upper left", "upper right", "lower left", "lower right"]


def beside(*views: Image) -> Image:
    return np.concatenate(views, axis=1)


def inset(image: Image, small: Image, corner: Corner = "upper right") -> Image:
    height, width = image.shape[:2]
    tall, wide = small.shape[:2]
    gap = round(0.02 * height)
    left = gap if "left" in corner else width - wide - gap
    top = gap if "upper" in corner else height - tall - gap
    canvas = Pillow.fromarray(image)
    radius, line = round(0.06 * tall), max(2, round(0.003 * height))
    canvas.paste(Pillow.fromarray(small), (left, top), _rounded((wide, tall), radius))
    rim = Pillow.new("RGB", (wide, tall), "#B9C2BF")
    inner = _rounded((wide - 2 * line, tall - 2 * line), radius - line)
    hollow = _rounded((wide, tall), radius)
    hollow.paste(0, (line, line), inner)
    canvas.paste(rim, (left, top), hollow)
    return np.asarray(canvas, dtype=np.uint8)


def fitted(image: Image, size: Size, centre: ArrayLike = (0.5, 0.5), zoom: float = 1.0) -> Image:
    """Crops the largest part with these proportions around `centre`, or 1/zoom of it. `centre` is in shares of width and height."""
    height, width = image.shape[:2]
    scale = min(width / size[0], height / size[1]) / zoom
    part = np.array(size) * scale
    corner = np.clip(np.asarray(centre) * [width, height] - part / 2, 0, np.array([width, height]) - part)
    box = (corner[0], corner[1], corner[0] + part[0], corner[1] + part[1])
    sized = Pillow.fromarray(image).resize(size, Pillow.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    return np.asarray(sized, dtype=np.uint8)


def steps(pictures: dict[int, Image]) -> Image:
    """Taller with more than four steps, which would otherwise be too small on a phone."""
    size = steps_size(len(pictures))
    numbered = [
        badge(cell, number, (0.09 * cell.shape[0], 0.11 * cell.shape[0]), 0.06 * cell.shape[0])
        for number, cell in zip(pictures, _cells([*pictures.values()], size), strict=True)
    ]
    return _laid_out(numbered, size)


def steps_size(count: int) -> Size:
    width, height = STILL
    return width, max(height, _arrangement(count)[1] * height // 2)


def title(pictures: list[Image], size: Size = STILL) -> Image:
    return _laid_out(_cells(pictures, size), size)


def avatar(image: Image, centre: ArrayLike = (0.5, 0.5), zoom: float = 1.0) -> Image:
    return fitted(image, AVATAR, centre, zoom)


def row(pictures: list[Image]) -> Image:
    return beside(*map(_feathered, pictures))


def recoloured(image: Image, mask: NDArray[Any], colour: str) -> Image:
    shadow = image.astype(float) / PLAIN
    behind = encoded(linear(colour)) * np.minimum(shadow, 1)
    share = np.asarray(mask, float)[..., None]
    return np.asarray(np.rint(image * share + behind * (1 - share)), dtype=np.uint8)


def write_jpeg(image: Image, path: Path) -> int:
    """Lowers the quality until the file is small enough; returns its size in bytes."""
    quality = QUALITY
    while True:
        Pillow.fromarray(image).save(path, "JPEG", quality=quality, optimize=True)
        size = path.stat().st_size
        if size <= LARGEST or quality <= 40:
            return size
        quality -= 5


def read(path: Path) -> Image:
    with Pillow.open(path) as opened:
        return np.asarray(opened.convert("RGB"), dtype=np.uint8)


def difference(one: Image, other: Image, tolerance: int = 12) -> tuple[float, float]:
    """The mean difference of all pixels and colours, 0..255, and the share of pixels that differ by more than `tolerance`."""
    if one.shape != other.shape:
        raise ValueError(f"pictures of different sizes: {one.shape} and {other.shape}")
    off = np.abs(one.astype(np.int16) - other.astype(np.int16))
    return float(off.mean()), float((off.max(axis=-1) > tolerance).mean())


def _cells(pictures: list[Image], size: Size) -> list[Image]:
    columns, rows = _arrangement(len(pictures))
    width = size[0] // columns
    cell = (width, min(round(width * size[1] / size[0]), size[1] // rows))
    return [_feathered(fitted(picture, cell)) for picture in pictures]


def _arrangement(count: int) -> tuple[int, int]:
    columns = 1 if count == 1 else 2
    return columns, -(-count // columns)


def _laid_out(cells: list[Image], size: Size) -> Image:
    columns, rows = _arrangement(len(cells))
    tall, wide = cells[0].shape[:2]
    canvas = np.empty((size[1], size[0], 3), np.uint8)
    canvas[:] = PLAIN
    top = (size[1] - rows * tall) // 2
    for row in range(rows):
        line = cells[row * columns : (row + 1) * columns]
        left = (size[0] - len(line) * wide) // 2
        for cell in line:
            canvas[top + row * tall : top + (row + 1) * tall, left : left + wide] = cell
            left += wide
    return canvas


def _feathered(image: Image) -> Image:
    height, width = image.shape[:2]
    share = np.minimum.outer(_ramp(height), _ramp(width))[..., None]
    return np.asarray(np.rint(image * share + PLAIN * (1 - share)), dtype=np.uint8)


def _ramp(length: int) -> NDArray[np.float64]:
    from_side = np.minimum(np.arange(length), np.arange(length)[::-1]) / (FEATHER * length)
    return np.clip(from_side, 0, 1)


def _rounded(size: Size, radius: int) -> Pillow.Image:
    finer = 4
    large = Pillow.new("L", (size[0] * finer, size[1] * finer), 0)
    ImageDraw.Draw(large).rounded_rectangle(
        (0, 0, size[0] * finer - 1, size[1] * finer - 1), radius * finer, 255
    )
    return large.reduce(finer)
