"""The word that lets people in, and whether somebody has said it."""

from bot.domain.plain_text import words_of

LONGEST_GUESS = 100
"""Letters. Whoever writes more is telling something else."""


def is_guess(text: str) -> bool:
    return len(text) <= LONGEST_GUESS and bool(words_of(text))


def says(text: str, word: str) -> bool:
    """Alone or at the end ("the word is…"), however it is written: big or small, in one or with blanks and hyphens between."""
    said = words_of(text)
    return _in_one(word) in {"".join(said[first:]) for first in range(len(said))}


def _in_one(word: str) -> str:
    return "".join(words_of(word))
