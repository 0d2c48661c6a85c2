"""Makes patterns of words: what is heard is content, how it is put together is a rule."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """The pattern of any of them, the longest first; of none, one that fits nothing."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return either(map(re.escape, ordered))


def either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns) or '(?!)'})"
