"""Hears that somebody names no time when asked for one, because they leave the choice to the bot or want no more reminders."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.when_words import BesideWords, WhenWords

LONGEST = 90
"""Characters. A longer text speaks of something else too."""

_SIGNS = re.compile(r"[,.;:!?()…]+")


_Words = frozenset[str]


def leaves_choice(text: str, languages: Sequence[WhenWords]) -> bool:
    """ "You pick", "any time, i don't mind"."""
    return _is(text, tuple(languages), lambda words: words.any_time)


def wants_none(text: str, languages: Sequence[WhenWords]) -> bool:
    """ "Nah don't bother", "the ones I've set are plenty"."""
    plain = _plain(text)
    if len(text) > LONGEST or any(sign.isdecimal() for sign in plain):
        return False
    theirs = _of_all(tuple(languages), lambda words: words.enough)
    return (
        _is(text, tuple(languages), lambda words: words.no_more) or _at_end(theirs).search(plain) is not None
    )


def takes_back(text: str, languages: Sequence[WhenWords]) -> bool:
    """ "Oops undo that"."""
    return _is(text, tuple(languages), lambda words: words.take_back)


def _is(text: str, languages: tuple[WhenWords, ...], said: Callable[[BesideWords], _Words]) -> bool:
    small = _of_all(languages, lambda words: words.small)
    return (
        len(text) <= LONGEST and _alone(small, _of_all(languages, said)).fullmatch(_plain(text)) is not None
    )


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", bare(text).replace("'", "").replace("’", "")).split())


@lru_cache(maxsize=16)
def _alone(small: _Words, said: _Words) -> re.Pattern[str]:
    """True for one or more of these phrases, with only meaningless words beside them."""
    beside, one = one_of(small), one_of(said)
    return re.compile(rf"(?:{beside} )*{one}(?: (?:{beside}|{one}))*")


@lru_cache(maxsize=8)
def _at_end(said: _Words) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(said)}$")


def _of_all(languages: Sequence[WhenWords], said: Callable[[BesideWords], _Words]) -> _Words:
    return frozenset().union(*(said(words.beside) for words in languages))
