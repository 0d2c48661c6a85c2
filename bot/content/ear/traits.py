"""Splits a sentence into the traits that are compared with the examples: words, neighbouring words, and groups of letters."""

import re
from collections.abc import Container, Iterator

from bot.domain.plain_text import plain

SHORTEST, SHORTEST_FOREIGN, LONGEST = 3, 2, 4
"""Lengths of the letter groups inside a word, which still match after a typo."""

INSIDE = "##"
"""The prefix of a piece that is not the beginning of its word."""

_WORDS_AND_SIGNS = re.compile(r"[^\W_]+|[^\w\s]")
_LONGEST_WORD = 40
"""Nobody means anything by a longer word, and the time to split it grows with the square of its length."""


def words_and_signs(text: str) -> list[str]:
    """An emoji such as a thumb counts as a word; "can't" and "cant" are one word."""
    return [word[:_LONGEST_WORD] for word in _WORDS_AND_SIGNS.findall(plain(text).replace("'", ""))]


def traits(words: list[str]) -> Iterator[str]:
    """Each begins with its type, so that the word "ow" differs from the letters "ow" inside "slower"."""
    yield from _letters_and_neighbours(words, SHORTEST)
    for left, right in zip(words, words[2:], strict=False):
        yield f"s {left} {right}"


def foreign_traits(words: list[str]) -> Iterator[str]:
    """Two letters count too: many of these languages bend their words, and write vowels or not. Words one apart taught nothing more."""
    return _letters_and_neighbours(words, SHORTEST_FOREIGN)


def _letters_and_neighbours(words: list[str], shortest: int) -> Iterator[str]:
    for word in words:
        yield f"w {word}"
        edged = f" {word} "
        for size in range(shortest, LONGEST + 1):
            for start in range(len(edged) - size + 1):
                yield f"c {edged[start : start + size]}"
    for left, right in zip(("<", *words), (*words, ">"), strict=True):
        yield f"b {left} {right}"


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
