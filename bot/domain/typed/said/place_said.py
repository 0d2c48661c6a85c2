"""Which of several buttons an answer names by where it stands: "the second one", "the later please", "the middle one"."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum

from bot.domain.plain_text import folded, phrase, words_of
from bot.domain.typed.said.said_back import made_of
from bot.domain.typed.when.when_words import WhenWords, WhichWords


class PlaceNamed(Enum):
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    MIDDLE = "middle"
    LAST = "last"


_COUNTED = (PlaceNamed.FIRST, PlaceNamed.SECOND, PlaceNamed.THIRD, PlaceNamed.FOURTH)


def place_among(
    text: str, count: int, spoken: Mapping[str, PlaceNamed], beside: Collection[str]
) -> int | None:
    """Its place among `count` buttons; None where more is said, or where none stands there."""
    named = {*made_of(phrase(text), spoken, beside)}
    if len(named) != 1:
        return None
    spot = named.pop()
    if spot is PlaceNamed.MIDDLE:
        return count // 2 if count % 2 else None
    place = count - 1 if spot is PlaceNamed.LAST else _COUNTED.index(spot)
    return place if 0 <= place < count else None


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
