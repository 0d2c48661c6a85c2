"""The word that lets people in, and whether somebody has said it."""

from bot.domain.plain_text import words_of

LONGEST_GUESS = 100
"""Characters. A longer message is no guess."""


def is_guess(text: str) -> bool:
    return len(text) <= LONGEST_GUESS and bool(words_of(text))


def says(text: str, word: str) -> bool:
    said = words_of(text)  # alone or at the end ("the word is…"), with blanks and hyphens or without
    return _in_one(word) in {"".join(said[first:]) for first in range(len(said))}


def _in_one(word: str) -> str:
    return "".join(words_of(word))
