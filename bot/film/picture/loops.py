"""Loads loops and stills of the content at the size of a film."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from av.video.reformatter import Interpolation
from PIL import Image as Pillow

from bot.film.packets import opened
from bot.film.picture.canvas import PAPER, PICTURE, Planes

Shown = tuple[Pillow.Image, Sequence[Planes]]
"""The first picture, and all pictures; no pictures if nothing moves."""


def moving(path: Path, most: int) -> Shown:
    width, height = PICTURE
    shown, first = list[Planes](), None
    with opened(path) as container:
        container.streams.video[0].thread_count = 1
        for frame in container.decode(video=0):
            small = frame.reformat(width, height, interpolation=Interpolation.AREA)
            first = first or Pillow.fromarray(small.to_ndarray(format="rgb24"))
            shown.append(np.asarray(small.to_ndarray(), dtype=np.uint8))
            if len(shown) == most:
                break
    return first or nothing(), shown


def still(path: Path) -> Pillow.Image:
    with Pillow.open(path) as picture:
        return picture.convert("RGB").resize(PICTURE, Pillow.Resampling.LANCZOS)


def nothing() -> Pillow.Image:
    return Pillow.new("RGB", PICTURE, PAPER)
