"""Tells a question from a wish: who asks when, what or whether wants to know it, and nothing is to happen by that."""

from collections.abc import Iterable

from bot.domain.typed.wishes.ideas import KnownIdea, WishWords, Words, ideas_in, split

LONGEST_OPENING = 4
"""Words of talk that may stand before a question: "ok so wait, what comes now"."""


def asks_to_know(text: str, words: WishWords) -> bool:
    """By how the sentence opens, since few people type the mark. "Can we start" and "how about the next one" are wishes."""
    said = split(text)
    if "?" in text and KnownIdea.OR_ELSE.value in ideas_in(said, words):  # "ok to start or wait?"
        return True
    for at in range(min(len(said), LONGEST_OPENING + 1)):
        opening = said[at:]
        if _opens(opening, words.asking_for):
            return False
        if _opens(opening, words.asking):
            return True
        if said[at] not in words.before_questions:
            return False
    return False


def _opens(said: Words, phrases: Iterable[Words]) -> bool:
    return any(said[: len(phrase)] == phrase for phrase in phrases)
