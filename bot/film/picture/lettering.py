"""Writes words and numbers as large as their room allows, in a font with all of Latin, Greek and Cyrillic."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageDraw, ImageFont

LETTER = "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf"
"""The font comes with the charts' library, which is not loaded for it."""
CAPITAL = 0.729
"""The height of a capital, and of a figure, as a share of the letter's size."""
LINE = 1.16
"""From one line to the next, as a share of the letter's size."""

RIGHT_TO_LEFT = {"R", "AL", "AN"}
NO_LETTER = "\U0010fffe"
"""No font has it, so the font's sign for a missing letter is drawn."""

WORTH_IT = 0.75
"""Two lines are used if one would be smaller than this share of their size."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""
Colour = tuple[int, int, int]
INK: Colour = (44, 58, 66)


@lru_cache(maxsize=64)
def letter(size: int) -> ImageFont.FreeTypeFont:
    """Raises FileNotFoundError if the charts' library, which has the font, is not installed."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(LETTER)
    return ImageFont.truetype(Path(spec.origin).parent / LETTER, size)


def size_of(capitals: float) -> int:
    """The font size at which capitals are this many pixels high."""
    return round(capitals / CAPITAL)


def width_of(text: str, size: int) -> float:
    left, _, right, _ = letter(size).getbbox(text)
    return right - left


@dataclass(frozen=True, slots=True)
class Room:
    """`largest`: the greatest font size. `aside`: the share of the free width that stays at the left, 0 to 1."""

    box: Box
    largest: int
    lines: int = 1
    aside: float = 0.0

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


def can_write(text: str) -> bool:
    """False if the font lacks a letter, or if the script runs from right to left: its letters would have to be joined."""
    return all(
        letter_ == " " or (unicodedata.bidirectional(letter_) not in RIGHT_TO_LEFT and _has(letter_))
        for letter_ in text
    )


@lru_cache(maxsize=1024)
def _has(one: str) -> bool:
    return bytes(letter(40).getmask(one)) != bytes(letter(40).getmask(NO_LETTER)) or one.isspace()


def write(draw: ImageDraw.ImageDraw, text: str, room: Room) -> None:
    """Writes nothing if it can't write everything: no word is better than boxes."""
    if not can_write(text):
        return
    shown, size = fitted(text, room)
    first = (room.box[1] + room.box[3] + CAPITAL * size - (len(shown) - 1) * LINE * size) / 2
    for number, line in enumerate(shown):
        left = room.box[0] + room.aside * (room.width - width_of(line, size))
        write_from(draw, line, (left, first + number * LINE * size), size)


def fitted(text: str, room: Room) -> tuple[Sequence[str], int]:
    ways = [(_size(way, room), way) for way in _ways(text, room.lines)]
    size, way = max(ways, key=lambda one: one[0] if len(one[1]) == 1 else one[0] * WORTH_IT)
    return way, size


def _ways(text: str, lines: int) -> Iterator[Sequence[str]]:
    yield (text,)
    words = text.split()
    if lines > 1:
        yield from ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))


def _size(way: Sequence[str], room: Room) -> int:
    wide = max(width_of(line, 100) for line in way) / 100
    tall = (len(way) - 1) * LINE + CAPITAL
    return max(1, int(min(room.largest, room.width / max(wide, 0.01), room.height / tall)))


def write_from(
    draw: ImageDraw.ImageDraw, text: str, at: tuple[float, float], size: int, colour: Colour = INK
) -> None:
    """`at`: the left edge of the ink, and the baseline."""
    before = letter(size).getbbox(text)[0]
    draw.text((at[0] - before, at[1]), text, font=letter(size), fill=colour, anchor="ls")
