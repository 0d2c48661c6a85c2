"""Makes patterns out of words that are content."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """The longest word first. Without words, a pattern that matches nothing."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return either(map(re.escape, ordered))


def either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns) or '(?!)'})"
