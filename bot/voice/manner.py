"""Which voice speaks a language, how fast, and how it says words that it would get wrong."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.content import voice
from bot.content.sound_encoding import BIT_RATE, CODEC, FRAME, LOUDNESS, PEAK, RATE

FILE = "voice.toml"
ENDS = tuple(".,;:!?…")


@dataclass(frozen=True)
class WayOfSpeaking:
    """`speed`: 1 is the voice's own. `spelled`: by words in small letters; phonemes stand between slashes."""

    engine: str
    voice: str
    speed: float
    spelled: Mapping[str, str]

    def spell(self, text: str) -> str:
        """The text for the engine. A full stop is added if there is none, so that the voice falls at the end."""
        ended = text if text.endswith(ENDS) else f"{text}."
        return self._words.sub(lambda word: self.spelled[word[0].lower()], ended) if self.spelled else ended

    def name_of(self, text: str) -> str:
        encoding = (CODEC, RATE, FRAME, BIT_RATE, LOUDNESS, PEAK)
        told = (self.spell(text), self.engine, self.voice, self.speed, *encoding)
        return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()[:16]

    @cached_property
    def _words(self) -> re.Pattern[str]:
        longest_first = sorted(self.spelled, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def manner_of(folder: Path, language: str) -> WayOfSpeaking:
    data = tomllib.loads((folder / voice.FOLDER / language / FILE).read_text(encoding="utf-8"))
    return WayOfSpeaking(data["engine"], data["voice"], data["speed"], data.get("spelled", {}))
