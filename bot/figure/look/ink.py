"""Draws arrows, dots, lines, crosses and numbers over a picture.

Lengths are in pixels. Masks are (height, width), 0..1.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from scipy.ndimage import distance_transform_edt

from bot.figure.look.render import Image

Path: TypeAlias = NDArray[np.float64]
"""(n, 2) pixels from the upper left corner."""
Colour: TypeAlias = tuple[int, int, int]

ORANGE, RED, LIGHT, DARK = (242, 120, 75), (222, 68, 48), (255, 255, 255), (44, 58, 66)
GREEN, BORDER = (38, 132, 84), (201, 209, 203)
CALM = (84, 138, 166)
"""The colour of breath marks: neither an arrow's nor a tint's."""
FINER = 4
"""Everything is drawn this many times larger and then reduced."""
STEPS = 72

ARROW_WIDTH, ARROW_FRAME = 0.019, 0.03
"""In picture heights: an arrow's shaft, and its least distance from the picture's edge."""
HEAD_LENGTH, HEAD_WIDTH, TAIL_WIDTH = 2.7, 2.9, 0.4
"""In widths of the shaft."""
HALO = 0.22
VISIBLE = 40
"""0 to 255: fainter ink hides nothing."""
DOT, DOT_RIM = 0.0085, 0.0042
FAINTEST_DOT = 0.02
CROSS, CROSS_STROKE = 0.036, 0.016
RING_STROKE, BORDER_STROKE = 0.008, 0.004
BADGE = 0.034
BREATH_WIDTH = 0.0105
"""This and the three lines above: shares of the square root of the picture's area."""
PALE = 0.45
"""How strongly the wrong figure is mixed with grey."""
BREATH_SEEN, BREATH_STRENGTH = 0.3, 0.85
"""The breath, 0..1, from which arcs are drawn in full, and how opaque they are then."""

SHIFTS, SLIDES = np.arange(-0.4, 0.4001, 0.0125), np.arange(-0.2, 0.3001, 0.025)
"""How far an arrow may be pushed aside and along its own direction, in picture widths."""
SLIDE_COST = 1.4
SCALES = (1.0, 0.85, 0.7, 0.55)
DEAR = 1000
"""The cost of each missing pixel of room."""


@dataclass(frozen=True, eq=False)
class Arrow:
    path: Path
    """From tail to tip, any number of points."""
    width: float
    """Pixels of the shaft where it is widest."""
    both: bool = False
    """A head at each end."""

    def moved(self, by: ArrayLike, scale: float = 1.0) -> "Arrow":
        middle = (self.path.min(axis=0) + self.path.max(axis=0)) / 2
        return replace(self, path=middle + (self.path - middle) * scale + np.asarray(by))


def arrow(points: ArrayLike, height: int, both: bool = False) -> Arrow:
    return Arrow(curve(points), ARROW_WIDTH * height, both)


def curve(points: ArrayLike) -> Path:
    """A Catmull-Rom curve through the points, evenly stepped."""
    given = np.asarray(points, float)
    ends = np.concatenate([[2 * given[0] - given[1]], given, [2 * given[-1] - given[-2]]])
    t = np.linspace(0, 1, 24)[:, None]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    ]
    return _evenly(np.concatenate(pieces))


def draw_arrow(image: Image, drawn: Arrow) -> Image:
    outlines = _arrow_outlines(drawn)
    haloed = _laid(image, outlines, LIGHT, 0.85, HALO * drawn.width)
    return _laid(haloed, outlines, ORANGE)


def covered(drawn: Arrow, mask: NDArray[Any]) -> int:
    plain = np.zeros((*mask.shape, 3), np.uint8)
    hidden = draw_arrow(plain, drawn).max(axis=-1) >= VISIBLE
    return int((hidden & (mask > 0.5)).sum())


def is_inside(drawn: Arrow, size: tuple[int, int]) -> bool:
    points, rim = np.concatenate(_arrow_outlines(drawn)), HALO * drawn.width
    return bool((points >= rim).all() and (points <= np.array(size) - rim).all())


def place(drawn: Arrow, *masks: NDArray[Any]) -> Arrow:
    """Moves the arrow off the figure and inside the frame, and shortens it if needed, as little as possible.

    Each mask shows what the arrow should not cover. If the whole arrow finds no room beside the first mask, the next one is tried;
    if it finds none beside the last, it goes where it covers least.
    """
    placed = drawn
    for mask in masks:
        placed, is_whole = _placed(drawn, mask)
        if is_whole:
            break
    return placed


def _placed(drawn: Arrow, mask: NDArray[Any]) -> tuple[Arrow, bool]:
    clear = np.asarray(distance_transform_edt(mask < 0.5))
    needed = drawn.width * (HEAD_WIDTH / 2 + HALO)
    costs, places = [], []
    for scale in SCALES:
        moves, cost = _moves(drawn, mask.shape[1])
        room = np.minimum(_room(drawn.moved((0, 0), scale), moves, clear), needed)
        # Missing room costs more than any move.
        total = cost + 0.5 * (1 - scale) + DEAR * (needed - room)
        costs.append(float(total.min()))
        places.append(drawn.moved(moves[int(total.argmin())], scale))
    best = int(np.argmin(costs))
    return places[best], SCALES[best] == 1 and costs[best] < DEAR


@dataclass(frozen=True)
class FaultRing:
    centre: tuple[float, float]
    radius: float


def dots(image: Image, points: ArrayLike, seen: ArrayLike) -> Image:
    height = image.shape[0]
    for place, share in zip(np.asarray(points, float), np.asarray(seen, float), strict=True):
        if share > FAINTEST_DOT:
            image = _laid(image, [_circle(place, (DOT + DOT_RIM) * height)], DARK, 0.9 * share)
            image = _laid(image, [_circle(place, DOT * height)], LIGHT, share)
    return image


def breath(image: Image, arcs: list[Path], full: float) -> Image:
    width = BREATH_WIDTH * _unit(image)
    seen = min(1.0, full / BREATH_SEEN)
    outlines = [_crescent(_evenly(arc), width) for arc in arcs]
    haloed = _laid(image, outlines, LIGHT, 0.6 * seen, HALO * width)
    return _laid(haloed, outlines, CALM, BREATH_STRENGTH * seen)


def plumb(image: Image, top: ArrayLike, bottom: ArrayLike) -> Image:
    start, end = np.asarray(top, float), np.asarray(bottom, float)
    height = image.shape[0]
    count = max(2, round(float(np.linalg.norm(end - start)) / (0.022 * height)))
    at = np.linspace(0, 1, 2 * count)
    dashes = [
        _stroke(start + (end - start) * here, start + (end - start) * there, 0.0035 * height)
        for here, there in zip(at[::2], at[1::2], strict=True)
    ]
    return _laid(image, dashes, DARK, 0.45)


def cross(image: Image, centre: ArrayLike) -> Image:
    unit = _unit(image)
    middle, arm = np.asarray(centre, float), CROSS * unit
    strokes = [
        _stroke(middle - arm * way, middle + arm * way, CROSS_STROKE * unit)
        for way in (np.array([1.0, 1.0]), np.array([1.0, -1.0]))
    ]
    return _laid(_laid(image, strokes, LIGHT, 0.85, 0.006 * unit), strokes, RED)


def tick(image: Image, centre: ArrayLike) -> Image:
    unit = _unit(image)
    corners = np.asarray(centre, float) + CROSS * unit * np.array([[-1.1, 0.1], [-0.3, 0.9], [1.2, -0.9]])
    strokes = [_stroke(start, end, CROSS_STROKE * unit) for start, end in pairwise(corners)]
    return _laid(_laid(image, strokes, LIGHT, 0.85, 0.006 * unit), strokes, GREEN)


def ringed(image: Image, rings: list[FaultRing]) -> Image:
    width = RING_STROKE * _unit(image)
    for ring in rings:
        image = _hoop(image, ring, 2.2 * width, LIGHT, 0.7)
        image = _hoop(image, ring, width, RED)
    return image


def divided(image: Image, axis: int) -> Image:
    """Draws a line through the middle: upright for `axis` 1, level for 0."""
    height, width = image.shape[:2]
    middle, stroke = np.array([width, height]) / 2, BORDER_STROKE * _unit(image)
    ends = np.array([[0.0, -0.46 * height], [0.0, 0.46 * height]])
    start, end = middle + (ends if axis else ends[:, ::-1] * width / height)
    return _laid(image, [_stroke(start, end, stroke)], BORDER)


def badge(image: Image, number: int, centre: ArrayLike, radius: float | None = None) -> Image:
    size = BADGE * _unit(image) if radius is None else radius
    filled = _laid(image, [_circle(np.asarray(centre, float), size)], DARK)
    return _written(filled, str(number), np.asarray(centre, float), size * 1.35)


def paled(image: Image, mask: NDArray[Any]) -> Image:
    grey = image @ np.array([0.2126, 0.7152, 0.0722])
    pale = (70 + grey * 0.68)[..., None]
    share = PALE * np.asarray(mask, float)[..., None]
    return np.asarray(np.rint(image * (1 - share) + pale * share), dtype=np.uint8)


def _unit(image: Image) -> float:
    """A length that is the same in a broad half of a picture as in a tall half."""
    return float(np.sqrt(image.shape[0] * image.shape[1]))


def _evenly(path: Path) -> Path:
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(steps)])
    at = np.linspace(0, along[-1], STEPS)
    return np.stack([np.interp(at, along, path[:, axis]) for axis in (0, 1)], axis=1)


def _arrow_outlines(drawn: Arrow) -> list[Path]:
    path = _evenly(drawn.path)
    ways = _ways(path)
    length = HEAD_LENGTH * drawn.width
    outlines = [_head(path[-1], ways[-1], drawn.width)]
    shaft = np.linalg.norm(path - path[-1], axis=1) > 0.8 * length
    widths = np.interp(np.linspace(0, 1, STEPS), [0, 0.65], [TAIL_WIDTH, 1.0])
    if drawn.both:
        outlines.append(_head(path[0], -ways[0], drawn.width))
        shaft &= np.linalg.norm(path - path[0], axis=1) > 0.8 * length
        widths = np.ones(STEPS)
    side = np.stack([-ways[:, 1], ways[:, 0]], axis=1) * (widths * drawn.width / 2)[:, None]
    if shaft.sum() > 1:
        outlines.append(np.concatenate([(path + side)[shaft], (path - side)[shaft][::-1]]))
    if not drawn.both and shaft.any():
        outlines.append(_circle(path[0], TAIL_WIDTH * drawn.width / 2))
    return outlines


def _ways(path: Path) -> Path:
    """The direction at each point, averaged over the head's length at the ends, so that heads do not look askew."""
    ways = np.gradient(path, axis=0)
    ways[-1], ways[0] = path[-1] - path[-8], path[7] - path[0]
    return np.asarray(ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-9))


def _head(tip: Path, way: Path, width: float) -> Path:
    base = tip - way * HEAD_LENGTH * width
    side = np.array([-way[1], way[0]]) * HEAD_WIDTH * width / 2
    return np.stack([tip, base + side, base + way * 0.35 * width, base - side])


def _circle(centre: Path, radius: float) -> Path:
    angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    return np.asarray(centre + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1))


def _crescent(path: Path, width: float) -> Path:
    ways = np.gradient(path, axis=0)
    ways /= np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-9)
    half = width / 2 * np.sin(np.linspace(0.12, np.pi - 0.12, len(path)))[:, None]
    side = np.stack([-ways[:, 1], ways[:, 0]], axis=1) * half
    return np.concatenate([path + side, (path - side)[::-1]])


def _stroke(start: Path, end: Path, width: float) -> Path:
    way = (end - start) / max(float(np.linalg.norm(end - start)), 1e-9)
    angle = np.arctan2(way[1], way[0]) + np.linspace(-np.pi / 2, np.pi / 2, 12)
    cap = np.stack([np.cos(angle), np.sin(angle)], axis=1) * width / 2
    return np.concatenate([end + cap, start - cap])


def _hoop(image: Image, ring: FaultRing, width: float, colour: Colour, opacity: float = 1.0) -> Image:
    centre = np.asarray(ring.centre, float)
    outer, inner = _circle(centre, ring.radius + width / 2), _circle(centre, ring.radius - width / 2)
    return _laid(image, [np.concatenate([outer, outer[:1], inner[:1], inner[::-1]])], colour, opacity)


def _moves(drawn: Arrow, width: int) -> tuple[Path, NDArray[np.float64]]:
    chord = drawn.path[-1] - drawn.path[0]
    along = chord / max(float(np.linalg.norm(chord)), 1e-9)
    aside = np.array([-along[1], along[0]])
    shift, slide = (values.ravel() for values in np.meshgrid(SHIFTS, SLIDES))
    moves = (shift[:, None] * aside + slide[:, None] * along) * width
    return moves, np.asarray(np.hypot(shift, SLIDE_COST * slide))


def _room(drawn: Arrow, moves: Path, clear: NDArray[Any]) -> NDArray[np.float64]:
    """(m,) pixels from the moved arrow's middle line to the figure; below zero where the arrow leaves the frame."""
    height, width = clear.shape
    edge = ARROW_FRAME * height + drawn.width
    places = drawn.path + moves[:, None]
    inside = np.minimum(places, np.array([width, height]) - places).min(axis=(1, 2)) - edge
    columns = np.clip(places[..., 0].astype(int), 0, width - 1)
    rows = np.clip(places[..., 1].astype(int), 0, height - 1)
    return np.asarray(np.where(inside >= 0, clear[rows, columns].min(axis=1), inside - width))


def _laid(
    image: Image, outlines: list[Path], colour: Colour, opacity: float = 1.0, wider: float = 0.0
) -> Image:
    points = np.concatenate(outlines)
    left, top = (np.floor(points.min(axis=0) - wider) - 2).astype(int)
    right, bottom = (np.ceil(points.max(axis=0) + wider) + 2).astype(int)
    cover = Pillow.new("L", ((right - left) * FINER, (bottom - top) * FINER), 0)
    pen = ImageDraw.Draw(cover)
    for outline in outlines:
        corners = [tuple(corner) for corner in (outline - [left, top]) * FINER]
        pen.polygon(corners, fill=255)
        if wider:
            pen.line([*corners, *corners[:2]], fill=255, width=round(2 * wider * FINER), joint="curve")
    return _inked(image, np.asarray(cover.reduce(FINER)) / 255 * opacity, (left, top), colour)


def _written(image: Image, text: str, centre: Path, size: float) -> Image:
    font = ImageFont.load_default(size=size * FINER)
    side = int(np.ceil(2 * size))
    cover = Pillow.new("L", (side * FINER, side * FINER), 0)
    offset = np.floor(centre - side / 2).astype(int)
    ImageDraw.Draw(cover).text(tuple((centre - offset) * FINER), text, 255, font, anchor="mm")
    return _inked(image, np.asarray(cover.reduce(FINER)) / 255, (int(offset[0]), int(offset[1])), LIGHT)


def _inked(image: Image, cover: NDArray[Any], corner: tuple[int, int], colour: Colour) -> Image:
    height, width = image.shape[:2]
    left, top = max(corner[0], 0), max(corner[1], 0)
    right, bottom = min(corner[0] + cover.shape[1], width), min(corner[1] + cover.shape[0], height)
    inked = image.copy()
    if left >= right or top >= bottom:
        return inked
    share = cover[top - corner[1] : bottom - corner[1], left - corner[0] : right - corner[0], None]
    part = inked[top:bottom, left:right]
    inked[top:bottom, left:right] = np.rint(part * (1 - share) + np.array(colour) * share)
    return inked
