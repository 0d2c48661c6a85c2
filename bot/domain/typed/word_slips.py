"""Corrects typing slips: one letter wrong, missing, too many or swapped."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

LONG_ENOUGH = 5
"""Letters. Too many shorter words are one slip away from other real words."""

LONGEST = 24
MOST_OF_AN_ENDING = 3


@dataclass(frozen=True)
class WordSlips:
    """`known`: words that are listened for. `beginnings`: those of them that longer words may begin with. `guarded`:
    real words that are not to be taken for slips.

    No slots: what is worked out from them is kept."""

    known: frozenset[str]
    guarded: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()

    def is_known(self, word: str) -> bool:
        return word in self.known or word in self.guarded

    def right(self, word: str) -> str:
        if self.is_known(word) or not word.isalpha():
            return word
        if (short := without_runs(word)) in self.known:
            return short
        if not LONG_ENOUGH <= len(word) <= LONGEST or any(map(word.startswith, self.beginnings)):
            return word
        return self._slipped_from(word) or self._begun(word) or word

    def _slipped_from(self, word: str) -> str | None:
        near = {known for key in shortened(word) for known in self._by_shortened.get(key, ())}
        slips = sorted(known for known in near if is_slip(word, known))
        short = without_runs(word)
        return next((known for known in slips if without_runs(known) == short), next(iter(slips), None))

    def _begun(self, word: str) -> str | None:
        # "remiders" is "reminder" with a slip, and an s.
        for ending in range(1, MOST_OF_AN_ENDING + 1):
            head = word[:-ending]
            if len(head) >= LONG_ENOUGH and (known := self._slipped_from(head)) in self.beginnings:
                return f"{known}{word[-ending:]}"
        return None

    @cached_property
    def _by_shortened(self) -> Mapping[str, tuple[str, ...]]:
        """Known words, by themselves and by each form without one letter: a slip always shares one of these keys."""
        by: dict[str, list[str]] = defaultdict(list)
        for known in self.known:
            if len(known) >= LONG_ENOUGH:
                for key in shortened(known):
                    by[key].append(known)
        return {key: tuple(words) for key, words in by.items()}


def is_slip(word: str, known: str) -> bool:
    """True if one letter is wrong, missing or too many, or two neighbours are swapped; the first letter must be right."""
    if word[0] != known[0]:
        return False
    start = next((at for at, pair in enumerate(zip(word, known, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return abs(len(word) - len(known)) <= 1
    here, there = word[start:], known[start:]
    swapped = here[:2] == there[1::-1] and here[2:] == there[2:]
    return swapped or here[1:] == there[1:] or here[1:] == there or here == there[1:]


def shortened(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def without_runs(word: str) -> str:
    # "heyyy" is "hey".
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])
