"""Finds the words that stand beside the names of moves and routines."""

from collections.abc import Mapping
from functools import lru_cache

from bot.coach.typed.finding.index import SubjectKind, index_of, words_in
from bot.domain.library.library import Library
from bot.domain.plain_text import bare, words_of

_OF_MOVES = frozenset({SubjectKind.EXERCISE, SubjectKind.ROUTINE})
"""Not topics: words of danger in any language find those."""

LONGEST = 400
"""Characters; a longer text is no name, so no names are looked for in it."""


def beside_names(text: str, library: Library) -> str:
    if len(text) > LONGEST:
        return ""
    words, typed, rest, at = words_in(text), words_of(bare(text)), [], 0
    names = _names(library)
    while at < len(words):
        length = next((n for n in names.get(words[at], ()) if words[at : at + n] in _phrases(library)), 0)
        if not length:
            rest.append(typed[at])
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
    return frozenset(each.words for each in phrases if each.subject.kind in _OF_MOVES)
