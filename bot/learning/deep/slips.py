"""Writes a sentence as hurried thumbs do, so that the deep ear learns to bear it: signs, accents and letters get lost or swapped."""

import unicodedata
from random import Random

_SIGNS = frozenset(".,!?'\"")
_TYPED = "aeioustrn"
_LATIN_ENDS = "\u0370"

_WITHOUT_SIGNS, _WITHOUT_ACCENTS, _WITH_SLIPS, _ONE_WORD_LESS = 0.3, 0.2, 0.3, 0.06
"""How often each happens, from 0 to 1."""


def hurried(sentence: str, lots: Random) -> str:
    if lots.random() < _WITHOUT_SIGNS:
        sentence = "".join(sign for sign in sentence if sign not in _SIGNS)
    if (
        lots.random() < _WITHOUT_ACCENTS
        and max(sentence, default="") < "\u2e80"
        and not _beyond_latin(sentence)
    ):
        sentence = "".join(
            sign for sign in unicodedata.normalize("NFD", sentence) if not unicodedata.combining(sign)
        )
    if lots.random() < _WITH_SLIPS:
        for _ in range(lots.choice((1, 1, 2))):
            sentence = _slipped(sentence, lots)
    if lots.random() < _ONE_WORD_LESS:
        sentence = _shortened(sentence, lots)
    return sentence


def _beyond_latin(sentence: str) -> bool:
    return any(sign.isalpha() and sign >= _LATIN_ENDS for sign in sentence)


def _slipped(sentence: str, lots: Random) -> str:
    """One letter left out, typed twice, swapped with the next, or another; never the first."""
    if len(sentence) < 8:
        return sentence
    at, way = lots.randrange(1, len(sentence) - 1), lots.random()
    before, letter, after = sentence[:at], sentence[at], sentence[at + 1 :]
    if not letter.isalpha():
        return sentence
    if way < 0.4:
        return before + after
    if way < 0.6:
        return before + letter + letter + after
    if way < 0.9:
        return before + after[0] + letter + after[1:]
    return before + lots.choice(_TYPED) + after


def _shortened(sentence: str, lots: Random) -> str:
    words = sentence.split()
    if len(words) < 6:
        return sentence
    del words[lots.choice((0, -1))]
    return " ".join(words)
