"""Chooses which pieces of words the deep ear keeps: those of the languages that it listens to."""

import unicodedata
from collections.abc import Iterable, Sequence

from bot.content.ear.deep.word_pieces import BEGINS, UNKNOWN, WordPieces
from bot.domain.plain_text import plain
from bot.learning.deep.source_model import SourceModel

_MOST = 40_000
"""The likeliest ones; those that the sentences are made of come beside them."""

_WHOLE = 400
"""Word pieces: no sentence is longer."""

_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "DEVANAGARI", "DIGIT")


def kept_pieces(source: SourceModel, sentences: Iterable[str]) -> list[int]:
    """Their numbers in the source, the four that are no pieces first."""
    readable = [each for each in range(UNKNOWN + 1, len(source.pieces)) if _is_of_ours(source.pieces[each])]
    likeliest = sorted(readable, key=lambda each: -source.worth[each])[:_MOST]
    letters = [each for each in readable if len(source.pieces[each].strip(BEGINS)) <= 1]
    return [*range(UNKNOWN + 1), *sorted({*likeliest, *letters, *_said(source, readable, sentences)})]


def _said(source: SourceModel, readable: Sequence[int], sentences: Iterable[str]) -> set[int]:
    every = [*range(UNKNOWN + 1), *readable]
    split = WordPieces([source.pieces[each] for each in every], [float(source.worth[each]) for each in every])
    return {
        every[number]
        for sentence in sentences
        for number in split.numbers(sentence, _WHOLE)
        if number > UNKNOWN
    }


def _is_of_ours(piece: str) -> bool:
    """True for pieces that typed text can contain once it is plain, in the scripts that we listen to or in none."""
    bare = piece.replace(BEGINS, "")
    return plain(bare) == bare and all(map(_is_in_our_scripts, bare))


def _is_in_our_scripts(sign: str) -> bool:
    return not sign.isalnum() or unicodedata.name(sign, "?").startswith(_SCRIPTS)
