"""Something to work around, typed alone: "thin bones", "my heart"."""

from collections.abc import Collection, Mapping

from bot.domain.library.exercise import Tag
from bot.domain.plain_text import phrase
from bot.domain.typed.said.said_back import made_of


def tag_alone(text: str, tags: Mapping[str, Tag], beside: Collection[str]) -> Tag | None:
    """`tags`: by their names. `beside`: words that may stand with them. None for several: "heart, left shoulder" may
    be more than a list."""
    said = tags_alone(text, tags, beside)
    return next(iter(said)) if len(said) == 1 else None


def tags_alone(text: str, tags: Mapping[str, Tag], beside: Collection[str]) -> frozenset[Tag]:
    """All of them, if nothing else is said: "knees and my wrist"."""
    return frozenset(made_of(phrase(text), tags, beside))
