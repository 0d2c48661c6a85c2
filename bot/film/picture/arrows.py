"""Draws a side as an arrow, which every language reads and which needs no font."""

from collections.abc import Mapping
from math import cos, pi, sin
from types import MappingProxyType

from PIL import Image as Pillow
from PIL import ImageDraw

Point = tuple[float, float]
"""In a square of 1 by 1, from its upper left corner."""

CORNERS: tuple[Point, ...] = (
    (0.0, 0.5),
    (0.55, 0.0),
    (0.55, 0.33),
    (1.0, 0.33),
    (1.0, 0.67),
    (0.55, 0.67),
    (0.55, 1.0),
)
"""An arrow to the left."""

RADIUS, THICK = 0.32, 0.16
BEGINS, ENDS = 0.8 * pi, 2.02 * pi
"""A round arrow goes from here over the top to there, in radians from the right, clockwise."""
HEAD = 1.5
"""How much wider its head is than its line, and longer than half its width."""
POINTS = 48

FINER = 4
"""It is drawn so many times larger, so that its edges come out smooth."""


def _round() -> tuple[Point, ...]:
    """The arrow for a circle: from the front over the top to the back, for a person who looks to the left."""
    turns = [BEGINS + (ENDS - BEGINS) * number / POINTS for number in range(POINTS + 1)]
    outside = [_at(turn, RADIUS + THICK / 2) for turn in turns]
    inside = [_at(turn, RADIUS - THICK / 2) for turn in reversed(turns)]
    wide = HEAD * THICK
    (x, y), along = _at(ENDS, RADIUS), (-sin(ENDS), cos(ENDS))
    tip = (x + HEAD * wide * along[0], y + HEAD * wide * along[1])
    return (*outside, _at(ENDS, RADIUS + wide), tip, _at(ENDS, RADIUS - wide), *inside)


def _at(turn: float, radius: float) -> Point:
    return 0.42 + radius * cos(turn), 0.52 + radius * sin(turn)


def _mirrored(corners: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple((1 - x, y) for x, y in corners)


SHAPES: Mapping[str, tuple[Point, ...]] = MappingProxyType(
    {"left": CORNERS, "right": _mirrored(CORNERS), "backward": _round(), "forward": _mirrored(_round())}
)
"""By a side's name. Straight ones would read as up and down: the sides with these names are circles."""


def arrow(sign: str, size: int) -> Pillow.Image:
    mask = Pillow.new("L", (size * FINER, size * FINER))
    if corners := SHAPES.get(sign):
        ImageDraw.Draw(mask).polygon([(x * size * FINER, y * size * FINER) for x, y in corners], fill=255)
    return mask.resize((size, size), Pillow.Resampling.BOX)
