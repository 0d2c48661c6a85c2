"""Corrects one typing slip in a word, and splits words that were written as one."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

_SHORTEST = 5
"""The fewest letters of a word in which a slip is accepted. In a word of four, only swapped neighbours are."""

_LONGEST = 24
"""Longer words are not corrected, because looking takes time by the square of the length."""

_SHORTEST_BEGUN = 6
_LONGEST_BEGUN = 12
"""Most stems are shorter. In a stem shorter than _SHORTEST_BEGUN, accepting slips would match too much."""

_SHORTEST_STUCK = 7
_LONGEST_STUCK = 40
_MOST_PARTS = 4
_SHORTEST_JOINED = 2
"""Letters after a common word of one letter."""
_LITTLE = 2
"""A part this short may only come first and must be a common word; otherwise too many words could be split."""

_SHORTEST_SENTENCE = 8
_MOST_WORDS = 8
_A_LONG_ONE = 4
"""A word of this many letters may be a whole sentence, with little common words between others: "iwanttokillmyself".
One of the words is this long."""

_COST_OF_AN_ENDING = 2

_SHORTEST_SPELT = 6
"""The same if the letters stand apart: "c h e s t p a i n". Words of one letter may stand anywhere there."""

_SAYS_MUCH = 4
"""This many words of one language make a sentence, even if none of them means anything alone."""

_SHORTEST_FIRST_SLIP = 6
"""The fewest letters of a word whose first may be that of a neighbouring key: "vreathe". A sign needs one letter less: "xhest"."""

_SHORTEST_HEADLESS = 8
"""The fewest letters of a sign whose first may be any other, or missing: "ustschmerz"."""


class _Keys(Enum):
    """Keyboards, row by row."""

    LATIN = "qwertyuiop asdfghjkl zxcvbnm"
    CYRILLIC = "йцукенгшщзхъ фывапролджэ ячсмитьбю"


@dataclass(frozen=True, slots=True)
class KnownWords:
    """`words`, `stems`: all of them, each with its languages (bits). `common`: little words.

    `signs`: words that mean something alone. `meant`, `meant_stems`: what an unknown word may have been meant to be; `headless`: also
    where its first letter is another, or missing.
    """

    words: Mapping[str, int]
    stems: Mapping[str, int]
    signs: frozenset[str]
    meant: frozenset[str]
    meant_stems: frozenset[str]
    common: frozenset[str]
    headless: frozenset[str] = frozenset()


class Spelling:
    def __init__(self, known: KnownWords) -> None:
        self._words = known.words
        self._stems = known.stems
        self._signs = known.signs
        self._common = known.common
        self._meant = known.meant
        self._slips = _Slips(word for word in known.meant if len(word) >= _SHORTEST)
        self._headless = known.headless
        self._by_tail: dict[str, tuple[str, ...]] | None = None
        self._stem_slips = _Slips(stem for stem in known.meant_stems if len(stem) >= _SHORTEST_BEGUN)

    def meant(self, word: str) -> tuple[str, ...]:
        if not 4 <= len(word) <= _LONGEST or not word.isalpha():
            return ()
        found = dict.fromkeys(_near(word, self._slips))
        if not found:
            swapped = _swapped(word) if len(word) < _SHORTEST else (word[1] + word[0] + word[2:],)
            found = dict.fromkeys(near for near in swapped if near in self._meant)
        return tuple(found) or self._from_the_next_key(word) or self._without_first(word)

    def _from_the_next_key(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_FIRST_SLIP - 1:
            return ()
        others = (key + word[1:] for key in _BESIDE_KEY.get(word[0], ""))
        meant = (other for other in others if other in self._meant)
        return tuple(other for other in meant if len(word) >= _SHORTEST_FIRST_SLIP or other in self._signs)

    def _without_first(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_HEADLESS - 1:
            return ()
        if self._by_tail is None:
            self._by_tail = _by_tail(self._headless)
        return (*self._by_tail.get(word, ()), *self._by_tail.get(word[1:], ()))

    def begun(self, word: str) -> tuple[str, ...]:
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return ()
        found: dict[str, None] = {}
        for length in range(_SHORTEST_BEGUN - 1, min(len(word), _LONGEST_BEGUN) + 1):
            found.update((near, None) for near in _near(word[:length], self._stem_slips))
        return tuple(found)

    def calmed(self, word: str) -> str:
        # "hurrrts" without the letters added for emphasis.
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
        pair = _Splitting(self._languages, self._common, _MOST_PARTS).fewest(word)
        return pair if any(part in self._signs for part in pair) else ()

    def sentence(self, word: str) -> tuple[str, ...]:
        """Splits "iwanttodie": whole words, with little ones between them too."""
        if not _SHORTEST_SENTENCE <= len(word) <= _LONGEST_STUCK:
            return ()
        best = _Splitting(self._whole, self._common, _MOST_WORDS, _LITTLE).fewest(word)
        is_said = len(best) >= _SAYS_MUCH or any(part in self._signs for part in best)
        return best if is_said and any(len(part) >= _A_LONG_ONE for part in best) else ()

    def spelt(self, word: str) -> tuple[str, ...]:
        if not _SHORTEST_SPELT <= len(word) <= _LONGEST_STUCK:
            return ()
        best = _Splitting(self._whole, self._common, _MOST_WORDS, 1).fewest(word)
        is_said = any(part in self._signs and len(part) >= _A_LONG_ONE for part in best)
        return best if is_said else ()

    def _whole(self, word: str, *, last: bool) -> int:  # noqa: ARG002 - the last one is whole too
        return self._words.get(word, 0)

    def _languages(self, word: str, *, last: bool) -> int:
        known = self._words.get(word, 0) | self._stems.get(word, 0)
        if last:
            for length in range(4, len(word)):
                known |= self._stems.get(word[:length], 0)
        return known


class _Splitting:
    """Splits one word into as few known words of one language as it can. A beginning with an ending counts as more than one."""

    def __init__(
        self, languages: Callable[..., int], common: Container[str], most: int, little: int = _LITTLE + 1
    ) -> None:
        """`little`: the fewest letters of common words that may stand anywhere; shorter ones may only come first."""
        self._languages, self._common, self._most, self._little = languages, common, most, little
        self._found: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def fewest(self, word: str) -> tuple[str, ...]:
        return min(self._ways(word, -1, self._most, len(word) - 1), key=self._cost, default=())

    def _of(self, rest: str, languages: int, most: int) -> tuple[str, ...]:
        asked = (rest, languages, most)
        if asked not in self._found:
            ways = self._ways(rest, languages, most, len(rest)) if most else ()
            self._found[asked] = min(ways, key=self._cost, default=())
        return self._found[asked]

    def _ways(self, rest: str, languages: int, most: int, longest: int) -> Iterator[tuple[str, ...]]:
        is_first = longest < len(rest)
        for end in range(longest, 0, -1):
            part, more = rest[:end], rest[end:]
            known = self._languages(part, last=not more) & languages
            if known and (end > _LITTLE or self._may_be_little(part, is_first=is_first)):
                following = self._of(more, known, most - 1) if more else ()
                if following or not more:
                    yield (part, *following)

    def _cost(self, parts: tuple[str, ...]) -> int:
        has_ending = not self._languages(parts[-1], last=False)
        return len(parts) + (_COST_OF_AN_ENDING if has_ending else 0)

    def _may_be_little(self, part: str, *, is_first: bool) -> bool:
        return part in self._common and (is_first or len(part) >= self._little)


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


def _by_tail(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        if len(word) >= _SHORTEST_HEADLESS and word.isalpha():
            found[word[1:]] = (*found.get(word[1:], ()), word)
    return found


def _near(word: str, slips: _Slips) -> Iterator[str]:
    for short in {word, *_shortened(word)}:
        for near in slips.that_leave(short):
            if near != word and _one_slip(word, near):
                yield near


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


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


def _beside_keys(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each key with those around it. Each row stands a little further to the right than the one above."""
    for above, row, below in zip(("", *rows), rows, (*rows[1:], ""), strict=False):
        for at, key in enumerate(row):
            beside = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
            yield key, beside + above[at : at + 2] + below[max(at - 1, 0) : at + 1]


_BESIDE_KEY = dict(each for keys in _Keys for each in _beside_keys(keys.value.split()))


def _without_runs(word: str, most: int) -> str:
    out = ""
    for letter in word:
        if not out.endswith(letter * most):
            out += letter
    return out
