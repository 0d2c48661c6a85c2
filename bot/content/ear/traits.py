"""Splits a sentence into the traits that are compared with the examples: words, neighbouring words, and groups of letters."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.plain_text import plain

LONGEST = 4
"""Letters of the longest groups inside a word."""

INSIDE = "##"
"""The prefix of a piece that is not the beginning of its word."""

_WORDS_AND_SIGNS = re.compile(r"[^\W_]+|[^\w\s]")
_LONGEST_WORD = 40
"""Nobody means anything by a longer word, and the time to split it grows with the square of its length."""


def words_and_signs(text: str) -> list[str]:
    """An emoji such as a thumb counts as a word; "can't" and "cant" are one word."""
    return [word[:_LONGEST_WORD] for word in _WORDS_AND_SIGNS.findall(plain(text).replace("'", ""))]


@dataclass(frozen=True, slots=True)
class Traits:
    """How a sentence is taken apart. Each trait begins with its type, so that the word "ow" differs from the letters "ow" inside "slower".

    `shortest`: letters of the shortest groups inside a word, which still match after a typo. `one_apart`: words with one between them
    are a trait too.
    """

    shortest: int
    one_apart: bool

    def of(self, words: Sequence[str]) -> Iterator[str]:
        for word in words:
            yield from self.of_word(word)
        yield from self.between(words)

    def of_word(self, word: str) -> Iterator[str]:
        yield f"w {word}"
        edged = f" {word} "
        for size in range(self.shortest, LONGEST + 1):
            for start in range(len(edged) - size + 1):
                yield f"c {edged[start : start + size]}"

    def between(self, words: Sequence[str]) -> Iterator[str]:
        for left, right in zip(("<", *words), (*words, ">"), strict=True):
            yield f"b {left} {right}"
        for left, right in zip(words, words[2:], strict=False) if self.one_apart else ():
            yield f"s {left} {right}"


ENGLISH_TRAITS = Traits(shortest=3, one_apart=True)

FOREIGN_TRAITS = Traits(shortest=2, one_apart=False)
"""Two letters count too: many of these languages bend their words, and write vowels or not. Words one apart taught nothing more."""


def pieces(word: str, known: Container[str]) -> Iterator[str]:
    """The longest known beginning, then the longest known piece of the rest, and so on."""
    start = 0
    while start < len(word):
        before = INSIDE if start else ""
        end = next((end for end in range(len(word), start, -1) if before + word[start:end] in known), None)
        if end is None:
            return
        yield before + word[start:end]
        start = end
