"""The part of the day that an answer names, whatever else it says: "morning of course, in the mornng"."""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.domain.plain_text import folded, words_of
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import WhenWords


def fitting(text: str, times: Sequence[time], languages: Sequence[WhenWords]) -> int | None:
    """The place of the only one of `times` in the part that is named; None if none is, or more than one, or a part for each."""
    parts = frozenset(part for words in languages for part in _parts(text, words))
    fit = [place for place, at in enumerate(times) if any(_holds(part, at) for part in parts)]
    return fit[0] if len(fit) == 1 else None


def _parts(text: str, words: WhenWords) -> Iterator[PartOfDay]:
    for word in words_of(folded(text)):
        meanings = words.phrases.get(words.mended(word), {})
        yield from (each.part for each in meanings.values() if each.part)


def _holds(part: PartOfDay, at: time) -> bool:
    return part.holds(at.hour * 60 + at.minute)
