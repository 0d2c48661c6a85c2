"""The part of the day that an answer names, whatever else it says: "morning of course, in the mornng"."""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.domain.plain_text import folded, words_of
from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.when.when_words import Kind, WhenWords

NOON = 12
MOST_BESIDE_A_HALF = 2


def fitting(text: str, times: Sequence[time], languages: Sequence[WhenWords]) -> int | None:
    """The index of the only one of `times` in the part of the day that is named; None if none is, if several are, or
    if a part is named for each."""
    parts = frozenset(part for words in languages for part in _parts(text, words))
    halves = frozenset() if parts else frozenset(half for words in languages for half in _halves(text, words))
    fit = [
        place
        for place, at in enumerate(times)
        if any(_holds(part, at) for part in parts) or (Kind.PM if at.hour >= NOON else Kind.AM) in halves
    ]
    return fit[0] if len(fit) == 1 else None


def _parts(text: str, words: WhenWords) -> Iterator[PartOfDay]:
    for word in words_of(folded(text)):
        meanings = words.phrases.get(words.mended(word), {})
        yield from (each.part for each in meanings.values() if each.part)


def _holds(part: PartOfDay, at: time) -> bool:
    return part.holds(at.hour * 60 + at.minute)


def _halves(text: str, words: WhenWords) -> Iterator[Kind]:
    """ "am" or "pm" alone, or beside one other word: in a longer sentence "am" may be the verb."""
    said = words_of(folded(text))
    for each in (" ".join(said), *(said if len(said) <= MOST_BESIDE_A_HALF else ())):
        yield from words.phrases.get(each, {}).keys() & {Kind.AM, Kind.PM}
