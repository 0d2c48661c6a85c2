"""A sound and a film of a few seconds that a browser plays, and the small picture that stands for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

RATE, FRAME, PICTURES = 48_000, 1024, 10
"""Samples a second, samples in a frame of AAC, pictures a second."""


@cache
def made_sound(seconds: float) -> bytes:
    """M4A: a quiet tone."""
    with _written("ipod") as (file, path):
        _hum(file, file.add_stream("aac", rate=RATE, layout="mono"), seconds)
        file.close()
        return path.read_bytes()


@cache
def made_film(seconds: float, width: int, height: int) -> bytes:
    """MP4: from dark to light, with the tone."""
    with _written("mp4") as (file, path):
        shown = file.add_stream("libx264", rate=PICTURES, width=width, height=height, pix_fmt="yuv420p")
        heard = file.add_stream("aac", rate=RATE, layout="mono")
        _brighten(file, shown, round(seconds * PICTURES))
        _hum(file, heard, seconds)
        file.close()
        return path.read_bytes()


@contextmanager
def _written(form: str) -> Iterator[tuple[OutputContainer, Path]]:
    """The index is put to the front at last, in a file that can be read again meanwhile."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / form
        yield av.open(path, "w", form, options={"movflags": "+faststart"}), path


@cache
def made_still(width: int, height: int) -> bytes:
    """JPEG: light above, dark below."""
    shades = np.linspace(230, 90, height).astype(np.uint8)[:, None, None]
    pixels = np.broadcast_to(shades, (height, width, 3)) * np.array([0.6, 0.8, 1.0])
    kept = BytesIO()
    with av.open(kept, "w", "image2pipe") as file:
        shown = file.add_stream("mjpeg", rate=1, width=width, height=height, pix_fmt="yuvj420p")
        frame = av.VideoFrame.from_ndarray(pixels.astype(np.uint8), "rgb24").reformat(format="yuvj420p")
        file.mux([*shown.encode(frame), *shown.encode()])
    return kept.getvalue()


def _hum(file: OutputContainer, stream: AudioStream, seconds: float) -> None:
    for start in range(0, round(seconds * RATE), FRAME):
        wave = np.sin(np.arange(start, start + FRAME) * 440 * 2 * np.pi / RATE) * 0.1
        frame = av.AudioFrame.from_ndarray(wave.astype(np.float32)[None], "fltp", "mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        file.mux(stream.encode(frame))
    file.mux(stream.encode())


def _brighten(file: OutputContainer, stream: VideoStream, pictures: int) -> None:
    for number in range(pictures):
        shade = np.full((stream.height, stream.width, 3), 40 + 200 * number // pictures, np.uint8)
        file.mux(stream.encode(av.VideoFrame.from_ndarray(shade, "rgb24")))
    file.mux(stream.encode())
