"""Turns a sentence into numbers, in the same way for learning and for listening."""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from bot.content.ear.learnt import WordVectors
from bot.content.ear.rows import Rows
from bot.content.ear.traits import ENGLISH_TRAITS, Traits, pieces

STEPS = 511
"""A meaning has the length 1. It is stored in this many steps, since rows take whole numbers."""

_UNKNOWN = 0.3
"""Unknown traits count a little: a sentence with many of them is understood less surely."""


_KEPT = 2048
"""Words kept as they were taken apart: all people use much the same ones."""


class WordSense:
    """The meaning of a sentence: the sum of its words' vectors."""

    def __init__(self, words: WordVectors) -> None:
        self._place = {piece: place for place, piece in enumerate(words.pieces)}
        self._weights = words.weights
        self._rows = Rows(words.vectors, words.dimensions, words.zero)
        self._weighed = lru_cache(maxsize=_KEPT)(self._pieces)

    def meaning(self, words: Iterable[str]) -> list[int]:
        total = self._rows.add_up(weighed for word in words for weighed in self._weighed(word))
        length = math.sqrt(sum(each * each for each in total))
        return [round(each / length * STEPS) for each in total] if length else total

    def _pieces(self, word: str) -> tuple[tuple[int, int], ...]:
        places = [self._place[piece] for piece in pieces(word, self._place)]
        return tuple((place, self._weights[place]) for place in places)


class TraitSense:
    """The known traits of a sentence, and how rare each is."""

    def __init__(
        self, known: Iterable[str], counts: Iterable[int], sentences: int, apart: Traits = ENGLISH_TRAITS
    ) -> None:
        self._apart = apart
        self._places = _Places(known)
        # Arrays: as numbers of Python, a quarter of a million of these would take 15 MB.
        self.rarity = array("d", (rarity(count, sentences) for count in counts))
        self._squares = array("d", (each**2 for each in self.rarity))
        self._unknown = _UNKNOWN * rarity(0, sentences) ** 2
        self._in_word = lru_cache(maxsize=_KEPT)(self._of_word)

    def met(self, words: Sequence[str]) -> tuple[list[int], float]:
        """The places of the known traits, each once, and the length of the sentence, to which unknown ones add a little."""
        groups = [self._placed(self._apart.between(words)), *map(self._in_word, words)]
        places = list(frozenset[int]().union(*(known for known, _ in groups)))
        unknown = frozenset[str]().union(*(others for _, others in groups))
        squares = sum(map(self._squares.__getitem__, places))
        return places, math.sqrt(squares + self._unknown * len(unknown)) or 1.0

    def _of_word(self, word: str) -> tuple[frozenset[int], frozenset[str]]:
        return self._placed(self._apart.of_word(word))

    def _placed(self, traits: Iterable[str]) -> tuple[frozenset[int], frozenset[str]]:
        found = {trait: self._places.of(trait) for trait in traits}
        unknown = frozenset(trait for trait, place in found.items() if place is None)
        return frozenset(place for place in found.values() if place is not None), unknown


class _Places:
    """Where each trait stands in the tables, by its hash: a quarter of a million traits themselves would take 30 MB."""

    def __init__(self, traits: Iterable[str]) -> None:
        found = sorted((_hash_of(trait), place) for place, trait in enumerate(traits))
        self._hashes = array("Q", (each for each, _ in found))
        self._places = array("L", (place for _, place in found))

    def of(self, trait: str) -> int | None:
        wanted = _hash_of(trait)
        at = bisect_left(self._hashes, wanted)
        is_known = at < len(self._hashes) and self._hashes[at] == wanted
        return self._places[at] if is_known else None


def _hash_of(trait: str) -> int:
    """It has 64 bits: two traits share one about once in a billion times that the ears are taught."""
    return int.from_bytes(blake2b(trait.encode(errors="replace"), digest_size=8).digest(), "little")


def rarity(count: int, sentences: int) -> float:
    return math.log((1 + sentences) / (1 + count)) + 1
