"""Measures how loud a sound is and how high its peaks are, by ITU-R BS.1770, and holds peaks down."""

import numpy as np
from numpy.typing import NDArray

from bot.content.sound_encoding import RATE

Samples = NDArray[np.float32]

BLOCK, HOP = RATE * 4 // 10, RATE // 10
ABSOLUTE_GATE, RELATIVE_GATE = -70.0, -10.0
OFFSET = -0.691
OVERSAMPLING = 4
AHEAD = RATE // 200
"""Samples that the limiter looks ahead and lets go over: 5 ms."""

SHELF = (1681.974450955533, 3.999843853973347, 0.7071752369554196)
HIGH_PASS = (38.13547087602444, 0.5003270373238773)
"""The two filters that stand for an ear and a head: frequency, gain in dB, quality."""


def loudness(samples: Samples) -> float:
    """LUFS of the sound in a session, with silence before and after; minus infinity for silence."""
    heard = _as_heard(np.pad(samples, BLOCK))
    sums = np.concatenate(([0.0], np.cumsum(heard.astype(np.float64) ** 2)))
    starts = np.arange(0, len(heard) - BLOCK + 1, HOP)
    power = np.maximum((sums[starts + BLOCK] - sums[starts]) / BLOCK, 0)
    loud = power[_level(power) > ABSOLUTE_GATE]
    if not len(loud):
        return -np.inf
    return float(_level(loud[_level(loud) > _level(loud.mean()) + RELATIVE_GATE].mean()))


def true_peak(samples: Samples) -> float:
    """dB of the highest point, also between two samples."""
    return decibels(float(np.abs(_finer(samples)).max(initial=0.0)))


def decibels(amplitude: float) -> float:
    return float(20 * np.log10(max(amplitude, 1e-10)))


def amplitude(level: float) -> float:
    return float(10 ** (level / 20))


def held_down(samples: Samples, ceiling: float) -> Samples:
    """`ceiling`: dB that no peak exceeds. The gain changes smoothly around each peak."""
    height = np.abs(_finer(samples)).reshape(-1, OVERSAMPLING).max(axis=1)
    wanted = np.minimum(1.0, amplitude(ceiling) / np.maximum(height, 1e-9))
    lowest = _lowest_around(np.pad(wanted, 2 * AHEAD, mode="edge"))
    bend = np.hanning(2 * AHEAD + 3)[1:-1]
    return (samples * np.convolve(lowest, bend / bend.sum(), mode="valid")).astype(np.float32)


def _lowest_around(gains: NDArray[np.floating]) -> NDArray[np.floating]:
    """The lowest gain from AHEAD samples before to AHEAD after each. The result is that much shorter at both ends."""
    width, reach = 2 * AHEAD + 1, 1
    while reach < width:
        step = min(reach, width - reach)
        gains = np.minimum(gains[:-step], gains[step:])
        reach += step
    return gains


def _finer(samples: Samples) -> NDArray[np.floating]:
    count = len(samples) * OVERSAMPLING
    return np.fft.irfft(np.fft.rfft(samples), count)[:count] * OVERSAMPLING


def _level(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return OFFSET + 10 * np.log10(np.maximum(power, 1e-20))


def _as_heard(samples: Samples) -> NDArray[np.floating]:
    spectrum = np.fft.rfft(samples)
    turns = np.exp(-2j * np.pi * np.fft.rfftfreq(len(samples)))
    return np.fft.irfft(
        spectrum * _response(turns, *_shelf()) * _response(turns, *_high_pass()), len(samples)
    )


Coefficients = tuple[float, float, float]


def _response(
    turns: NDArray[np.complex128], above: Coefficients, below: Coefficients
) -> NDArray[np.complex128]:
    return np.polyval(above[::-1], turns) / np.polyval(below[::-1], turns)


def _shelf() -> tuple[Coefficients, Coefficients]:
    frequency, gain, quality = SHELF
    k = np.tan(np.pi * frequency / RATE)
    high, middle = 10 ** (gain / 20), 10 ** (gain / 20 * 0.4996667741545416)
    whole = 1 + k / quality + k * k
    above = (high + middle * k / quality + k * k, 2 * (k * k - high), high - middle * k / quality + k * k)
    below = (whole, 2 * (k * k - 1), 1 - k / quality + k * k)
    return above, below


def _high_pass() -> tuple[Coefficients, Coefficients]:
    frequency, quality = HIGH_PASS
    k = np.tan(np.pi * frequency / RATE)
    whole = 1 + k / quality + k * k
    return (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / whole, (1 - k / quality + k * k) / whole)
