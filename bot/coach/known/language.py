"""A language as a value, with all that is said and understood in it, and the choice of one for a person."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bot.content.source.language_tags import ENGLISH
from bot.domain.library.library import Library
from bot.domain.session.voice_lines import SpokenClip
from bot.domain.typed.vocabulary import Vocabulary
from bot.screens.screen import Words

LONGEST = 35
"""Characters in a tag. Nobody needs a longer one (RFC 5646, 4.4.1)."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """`name`: what the language calls itself. `words`: what the bot says; `vocabulary`: what it understands. `clips`:
    recordings of its voice, by text."""

    tag: str
    name: str
    library: Library
    words: Words
    vocabulary: Vocabulary
    clips: Mapping[str, SpokenClip] = field(default_factory=dict)


def chosen(told: str | None, telegram: str, available: Collection[str]) -> str:
    """Always one of `available`. `told` and `telegram` come from outside and are not trusted."""
    for language in (told or "", telegram):
        if language in available:
            return language
        if near := next((tag for tag in _wider(language) if tag in available), None):
            return near
    return ENGLISH


def _wider(tag: str) -> Iterator[str]:
    """ "pt-BR" gives "pt-br", then "pt"."""
    parts = tag.lower().replace("_", "-").split("-") if len(tag) <= LONGEST else []
    return ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
