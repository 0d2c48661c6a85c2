"""Draws a side as an arrow, which every language reads and which needs no font."""

from collections.abc import Callable

from PIL import Image as Pillow
from PIL import ImageDraw

CORNERS = ((0.5, 0.0), (1.0, 0.55), (0.67, 0.55), (0.67, 1.0), (0.33, 1.0), (0.33, 0.55), (0.0, 0.55))
"""An arrow up, in a square of 1 by 1."""

FINER = 4
"""It is drawn so many times larger, so that its edges come out smooth."""

TURNED: dict[str, Callable[[float, float], tuple[float, float]]] = {
    "forward": lambda x, y: (x, y),
    "backward": lambda x, y: (x, 1 - y),
    "left": lambda x, y: (y, x),
    "right": lambda x, y: (1 - y, x),
}
"""By a side's name."""


def arrow(sign: str, size: int) -> Pillow.Image:
    """A mask. Empty for a sign that is not known."""
    mask = Pillow.new("L", (size * FINER, size * FINER))
    if turned := TURNED.get(sign):
        corners = [turned(x, y) for x, y in CORNERS]
        ImageDraw.Draw(mask).polygon([(x * size * FINER, y * size * FINER) for x, y in corners], fill=255)
    return mask.resize((size, size), Pillow.Resampling.BOX)
