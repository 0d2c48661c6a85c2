"""Corrects one slip of the finger in a word, and splits words that were written as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_SHORTEST = 5
"""Letters of a word in which a slip is accepted. In a word of four, only swapped neighbours are."""

_LONGEST = 24
"""Longer words have no slips, and looking takes time by the square of the length."""

_SHORTEST_BEGUN = 6
_LONGEST_BEGUN = 12
"""Most stems are shorter. In a stem shorter than _SHORTEST_BEGUN, accepting slips would match too much."""

_SHORTEST_STUCK = 7
_LONGEST_STUCK = 32
_MOST_PARTS = 4
_SHORTEST_JOINED = 2
"""Letters after a common word of one letter."""
_LITTLE = 2
"""A part this short may only come first and must be a common word; otherwise too many words could be split."""


@dataclass(frozen=True, slots=True)
class KnownWords:
    """`words`, `stems`: all of them, each with its languages (bits). `common`: little words.

    `signs`: words that mean something alone. `meant`, `meant_stems`: what an unknown word may have been meant to be.
    """

    words: Mapping[str, int]
    stems: Mapping[str, int]
    signs: frozenset[str]
    meant: frozenset[str]
    meant_stems: frozenset[str]
    common: frozenset[str]


class Spelling:
    def __init__(self, known: KnownWords) -> None:
        self._words = known.words
        self._stems = known.stems
        self._signs = known.signs
        self._common = known.common
        self._meant = known.meant
        self._slips = _Slips(word for word in known.meant if len(word) >= _SHORTEST)
        self._stem_slips = _Slips(stem for stem in known.meant_stems if len(stem) >= _SHORTEST_BEGUN)

    def meant(self, word: str) -> tuple[str, ...]:
        if not 4 <= len(word) <= _LONGEST or not word.isalpha():
            return ()
        found = dict.fromkeys(_near(word, self._slips))
        if not found:
            swapped = _swapped(word) if len(word) < _SHORTEST else (word[1] + word[0] + word[2:],)
            found = dict.fromkeys(near for near in swapped if near in self._meant)
        return tuple(found)

    def begun(self, word: str) -> tuple[str, ...]:
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return ()
        found: dict[str, None] = {}
        for length in range(_SHORTEST_BEGUN - 1, min(len(word), _LONGEST_BEGUN) + 1):
            found.update((near, None) for near in _near(word[:length], self._stem_slips))
        return tuple(found)

    def calmed(self, word: str) -> str:
        # "hurrrts" without the letters that a cry adds.
        for most in (2, 1):
            shorter = _without_runs(word, most)
            if shorter in self._words:
                return shorter
        return word

    def joined(self, word: str) -> tuple[str, ...]:
        """Arabic writes "and" as one letter, joined to the next word. With Latin letters this would split too much."""
        first, rest = word[:1], word[1:]
        if len(rest) < _SHORTEST_JOINED or word.isascii() or first not in self._common:
            return ()
        return (first, rest) if self._words.get(first, 0) & self._words.get(rest, 0) else ()

    def parts(self, word: str) -> tuple[str, ...]:
        # "chestpain" is two words. One of them must be a sign, and all of one language.
        if not _SHORTEST_STUCK <= len(word) <= _LONGEST_STUCK:
            return ()
        splits = (parts for parts in self._splits(word, -1, _MOST_PARTS) if len(parts) > 1)
        best = min(splits, key=len, default=())
        return best if any(part in self._signs for part in best) else ()

    def _splits(self, rest: str, languages: int, most: int) -> Iterator[tuple[str, ...]]:
        if not rest:
            yield ()
        if not most:
            return
        for end in range(len(rest), 0, -1):
            of = self._languages(rest[:end], last=end == len(rest)) & languages
            if of and (end > _LITTLE or (most == _MOST_PARTS and rest[:end] in self._common)):
                for more in self._splits(rest[end:], of, most - 1):
                    yield (rest[:end], *more)

    def _languages(self, word: str, *, last: bool) -> int:
        known = self._words.get(word, 0) | self._stems.get(word, 0)
        if last:
            for length in range(4, len(word)):
                known |= self._stems.get(word[:length], 0)
        return known


class _Slips:
    """Finds words that are one slip away: each is listed under itself and under every form with one letter removed, and two words that
    are one slip apart share such a form.

    Words are listed when one with their first letter is first looked up: listing all would slow the start.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._whole: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            self._whole[word[0]].append(word)
        self._apart: dict[str, dict[str, str]] = {}

    def that_leave(self, short: str) -> list[str]:
        first = short[0]
        apart = self._apart.get(first)
        if apart is None:
            apart = self._apart[first] = _taken_apart(self._whole.pop(first, ()))
        return apart.get(short, "").split()


def _taken_apart(words: Iterable[str]) -> dict[str, str]:
    slips: dict[str, str] = {}
    for word in words:
        for short in (word, *_shortened(word)):
            other = slips.get(short)
            slips[short] = f"{other} {word}" if other else word
    return slips


def _near(word: str, slips: _Slips) -> Iterator[str]:
    for short in {word, *_shortened(word)}:
        for near in slips.that_leave(short):
            if near != word and _one_slip(word, near):
                yield near


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1 if len(word) > 1 else 0, len(word)))


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _one_slip(one: str, other: str) -> bool:
    """One letter too many, too few or wrong, or two neighbours swapped; only a swap may change the first letter."""
    at = 0
    for at, (left, right) in enumerate(zip(one, other, strict=False)):  # noqa: B007 - where they part
        if left != right:
            break
    else:
        return abs(len(one) - len(other)) <= 1
    if one[at + 1 :] == other[at:] or one[at:] == other[at + 1 :]:
        return at > 0
    if one[at + 1 :] == other[at + 1 :]:
        return at > 0
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def _without_runs(word: str, most: int) -> str:
    out = ""
    for letter in word:
        if not out.endswith(letter * most):
            out += letter
    return out
