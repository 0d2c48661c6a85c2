from io import BytesIO

import av
import numpy as np
import pytest

from bot.content.sound_encoding import CODEC, FRAME, LAYOUT, PEAK, RATE
from bot.voice.levels import Samples, decibels, loudness, true_peak
from bot.voice.mastering import after_pause, mastered, seconds_of_speech
from bot.voice.recording import LARGEST, heard_in, recorded
from tests.voice.sounds import syllables


def packets(file: bytes) -> tuple[bytes, list[bytes]]:
    with av.open(BytesIO(file), "r") as container:
        stream = container.streams.audio[0]
        set_up = stream.codec_context.extradata
        return set_up or b"", [bytes(packet) for packet in container.demux(stream) if packet.size]


def decoded(set_up: bytes, joined: list[bytes]) -> Samples:
    decoder = av.CodecContext.create(CODEC, "r")
    assert isinstance(decoder, av.AudioCodecContext)
    decoder.extradata = set_up
    decoder.sample_rate, decoder.layout = RATE, LAYOUT
    frames = [frame for packet in joined for frame in decoder.decode(av.Packet(packet))]
    return np.concatenate([frame.to_ndarray()[0] for frame in frames])


def test_what_is_joined_sounds_as_each_did_alone() -> None:
    (set_up, one), (other_set_up, other) = (packets(recorded(syllables(4, pitch))) for pitch in (150, 240))
    assert set_up == other_set_up
    joined = decoded(set_up, [*one, *other, *one])
    alone = [decoded(set_up, each) for each in (one, other, one)]
    assert np.allclose(joined, np.concatenate(alone), rtol=0, atol=1e-6)


def test_what_is_tightly_encoded_joins_too() -> None:
    (set_up, long), (other, short) = packets(recorded(syllables(18))), packets(recorded(syllables(1)))
    assert set_up == other
    parts = [decoded(set_up, long), decoded(set_up, short)]
    assert np.allclose(decoded(set_up, [*long, *short]), np.concatenate(parts), rtol=0, atol=1e-6)


def test_it_is_heard_when_it_was_said() -> None:
    """The encoder's delay is gone: a clip's first sample is the first one heard."""
    clip = mastered(syllables(3), -3.0)
    heard = heard_in(recorded(syllables(3)))
    assert len(heard) == len(clip)
    assert len(packets(recorded(syllables(3)))[1]) * FRAME == len(clip)
    assert np.corrcoef(heard, clip)[0, 1] > 0.98
    assert np.corrcoef(heard[100:], clip[:-100])[0, 1] < 0.9


@pytest.mark.parametrize("count", [1, 3, 10, 18])
@pytest.mark.parametrize("level", [0.001, 0.1, 0.3])
def test_all_are_as_loud(count: int, level: float) -> None:
    file = recorded(syllables(count, level=level))
    heard = heard_in(file)
    assert loudness(heard) == pytest.approx(-16, abs=1)
    assert true_peak(heard) <= PEAK
    assert len(file) <= LARGEST


def test_one_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        recorded(syllables(60))


def test_silence_before_and_after_goes_but_for_a_little() -> None:
    speech = syllables(4)
    clip = mastered(np.pad(speech, 2 * RATE), -3.0)
    assert len(clip) % FRAME == 0
    assert not clip[:FRAME].any()
    assert not clip[-FRAME:].any()
    assert seconds_of_speech(clip) == pytest.approx(4 * 0.3, abs=0.08)
    assert len(clip) / RATE < 4 * 0.3 + 0.09 + 3 * FRAME / RATE
    assert decibels(float(np.abs(np.diff(clip)).max())) < -6, "it begins and ends without a click"


def test_what_was_said_first_is_cut_off_at_the_pause() -> None:
    first, pause, second = syllables(1, 150), np.zeros(RATE // 5, dtype=np.float32), syllables(3, 240)
    rest = after_pause(np.concatenate([first, pause, second]))
    assert seconds_of_speech(rest) == pytest.approx(seconds_of_speech(second), abs=0.02)
    assert len(rest) < len(second) + RATE // 20


@pytest.mark.parametrize(
    "spoken",
    [np.zeros(RATE, dtype=np.float32), np.full(RATE, 0.1, dtype=np.float32), syllables(1), syllables(4)],
)
def test_without_a_pause_nothing_can_be_cut_off(spoken: Samples) -> None:
    with pytest.raises(ValueError, match="no pause"):
        after_pause(spoken)


def test_nothing_heard_is_no_clip() -> None:
    with pytest.raises(ValueError, match="nothing is heard"):
        mastered(np.zeros(RATE, dtype=np.float32), -3.0)
