"""Encodes sound and pictures into packets, and joins packets into files without encoding them again."""

import heapq
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.stream import Stream
from numpy.typing import NDArray

from bot.content.sound_encoding import BIT_RATE, CODEC, FRAME, LAYOUT, OPTIONS, RATE, SAMPLE_FORMAT
from bot.film.front import index_first

Samples = NDArray[np.float32]
"""One channel, -1 to 1."""

FLAGS = {"fflags": "+bitexact"}
M4A, MP4 = "ipod", "mp4"


@dataclass(frozen=True, slots=True)
class Packet:
    content: bytes
    is_key: bool = True


@dataclass(frozen=True)
class Track:
    """Consecutive packets, one tick each. `first`: the tick of the first packet. `model`: a file whose only stream has
    the same settings.
    """

    packets: Sequence[Packet]
    model: bytes
    tick: Fraction
    first: int = 0


def encode(samples: Samples) -> list[Packet]:
    """One packet for each frame. Leaves out the encoder's first packet, the silence before the sound."""
    encoder = av.CodecContext.create(CODEC, "w")
    encoder.sample_rate, encoder.layout, encoder.format = RATE, LAYOUT, SAMPLE_FORMAT
    encoder.bit_rate, encoder.options = BIT_RATE, OPTIONS
    _, *packets = [*encoder.encode(_frame(samples)), *encoder.encode(None)]
    return [Packet(bytes(packet)) for packet in packets]


def _frame(samples: Samples) -> av.AudioFrame:
    frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format=SAMPLE_FORMAT, layout=LAYOUT)
    frame.sample_rate = RATE
    return frame


def no_sound() -> Samples:
    return np.zeros(2 * FRAME, np.float32)


@lru_cache(maxsize=1)
def sound_model() -> bytes:
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=M4A, options=FLAGS) as container:
        stream = container.add_stream(CODEC, rate=RATE, options=OPTIONS)
        stream.layout, stream.bit_rate = LAYOUT, BIT_RATE
        container.mux([*stream.encode(_frame(np.zeros(FRAME, np.float32))), *stream.encode(None)])
    return buffer.getvalue()


@lru_cache(maxsize=1)
def sound_settings() -> bytes:
    """The decoder settings that all sounds share, so that they can be joined."""
    return read(sound_model())[1]


def read(content: bytes | Path) -> tuple[list[Packet], bytes]:
    with opened(content) as container:
        (stream,) = container.streams
        told = getattr(stream.codec_context, "extradata", None) or b""
        return [Packet(bytes(one), one.is_keyframe) for one in container.demux(stream) if one.size], told


def opened(content: bytes | Path) -> InputContainer:
    return av.open(content if isinstance(content, Path) else io.BytesIO(content), "r")


def joined(tracks: Sequence[Track], kind: str, title: str = "") -> bytes:
    buffer = io.BytesIO()
    models = [opened(track.model) for track in tracks]
    with av.open(buffer, "w", format=kind, options=FLAGS) as container:
        if title:
            container.metadata["title"] = title
        streams = [container.add_stream_from_template(model.streams[0]) for model in models]
        laid = [_laid(track, stream) for track, stream in zip(tracks, streams, strict=True)]
        for _, _, packet in heapq.merge(*laid, key=lambda one: one[:2]):
            container.mux(packet)
    for model in models:
        model.close()
    return index_first(buffer.getvalue())


def _laid(track: Track, stream: Stream) -> Iterator[tuple[Fraction, int, "av.Packet[Stream]"]]:
    for tick, one in enumerate(track.packets, start=track.first):
        packet = av.Packet(one.content)
        packet.stream, packet.time_base = stream, track.tick
        packet.pts = packet.dts = tick
        packet.duration, packet.is_keyframe = 1, one.is_key
        yield tick * track.tick, stream.index, packet
