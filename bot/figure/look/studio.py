"""Takes the pictures of an exercise: frames each view once for all its poses, lights it, and draws marks over it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.figure.look import ink
from bot.figure.look.breath import RIBS, BreathMarks
from bot.figure.look.camera import Camera, CameraAim, Size, framed
from bot.figure.look.light import Light, bake, blend
from bot.figure.look.pairs import Pair, PairHalf, halved_round, rims
from bot.figure.look.picture import STILL, beside, fitted, row
from bot.figure.look.render import CameraView, Drawing, Image
from bot.figure.pose.bases import BASES
from bot.figure.pose.poses import ArrowSpec, Loop, Mistake, Still
from bot.figure.rotations import Array
from bot.figure.scene import Flags, Scene, floats
from bot.figure.stage.motion import Moment, distinct
from bot.figure.stage.staging import Frame, PoseStage

FrameWatch = Callable[[Mapping[Moment, Frame]], None]
Inked = Callable[[ink.Arrow, Flags], None]
"""Called with an arrow and the pixels of the figure below it."""

LOOP: Size = (960, 640)
"""As broad for their height as the stills: 3:2 suits lying and standing. All loops have one size, so that they join."""
FINE_STILL, FINE_LOOP = 3, 2
"""Rays along a side of a pixel that holds an edge."""
FADING = 0.06
PORTRAIT_MARGIN = 0.06
BETWEEN_LIGHTS = 6
"""Light is worked out for one picture of a loop in this many, and blended between."""
STEPS_OF_WAY = 13
ON_THE_WAY = (0.35, 0.65)
"""Shares of the way between two poses at which the camera checks what else it has to show."""
THROUGH_FLESH, HIDDEN = 0.15, 0.23
"""Metres of body in front of a dot: up to the first it is fully visible, since in profile the spine lies within the body;
from the second it is hidden."""
ABOUT_A_DOT = 0.035
"""Visibility is measured this many metres around a dot, so that it fades at an edge and never pops."""
DARK, OTHER_SIDE = 0.15, 72.0
"""A wall looks dark below this cosine between light and wall. The light then moves by this many degrees, from the viewer's
left to the right."""
CLEARLY = 1.5
"""Times as much area."""
SHORTEST_ARROW = 0.15
"""In picture heights."""
_ROUND = np.radians(np.linspace(230, -50, 29))
RING = np.stack([np.zeros_like(_ROUND), np.sin(_ROUND), np.cos(_ROUND)], axis=1)
"""(n, 3) points in the room of a circle of radius one around the origin, from below behind over the top to below in
front."""


class Studio:
    """`scale` is 1 for shipped pictures and less for a quick look."""

    def __init__(self, stage: PoseStage, scale: float = 1.0) -> None:
        self.stage, self.file, self.scale = stage, stage.file, scale
        self._frames = cache(self._frame)
        self._light = cache(self._baked)

    def still(self, still: Still, inked: Inked | None = None) -> Image:
        if len(still.shown) > 1:
            return self._several(still, inked)
        return beside(*(self._still_view(still, name, inked) for name in self.views_of(still.views)))

    def shown(self, pose: str, views: tuple[str, ...] | None, *, tint: bool = True) -> tuple[Image, Array]:
        drawings = [
            self._drawn(self._frames(at(pose), tint), name, self.size(STILL, views, name), FINE_STILL)
            for name in self.views_of(views)
        ]
        return beside(*(d.image for d in drawings)), np.concatenate([d.mask for d in drawings], axis=1)

    def plain(self, still: Still) -> tuple[Image, Flags]:
        frame = self._frames(at(still.shown[0], still.breath), still.tint)
        names = self.views_of(still.views)
        sizes = [self.size(STILL, still.views, name) for name in names]
        drawings = [
            self._drawn(frame, name, size, FINE_LOOP) for name, size in zip(names, sizes, strict=True)
        ]
        figures = [_figure(drawing, frame) for drawing in drawings]
        return beside(*(drawing.image for drawing in drawings)), np.concatenate(figures, axis=1)

    def mistake(self, mistake: Mistake) -> Image:
        return self.pair(mistake).marked

    def pair(self, mistake: Mistake) -> Pair:
        name = self.views_of(mistake.views)[0]
        view, whole = self.file.views[name], self.size(STILL, (name,), name)
        frames = [self._frames(at(pose), False) for pose in mistake.poses]
        points = [frame.watched[frame.watched[:, 1] > view.above] for frame in frames]
        places, aim = self.stage.actor.points(frames[1].posture, mistake.ring), self._aim(name)
        halves = halved_round(points, rims(places, mistake.reach, aim), aim, whole)
        right, wrong = (self._half(frame, name, halves.size, halves.camera) for frame in frames)
        rings = [_ring(place, mistake.reach, halves.camera, halves.size) for place in places]
        return Pair(right, wrong, rings, halves)

    def _half(
        self, frame: Frame, name: str, size: Size, camera: Camera, dots: bool | None = None
    ) -> PairHalf:
        drawing = CameraView(camera, size, FINE_STILL, FADING).draw(
            self._scene(frame, name), self._light(frame, name)
        )
        image = self._marked(drawing.image, frame, name, dots, camera)
        return PairHalf(image, drawing.mask, _figure(drawing, frame))

    def loop(self, loop: Loop, moments: list[Moment], seen: FrameWatch | None = None) -> Iterator[Image]:
        drawn = distinct(moments)
        pictures = self._pictures(loop, sorted(set(drawn.values())), seen)
        return (pictures[drawn[moment]] for moment in moments)

    def portrait(self, loop: Loop, size: Size, tall: float) -> Image:
        """The end of a loop in its first view, framed for itself and without marks, with room for a person `tall`
        metres high.
        """
        frame, name = self._frames(at(loop.keys[0].pose), True), self.views_of(loop.views)[0]
        finer = (2 * size[0], 2 * size[1])
        above = floats(frame.watched.mean(axis=0, keepdims=True) * [1, 0, 1] + [0, tall, 0])
        camera = framed(np.concatenate([frame.watched, above]), self._aim(name), finer, PORTRAIT_MARGIN)
        light = self._light(frame, name)
        view = CameraView(camera, finer, FINE_LOOP, FADING)
        return fitted(view.draw(self._scene(frame, name), light).image, size)

    def extent(self, loop: Loop) -> tuple[float, float]:
        """Width and height of the figure at the end of a loop, metres."""
        watched = self._frames(at(loop.keys[0].pose), True).watched
        across = watched @ self._aim(self.views_of(loop.views)[0]).axes[0]
        return float(np.ptp(across)), float(watched[:, 1].max())

    def views_of(self, views: tuple[str, ...] | None) -> tuple[str, ...]:
        return self.file.view if views is None else views

    def _frame(self, moment: Moment, tinted: bool) -> Frame:
        return self.stage.frame(moment, tinted=tinted)

    def _baked(self, frame: Frame, name: str) -> Light:
        return bake(self._scene(frame, name), self._lit_from(name))

    def _scene(self, frame: Frame, name: str) -> Scene:
        return frame.scene(self.file.views[name].without)

    def _several(self, still: Still, inked: Inked | None) -> Image:
        name = self.views_of(still.views)[0]
        width, height = self.size(STILL, (name,), name)
        frames = [self._frames(at(pose), still.tint) for pose in still.shown]
        count, is_tall, size, cameras = self._side_by_side(name, frames)
        parts = [
            self._half(frame, name, size, camera, still.dots)
            for frame, camera in zip(frames, cameras, strict=True)
        ]
        axis = 1 if is_tall else 0
        image = np.concatenate([part.image for part in parts], axis=axis)
        if is_tall and not BASES[self.file.base].is_upright:
            image = row([part.image for part in parts])  # their mats do not meet
        mask = np.concatenate([part.mask for part in parts], axis=axis)
        figure = np.concatenate([part.figure for part in parts], axis=axis)
        for number in range(1, count):
            arrow = ink.place(_joining(number / count, image.shape, is_tall, count == 2), mask, figure)
            image = _with_arrow(image, arrow, figure, inked)
        # Three parts of even height can be a little smaller than the whole.
        return fitted(image, (width, height))

    def _side_by_side(self, name: str, frames: list[Frame]) -> tuple[int, bool, Size, list[Camera]]:
        """How many poses, whether in columns, and the size and camera of each. One camera shows all: in columns if
        bodies are upright, else in strips. For lying bodies, columns with a camera each are chosen if that is
        clearly larger.
        """
        count, whole = len(frames), self.size(STILL, (name,), name)
        is_tall = BASES[self.file.base].is_upright
        size, column = _part_size(whole, count, is_tall), _part_size(whole, count, True)
        usual, own = [self.camera(name, size)] * count, self._moved_aside(name, frames, column)
        if not is_tall and _boxes_area(frames, own, column) > CLEARLY * _boxes_area(frames, usual, size):
            return count, True, column, own
        return count, is_tall, size, usual

    def _moved_aside(self, name: str, frames: list[Frame], size: Size) -> list[Camera]:
        """The cameras differ only in what stands in their middle."""
        aim, margin = self._aim(name), self.file.views[name].margin
        eyes = np.stack([framed(frame.watched, aim, size, margin).eye for frame in frames]) @ aim.axes.T
        eyes[:, 2] = eyes[:, 2].max()
        return [Camera(floats(eye @ aim.axes), aim.axes, aim.focal) for eye in eyes]

    def _still_view(self, still: Still, name: str, inked: Inked | None) -> Image:
        size = self.size(STILL, still.views, name)
        pose = still.shown[0]
        frame = self._frames(at(pose, still.breath), still.tint)
        drawing = self._drawn(frame, name, size, FINE_STILL)
        image = self._marked(drawing.image, frame, name, still.dots)
        first, figure = self.views_of(still.views)[0], _figure(drawing, frame)
        for arrow in still.arrows:
            if (arrow.view or first) == name:
                # A ring stays beside the turning part, even over a thing; other arrows avoid things too, if they can.
                masks = (figure,) if arrow.ring else (drawing.mask, figure)
                placed = ink.place(self._arrow(arrow, pose, self.camera(name, size), size), *masks)
                image = _with_arrow(image, placed, figure, inked)
        if still.breath and not still.arrows:
            moment = at(pose, still.breath)
            breath = BreathMarks(self._ribs({moment: frame}), self.camera(name, size), size)
            breath.see(moment, figure, drawing.mask)
            image = breath.marked(moment, image)
        return image

    def _pictures(self, loop: Loop, moments: list[Moment], seen: FrameWatch | None) -> dict[Moment, Image]:
        pictures: dict[Moment, list[Image]] = {moment: [] for moment in moments}
        names = self.views_of(loop.views)
        frames = {moment: self.stage.frame(moment) for moment in moments}
        if seen:
            seen(frames)
        lights: dict[Moment, Light] = {}
        left_out: set[tuple[str, ...]] = set()
        for name in names:
            scenes = {moment: self._scene(frame, name) for moment, frame in frames.items()}
            left_out.add(self.file.views[name].without)
            like = lights if len(left_out) == 1 else {}
            size = self.size(LOOP, loop.views, name)
            view = CameraView(self.camera(name, size), size, FINE_LOOP, FADING if len(names) > 1 else 0.0)
            lights = _lights(moments, scenes, self._lit_from(name), like)
            breath = BreathMarks(self._ribs(frames), self.camera(name, size), size)
            for moment in moments:
                drawing = view.draw(scenes[moment], lights[moment])
                breath.see(moment, _figure(drawing, frames[moment]), drawing.mask)
                pictures[moment].append(self._marked(drawing.image, frames[moment], name, None))
            for moment, images in pictures.items():
                images[-1] = breath.marked(moment, images[-1])
        return {moment: beside(*views) for moment, views in pictures.items()}

    def _ribs(self, frames: Mapping[Moment, Frame]) -> dict[Moment, Array]:
        return {moment: self.stage.actor.points(frame.posture, RIBS) for moment, frame in frames.items()}

    def _drawn(self, frame: Frame, name: str, size: Size, fine: int) -> Drawing:
        alone = size[0] > size[1]
        view = CameraView(self.camera(name, size), size, fine, 0.0 if alone else FADING)
        return view.draw(self._scene(frame, name), self._light(frame, name))

    def size(self, size: Size, views: tuple[str, ...] | None, name: str) -> Size:
        names = self.views_of(views)
        share = self.file.views[name].width / sum(self.file.views[each].width for each in names)
        width, height = (round(length * self.scale / 2) * 2 for length in size)
        return round(width * share / 2) * 2, height

    def camera(self, name: str, size: Size) -> Camera:
        view = self.file.views[name]
        return framed(self._watched[name], self._aim(name), size, view.margin)

    def _aim(self, name: str) -> CameraAim:
        view = self.file.views[name]
        return CameraAim(view.azimuth, view.elevation)

    def _lit_from(self, name: str) -> float:
        """The azimuth that the light belongs to, degrees. The light changes sides if it would leave a wall in the dark."""
        azimuth = self.file.views[name].azimuth
        seen = {
            thing
            for pose, views in (*self._seen_in(), *self._mistaken())
            if name in views
            for thing in self._frames(at(pose), True).posture.props
            if thing not in self.file.views[name].without
        }
        walls = [
            self.file.props[thing].get("yaw", 0) for thing in seen if self.file.props[thing]["kind"] == "wall"
        ]
        left_of_viewer = azimuth - 36
        if any(np.cos(np.radians(left_of_viewer - yaw)) < DARK for yaw in walls):
            return azimuth + OTHER_SIDE
        return azimuth

    @cached_property
    def _watched(self) -> dict[str, Array]:
        """By view, all points that any pose needs to have in the picture: the camera never moves."""
        points: dict[str, list[Array]] = {name: [] for name in self.file.views}
        seen = {(at(pose), views) for pose, views in self._seen_in()} | self._on_the_way()
        for moment, views in sorted(seen):
            watched = self._frames(moment, True).watched
            for name in views:
                points[name].append(watched[watched[:, 1] > self.file.views[name].above])
        return {name: np.concatenate(several) for name, several in points.items() if several}

    def _on_the_way(self) -> set[tuple[Moment, tuple[str, ...]]]:
        return {
            (Moment(key.pose, following.pose, share, 0.0), self.views_of(loop.views))
            for loop in self.file.loops.values()
            if not loop.tour
            for key, following in pairwise(loop.keys)
            for share in ON_THE_WAY
        }

    def _seen_in(self) -> set[tuple[str, tuple[str, ...]]]:
        file = self.file
        stills = {
            (pose, self.views_of(still.views)) for still in file.stills.values() for pose in still.shown
        }
        loops = {(key.pose, self.views_of(loop.views)) for loop in file.loops.values() for key in loop.keys}
        return stills | loops

    def _mistaken(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        mistake = self.file.mistake
        if mistake:
            yield from ((pose, self.views_of(mistake.views)) for pose in mistake.poses)

    def _marked(
        self, image: Image, frame: Frame, name: str, dots: bool | None, camera: Camera | None = None
    ) -> Image:
        size = (image.shape[1], image.shape[0])
        camera = camera or self.camera(name, size)
        if self.file.plumb and BASES[frame.posture.base].is_upright:
            image = self._plumbed(image, frame, camera)
        wanted = self.file.dots if dots is None else dots
        if wanted and self.file.views[name].dots:
            image = ink.dots(
                image, camera.project(frame.spine, size), _plainness(frame, self._scene(frame, name), camera)
            )
        return image

    def _plumbed(self, image: Image, frame: Frame, camera: Camera) -> Image:
        """Draws a line from above the ear to the floor, through the shoulder, so that it stays when the head glides."""
        size = (image.shape[1], image.shape[0])
        shoulder, ear = self.stage.actor.points(frame.posture, ("shoulder.L", "ear.L"))
        foot = camera.project([shoulder[0], 0.0, shoulder[2]], size)
        above = camera.project([shoulder[0], ear[1], shoulder[2]], size) - [0, 0.12 * size[1]]
        return ink.plumb(image, above, foot)

    def _arrow(self, arrow: ArrowSpec, pose: str, camera: Camera, size: Size) -> ink.Arrow:
        way = self._way(arrow, pose) + np.asarray(arrow.aside)
        points = _long_enough(
            camera.project(way[::-1] if arrow.back else way, size), SHORTEST_ARROW * size[1]
        )
        return ink.arrow(points, size[1], arrow.both)

    def _way(self, arrow: ArrowSpec, pose: str) -> Array:
        if arrow.path:
            return np.asarray(arrow.path, float)
        actor = self.stage.actor
        if arrow.ring:
            return actor.points(actor.posture(pose), (str(arrow.follows),)) + arrow.ring * RING
        first, second = actor.posture(arrow.start or pose), actor.posture(arrow.end or pose)
        shares = np.linspace(0, 1, STEPS_OF_WAY)
        postures = [actor.between(first, second, float(share)) for share in shares]
        return np.stack([actor.points(posture, (str(arrow.follows),))[0] for posture in postures])


def _boxes_area(frames: list[Frame], cameras: list[Camera], size: Size) -> float:
    points = [camera.project(frame.person, size) for frame, camera in zip(frames, cameras, strict=True)]
    return float(sum(np.prod(np.ptp(each, axis=0)) for each in points))


def _part_size(whole: Size, count: int, is_tall: bool) -> Size:
    width, height = whole
    return (width // count // 2 * 2, height) if is_tall else (width, height // count // 2 * 2)


def _figure(drawing: Drawing, frame: Frame) -> Flags:
    return (drawing.owners >= 0) & (drawing.owners < len(frame.figure))


def _with_arrow(image: Image, arrow: ink.Arrow, figure: Flags, inked: Inked | None) -> Image:
    if inked:
        inked(arrow, figure)
    return ink.draw_arrow(image, arrow)


def _plainness(frame: Frame, scene: Scene, camera: Camera) -> Array:
    """(dots,) 0..1: how much of the space around each dot of the spine is visible. Things hide a dot at once; flesh hides it
    gradually with its depth.
    """
    around = ABOUT_A_DOT * np.array([[x, y] for x in (-1, 0, 1) for y in (-1, 0, 1)]) @ camera.axes[:2]
    places = (frame.spine[:, None] + around).reshape(-1, 3)
    ways = places - camera.eye
    far = np.linalg.norm(ways, axis=1)
    hits = scene.meet(floats(camera.eye)[None], floats(ways / far[:, None]))
    is_thing = scene.owners[np.maximum(hits.triangles, 0)] >= len(frame.figure)
    before = np.where(hits.met, far - hits.distances, 0)
    through = np.clip((HIDDEN - before) / (HIDDEN - THROUGH_FLESH), 0, 1)
    plain = np.where(is_thing & (before > 0), 0, through).reshape(len(frame.spine), -1).mean(axis=1)
    return np.asarray(plain * plain * (3 - 2 * plain))


def _ring(place: Array, reach: float, camera: Camera, size: Size) -> ink.FaultRing:
    x, y = camera.project(place, size)
    up = camera.project(place + reach * camera.axes[1], size)
    return ink.FaultRing((float(x), float(y)), float(np.hypot(up[0] - x, up[1] - y)))


def _long_enough(points: NDArray[Any], least: float) -> NDArray[Any]:
    """Stretches a way shorter than `least` pixels about its middle: a head alone is no arrow."""
    length = float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
    if length >= least or length < 1e-3:
        return points
    middle = points.mean(axis=0)
    return np.asarray(middle + (points - middle) * (least / length))


def at(pose: str, breath: float = 0.0) -> Moment:
    return Moment(pose, pose, 0.0, breath)


def _lights(
    moments: list[Moment], scenes: dict[Moment, Scene], azimuth: float, like: dict[Moment, Light]
) -> dict[Moment, Light]:
    """Light changes slowly, so it is worked out for a few moments only and blended between. `like` is another view's light with the
    same sky.
    """
    lights: dict[Moment, Light] = {}
    for run in _runs(moments, {moment: len(scenes[moment].light_points[0]) for moment in moments}):
        keys = sorted({*range(0, len(run), BETWEEN_LIGHTS), len(run) - 1})
        known = {key: bake(scenes[run[key]], azimuth, like.get(run[key])) for key in keys}
        for number, moment in enumerate(run):
            before = max(key for key in keys if key <= number)
            after = min(key for key in keys if key >= number)
            share = (number - before) / (after - before) if after > before else 0.0
            lights[moment] = blend(known[before], known[after], share)
    return lights


def _runs(moments: list[Moment], lit: Mapping[Moment, int]) -> Iterator[list[Moment]]:
    """Splits sorted moments where the way changes, and where the number of light points (`lit`) does. Only equal shapes
    can be blended, and a strap led round a foot has a changing number.
    """
    run: list[Moment] = []
    for moment in moments:
        before = run[-1] if run else moment
        is_same_way = (moment.first, moment.second) == (before.first, before.second)
        if not is_same_way or lit[moment] != lit[before]:
            yield run
            run = []
        run.append(moment)
    if run:
        yield run


def _joining(share: float, shape: tuple[int, ...], is_tall: bool, both: bool) -> ink.Arrow:
    height, width = shape[:2]
    reach, bow = 0.075 * height, 0.02 * height
    if is_tall:
        middle = np.array([share * width, 0.2 * height])
        ways = [[-reach, bow], [0, -bow], [reach, bow]]
    else:
        middle = np.array([0.82 * width, share * height])
        ways = [[-bow, -reach], [bow, 0], [-bow, reach]]
    return ink.arrow(middle + np.array(ways), height, both)
