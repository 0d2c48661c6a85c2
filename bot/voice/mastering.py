"""Makes a clip of what the engine spoke: trimmed, as loud as all others, with silence at both ends."""

import numpy as np

from bot.content.sound_encoding import FRAME, LOUDNESS, RATE
from bot.voice.levels import Samples, amplitude, held_down, loudness

WINDOW = RATE // 200
PAUSE, QUIET = 10, -32.0
"""Windows of a pause between two sentences, and dB below the loudest of them."""

SOONEST, LATEST = 50, 140
"""Windows after the beginning of the word between which the pause begins."""

RISE = 8
"""Windows before what is heard: it may begin softly."""

AUDIBLE = -45.0
"""dB below the loudest window from which on nothing is heard."""

HEAD, TAIL = RATE * 30 // 1000, RATE * 60 // 1000
ROUNDS = 8
"""Each holds peaks down, which makes a clip softer, and makes it louder, which makes peaks."""


def mastered(samples: Samples, ceiling: float) -> Samples:
    """`ceiling`: dB that no peak exceeds. Whole frames, the first and the last silent. Raises ValueError if nothing is
    heard.
    """
    speech = _faded(_trimmed(samples))
    for _ in range(ROUNDS):
        gain = amplitude(LOUDNESS - loudness(speech))
        speech = held_down((speech * gain).astype(np.float32), ceiling)
    return np.pad(speech, (FRAME, FRAME + -len(speech) % FRAME))


def after_pause(samples: Samples) -> Samples:
    """Leaves out the first short word and the pause after it. Raises ValueError if there is no pause."""
    levels = _levels(samples)
    quiet = levels < levels.max(initial=0.0) * amplitude(QUIET)
    first = int(np.argmax(~quiet)) + SOONEST
    pauses = np.lib.stride_tricks.sliding_window_view(quiet[first:], PAUSE)[: LATEST - SOONEST].all(axis=1)
    within = first + int(np.argmax(pauses)) + PAUSE
    if not pauses.any() or quiet[within:].all():
        raise ValueError("there is no pause after the first word")
    before = within + int(np.argmin(quiet[within:])) - RISE
    following = samples[before * WINDOW :].copy()
    following[: RISE * WINDOW] *= np.linspace(0, 1, RISE * WINDOW, dtype=np.float32)
    return following


def seconds_of_speech(clip: Samples) -> float:
    first, last = _heard(clip)
    return (last - first) / RATE


def _trimmed(samples: Samples) -> Samples:
    first, last = _heard(samples)
    padded = np.pad(samples, (HEAD, TAIL))
    return padded[first : last + HEAD + TAIL]


def _heard(samples: Samples) -> tuple[int, int]:
    levels = _levels(samples)
    loud = np.flatnonzero(levels > max(levels.max(initial=0.0) * amplitude(AUDIBLE), 1e-6))
    if not len(loud):
        raise ValueError("nothing is heard")
    return int(loud[0]) * WINDOW, int(loud[-1] + 1) * WINDOW


def _levels(samples: Samples) -> Samples:
    whole = samples[: len(samples) // WINDOW * WINDOW].reshape(-1, WINDOW)
    return np.asarray(np.sqrt((whole**2).mean(axis=1)))


def _faded(speech: Samples) -> Samples:
    faded = speech.copy()
    faded[:HEAD] *= np.sin(np.linspace(0, np.pi / 2, HEAD)) ** 2
    faded[-TAIL:] *= np.cos(np.linspace(0, np.pi / 2, TAIL)) ** 2
    return faded
