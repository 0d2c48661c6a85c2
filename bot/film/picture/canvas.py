"""Draws a film's page: the picture, and below it the strip, large enough to read from across a room."""

from dataclasses import dataclass

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageDraw

from bot.film.picture.arrows import arrow
from bot.film.picture.lettering import CAPITAL, INK, Box, Colour, Room, size_of, width_of, write, write_from
from bot.film.wanted import Segment

WIDTH, HEIGHT = 960, 640
"""A loop's own size."""
PICTURE = (672, 448)
ASIDE = (WIDTH - PICTURE[0]) // 2
BELOW = PICTURE[1]
"""Where the strip begins."""

PAPER: Colour = (223, 228, 222)
"""The background of loops."""
CALM: Colour = (46, 104, 138)
"""The colour of count and line in segments other than work."""
RUN, OVER = (242, 120, 75), (201, 209, 203)
"""The line's colours: the time left, and the time that is over."""

LINE_HEIGHT = 8
MARGIN, GAP = 28, 36
COUNT, SIDE, NAME, PLACE, SMALL, CORNER = 160, 98, 56, 44, 30, 30
"""The greatest heights of figures and capitals: the count (a sixth of the width), the side (a tenth), the move's name, which hold
it is and the name above a side, and the words in the corners."""

SIGN = 136
"""Width and height of the arrow, which stands beside the picture."""
AT_THE_RIGHT = {"right", "backward"}
"""Signs that stand at the right of the picture, "backward" behind somebody who looks to the left; the others stand at the left."""

MARK_HEIGHT, MARK_GAP, MARK_LINE = 12, 12, 3

ABOVE = 54
"""Pixels for the name above a side."""
UNIT, UNIT_GAP = 0.42, 12.0
"""The size of a unit relative to the figures, and its distance from them in hundredths of their size."""

Planes = NDArray[np.uint8]
"""As a codec takes it, (3/2 of the height, width): brightness above; below it the two colours at half the width and
height."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip below the picture. `left`: the share of the time that is left; None draws no line. `waits`: true while getting
    ready or resting. `times`: so many marks are drawn in place of the line; 0: none. `at`: the mark of the hold that is on, from 1; 0:
    none is. `place`: which hold it is, in words.
    """

    count: str = ""
    side: str = ""
    name: str = ""
    left: float | None = None
    waits: bool = False
    times: int = 0
    at: int = 0
    place: str = ""


def page(picture: Pillow.Image, segment: Segment) -> Pillow.Image:
    drawn = Pillow.new("RGB", (WIDTH, HEIGHT), PAPER)
    drawn.paste(_continued(picture), (0, 0))
    draw = ImageDraw.Draw(drawn)
    top, bottom = MARGIN - 8, MARGIN + 2 * CORNER
    before, after = (MARGIN, top, ASIDE - 4, bottom), (WIDTH - ASIDE + 4, top, WIDTH - MARGIN, bottom)
    write(draw, segment.label, Room(before, size_of(CORNER), lines=2))
    write(draw, segment.place, Room(after, size_of(CORNER), lines=2, aside=1))
    if segment.sign:
        left = (WIDTH - ASIDE if segment.sign in AT_THE_RIGHT else 0) + (ASIDE - SIGN) // 2
        drawn.paste(INK, (left, (BELOW - SIGN) // 2), arrow(segment.sign, SIGN))
    return drawn


def closing(words: str) -> Pillow.Image:
    drawn = Pillow.new("RGB", (WIDTH, HEIGHT), PAPER)
    box = (2 * MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - MARGIN)
    write(ImageDraw.Draw(drawn), words, Room(box, size_of(SIDE), lines=2, aside=0.5))
    return drawn


def strip(told: Strip) -> Pillow.Image:
    drawn = Pillow.new("RGB", (WIDTH, HEIGHT - BELOW), PAPER)
    draw = ImageDraw.Draw(drawn)
    if told.times:
        _draw_marks(draw, told.times, told.at)
    else:
        draw.rectangle((0, 0, WIDTH, LINE_HEIGHT - 1), fill=OVER)
    if told.left is not None:
        draw.rectangle((0, 0, round(WIDTH * told.left), LINE_HEIGHT - 1), fill=CALM if told.waits else RUN)
    middle = (LINE_HEIGHT + drawn.height) / 2
    taken = _write_count(draw, told, middle)
    _write_words(draw, told, (MARGIN, LINE_HEIGHT + 10, WIDTH - MARGIN - taken, drawn.height - 10))
    return drawn


def _draw_marks(draw: ImageDraw.ImageDraw, times: int, at: int) -> None:
    each = (WIDTH - 2 * MARGIN + MARK_GAP) / times
    for number in range(1, times + 1):
        left = MARGIN + (number - 1) * each
        fill = PAPER if at and number > at else RUN if number == at else CALM
        place = (left, 0, left + each - MARK_GAP, MARK_HEIGHT - 1)
        draw.rounded_rectangle(place, MARK_HEIGHT // 2, fill, outline=CALM, width=MARK_LINE)


def _write_count(draw: ImageDraw.ImageDraw, told: Strip, middle: float) -> float:
    """Writes the count at the right, as large as the side's name leaves room for, with a smaller unit. Returns the
    width used, gap included.
    """
    figures, _, unit = told.count.partition(" ")
    if not figures:
        return 0.0
    side = width_of(told.side, size_of(SIDE)) + GAP if told.side else 0.0
    room = WIDTH - 2 * MARGIN - min(side, WIDTH / 2)
    wide = (width_of(figures, 100) + (UNIT * width_of(unit, 100) + UNIT_GAP if unit else 0)) / 100
    size = int(min(size_of(COUNT), room / wide))
    left, foot = WIDTH - MARGIN - wide * size, middle + CAPITAL * size / 2
    write_from(draw, figures, (left, foot), size, CALM if told.waits else INK)
    if unit:
        small = int(UNIT * size)
        write_from(draw, unit, (WIDTH - MARGIN - width_of(unit, small), foot), small)
    return wide * size + GAP


def _write_words(draw: ImageDraw.ImageDraw, told: Strip, box: Box) -> None:
    left, top, right, bottom = box
    if not told.side:
        write(draw, told.place or told.name, Room(box, size_of(SIDE if told.place else NAME), lines=2))
        return
    if told.place:
        write(draw, told.place, Room((left, top, right, top + ABOVE), size_of(PLACE)))
        top += ABOVE + 4
    elif told.name:
        write(draw, told.name, Room((left, top, right, top + ABOVE), size_of(SMALL), lines=2))
        top += ABOVE + 4
    write(draw, told.side, Room((left, top, right, bottom), size_of(SIDE)))


def _continued(picture: Pillow.Image) -> Pillow.Image:
    pixels = np.asarray(picture, dtype=np.float32)
    there = np.linspace(0, 1, ASIDE, dtype=np.float32)[:, np.newaxis]
    there = (there * there * (3 - 2 * there)) ** 2
    paper = np.array(PAPER, np.float32) * (1 - there)
    before = pixels[:, :1] * there + paper
    after = (pixels[:, -1:] * there + paper)[:, ::-1]
    return Pillow.fromarray(np.concatenate([before, pixels, after], axis=1).round().astype(np.uint8))


def planes(drawn: Pillow.Image) -> Planes:
    frame = av.VideoFrame.from_ndarray(np.asarray(drawn), format="rgb24").reformat(
        format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
    )
    return np.asarray(frame.to_ndarray(), dtype=np.uint8)


def paste(onto: Planes, part: Planes, left: int, top: int) -> None:
    """`left` and `top` must be even, since two pixels share their colour."""
    onto_y, *onto_colours = _split(onto)
    part_y, *part_colours = _split(part)
    height, width = part_y.shape
    onto_y[top : top + height, left : left + width] = part_y
    for one, other in zip(onto_colours, part_colours, strict=True):
        one[top // 2 : (top + height) // 2, left // 2 : (left + width) // 2] = other


def _split(all_of_it: Planes) -> tuple[Planes, Planes, Planes]:
    height, width = all_of_it.shape[0] * 2 // 3, all_of_it.shape[1]
    half = (height // 2, width // 2)
    flat = all_of_it.reshape(-1)
    bright, size = height * width, half[0] * half[1]
    return (
        flat[:bright].reshape(height, width),
        flat[bright : bright + size].reshape(half),
        flat[bright + size :].reshape(half),
    )
