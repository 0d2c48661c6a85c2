"""Whether words say that an existing reminder should change or go: "move it to 7", "an hour later", "half six suits me better"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.set_apart import set_apart
from bot.domain.typed.when.when_words import Kind, WhenWords

_CHANGES = (Kind.MOVES, Kind.SHIFTS, Kind.INSTEAD, Kind.SOONER_LATER, Kind.UNSUITED, Kind.THAN)


def says_change(text: str, languages: Sequence[WhenWords]) -> bool:
    if any(set_apart(text, languages, kind) for kind in _CHANGES):
        return True
    return _compares(tuple(languages)).search(bare(text)) is not None


def refuses(text: str, languages: Sequence[WhenWords]) -> bool:
    """ "No 8pm for two weeks"."""
    return any(set_apart(text, languages, kind) for kind in (Kind.NOT, Kind.UNWANTED))


@lru_cache(maxsize=8)
def _compares(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    every = frozenset().union(*(words.which.compares for words in languages))
    return re.compile(rf"\b{one_of(every)}\b")
