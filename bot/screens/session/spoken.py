"""The words of the voice in a recorded session: each sentence is recorded once, and found by its text."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.domain.library.exercise import Form
from bot.domain.library.library import Library
from bot.domain.person.voice_level import Voice
from bot.domain.session.telling import Telling
from bot.domain.session.voice_lines import BotWords, FormWords, Line, Minutes, SpokenClip, every_line
from bot.screens.screen import Words

BREATH = 0.1
"""Seconds between two sentences of one line."""

LONGEST = 90
"""A first step with more characters is too long to be spoken."""

_END = re.compile(r"(?<=[.!?])\s+")


def spoken(line: Line, library: Library, words: Words) -> tuple[str, ...]:
    all_of_it = tuple(sentence for sentence in _END.split(_text(line, library, words)) if sentence)
    return all_of_it[: line.sentences or None]


def every_sentence(library: Library, words: Words) -> frozenset[str]:
    return frozenset(text for line in every_line(library) for text in spoken(line, library, words))


def _text(line: Line, library: Library, words: Words) -> str:
    match line.words:
        case BotWords() as sentence:
            return words(f"voice-{sentence.value}")
        case Minutes(number):
            return words(f"voice-minutes-{number}")
        case FormWords() as told:
            form = library.form(line.of) if line.of else None
            return _told(told, form, library, line.station) if form else ""


def _told(told: FormWords, form: Form, library: Library, station: int) -> str:
    match told:
        case FormWords.TITLE:
            exercise = library.exercise(form.ref.exercise)
            return f"{exercise.title}." if exercise else ""
        case FormWords.WAY_IN:
            return form.way_in or _short(form.steps[0].text if form.steps else "")
        case FormWords.BEGIN:
            return form.begin
        case FormWords.THERE:
            return form.there
        case FormWords.BACK:
            return form.back
        case FormWords.OTHER_SIDE:
            return form.other_side
        case FormWords.BETWEEN:
            return form.between
        case FormWords.STATION:
            return f"{form.stations[station]}." if station < len(form.stations) else ""


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= LONGEST and not any(letter.isdigit() for letter in said) else ""


@dataclass(frozen=True, slots=True)
class Narrator:
    """A voice in one language. `clips`: its recordings, by text."""

    library: Library
    words: Words
    clips: Mapping[str, SpokenClip]

    def clips_of(self, line: Line) -> tuple[SpokenClip, ...]:
        """() if a part of it is not recorded, because half a sentence is worse than none."""
        texts = spoken(line, self.library, self.words)
        found = tuple(self.clips[text] for text in texts if text in self.clips)
        return found if len(found) == len(texts) else ()

    def lasts(self, line: Line) -> float:
        """Seconds; 0 if it is not recorded."""
        clips = self.clips_of(line)
        return sum(clip.seconds for clip in clips) + BREATH * max(len(clips) - 1, 0)

    def telling(self, voice: Voice, well_known: Collection[str]) -> Telling:
        return Telling(voice, self.lasts, self.library.form, well_known, self._sentences)

    def _sentences(self, line: Line) -> int:
        return len(self.clips_of(line))
