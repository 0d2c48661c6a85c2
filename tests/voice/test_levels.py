import av
import numpy as np
import pytest
from av.filter import Graph

from bot.content.sound_encoding import RATE
from bot.voice.levels import Samples, amplitude, decibels, held_down, loudness, true_peak
from tests.voice.sounds import syllables


def tone(frequency: float, level: float, seconds: float = 20.0) -> Samples:
    time = np.arange(int(seconds * RATE)) / RATE
    return (amplitude(level) * np.sin(2 * np.pi * frequency * time)).astype(np.float32)


def by_ffmpeg(samples: Samples) -> tuple[float, float]:
    """LUFS and the highest peak, as another meter has them."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="flt", layout="mono")
    meter, sink = graph.add("ebur128", "metadata=1:peak=true"), graph.add("abuffersink")
    graph.link_nodes(source, meter, sink).configure()
    frame = av.AudioFrame.from_ndarray(samples[None], format="flt", layout="mono")
    frame.sample_rate = RATE
    source.push(frame)
    source.push(None)
    told: dict[str, str] = {}
    while True:
        try:
            told = dict(sink.pull().metadata) or told
        except (av.EOFError, BlockingIOError):
            return float(told["lavfi.r128.I"]), decibels(float(told["lavfi.r128.true_peaks_ch0"]))


@pytest.mark.parametrize("samples", [tone(997, -20), tone(120, -12), tone(6000, -30), syllables(40)], ids=len)
def test_another_meter_measures_the_same(samples: Samples) -> None:
    lufs, peak = by_ffmpeg(samples)
    assert loudness(samples) == pytest.approx(lufs, abs=0.15)
    assert true_peak(samples) == pytest.approx(peak, abs=0.4)


def test_a_tone_of_full_height_is_3_below() -> None:
    assert loudness(tone(997, 0)) == pytest.approx(-3.01, abs=0.1)


def test_pauses_do_not_make_it_softer() -> None:
    speech = syllables(8)
    with_pauses = np.concatenate([np.pad(speech, (0, 5 * RATE))] * 3)
    assert loudness(with_pauses) == pytest.approx(loudness(speech), abs=0.1)


def test_silence_is_not_heard_at_all() -> None:
    assert loudness(np.zeros(RATE, dtype=np.float32)) == -np.inf


def test_a_peak_between_two_samples_is_seen() -> None:
    # A quarter of the rate, an eighth of a turn late: each sample lies 3 dB below the top.
    late = np.sin(2 * np.pi * (np.arange(RATE) + 0.5) / 4).astype(np.float32)
    assert decibels(float(np.abs(late).max())) == pytest.approx(-3.01, abs=0.01)
    assert true_peak(late) == pytest.approx(0, abs=0.3)


def test_peaks_are_held_down_and_the_rest_is_left_alone() -> None:
    quiet = tone(300, -20, 1.0)
    loud = np.concatenate([quiet, tone(300, 0, 0.1), quiet])
    held = held_down(loud, -6.0)
    assert true_peak(held) <= -5.7
    assert len(held) == len(loud)
    assert np.array_equal(held[: RATE // 2], loud[: RATE // 2])
