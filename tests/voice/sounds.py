"""Sounds that are something like speech: syllables of a tone with overtones, with silence round them."""

import re

import numpy as np

from bot.content.sound_encoding import RATE
from bot.voice.levels import Samples
from bot.voice.manner import WayOfSpeaking
from bot.voice.pronunciation import CannotPronounce


def syllables(count: int = 4, pitch: float = 180.0, level: float = 0.1) -> Samples:
    seconds = 0.3 * count
    time = np.arange(int(seconds * RATE)) / RATE
    voiced = sum(np.sin(2 * np.pi * pitch * overtone * time) / overtone for overtone in range(1, 12))
    spoken = level * np.sin(np.pi * time / 0.3) ** 2 * voiced
    return np.pad(spoken, RATE // 4).astype(np.float32)


class Hummer:
    """Hums as many syllables as a text has words. Knows no words with a q."""

    manner = WayOfSpeaking("hum", "hummer", 1.0, {})

    def __init__(self) -> None:
        self.hummed: list[str] = []

    def phonemes(self, text: str) -> str:
        if unknown := [word for word in re.findall(r"\w+", text) if "q" in word]:
            raise CannotPronounce(unknown)
        return text

    def speak(self, phonemes: str) -> Samples:
        self.hummed.append(phonemes)
        return syllables(len(phonemes.split()))
