"""Shows everything that was drawn in one picture, one row for each exercise."""

from itertools import islice
from pathlib import Path

import numpy as np

from bot.figure.look import picture
from bot.figure.look.camera import Size
from bot.figure.look.render import Image
from bot.figure.out import film
from bot.figure.out.quick_look import labelled, tiled

CELL: Size = (240, 180)
ACROSS = 12
MOMENTS = 4
"""Pictures of each loop, evenly spaced."""


def contact(content: Path, slugs: tuple[str, ...] = ()) -> Image:
    """All stills, then four pictures of each loop. Raises ValueError if nothing has been drawn."""
    folders = sorted(path for path in (content / "exercises").glob("*/media") if _is_chosen(path, slugs))
    rows = [tiled(_filled_up(_cells(folder)), ACROSS) for folder in folders]
    if not rows:
        raise ValueError("nothing has been drawn yet")
    return np.concatenate(rows)


def _is_chosen(folder: Path, slugs: tuple[str, ...]) -> bool:
    return folder.is_dir() and (not slugs or folder.parent.name in slugs)


def _cells(folder: Path) -> list[Image]:
    slug = folder.parent.name
    cells = [_cell(picture.read(path), f"{slug} {path.stem}") for path in sorted(folder.glob("*.jpg"))]
    for path in sorted(folder.glob("*.mp4")):
        frames = list(film.decode(path))
        step = max(1, len(frames) // MOMENTS)
        chosen = islice(range(0, len(frames), step), MOMENTS)
        cells += [
            _cell(frames[number], f"▶ {path.stem} {number / film.FRAMES_PER_SECOND:.1f} s")
            for number in chosen
        ]
    return cells


def _cell(image: Image, text: str) -> Image:
    return labelled(picture.fitted(image, CELL), text)


def _filled_up(cells: list[Image]) -> list[Image]:
    missing = -len(cells) % ACROSS
    return [*cells, *[np.full((CELL[1], CELL[0], 3), 255, np.uint8)] * missing]
