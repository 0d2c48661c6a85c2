"""Writes a clip as AAC whose packets join those of all other sounds, and reads it."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice

import av
import numpy as np

from bot.content.sound_encoding import BIT_RATE, CODEC, FRAME, LAYOUT, OPTIONS, PEAK, RATE, SAMPLE_FORMAT
from bot.voice.levels import Samples, true_peak
from bot.voice.mastering import mastered

LARGEST = 25_000
RATES = (BIT_RATE, 44_000, 40_000, 36_000, 32_000, 28_000, 24_000)
"""Bits a second: what is long is encoded more tightly. Packets of all of them join."""

CEILINGS = tuple(PEAK - lower for lower in (1, 2, 3, 4, 5, 6, 7))
"""dB: encoding makes peaks higher, tight encoding more so."""


def recorded(samples: Samples) -> bytes:
    """An M4A of at most 25 kB. Raises ValueError if the speech is too long for that."""
    tries = (_small(mastered(samples, ceiling)) for ceiling in CEILINGS)
    return next(file for file in tries if true_peak(heard_in(file)) <= PEAK)


def _small(clip: Samples) -> bytes:
    for rate in RATES:
        if len(file := _file(clip, rate)) <= LARGEST:
            return file
    raise ValueError(f"{len(clip) / RATE:.1f} s are too long for one clip")


def heard_in(file: bytes) -> Samples:
    with av.open(BytesIO(file), "r") as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


def _file(clip: Samples, rate: int) -> bytes:
    file = BytesIO()
    with av.open(file, "w", format="ipod", container_options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream(CODEC, rate=RATE, layout=LAYOUT, options=OPTIONS)
        stream.bit_rate = rate
        packets = chain.from_iterable(map(stream.encode, (*_frames(clip), None)))
        for packet in islice(packets, 1, None):  # The first is of what was before the clip.
            container.mux(packet)
    return file.getvalue()


def _frames(clip: Samples) -> Iterator[av.AudioFrame]:
    for start in range(0, len(clip), FRAME):
        frame = av.AudioFrame.from_ndarray(
            clip[None, start : start + FRAME], format=SAMPLE_FORMAT, layout=LAYOUT
        )
        frame.sample_rate, frame.pts = RATE, start
        yield frame
