"""Finds what somebody says in place of what they said first: "exercises list? sorry, routines list"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.plain_text import plain
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.when_words import Kind, WhenWords

_BEHIND_A_SIGN = r"[.,;:?!…—–-]+\s*"
_SIGNS = " .,;:?!…—–-"


def after_correction(text: str, languages: Sequence[WhenWords]) -> str:
    """ "" if nothing is corrected, or if nothing stands before or after the correction. Words like "sorry" correct
    only after a punctuation mark."""
    said = plain(text)
    found = [
        each for each in _corrections(tuple(languages)).finditer(said) if said[: each.start()].strip(_SIGNS)
    ]
    return said[found[-1].end() :].strip(_SIGNS) if found else ""


def begins_anew(text: str, languages: Sequence[WhenWords]) -> bool:
    """True if it begins by taking something back: "Actually keep it", "no wait, keep it"."""
    found = _corrections(tuple(languages)).match(f". {plain(text).lstrip(_SIGNS)}")
    return found is not None


@lru_cache(maxsize=4)
def _corrections(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    corrects, amends = (
        one_of({phrase for words in languages for phrase, kinds in words.phrases.items() if kind in kinds})
        for kind in (Kind.CORRECTS, Kind.AMENDS)
    )
    return re.compile(rf"(?:\b(?:{corrects})|{_BEHIND_A_SIGN}(?:{amends}))\b")
