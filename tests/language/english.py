"""Finds English where another language is spoken."""

import re
from collections.abc import Collection

_SAME_EVERYWHERE = re.compile(r"(?<!\w)/[a-z]+\b|findahelpline\.com")
"""Commands and addresses."""

_WORD = re.compile(r"[^\W\d_]+")


def english_in(text: str, facts: Collection[str] = ()) -> list[str]:
    """Words without an accent. `facts`: names of people, places and languages, which are what they are."""
    words = _WORD.findall(_SAME_EVERYWHERE.sub("", text))
    return [word for word in words if word.isascii() and word not in facts]
