from collections.abc import Sequence

import numpy as np
import pytest

from bot.content.sound_encoding import RATE
from bot.voice.hearing_back import CarrierSentence, differing, words_of


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("Breathe in, and out.", "breathe in and out", 0),
        ("Cat-cow.", "Catcow", 0),
        ("Five more seconds.", "5 more seconds.", 0),
        ("Back round.", "Background.", 2),
        ("Stay, breathe.", "Stay, breath.", 1),
        ("And rest.", "", 2),
        ("Rest.", "And rest, now.", 2),
        ("It’s easy.", "It's easy", 0),
    ],
)
def test_words_that_differ_are_counted(said: str, heard: str, wrong: int) -> None:
    assert differing(words_of(said), words_of(heard)) == wrong


def test_a_clip_stands_within_its_sentence() -> None:
    def sound(level: float) -> Sequence[float]:
        return [level] * RATE

    before, after, clip = (np.array(sound(level), dtype=np.float32) for level in (0.1, 0.2, 0.3))
    carrier = CarrierSentence(("Listen.", "Thank you."), (before, after))
    carried = carrier.carry(clip)
    assert carrier.round("Rest.") == "Listen. Rest. Thank you."
    assert [float(carried[place]) for place in (0, -1)] == pytest.approx([0.1, 0.2])
    assert (carried == np.float32(0.3)).sum() == RATE
