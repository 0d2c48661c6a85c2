"""Measures a sound's loudness by ITU-R BS.1770-4, and its true peak."""

import numpy as np
from numpy.typing import NDArray

from bot.film.packets import Samples

BLOCK, STEP = 0.4, 0.1
"""Seconds of a block, and from one block to the next."""
SILENT, FAINT = -70.0, -10.0
"""Blocks below this many LUFS do not count, nor do those this far below the mean of the rest."""
OFFSET = -0.691
FINER = 8
"""The true peak is looked for at this many points for each sample."""


def loudness(samples: Samples, rate: int) -> float:
    """Integrated, in LUFS; minus infinity for silence."""
    powers = _powers(_weighted(samples, rate), rate)
    powers = powers[_lufs(powers) > SILENT]
    if not len(powers):
        return -np.inf
    powers = powers[_lufs(powers) > _lufs(powers.mean()) + FAINT]
    return float(_lufs(powers.mean()))


def peak(samples: Samples) -> float:
    """The true peak, in dB."""
    spectrum = np.fft.rfft(samples)
    finer = np.fft.irfft(spectrum, len(samples) * FINER) * FINER
    return float(20 * np.log10(max(np.abs(finer).max(), 1e-9)))


def _powers(weighted: NDArray[np.float64], rate: int) -> NDArray[np.float64]:
    size, step = round(BLOCK * rate), round(STEP * rate)
    sums = np.concatenate([[0.0], np.cumsum(weighted**2)])
    starts = np.arange(0, max(1, len(weighted) - size + 1), step)
    ends = np.minimum(starts + size, len(weighted))
    return np.asarray((sums[ends] - sums[starts]) / size)


def _lufs(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(OFFSET + 10 * np.log10(np.maximum(power, 1e-12)))


def _weighted(samples: Samples, rate: int) -> NDArray[np.float64]:
    size = len(samples) + rate  # The filters ring on after the end.
    spectrum = np.fft.rfft(samples, size)
    turned = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    for above, below in (_shelf(rate), _high_pass(rate)):
        spectrum *= np.polyval(above[::-1], turned) / np.polyval(below[::-1], turned)
    return np.asarray(np.fft.irfft(spectrum, size)[: len(samples)])


def _shelf(rate: int) -> tuple[list[float], list[float]]:
    """The first filter of ITU-R BS.1770."""
    gain, quality, edge = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k = np.tan(np.pi * edge / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    scale = 1 + k / quality + k * k
    above = [high + band * k / quality + k * k, 2 * (k * k - high), high - band * k / quality + k * k]
    return [one / scale for one in above], [1.0, 2 * (k * k - 1) / scale, (1 - k / quality + k * k) / scale]


def _high_pass(rate: int) -> tuple[list[float], list[float]]:
    """The second filter of ITU-R BS.1770."""
    quality, edge = 0.5003270373238773, 38.13547087602444
    k = np.tan(np.pi * edge / rate)
    scale = 1 + k / quality + k * k
    return [1.0, -2.0, 1.0], [1.0, 2 * (k * k - 1) / scale, (1 - k / quality + k * k) / scale]
