"""Finds the most serious thing that a sentence says in answer to an open question about pain."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.domain.plain_text import phrase

M = TypeVar("M")


def worst_said(text: str, spoken: Mapping[str, M], order: Sequence[M]) -> M | None:
    """`spoken`: phrases, as `phrase` returns them. `order`: the most serious first. Longer phrases win: "not sharp"
    does not count as sharp."""
    said = {meaning for _, _, meaning in phrases_in(phrase(text).split(), spoken)}
    return next((meaning for meaning in order if meaning in said), None)


def phrases_in(words: Sequence[str], spoken: Mapping[str, M]) -> list[tuple[int, int, M]]:
    """Start, number of words and meaning of each phrase; no word belongs to two phrases."""
    longest = max((len(each.split()) for each in spoken), default=0)
    found: list[tuple[int, int, M]] = []
    free = [True] * len(words)
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            meaning = spoken.get(" ".join(words[start : start + length]))
            if meaning is not None and all(free[start : start + length]):
                found.append((start, length, meaning))
                free[start : start + length] = [False] * length
    return found
