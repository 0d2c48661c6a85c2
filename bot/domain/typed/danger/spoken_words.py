"""Splits a message into words, with the breaks between them that limit how far a word reaches."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from bot.domain.plain_text import LETTER, WORD, folded
from bot.domain.typed.danger.disguised import undisguised
from bot.domain.typed.danger.lexicon_index import LexiconIndex


class Break(IntEnum):
    NONE = 0
    COMMA = 1
    SENTENCE = 2


@dataclass(slots=True)
class SpokenWords:
    """`readings`: for each word, what was written and what it may have been meant to be. `breaks`: the break before each."""

    readings: list[tuple[str, ...]]
    breaks: list[Break]
    languages: list[int]
    """The languages that each word may belong to, one bit each; a typing slip proves none."""

    evidence: list[int]
    """How many of the words each language knows."""

    def __len__(self) -> int:
        return len(self.readings)


_TOKEN = re.compile(rf"({WORD.pattern})|([.!?…;|।۔؟\n])|([,:()،؛]| - )")
_SPACED = re.compile(rf"(?<![\w'’])(?:{LETTER}[ .*_-]){{2,}}{LETTER}(?!\w)")
"""A word whose letters stand apart: "c h e s t". Two spaces separate two such words."""
_NO_LETTER = re.compile(r"[ .*_-]")
_DOTTED = re.compile(rf"(?<={LETTER})\.(?={LETTER})")
"""In one word: "i.want.to.die"."""
_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
_CERTAIN = 3
"""This many words identify a language."""
_LINE = " , "


def spoken_words(text: str, index: LexiconIndex) -> SpokenWords:
    spoken = SpokenWords([], [], [], [])
    pending = Break.SENTENCE
    spelt: set[str] = set()

    def joined(spaced: re.Match[str]) -> str:
        word = _NO_LETTER.sub("", spaced[0])
        spelt.add(folded(word))
        return word

    close = _SPACED.sub(joined, text)
    if " " not in close.strip():
        close = _DOTTED.sub(" ", close)
    written = undisguised(folded(close.replace("\n", _LINE)), index.is_known)
    small = _POINT.sub(" ", written.replace("'", "").replace("_", " "))
    for word, end, _ in _TOKEN.findall(small):
        if not word:
            pending = max(pending, Break.SENTENCE if end else Break.COMMA)
            continue
        for readings, languages in index.read_spelt(word) if word in spelt else index.read(word):
            spoken.readings.append(readings)
            spoken.breaks.append(pending)
            spoken.languages.append(languages)
            pending = Break.NONE
    spoken.evidence = _evidence(spoken.languages, len(index.tags))
    _look_again(spoken, index)
    return spoken


def _evidence(words: list[int], languages: int) -> list[int]:
    counts = [0] * languages
    for known, count in Counter(words).items():
        for language in range(languages) if known else ():
            counts[language] += count * (known >> language & 1)
    return counts


def _look_again(spoken: SpokenWords, index: LexiconIndex) -> None:
    """Once the language is clear, a word known only in another language may be a slip in this one."""
    best = max(spoken.evidence)
    if best < _CERTAIN:
        return
    likely = sum(1 << language for language, count in enumerate(spoken.evidence) if count == best)
    for at, (readings, languages) in enumerate(zip(spoken.readings, spoken.languages, strict=True)):
        if languages and not languages & likely:
            meant = [word for word in index.spelling.meant(readings[0]) if index.languages(word) & likely]
            spoken.readings[at] = (readings[0], *meant)
