"""Splits a message into words, with the breaks between them that limit how far a word reaches."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from bot.domain.plain_text import WORD, folded
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
    """The languages that each word may be of, a bit each; a slip of the finger tells none."""

    def __len__(self) -> int:
        return len(self.readings)

    def evidence(self, languages: int) -> list[int]:
        counts = [0] * languages
        for known, count in Counter(self.languages).items():
            for language in range(languages):
                counts[language] += count * (known >> language & 1)
        return counts


_TOKEN = re.compile(rf"({WORD.pattern})|([.!?…;|।۔؟\n])|([,:()،؛]| - )")
_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
_CERTAIN = 3
"""So many words identify a language."""
_LINE = " , "
_LONGEST_END = 5
"""Letters after a stem that may be an ending; longer ends may be words stuck to it."""


def spoken_words(text: str, index: LexiconIndex) -> SpokenWords:
    spoken = SpokenWords([], [], [])
    known: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    pending = Break.SENTENCE
    small = _POINT.sub(" ", folded(text.replace("\n", _LINE)).replace("'", "").replace("_", " "))
    for word, end, comma in _TOKEN.findall(small):
        if not word:
            pending = max(pending, Break.SENTENCE if end else Break.COMMA if comma else Break.NONE)
            continue
        if word not in known:
            known[word] = list(_read(word, index))
        for readings, languages in known[word]:
            spoken.readings.append(readings)
            spoken.breaks.append(pending)
            spoken.languages.append(languages)
            pending = Break.NONE
    _look_again(spoken, index)
    return spoken


def _look_again(spoken: SpokenWords, index: LexiconIndex) -> None:
    """Once the language is clear, a word known only in another language may be a slip in this one."""
    evidence = spoken.evidence(len(index.tags))
    best = max(evidence)
    if best < _CERTAIN:
        return
    likely = sum(1 << language for language, count in enumerate(evidence) if count == best)
    for at, (readings, languages) in enumerate(zip(spoken.readings, spoken.languages, strict=True)):
        if languages and not languages & likely:
            meant = [word for word in index.spelling.meant(readings[0]) if index.languages(word) & likely]
            spoken.readings[at] = (readings[0], *meant)


def _read(word: str, index: LexiconIndex) -> list[tuple[tuple[str, ...], int]]:
    """Known words stay; otherwise a word is joined, corrected, split, or kept for its stem, in this order."""
    spelling = index.spelling
    for each in (word, calm) if (calm := spelling.calmed(word)) != word else (word,):
        if index.is_known(each, _LONGEST_END):
            return [((each,), index.languages(each))]
    if joined := spelling.joined(word):
        return [((part,), index.languages(part)) for part in joined]
    if meant := spelling.meant(calm):
        return [((word, *meant), 0)]
    if parts := spelling.parts(calm):
        return [((part,), index.languages(part)) for part in parts]
    if languages := index.languages(word):
        return [((word,), languages)]
    return [((word, *spelling.begun(calm)), 0)]
