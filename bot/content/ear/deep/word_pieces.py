"""Splits a sentence into the pieces of words that the deep ear knows: those that are likeliest together."""

from collections.abc import Sequence
from math import inf

from bot.domain.plain_text import plain

BEGINS = "▁"
"""Stands before each word, so that the beginning of one differs from the same letters inside another."""

FIRST, PADDING, LAST, UNKNOWN = range(4)
"""The numbers of what is no piece: the start and the end of a sentence, what fills up shorter ones, and a letter nobody knows."""

_SELDOM = 10.0
"""How much less likely an unknown letter is than the least likely piece, as in the model that the pieces come from (XLM-R)."""

_NOT_KNOWN = (-inf, UNKNOWN)


class WordPieces:
    """`pieces`: the first four are no pieces. `worth`: the logarithm of how likely each is."""

    def __init__(self, pieces: Sequence[str], worth: Sequence[float]) -> None:
        self._known = {
            piece: (worth[number], number) for number, piece in enumerate(pieces) if number > UNKNOWN
        }
        self._longest = max(map(len, self._known), default=1)
        self._unknown = min(worth[UNKNOWN + 1 :], default=0.0) - _SELDOM

    def numbers(self, text: str, most: int) -> list[int]:
        """At most so many, the start and the end of the sentence among them."""
        return [FIRST, *self._split(BEGINS + BEGINS.join(plain(text).split()))[: most - 2], LAST]

    def _split(self, text: str) -> list[int]:
        """The likeliest way through the text, found from left to right (Viterbi)."""
        best = [0.0, *([-inf] * len(text))]
        came = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                worth, number = self._known.get(text[start:end], _NOT_KNOWN)
                if number == UNKNOWN and end == start + 1:
                    worth = self._unknown
                if best[start] + worth > best[end]:
                    best[end], came[end] = best[start] + worth, (start, number)
        return _walked_back(came)


def _walked_back(came: Sequence[tuple[int, int]]) -> list[int]:
    at, numbers = len(came) - 1, []
    while at:
        at, number = came[at]
        numbers.append(number)
    return numbers[::-1]
