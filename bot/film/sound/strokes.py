"""Computes the bells as strokes on a wooden bowl. They differ in the number of strokes, and in rising or falling."""

import numpy as np
from numpy.typing import NDArray

from bot.content.voice import FRAME, LOUDNESS, PEAK, RATE
from bot.domain.session.telling import BELL_SECONDS, BellStroke
from bot.film.loudness import Samples, loudness, peak

LOW, MIDDLE, HIGH, TOP = 587.33, 783.99, 880.0, 1174.66
"""Hertz: D, G, A and D again, which a phone's small loudspeaker can still play."""

STROKES: dict[BellStroke, tuple[tuple[float, float], ...]] = {
    BellStroke.START: ((0.0, LOW), (0.17, HIGH)),
    BellStroke.HALF: ((0.0, TOP),),
    BellStroke.CHANGE: ((0.0, MIDDLE), (0.3, MIDDLE)),
    BellStroke.END: ((0.0, HIGH), (0.3, LOW)),
    BellStroke.DONE: ((0.0, HIGH), (0.36, MIDDLE), (0.72, LOW)),
}
"""The second and the pitch in hertz of each stroke."""

PARTIALS = ((1.0, 1.0, 1.0), (1.004, 0.45, 0.9), (2.0, 0.14, 0.5), (3.93, 0.22, 0.3), (9.2, 0.05, 0.12))
"""Pitch, strength and ringing time, as shares of the stroke's. The second partial beats against the first, as in a bowl."""

RINGS = 0.34
"""Seconds in which a stroke fades to a third."""
ATTACK, FADE = 0.004, 0.08
"""Seconds in which a stroke begins, and in which a bell ends."""
ABOVE = 0.3
"""dB. A bell loses this much of its measured loudness within a longer sound."""
SOFTER = {BellStroke.HALF: -1.0}
"""dB. The bell at half time must not startle anybody."""


def bell(which: BellStroke) -> Samples:
    heard = _normal(_struck(which), which)
    frames = 2 + -(-len(heard) // FRAME)
    samples = np.zeros(frames * FRAME, np.float32)
    samples[FRAME : FRAME + len(heard)] = heard
    return samples


def _struck(which: BellStroke) -> NDArray[np.float64]:
    size = (int(BELL_SECONDS[which] * RATE) // FRAME - 1) * FRAME
    time = np.arange(size) / RATE
    heard = np.zeros(size)
    for at, height in STROKES[which]:
        heard += _stroke(time - at, height)
    heard *= np.clip((time[-1] - time) / FADE, 0, 1) ** 2
    return heard


def _stroke(time: NDArray[np.float64], height: float) -> NDArray[np.float64]:
    since = np.maximum(time, 0)
    attack = 0.5 - 0.5 * np.cos(np.pi * np.clip(time / ATTACK, 0, 1))
    tones = [
        share * np.sin(2 * np.pi * height * above * since) * np.exp(-since / (RINGS * rings))
        for above, share, rings in PARTIALS
    ]
    return np.asarray(attack * np.sum(tones, axis=0))


def _normal(heard: NDArray[np.float64], which: BellStroke) -> Samples:
    around = np.pad(heard, RATE).astype(np.float32)
    gain = LOUDNESS + ABOVE + SOFTER.get(which, 0.0) - loudness(around, RATE)
    gain = min(gain, PEAK - peak(around))
    return np.asarray(heard * 10 ** (gain / 20), dtype=np.float32)
