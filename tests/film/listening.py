"""Hears and sees what was made, as a player does, and makes clips to join."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.filter import Graph
from numpy.typing import NDArray

from bot.content.sound_encoding import FRAME, LOUDNESS, RATE
from bot.film.packets import M4A, Samples, Track, encode, joined, opened, sound_model
from bot.film.sound.soundtrack import TICK
from tests.film.loudness import loudness


def heard(content: bytes) -> Samples:
    """What a decoder gives, the beginning that it leaves out left out."""
    with opened(content) as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


def seen(content: bytes) -> Iterator[NDArray[np.uint8]]:
    """(height, width, 3)."""
    with opened(content) as container:
        for frame in container.decode(video=0):
            yield np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8)


def found(sound: Samples, wanted: Samples, near: float, within: float = 0.5) -> float:
    """The second at which `wanted` is heard, `within` so many seconds of `near`."""
    first = max(0, round((near - within) * RATE))
    part = sound[first : first + len(wanted) + round(2 * within * RATE)]
    return float(first + np.correlate(part, wanted, "valid").argmax()) / RATE


def measured(sound: Samples) -> tuple[float, float]:
    """Loudness in LUFS and true peak in dB, by somebody else's meter."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="fltp", layout="mono")
    meter, sink = graph.add("ebur128", "peak=true:metadata=1"), graph.add("abuffersink")
    graph.link_nodes(source, meter, sink).configure()
    frame = av.AudioFrame.from_ndarray(sound[np.newaxis], format="fltp", layout="mono")
    frame.sample_rate = RATE
    source.push(frame)
    source.push(None)
    told: dict[str, Any] = {}
    while True:
        try:
            told |= dict(cast("Any", sink.pull()).metadata)
        except (EOFError, BlockingIOError):
            break
    return float(told["lavfi.r128.I"]), 20 * np.log10(float(told["lavfi.r128.true_peaks_ch0"]))


def tone(frames: int, hertz: float = 440.0) -> Samples:
    """The first and the last frame silent, and as loud as a clip of the voice."""
    samples = np.zeros(frames * FRAME, np.float32)
    time = np.arange((frames - 2) * FRAME) / RATE
    samples[FRAME:-FRAME] = np.sin(2 * np.pi * hertz * time) * np.hanning(len(time))
    return np.asarray(samples * 10 ** ((LOUDNESS - loudness(samples, RATE)) / 20), np.float32)


def put_clip(folder: Path, name: str, samples: Samples) -> str:
    """A clip among the content. Its path there."""
    path = folder / "voice" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(joined([Track(encode(samples), sound_model(), TICK)], M4A))
    return f"voice/{name}"
