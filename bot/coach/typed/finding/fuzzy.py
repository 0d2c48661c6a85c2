"""Scores how well the phrases of an index fit what was typed, even with a wrong letter or word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.coach.typed.finding.index import Index, Phrase, Subject, weight

LIKE = 0.7
"""The share of a word's letters that must be right: one in four may be wrong, two in seven. Two swapped letters count as one mistake."""

LIKE_AS_A_WHOLE = 0.78
"""The same for a whole phrase without spaces, and for fillers."""

PART_OF_A_WORD = 0.8
WHOLE_WORDS = 4
"""From this many letters on, a word may also be a part of a longer one."""

LEFT_OVER = 0.3
"""How much of the score depends on words of the phrase that nobody typed."""

ACROSS = 0.75
"""The factor for words that are found in different phrases."""

ROUNDING = 1e-6
"""Floating-point numbers are not stored exactly as written."""

NOTHING = ("", 0.0)

Matched = dict[str, tuple[str, float]]
"""For each wanted word, the most similar word of a phrase, and how similar it is."""


def scored(wanted: Sequence[str], index: Index, at_least: float) -> Iterator[tuple[float, Phrase]]:
    """Scores are from 0 to 1. `at_least`: lower scores may be left out, to save time."""
    said = _weighed(wanted, index.fillers)
    whole = sum(much for _, much in said)
    matched = _matched(wanted, index)
    for place, words in matched.items():
        share = _found_of(said, words) / whole
        if share >= at_least:
            yield share * _how_much_is_covered(place, words, index), index.phrases[place]
    together = "".join(wanted)
    places, phrases = _phrases_as_long(len(together), index)
    for _, likeness, at in _like(together, phrases, LIKE_AS_A_WHOLE):
        yield likeness, index.phrases[places[at]]
    for found, phrase in _across(said, matched, index):
        yield ACROSS * (found / whole), phrase


def says_something(words: Sequence[str], fillers: frozenset[str]) -> bool:
    return any(_filler_or_itself(word, fillers) not in fillers for word in words)


def _weighed(wanted: Sequence[str], fillers: frozenset[str]) -> list[tuple[str, float]]:
    return [(word, weight(_filler_or_itself(word, fillers), fillers)) for word in wanted]


def _matched(wanted: Sequence[str], index: Index) -> Mapping[int, Matched]:
    phrases: dict[int, Matched] = defaultdict(dict)
    for word in dict.fromkeys(wanted):
        for known, likeness in _alike(word, index).items():
            for place in index.holding[known]:
                _note(phrases[place], word, known, likeness)
    return phrases


def _note(matched: Matched, word: str, known: str, likeness: float) -> None:
    if likeness > matched.get(word, NOTHING)[1]:
        matched[word] = (known, likeness)


@lru_cache(maxsize=1024)
def _alike(word: str, index: Index) -> Mapping[str, float]:
    is_held = len(word) >= WHOLE_WORDS and word in index.words_in_a_row
    alike = {other: PART_OF_A_WORD for other in index.words if word in other} if is_held else {}
    like = _like(word, _words_as_long(len(word), index), LIKE)
    return alike | {other: likeness for other, likeness, _ in like}


@lru_cache(maxsize=128)
def _words_as_long(letters: int, index: Index) -> tuple[str, ...]:
    places = _places_of_similar_length(index.words_by_letters, letters, LIKE)
    return tuple(index.words[place] for place in places)


@lru_cache(maxsize=128)
def _phrases_as_long(letters: int, index: Index) -> tuple[list[int], tuple[str, ...]]:
    places = _places_of_similar_length(index.phrases_by_letters, letters, LIKE_AS_A_WHOLE)
    return places, tuple(index.run_together[place] for place in places)


def _places_of_similar_length(
    by_letters: Mapping[int, Sequence[int]], letters: int, at_least: float
) -> list[int]:
    most = 1 - at_least + ROUNDING
    near = (length for length in by_letters if abs(length - letters) <= most * max(length, letters))
    return sorted(place for length in near for place in by_letters[length])


def _across(
    said: Sequence[tuple[str, float]], matched: Mapping[int, Matched], index: Index
) -> Iterator[tuple[float, Phrase]]:
    """Scores words found in different phrases of one subject together: "coughing or sneezing"."""
    subjects: dict[Subject, tuple[Phrase, Matched]] = {}
    for place, words in matched.items():
        phrase = index.phrases[place]
        _, all_words = subjects.setdefault(phrase.subject, (phrase, {}))
        for word, (known, likeness) in words.items():
            _note(all_words, word, known, likeness)
    for phrase, all_words in subjects.values():
        if len(all_words) > 1:
            yield _found_of(said, all_words), phrase


def _how_much_is_covered(place: int, matched: Matched, index: Index) -> float:
    covered = {known for known, _ in matched.values()}
    there = sum(index.weights[word] for word in index.phrases[place].words if word in covered)
    return 1 - LEFT_OVER + LEFT_OVER * (there / index.phrase_weights[place])


def _found_of(said: Sequence[tuple[str, float]], matched: Matched) -> float:
    return sum(much * matched[word][1] for word, much in said if word in matched)


@lru_cache(maxsize=1024)
def _filler_or_itself(word: str, fillers: frozenset[str]) -> str:
    near = process.extractOne(word, fillers, scorer=OSA.normalized_similarity, score_cutoff=LIKE_AS_A_WHOLE)
    return near[0] if near else word


def _like(word: str, others: Sequence[str], at_least: float) -> list[tuple[str, float, int]]:
    return process.extract(word, others, scorer=OSA.normalized_similarity, score_cutoff=at_least, limit=None)
