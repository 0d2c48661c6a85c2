"""How far words reach: which other words they deny, put in the past or ask about, and how far apart two words are."""

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.typed.danger.danger_lexicon import Grammar
from bot.domain.typed.danger.lexicon_index import LexiconIndex
from bot.domain.typed.danger.sightings import Sighting
from bot.domain.typed.danger.spoken_words import Break, SpokenWords

WORD = 2
"""The width of a word; a common one has half of it, so that words reach as far for people who ramble."""

_WIDTH = {Break.NONE: 0, Break.COMMA: 2, Break.SENTENCE: 12}
_FAR = 5 * WORD
_NEXT = 2 * WORD
_MOST_WORDS = 100
_CLAUSE = 30 * WORD
_SENTENCE = 100 * WORD


@dataclass(slots=True)
class Scopes:
    """One language's view of a message. `places`: of each word, in widths. The rest are indexes of words."""

    places: list[int]
    denied: frozenset[int]
    past: frozenset[int]
    asked: frozenset[int]
    supposed: frozenset[int]


def reach(spoken: SpokenWords, sighted: list[Sighting], language: int, index: LexiconIndex) -> Scopes:
    grammar = _Grammar(spoken, sighted, language, index)
    return Scopes(
        grammar.places,
        grammar.denied(),
        grammar.past(),
        grammar.asked(Grammar.ASKING),
        grammar.asked(Grammar.FACTS),
    )


class _Grammar:
    def __init__(
        self, spoken: SpokenWords, sighted: list[Sighting], language: int, index: LexiconIndex
    ) -> None:
        self._spoken = spoken
        self._sighted = sighted
        self._index = index
        self.places = _places(spoken, index.common[language])

    def denied(self) -> frozenset[int]:
        ends = self._starts(Grammar.BUT)
        goes_on = self._starts(Grammar.OR)
        # Words for now end a denial that already has what it denies: "no chest pain yesterday today chest pain".
        signs = sorted(each.at[0] for each in self._sighted if each.means & self._index.bodily)
        now = sorted(at for at in self._starts(Grammar.PRESENT) if not self._goes_on(at, goes_on))
        denied: set[int] = set()
        for kind, far in ((Grammar.NO, _FAR), (Grammar.NO_NEXT, _NEXT)):
            for each in self._of(kind):
                start = each.at[-1]
                until = _next(now, _next(signs, start))
                denied.update(self._after(start, far, ends, goes_on, until))
        for each in self._of(Grammar.NO_AFTER):
            denied.update(self._before(each.at[0], _FAR, ends))
        return frozenset(denied)

    def past(self) -> frozenset[int]:
        now = self._starts(Grammar.PRESENT)
        ends = self._starts(Grammar.BUT) | now
        past: set[int] = set()
        for each in self._of(Grammar.PAST):
            before = self._before(each.at[0], _CLAUSE, ends)
            # "Today I have chest pain years ago I fell" tells first of now, and then of long ago.
            if min(before, default=each.at[0]) - 1 not in now:
                past.update(before)
            # "Fine now" ends what went before.
            if each.at[-1] not in now:
                past.update(self._after(each.at[-1], _CLAUSE, ends))
        return frozenset(past)

    def asked(self, kind: Grammar) -> frozenset[int]:
        asked: set[int] = set()
        for each in self._of(kind):
            asked.update(each.at)  # "what if I feel" has the first word of "feel faint"
            asked.update(self._after(each.at[-1], _SENTENCE, frozenset()))
        return frozenset(asked)

    def _of(self, kind: Grammar) -> list[Sighting]:
        bit = self._index.concepts.bit(kind)
        return [each for each in self._sighted if each.means & bit]

    def _starts(self, kind: Grammar) -> frozenset[int]:
        return frozenset(each.at[0] for each in self._of(kind))

    def _after(
        self,
        start: int,
        far: int,
        ends: frozenset[int],
        goes_on: frozenset[int] = frozenset(),
        until: int = sys.maxsize,
    ) -> list[int]:
        reached: list[int] = []
        since = self.places[start]
        for at in range(start + 1, min(start + _MOST_WORDS, len(self._spoken), until)):
            if at in ends or self._stops(at, far, goes_on):
                break
            if at in goes_on:
                since = self.places[at]
            if self.places[at] - since > far:
                break
            reached.append(at)
        return reached

    def _before(self, start: int, far: int, ends: frozenset[int]) -> list[int]:
        reached: list[int] = []
        for at in range(start - 1, -1, -1):
            if at in ends or self._stops(at + 1, far, frozenset()):
                break
            if self.places[start] - self.places[at] > far:
                break
            reached.append(at)
        return reached

    def _stops(self, at: int, far: int, goes_on: frozenset[int]) -> bool:
        """A comma ends a denial, unless "or" comes after it: "no chest pain, numbness or weakness"."""
        stop = self._spoken.breaks[at]
        if stop is Break.SENTENCE:
            return True
        if stop is Break.NONE or far == _SENTENCE:
            return False
        return not self._goes_on(at, goes_on)

    def _goes_on(self, at: int, goes_on: frozenset[int]) -> bool:
        return any(more in goes_on and self._in_one(at, more) for more in range(at, at + 4))

    def _in_one(self, at: int, more: int) -> bool:
        return all(self._spoken.breaks[each] is Break.NONE for each in range(at + 1, more))


def _next(starts: Sequence[int], after: int) -> int:
    at = bisect_right(starts, after)
    return starts[at] if at < len(starts) else sys.maxsize


def _places(spoken: SpokenWords, common: frozenset[str]) -> list[int]:
    places: list[int] = []
    at = 0
    for readings, stop in zip(spoken.readings, spoken.breaks, strict=True):
        at += _WIDTH[stop] + (1 if readings[0] in common else WORD)
        places.append(at)
    return places
