"""Computes the bells as strokes on a wooden bowl. They differ in the number of strokes, and in rising or falling."""

import numpy as np
from numpy.typing import NDArray

from bot.content.sound_encoding import FRAME, RATE
from bot.domain.session.bells import BELL_SECONDS, BellStroke
from bot.film.packets import Samples

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
GAIN = {
    BellStroke.START: -8.68,
    BellStroke.HALF: -8.18,
    BellStroke.CHANGE: -8.86,
    BellStroke.END: -8.27,
    BellStroke.DONE: -8.69,
}
"""dB. They make each as loud as the voice, but that at half time a little softer, which must not startle anybody. To measure it each time
would take longer than all else that a bell takes.
"""


def bell(which: BellStroke) -> Samples:
    heard = _struck(which) * 10 ** (GAIN[which] / 20)
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
