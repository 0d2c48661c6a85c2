"""Checks that pictures differ where they should: a mistake from the right pose, and a step from the one before it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from bot.content.source.schema import FormFile
from bot.figure.look.pairs import PairHalf
from bot.figure.look.render import Image
from bot.figure.look.studio import Studio
from bot.figure.person.skeleton import INDEX
from bot.figure.pose.markers import NAMES as MARKERS
from bot.figure.pose.poses import Mistake, Still
from bot.figure.scene import Flags

WRONG_PIXELS, WRONG_DEGREES, WRONG_METRES = 0.06, 12.0, 0.06
"""The least difference of a mistake: in the figure's pixels, at the named joint, and at the named point."""
STEP_PIXELS = 0.03
"""The least share of the figure's pixels in which a step differs from the one before."""
TOLD_APART = 24
"""0 to 255: colours that differ by more count as changed."""


def mistake_faults(studio: Studio, mistake: Mistake, right: PairHalf, wrong: PairHalf) -> Iterator[str]:
    share = changed_share(right.image, wrong.image, right.figure | wrong.figure, right.figure)
    if share < WRONG_PIXELS:
        yield f"the mistake differs by {share:.1%} of the figure"
    yield from _off_by(studio, mistake)


def _off_by(studio: Studio, mistake: Mistake) -> Iterator[str]:
    name = _sided(mistake.by)
    right, wrong = (studio.stage.actor.posture(pose) for pose in mistake.poses)
    if name in INDEX:
        degrees = float(np.degrees(abs(wrong.freedoms[INDEX[name]] - right.freedoms[INDEX[name]])))
        if degrees < WRONG_DEGREES:
            yield f"the mistake's {name} differs by {degrees:.0f}°"
    else:
        places = [studio.stage.actor.points(posture, (name,))[0] for posture in (right, wrong)]
        metres = float(np.linalg.norm(places[1] - places[0]))
        if metres < WRONG_METRES:
            yield f"the mistake's {name} is off by {metres * 100:.1f} cm"


def _sided(name: str) -> str:
    return name if name in INDEX or name in MARKERS else f"{name}.L"


def step_faults(studio: Studio, form: FormFile) -> Iterator[str]:
    stills = studio.file.stills
    own = {step: f"{step}.{form.id}" for step in form.steps}
    shown = [stills[own[step] if own[step] in stills else step] for step in form.steps]
    for (before, after), step in zip(pairwise(shown), form.steps[1:], strict=True):
        if after.same or _is_seen_otherwise(studio, before, after):
            continue
        share = changed_share(*_both(studio, before, after))
        if share < STEP_PIXELS:
            yield f"a step differs from the one before by {share:.1%} of the figure ({step}, {form.id})"


def _is_seen_otherwise(studio: Studio, before: Still, after: Still) -> bool:
    """Pictures with different views or with several poses always differ."""
    is_several = len(before.shown) != 1 or len(after.shown) != 1
    return is_several or studio.views_of(before.views) != studio.views_of(after.views)


def _both(studio: Studio, before: Still, after: Still) -> tuple[Image, Image, Flags, Flags]:
    (one, figure), (other, moved) = (studio.plain(still) for still in (before, after))
    return one, other, figure | moved, figure


def changed_share(one: Image, other: Image, where: Flags, figure: Flags) -> float:
    """The changed pixels within `where`, as a share of the figure's pixels."""
    off = np.abs(one.astype(np.int16) - other).max(axis=-1) > TOLD_APART
    return float((off & where).sum() / max(1, figure.sum()))
