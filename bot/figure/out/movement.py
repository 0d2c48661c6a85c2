"""Whether a loop is seen to move, and whether what stands still beside it shows the same side."""

from collections.abc import Iterable, Iterator

import numpy as np
from PIL import Image as Pillow

from bot.figure.look.render import Image

MOVING = 0.03
"""The share of the picture's pixels that change over a loop at least."""
CHANGED = 12
"""Out of 255: a colour that changes by more is seen to."""
TOLD_APART = 24
"""The same for two pictures of different size, whose edges never fall together."""
TURNED, NEARER = 0.04, 0.6
"""A still shows the other side, if it differs by more than this share, and its mirror image by less than this share of
that."""
ANOTHER = 0.1
"""By so much it differs, ink and a breath in put aside, if it is another picture altogether."""


def moving_faults(pictures: Iterable[Image]) -> Iterator[str]:
    """For a whole loop."""
    share = moving_share(pictures)
    if share < MOVING:
        yield f"moves only {share:.1%} of the picture"


def moving_share(pictures: Iterable[Image]) -> float:
    """How many of the pixels have a colour that changes in the course of them."""
    several = iter(pictures)
    lowest = highest = next(several)
    for each in several:
        lowest, highest = np.minimum(lowest, each), np.maximum(highest, each)
    return float((highest.astype(int) - lowest > CHANGED).any(axis=-1).mean())


def side_faults(still: Image, first: Image) -> Iterator[str]:
    """`still`: what is shown where nothing moves, of any size; `first`: the picture that its loop begins with."""
    height, width = first.shape[:2]
    small = np.asarray(Pillow.fromarray(still).resize((width, height), Pillow.Resampling.BOX))
    share, turned = _differing(small, first), _differing(small[:, ::-1], first)
    if share > TURNED and turned < NEARER * share:
        yield "a still shows the other side than the loop"
    elif share > ANOTHER:
        yield f"a still differs from where its loop begins by {share:.1%} of the picture"


def _differing(one: Image, other: Image) -> float:
    return float((np.abs(one.astype(int) - other) > TOLD_APART).any(axis=-1).mean())
