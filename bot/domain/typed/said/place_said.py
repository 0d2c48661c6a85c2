"""Which of two buttons an answer names by its position: "the second one", "the later please"."""

from collections.abc import Sequence

from bot.domain.plain_text import folded, words_of
from bot.domain.typed.said.said_back import made_of
from bot.domain.typed.when.when_words import WhenWords, WhichWords


def in_order(text: str, count: int, languages: Sequence[WhenWords]) -> int | None:
    """Its index; None if more is said, or if there are not two."""
    said = " ".join(words_of(folded(text)))
    places = {place for words in languages for place in _places(said, words.which)}
    return places.pop() if count == 2 and len(places) == 1 else None


def _places(said: str, which: WhichWords) -> set[int]:
    around = (*which.one, *which.article, *which.beside)
    spoken: dict[str, int | None] = dict.fromkeys(map(folded, around))
    for place, names in enumerate((which.first, which.last)):
        spoken |= dict.fromkeys(map(folded, names), place)
    return {place for place in made_of(said, spoken) if place is not None}
