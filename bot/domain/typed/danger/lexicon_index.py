"""The words of danger in all languages as trees, so that each word of a message leads on at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Self

from bot.domain.typed.danger.danger_lexicon import DangerRules, Grammar, Lexicon
from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.danger.spelling import KnownWords, Spelling

GAP = "_"
STEM = "*"
_SHORTEST_STEM = 2
_LONGEST_END = 5
"""Letters after a stem that may be an ending; a longer end may be another word stuck to it."""

_KEPT = 4096
"""How many words are cached as they were read: all people use much the same ones."""

WordRead = tuple[tuple[tuple[str, ...], int], ...]
"""One typed word, as the words that it may stand for: each with what was perhaps meant, and its languages (bits)."""


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A phrase of one language for concepts (bits). The words of a `certain` phrase are also read by themselves."""

    language: int
    means: int
    certain: bool


@dataclass(slots=True)
class Branch:
    """What may follow the words so far: `words`, `stems` (beginnings of words), a `gap` of up to two words; and the `entries` that end
    here.

    Most branches end where they begin, and there are many, so empty fields are None.
    """

    words: dict[str, Self] | None = None
    stems: dict[str, Self] | None = None
    gap: Self | None = None
    entries: tuple[LexiconEntry, ...] = ()

    def grown(self, word: str) -> Self:
        if self.words and (known := self.words.get(word)):
            return known
        if word == GAP:
            self.gap = self.gap or type(self)()
            return self.gap
        if word.endswith(STEM):
            branches = self.stems = self.stems or {}
            word = word[:-1]
        else:
            branches = self.words = self.words or {}
        branch = branches.get(word)
        if branch is None:
            branch = branches[word] = type(self)()
        return branch

    def after(self, word: str) -> Iterator[Self]:
        if self.words and (whole := self.words.get(word)):
            yield whole
        if self.stems:
            for stem, branch in self.stems.items():
                if word.startswith(stem):
                    yield branch


_NOT_MEANT = frozenset({Grammar.HARMLESS, Grammar.ASKING, Grammar.FACTS})
"""A slip is never taken for one of these."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The words that a slip may stand for. `signs`: words that mean something alone. `stems`: signs that are
    beginnings of words. `headless`: signs whose first letter may be missing."""

    signs: set[str]
    words: set[str]
    stems: set[str]
    headless: set[str]

    def add(self, words: set[str], alone: set[str]) -> None:
        """`words`: of all entries, taken apart. `alone`: those that are an entry by themselves."""
        self.words.update(word for word in words if word != GAP and not word.endswith(STEM))
        self.signs.update(word.removesuffix(STEM) for word in alone)
        stems = {word[:-1] for word in alone if word.endswith(STEM)}
        self.stems.update(stems)
        self.words.update(stems)


class Concepts:
    def __init__(self) -> None:
        self._bits: dict[str | Grammar | Tier, int] = {}

    def bit(self, concept: str | Grammar | Tier) -> int:
        return 1 << self._bits.setdefault(concept, len(self._bits))

    def bits(self, concepts: Iterable[str | Grammar | Tier]) -> int:
        return sum({self.bit(concept) for concept in concepts})


class LexiconIndex:
    def __init__(self, lexicons: Sequence[Lexicon], rules: DangerRules) -> None:
        self.concepts = Concepts()
        self.places = self.concepts.bits(rules.places)
        self.lasting = self.concepts.bits(rules.lasting)
        self.bodily = self.concepts.bits(rules.bodily)
        self.closed = self.concepts.bits((*rules.closed, Grammar.HARMLESS, Grammar.SURE))
        self.grammar = self.concepts.bits(set(Grammar) - {Grammar.HARMLESS, Grammar.SURE})
        self.present = self.concepts.bit(Grammar.PRESENT)
        self.tags = tuple(lexicon.tag for lexicon in lexicons)
        self.common = tuple(lexicon.common for lexicon in lexicons)
        self.mixed_in = tuple(lexicon.is_mixed_in for lexicon in lexicons)
        self._root = Branch()
        self._phrases: defaultdict[str, list[tuple[str, LexiconEntry]]] = defaultdict(list)
        self._alike: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._word_languages: dict[str, int] = {}
        self._stem_languages: dict[str, int] = {}
        self._real = frozenset[str]().union(*(lexicon.real for lexicon in lexicons))
        meant = _Meant(set(), set(), set(), set())
        for language, lexicon in enumerate(lexicons):
            self._learn(language, lexicon, meant)
        common = frozenset[str]().union(*self.common)
        alike = sum(1 << at for at, lexicon in enumerate(lexicons) if lexicon.keeps_firsts)
        self.spelling = Spelling(
            KnownWords(
                self._word_languages,
                self._stem_languages,
                frozenset(meant.signs),
                frozenset(meant.words),
                frozenset(meant.stems),
                common,
                frozenset(word for word in meant.headless if not self._word_languages.get(word, 0) & alike),
            )
        )
        self._stems = {first.removesuffix(STEM): first for first in self._phrases if first.endswith(STEM)}
        self._longest_stem = max(map(len, self._stem_languages), default=0)
        self.read = lru_cache(maxsize=_KEPT)(self._read)
        self.begun = lru_cache(maxsize=_KEPT)(self._begun)

    def _begun(self, word: str) -> tuple[Branch, ...]:
        """Branches after the first word of entries. A word listed as real only looks like a stem, and begins none."""
        firsts = [word] if word in self._phrases else []
        if word not in self._real:
            lengths = range(_SHORTEST_STEM, min(len(word), self._longest_stem) + 1)
            firsts += (self._stems[word[:end]] for end in lengths if word[:end] in self._stems)
        return tuple(map(self._branch, firsts))

    def _branch(self, first: str) -> Branch:
        """Grows when its word is first typed: most never are, and growing all of them would slow the start."""
        branch = self._root.grown(first)
        for rest, entry in self._phrases[first]:
            end = branch
            for word in rest.split():
                end = end.grown(word)
            end.entries = self._with(end.entries, entry)
        self._phrases[first] = []
        return branch

    def _with(self, entries: tuple[LexiconEntry, ...], new: LexiconEntry) -> tuple[LexiconEntry, ...]:
        """One entry for all concepts with the same reading: "10" is a mark, an age and a dose in each language."""
        apart = self.grammar | self.places | self.closed | self.lasting
        for at, old in enumerate(entries):
            is_like = old.language == new.language and old.certain == new.certain
            if is_like and not (old.means | new.means) & apart:
                both = LexiconEntry(old.language, old.means | new.means, old.certain)
                return (*entries[:at], both, *entries[at + 1 :])
        return (*entries, new)

    def alike(self, word: str) -> Sequence[tuple[tuple[str, ...], str]]:
        """Other spellings that begin with this word, and the word that they stand for."""
        return self._alike.get(word, ())

    def languages(self, word: str) -> int:
        known = self._word_languages.get(word, 0)
        for length in range(_SHORTEST_STEM, min(len(word), self._longest_stem) + 1):
            known |= self._stem_languages.get(word[:length], 0)
        return known

    def _read(self, word: str) -> WordRead:
        for each in dict.fromkeys((word, calm := self.spelling.calmed(word))):
            if self.is_known(each):
                return self._each((each,))
        if parts := self.spelling.joined(word):
            return self._each(parts)
        if meant := self.spelling.meant(calm):
            return (((word, *meant), 0),)
        if parts := self.spelling.parts(calm):
            return self._each(parts)
        begun = () if self.languages(word) else self.spelling.begun(calm)
        parts = () if begun else self.spelling.sentence(calm)
        return self._each(parts or (word,)) if not begun else (((word, *begun), 0),)

    def read_spelt(self, word: str) -> WordRead:
        """Reads what was written letter by letter: "h e l p m e i f e l l"."""
        parts = () if self.is_known(word) else self.spelling.spelt(word)
        return self._each(parts) if parts else self.read(word)

    def _each(self, words: tuple[str, ...]) -> WordRead:
        return tuple(((word,), self.languages(word)) for word in words)

    def is_known(self, word: str) -> bool:
        ends = range(max(_SHORTEST_STEM, len(word) - _LONGEST_END), min(len(word), self._longest_stem) + 1)
        return word in self._word_languages or any(word[:end] in self._stems for end in ends)

    def _learn(self, language: int, lexicon: Lexicon, meant: _Meant) -> None:
        bit = 1 << language
        for word in lexicon.common | lexicon.real:
            self._know(self._word_languages, word, bit)
        for word, others in lexicon.alike.items():
            for other in others:
                words = tuple(other.split())
                self._alike.setdefault(words[0], []).append((words, word))
                for each in words:
                    self._know(self._word_languages, each, bit)
        said: set[str] = set()
        may_be_meant: set[str] = set()
        alone: set[str] = set()
        for concept, entries, certain in _concepts_of(lexicon):
            entry = LexiconEntry(language, self.concepts.bit(concept), certain)
            for phrase in entries:
                first, _, rest = phrase.partition(" ")
                self._phrases[first].append((intern(rest), entry))  # many are the same, most of them empty
            theirs = " ".join(entries).split()
            said.update(theirs)
            if concept not in _NOT_MEANT:
                may_be_meant.update(theirs)
                alone.update(phrase for phrase in entries if " " not in phrase)
        meant.add(may_be_meant, alone)
        if not lexicon.keeps_firsts:
            meant.headless.update(word.removesuffix(STEM) for word in alone)
        self._know_all(said, bit)

    def _know_all(self, words: set[str], bit: int) -> None:
        for word in words - {GAP}:
            if word.endswith(STEM):
                self._know(self._stem_languages, word[:-1], bit)
            else:
                self._know(self._word_languages, word, bit)

    @staticmethod
    def _know(languages: dict[str, int], word: str, bit: int) -> None:
        languages[word] = languages.get(word, 0) | bit


def _concepts_of(lexicon: Lexicon) -> Iterator[tuple[str | Grammar | Tier, tuple[str, ...], bool]]:
    yield from ((concept, entries, False) for concept, entries in lexicon.words.items())
    yield from ((concept, entries, False) for concept, entries in lexicon.grammar.items())
    yield from ((tier, entries, True) for tier, entries in lexicon.certain.items())
