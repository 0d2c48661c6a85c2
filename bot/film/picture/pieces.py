"""The pieces of a film. Each shows one beat, is encoded once, and is kept for all films that contain it."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import cast

import av
from av.video import VideoStream
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from PIL import Image as Pillow

from bot.film.front import index_first
from bot.film.packets import FLAGS, MP4
from bot.film.picture.canvas import (
    ASIDE,
    BELOW,
    HEIGHT,
    WIDTH,
    Planes,
    Strip,
    closing,
    page,
    paste,
    planes,
    strip,
)
from bot.film.picture.loops import Shown, moving, nothing, still
from bot.film.picture.piece_names import SETTINGS, name_of_beat, name_of_marked
from bot.film.shelf import Shelf
from bot.film.wanted import Content, MarkedLoop, Segment

FRAMES_PER_SECOND = 15
TICK = Fraction(1, FRAMES_PER_SECOND)
MOST = 40 * FRAMES_PER_SECOND
"""The most frames of a loop that are read."""
ENCODER = "libx264"
QUALITY = 88
"""The quality of a still: words and figures need more than a photograph does."""
WORK, NO_COUNT = "hold", "done"
"""Kinds of a segment: during work the person does what the picture shows; "done" has no countdown."""


class Pieces:
    def __init__(self, content: Content, shelf: Shelf) -> None:
        self._content, self._shelf = content, shelf
        self._shown: tuple[str, Shown] = ("", (nothing(), ()))

    def of(self, segment: Segment, frames: int) -> bytes:
        """MP4. Raises BadJob and NoRoom."""
        name = name_of_beat(segment, frames, self._content)
        return self._kept(name, lambda: self._beat(segment, frames))

    def marked(self, wanted: MarkedLoop) -> bytes:
        """The loop once, or the still as a JPEG, with the strip below it. Raises BadJob and NoRoom."""
        return self._kept(name_of_marked(wanted, self._content), lambda: self._marked(wanted))

    def _kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        if (kept := self._shelf.get(name)) is not None:
            return kept
        made = make()
        self._shelf.put(name, made)
        return made

    def _beat(self, segment: Segment, frames: int) -> bytes:
        if segment.kind == NO_COUNT and not segment.loop + segment.still:
            return encoded(_laid(planes(closing(segment.name)), (), frames))
        first, shown = self._pictures(segment.loop, segment.still)
        return encoded(_counting(page(first, segment), shown, segment, frames))

    def _marked(self, wanted: MarkedLoop) -> bytes:
        first, shown = self._pictures(*((wanted.loop, "") if wanted.moves else ("", wanted.loop)))
        told = Strip(wanted.seconds, wanted.side, times=wanted.times, at=wanted.at, place=wanted.place)
        whole = page(first, Segment("", 0.0, sign=wanted.sign))
        whole.paste(strip(told), (0, BELOW))
        return encoded(_laid(planes(whole), shown, len(shown))) if wanted.moves else _jpeg(whole)

    def _pictures(self, loop: str, picture: str) -> Shown:
        if not loop:
            return (still(self._content.file(picture)) if picture else nothing()), ()
        path = self._content.file(loop)
        which = f"{loop} {path.stat().st_mtime_ns}"
        if self._shown[0] != which:
            self._shown = which, moving(path, MOST)
        return self._shown[1]


def encoded(frames: Iterable[Planes]) -> bytes:
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=MP4, options=FLAGS) as container:
        stream = cast("VideoStream", container.add_stream(ENCODER, rate=FRAMES_PER_SECOND, options=SETTINGS))
        _set_up(stream)
        for number, planes_ in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(planes_, format="yuv420p")
            frame.pts, frame.time_base = number, TICK
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return index_first(buffer.getvalue())


def _set_up(stream: VideoStream) -> None:
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    context = stream.codec_context
    context.time_base, context.thread_count = TICK, 1
    context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
    context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG


def _counting(
    whole: Pillow.Image, shown: Sequence[Planes], segment: Segment, frames: int
) -> Iterator[Planes]:
    """A number stays until its second is over, so the last number is 1."""
    onto, before = planes(whole), -1
    for number, frame in enumerate(_laid(onto, shown, frames)):
        seconds = ceil((frames - number) / FRAMES_PER_SECOND)
        if seconds != before:
            paste(frame, planes(strip(_told(segment, seconds, (frames - number) / frames))), 0, BELOW)
            before = seconds
        yield frame


def _told(segment: Segment, seconds: int, left: float) -> Strip:
    if segment.kind == NO_COUNT:
        return Strip(side=segment.side, name=segment.name)
    return Strip(str(seconds), segment.side, segment.name, left, waits=segment.kind != WORK)


def _laid(onto: Planes, shown: Sequence[Planes], frames: int) -> Iterator[Planes]:
    """Yields the same array each time."""
    for number in range(frames):
        if shown:
            paste(onto, shown[number % len(shown)], ASIDE, 0)
        yield onto


def _jpeg(drawn: Pillow.Image) -> bytes:
    written = io.BytesIO()
    drawn.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
