"""Writes loops as MP4 files, reads them back, and reports their properties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.container import OutputContainer
from av.video import VideoStream
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from bot.figure.look.render import Image

FRAMES_PER_SECOND = 15
SETTINGS = {
    "crf": "26",
    "preset": "slow",
    "tune": "animation",
    "profile": "high",
    "level": "3.1",
    "threads": "1",
    # No frame depends on a later one: frames are stored in the order shown, and files join without a gap.
    "x264-params": "bframes=0:ref=3:keyint=600:min-keyint=600:scenecut=0:open-gop=0:nal-hrd=none",
}
"""All loops share these settings, so that they can be joined without encoding them again."""


@dataclass(frozen=True)
class Probe:
    """The properties of a film that a phone's player depends on."""

    width: int
    height: int
    codec: str
    pixels: str
    frames: int
    seconds: float
    constant_rate: bool
    closed_groups: bool
    """No frame depends on one before the last key frame."""
    audio: bool
    fast_start: bool
    """The index comes before the pictures, so that playing can begin during the download."""
    colours: tuple[str, str, str, str]
    """Matrix, primaries, transfer and range, as the library names them."""
    settings: bytes
    """The decoder's settings. Files can be joined if these are equal."""


def encode(frames: Iterable[Image], path: Path, fps: int = FRAMES_PER_SECOND) -> None:
    """Writes H.264 without sound. All pictures must have one size, even in width and height. Raises ValueError without pictures."""
    flags = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(path, "w", format="mp4", options=flags) as container:
        stream: VideoStream | None = None
        for number, picture in enumerate(frames):
            stream = stream or _stream(container, picture, fps)
            container.mux(stream.encode(_frame(picture, number, fps)))
        if stream is None:
            raise ValueError("a film needs at least one picture")
        container.mux(stream.encode(None))


def decode(path: Path) -> Iterator[Image]:
    with av.open(path) as container:
        for frame in container.decode(video=0):
            colours = frame.reformat(format="rgb24", src_colorspace=Colorspace.ITU709)
            yield np.asarray(colours.to_ndarray(), dtype=np.uint8)


def probe(path: Path) -> Probe:
    with av.open(path) as container:
        stream = container.streams.video[0]
        packets = [packet for packet in container.demux(stream) if packet.size]
        shown = sorted(packet.pts or 0 for packet in packets)
        return Probe(
            stream.width,
            stream.height,
            stream.codec_context.name,
            stream.codec_context.pix_fmt or "",
            len(packets),
            float((stream.duration or 0) * (stream.time_base or 0)),
            len(set(np.diff(shown).tolist())) <= 1,
            _closed(packets),
            bool(container.streams.audio),
            _boxes(path).index(b"moov") < _boxes(path).index(b"mdat"),
            _colours(stream.codec_context),
            stream.codec_context.extradata or b"",
        )


def _colours(context: VideoCodecContext) -> tuple[str, str, str, str]:
    return (
        Colorspace(context.colorspace).name,
        ColorPrimaries(context.color_primaries).name,
        ColorTrc(context.color_trc).name,
        ColorRange(context.color_range).name,
    )


def _stream(container: OutputContainer, first: Image, fps: int) -> VideoStream:
    stream = container.add_stream("libx264", rate=fps, options=SETTINGS)
    stream.height, stream.width = first.shape[:2]
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.time_base = Fraction(1, fps)
    context.thread_count = 1
    context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
    context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG
    return stream


def _frame(picture: Image, number: int, fps: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24").reformat(
        format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
    )
    frame.pts, frame.time_base = number, Fraction(1, fps)
    return frame


def _closed(packets: list[Any]) -> bool:
    key = 0
    for packet in packets:
        key = packet.pts if packet.is_keyframe else key
        if packet.pts < key:
            return False
    return bool(packets) and bool(packets[0].is_keyframe)


def _boxes(path: Path) -> list[bytes]:
    content, at, kinds = path.read_bytes(), 0, []
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        kinds.append(content[at + 4 : at + 8])
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        at += size or len(content)
    return kinds
