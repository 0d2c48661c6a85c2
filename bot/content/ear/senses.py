"""Turns a sentence into numbers, in the same way for learning and for listening."""

import math
from collections.abc import Callable, Iterable, Iterator

from bot.content.ear.learnt import WordVectors
from bot.content.ear.rows import Rows
from bot.content.ear.traits import pieces, traits

STEPS = 511
"""A meaning has the length 1. It is stored in this many steps, since rows take whole numbers."""

_UNKNOWN = 0.3
"""Unknown traits count a little: a sentence with many of them is understood less surely."""


class WordSense:
    """The meaning of a sentence: the sum of its words' vectors."""

    def __init__(self, words: WordVectors) -> None:
        self._place = {piece: place for place, piece in enumerate(words.pieces)}
        self._weights = words.weights
        self._rows = Rows(words.vectors, words.dimensions, words.zero)

    def meaning(self, words: Iterable[str]) -> list[int]:
        places = [self._place[piece] for word in words for piece in pieces(word, self._place)]
        total = self._rows.add_up((place, self._weights[place]) for place in places)
        length = math.sqrt(sum(each * each for each in total))
        return [round(each / length * STEPS) for each in total] if length else total


class TraitSense:
    """The known traits of a sentence, and how rare each is."""

    def __init__(
        self,
        known: Iterable[str],
        counts: Iterable[int],
        sentences: int,
        apart: Callable[[list[str]], Iterator[str]] = traits,
    ) -> None:
        self._apart = apart
        self.place = {trait: place for place, trait in enumerate(known)}
        self.rarity = [rarity(count, sentences) for count in counts]
        self._unknown = _UNKNOWN * rarity(0, sentences) ** 2

    def met(self, words: list[str]) -> tuple[list[int], float]:
        found = [self.place.get(trait) for trait in sorted(set(self._apart(words)))]
        places = [place for place in found if place is not None]
        squares = sum(self.rarity[place] ** 2 for place in places)
        return places, math.sqrt(squares + self._unknown * (len(found) - len(places))) or 1.0


def rarity(count: int, sentences: int) -> float:
    return math.log((1 + sentences) / (1 + count)) + 1
