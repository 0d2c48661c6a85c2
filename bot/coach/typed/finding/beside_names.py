"""Finds the words that stand beside the names of moves, routines and topics."""

from collections.abc import Mapping
from functools import lru_cache

from bot.coach.typed.finding.index import SubjectKind, index_of, words_in
from bot.domain.library.library import Library

LONGEST = 400
"""Letters; a longer text is no name, so nothing is looked for in it."""


def beside_names(text: str, library: Library) -> str:
    if len(text) > LONGEST:
        return ""
    words, rest, at = words_in(text), [], 0
    names = _names(library)
    while at < len(words):
        length = next((n for n in names.get(words[at], ()) if words[at : at + n] in _phrases(library)), 0)
        if not length:
            rest.append(words[at])
        at += length or 1
    return " ".join(rest) if len(rest) < len(words) else ""


@lru_cache(maxsize=64)
def _names(library: Library) -> Mapping[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for words in _phrases(library):
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


@lru_cache(maxsize=64)
def _phrases(library: Library) -> frozenset[tuple[str, ...]]:
    phrases = index_of(library).phrases
    return frozenset(each.words for each in phrases if each.subject.kind is not SubjectKind.PURPOSE)
