"""Tells a question from a wish: people who ask when, what or whether only want to know, and nothing should happen."""

from collections.abc import Iterable

from bot.domain.typed.wishes.ideas import KnownIdea, WishWords, Words, ideas_in, split

LONGEST_OPENING = 4
"""The most words of small talk before a question: "ok so wait, what comes now"."""


def asks_to_know(text: str, words: WishWords) -> bool:
    """Judges by how the sentence opens, because few people type the question mark. "Can we start" and "how about the
    next one" are wishes."""
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
