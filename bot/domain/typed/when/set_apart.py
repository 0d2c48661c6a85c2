"""Takes words of one kind out of a sentence: what is left can be read without them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.when_words import Kind, WhenWords


def set_apart(text: str, languages: Sequence[WhenWords], kind: Kind) -> tuple[str, str] | None:
    """What stands before and after the first of them; None if there is none."""
    said = bare(text).replace("'", "").replace("’", "")
    found = _pattern(tuple(languages), kind).search(said)
    return (said[: found.start()], said[found.end() :]) if found else None


@lru_cache(maxsize=8)
def _pattern(languages: tuple[WhenWords, ...], kind: Kind) -> re.Pattern[str]:
    every = {phrase for words in languages for phrase, kinds in words.phrases.items() if kind in kinds}
    return re.compile(rf"\b{one_of(every)}\b")
