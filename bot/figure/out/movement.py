"""Checks that a loop visibly moves, and that the still beside it shows the same side."""

from collections.abc import Iterable, Iterator

import numpy as np
from PIL import Image as Pillow

from bot.figure.look.render import Image

MOVING = 0.03
"""The least share of the picture's pixels that change over a loop."""
CHANGED = 12
"""0 to 255: a colour change above this is visible."""
TOLD_APART = 24
"""The same for two pictures of different size, whose edges never coincide."""
TURNED, NEARER = 0.04, 0.6
"""A still shows the other side if it differs by more than the first share, and its mirror image by less than the second
share of that difference."""
ANOTHER = 0.1
"""Marks and a breath cause smaller differences than this share; above it the still is another picture."""


def moving_faults(pictures: Iterable[Image]) -> Iterator[str]:
    share = moving_share(pictures)
    if share < MOVING:
        yield f"moves only {share:.1%} of the picture"


def moving_share(pictures: Iterable[Image]) -> float:
    several = iter(pictures)
    lowest = highest = next(several)
    for each in several:
        lowest, highest = np.minimum(lowest, each), np.maximum(highest, each)
    return float((highest.astype(int) - lowest > CHANGED).any(axis=-1).mean())


def side_faults(still: Image, first: Image) -> Iterator[str]:
    height, width = first.shape[:2]
    small = np.asarray(Pillow.fromarray(still).resize((width, height), Pillow.Resampling.BOX))
    share, turned = _differing(small, first), _differing(small[:, ::-1], first)
    if share > TURNED and turned < NEARER * share:
        yield "a still shows the other side than the loop"
    elif share > ANOTHER:
        yield f"a still differs from where its loop begins by {share:.1%} of the picture"


def _differing(one: Image, other: Image) -> float:
    return float((np.abs(one.astype(int) - other) > TOLD_APART).any(axis=-1).mean())
