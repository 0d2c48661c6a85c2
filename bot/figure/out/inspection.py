"""Looks at every picture, as an illustrator would before it is shipped, and tells the worst of each kind."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.figure.look import ink
from bot.figure.look.camera import Size
from bot.figure.look.studio import LOOP, STILL, Studio, at
from bot.figure.out.checks import JUMP, Checker, jumps, view_faults, wandering
from bot.figure.pose.motion import Moment, distinct
from bot.figure.pose.poses import Loop, Still
from bot.figure.pose.staging import Frame
from bot.figure.scene import Flags

NUMBER = re.compile(r"\d+(\.\d+)?")


def inspected(studio: Studio, loop: Loop, moments: list[Moment], frames: Mapping[Moment, Frame]) -> list[str]:
    """`frames`: of the loop's different pictures, or some of them; a jerk shows only among all. Empty if all is well."""
    checker = Checker(studio.stage)
    found: list[str] = []
    for moment, frame in frames.items():
        where = f"{moment.first}→{moment.second} {moment.share:.2f}"
        seen = [
            *(fault.what for fault in checker.faults({where: frame})),
            *_in_views(studio, loop.views, LOOP, frame),
        ]
        found += [f"{what} ({where})" for what in seen]
    found += wandering((frame.posture for frame in frames.values()), studio.stage, _sliding(studio, loop))
    drawn = distinct(moments)
    if not loop.tour and set(drawn.values()) <= frames.keys():
        far = jumps([frames[drawn[moment]].stance.places for moment in moments])
        found += [f"a joint jumps by {far * 100:.1f} cm"] * (far > JUMP)
    return worst(found)


def inspected_stills(studio: Studio) -> list[str]:
    """Of the pictures that stand still: each step's and the mistake's. Where several poses share a picture, none is
    asked to fill it. Empty if all is well."""
    checker, file = Checker(studio.stage), studio.file
    mistake = Still(pose=file.mistake.pose, views=file.mistake.views)
    found: list[str] = []
    for step, still in (*file.stills.items(), ("mistake", mistake)):
        frames = {pose: studio.stage.frame(at(pose, still.breath)) for pose in still.shown}
        seen = [fault.what for fault in checker.faults(frames)]
        if len(frames) == 1:
            seen += _in_views(studio, still.views, STILL, *frames.values())
        found += [f"{what} ({step})" for what in seen]
    return worst(found)


def arrow_faults(arrow: ink.Arrow, figure: Flags) -> Iterator[str]:
    """`figure`: (height, width) the pixels that show the person."""
    hidden = ink.covered(arrow, figure)
    if hidden:
        yield f"an arrow lies over {hidden} pixels of the figure"
    if not ink.is_inside(arrow, figure.shape[::-1]):
        yield "an arrow leaves the picture"


def _in_views(studio: Studio, views: tuple[str, ...] | None, whole: Size, frame: Frame) -> Iterator[str]:
    """Where a view shows only the upper body, that is what has to fill it; the rest may leave the picture."""
    for name in studio.views_of(views):
        size = studio.size(whole, views, name)
        counts = frame.watched[frame.watched[:, 1] > studio.file.views[name].above]
        yield from view_faults(counts, studio.camera(name, size), size)


def _sliding(studio: Studio, loop: Loop) -> set[str]:
    """Markers that a pose of the loop says it moves; `all` are."""
    moves = {name for key in loop.keys for name in studio.file.poses[key.pose].moves}
    if "all" in moves:
        return set(studio.stage.actor.markers.names)
    return {sided for name in moves for sided in (name, f"{name}.L", f"{name}.R")}


def worst(faults: Iterable[str]) -> list[str]:
    """Of faults that differ in their numbers and places only, the one with the largest, or least filled."""
    kinds: dict[str, list[tuple[float, str]]] = {}
    for fault in faults:
        number = NUMBER.search(fault.partition(" is ")[2] or fault)
        kind = NUMBER.sub("", re.sub(r" (\(|at \[).*", "", fault))
        kinds.setdefault(kind, []).append((float(number.group()) if number else 0.0, fault))
    return [(min if "fills" in kind else max)(several)[1] for kind, several in sorted(kinds.items())]
