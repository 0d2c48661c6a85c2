"""Hears that somebody names no time where one is asked for: they leave the choice, or want no reminder more."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.when_words import WhenWords

LONGEST = 90
"""Letters. A longer text tells of something else, too."""

_SIGNS = re.compile(r"[,.;:!?()…]+")


def leaves_choice(text: str, languages: Sequence[WhenWords]) -> bool:
    """ "You pick", "any time, i don't mind"."""
    return _is(text, tuple(languages), "any_time")


def wants_none(text: str, languages: Sequence[WhenWords]) -> bool:
    """ "Nah don't bother", "the ones I've set are plenty"."""
    plain = _plain(text)
    if len(text) > LONGEST or any(sign.isdecimal() for sign in plain):
        return False
    return _is(text, tuple(languages), "no_more") or _enough(tuple(languages)).search(plain) is not None


def _is(text: str, languages: tuple[WhenWords, ...], name: str) -> bool:
    return len(text) <= LONGEST and _alone(languages, name).fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", bare(text).replace("'", "").replace("’", "")).split())


@lru_cache(maxsize=8)
def _alone(languages: tuple[WhenWords, ...], name: str) -> re.Pattern[str]:
    """One of them or more, and beside them only what says nothing."""
    small, said = one_of(_of_all(languages, "small")), one_of(_of_all(languages, name))
    return re.compile(rf"(?:{small} )*{said}(?: (?:{small}|{said}))*")


@lru_cache(maxsize=8)
def _enough(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_of_all(languages, 'enough'))}$")


def _of_all(languages: Sequence[WhenWords], name: str) -> frozenset[str]:
    return frozenset().union(*(getattr(words.beside, name) for words in languages))
