"""Whether somebody asks about the reminder at a time, and does not want one: "what's at 4 today", "how come I got
nothing at 6 yesterday"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.found.clock_times import NO_HOUR, clock_at, mark_at
from bot.domain.typed.when.found.marks import marks, pieces
from bot.domain.typed.when.when_words import Kind, WhenWords

LONGEST = 90
"""Characters. A longer text speaks of something else too."""


def asks_of_time(text: str, languages: Sequence[WhenWords]) -> bool:
    return len(text) <= LONGEST and any(_asks(text, words) for words in languages)


def _asks(text: str, words: WhenWords) -> bool:
    plain = " ".join(bare(text).replace("'", "").replace("’", "").split())
    return (
        bool(words.beside.of_one) and _pattern(words).match(plain) is not None and _names_a_time(text, words)
    )


def _names_a_time(text: str, words: WhenWords) -> bool:
    said = marks(pieces(text, [words]), words)
    found = [clock_at(said, at + 1) for at, mark in enumerate(said) if mark.has(Kind.AT)]
    return any(each and not mark_at(said, each[1]).has(*NO_HOUR) for each in found)


@lru_cache(maxsize=8)
def _pattern(words: WhenWords) -> re.Pattern[str]:
    begins = {phrase for phrase, meanings in words.phrases.items() if Kind.QUESTION in meanings}
    small = one_of(words.beside.small)
    return re.compile(rf"(?:{small},? )*(?={one_of(begins)}\b).*?\b{one_of(words.beside.of_one)}\b")
