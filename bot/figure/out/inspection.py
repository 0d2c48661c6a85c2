"""Inspects every picture as an illustrator would before publishing, and reports the worst fault of each kind."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.figure.look import ink
from bot.figure.look.camera import Size
from bot.figure.look.pairs import Pair
from bot.figure.look.picture import STILL
from bot.figure.look.studio import LOOP, Studio, at
from bot.figure.out.checks import (
    JUMP,
    Checker,
    edge_faults,
    filling_faults,
    jumps,
    second_view_faults,
    wandering,
)
from bot.figure.out.differences import mistake_faults
from bot.figure.out.saying import untrue
from bot.figure.pose.poses import Loop, Mistake
from bot.figure.scene import Flags
from bot.figure.stage.motion import Moment, distinct
from bot.figure.stage.staging import Frame

NUMBER = re.compile(r"\d+(\.\d+)?")


def inspected(studio: Studio, loop: Loop, moments: list[Moment], frames: Mapping[Moment, Frame]) -> list[str]:
    """The faults of a loop. `frames` are those of its different pictures, or of some; jumps are found only among all of them."""
    checker = Checker(studio.stage)
    found: list[str] = []
    for moment, frame in frames.items():
        where = f"{moment.first}→{moment.second} {moment.share:.2f}"
        seen = [
            *(fault.what for fault in checker.faults({where: frame})),
            *_in_views(studio, loop.views, LOOP, frame),
        ]
        found += [f"{what} ({where})" for what in seen]
    if (end := moments[0]) in frames:
        found += _filling(studio, loop.views, LOOP, frames[end])
    found += wandering((frame.posture for frame in frames.values()), studio.stage, _sliding(studio, loop))
    drawn = distinct(moments)
    if not loop.tour and set(drawn.values()) <= frames.keys():
        far = jumps([frames[drawn[moment]].stance.places for moment in moments])
        found += [f"a joint jumps by {far * 100:.1f} cm"] * (far > JUMP)
    return worst(found)


def inspected_stills(studio: Studio) -> list[str]:
    """A picture of several poses need not be filled by any of them."""
    checker = Checker(studio.stage)
    found: list[str] = []
    for step, still in studio.file.stills.items():
        frames = {pose: studio.stage.frame(at(pose, still.breath)) for pose in still.shown}
        seen = [*(fault.what for fault in checker.faults(frames)), *untrue(studio.stage, still)]
        if len(frames) == 1:
            seen += _in_views(studio, still.views, STILL, *frames.values())
            seen += _filling(studio, still.views, STILL, *frames.values())
        found += [f"{what} ({step})" for what in seen]
    return worst(found)


def inspected_mistake(studio: Studio, mistake: Mistake, pair: Pair) -> list[str]:
    """A body must be able to take the wrong pose, and the difference must show."""
    frames = {pose: studio.stage.frame(at(pose)) for pose in mistake.poses}
    found = [fault.what for fault in Checker(studio.stage).faults({mistake.pose: frames[mistake.pose]})]
    for frame in frames.values():
        found += filling_faults(frame.person, pair.halves.camera, pair.halves.size)
    found += mistake_faults(studio, mistake, pair.right, pair.wrong)
    return worst(f"{what} (mistake)" for what in found)


def arrow_faults(arrow: ink.Arrow, figure: Flags) -> Iterator[str]:
    hidden = ink.covered(arrow, figure)
    if hidden:
        yield f"an arrow lies over {hidden} pixels of the figure"
    if not ink.is_inside(arrow, figure.shape[::-1]):
        yield "an arrow leaves the picture"


def _in_views(studio: Studio, views: tuple[str, ...] | None, whole: Size, frame: Frame) -> Iterator[str]:
    """In a view of the upper body only that has to be in the picture."""
    for name in studio.views_of(views):
        size = studio.size(whole, views, name)
        counts = frame.watched[frame.watched[:, 1] > studio.file.views[name].above]
        yield from edge_faults(counts, studio.camera(name, size), size)


def _filling(studio: Studio, views: tuple[str, ...] | None, whole: Size, frame: Frame) -> Iterator[str]:
    first, *others = studio.views_of(views)
    size = studio.size(whole, views, first)
    yield from filling_faults(frame.person, studio.camera(first, size), size)
    for name in others:
        size = studio.size(whole, views, name)
        yield from second_view_faults(frame.person, studio.camera(name, size), size)


def _sliding(studio: Studio, loop: Loop) -> set[str]:
    moves = {name for key in loop.keys for name in studio.file.poses[key.pose].moves}
    if "all" in moves:
        return set(studio.stage.actor.markers.names)
    return {sided for name in moves for sided in (name, f"{name}.L", f"{name}.R")}


def worst(faults: Iterable[str]) -> list[str]:
    """Where faults differ only in numbers and places, keeps the one with the largest number; for "fills", with the smallest."""
    kinds: dict[str, list[tuple[float, str]]] = {}
    for fault in faults:
        number = NUMBER.search(fault.partition(" is ")[2] or fault)
        kind = NUMBER.sub("", re.sub(r" (\(|at \[).*", "", fault))
        kinds.setdefault(kind, []).append((float(number.group()) if number else 0.0, fault))
    return [(min if "fills" in kind else max)(several)[1] for kind, several in sorted(kinds.items())]
