"""How well the phrases of an index fit what was typed, also where a letter or a word is not quite right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.coach.typed.finding.index import Index, Phrase, Subject, weight

LIKE = 0.7
"""Of a word's letters, how many must be right: one wrong in four, two in seven. Swapped neighbours count as one."""

LIKE_AS_A_WHOLE = 0.78
"""The same for a whole phrase without blanks, and for fillers."""

PART_OF_A_WORD = 0.8
WHOLE_WORDS = 4
"""Letters from which a word may also be part of a longer one."""

LEFT_OVER = 0.3
"""How much the words of a phrase that nobody asked for count against it."""

ACROSS = 0.75
"""What it counts when words are found in different phrases."""

NOTHING = ("", 0.0)

Matched = dict[str, tuple[str, float]]
"""By wanted word, the likest word of a phrase, and how like it is."""


def scored(wanted: Sequence[str], index: Index) -> Iterator[tuple[float, Phrase]]:
    """Phrases that may be meant, from 0 to 1: word by word, all run together, and by words of several for one subject."""
    matched = _matched(wanted, index)
    for place, words in matched.items():
        yield _fit(wanted, index.phrases[place].words, words, index.fillers), index.phrases[place]
    for _, likeness, place in _like("".join(wanted), index.run_together, LIKE_AS_A_WHOLE):
        yield likeness, index.phrases[place]
    yield from _across(wanted, matched, index)


def says_something(words: Sequence[str], fillers: frozenset[str]) -> bool:
    return any(_meant(word, fillers) not in fillers for word in words)


def _matched(wanted: Sequence[str], index: Index) -> Mapping[int, Matched]:
    """By the place of a phrase."""
    phrases: dict[int, Matched] = defaultdict(dict)
    for word in dict.fromkeys(wanted):
        for known, likeness in _alike(word, index.words).items():
            for place in index.holding[known]:
                _note(phrases[place], word, known, likeness)
    return phrases


def _note(matched: Matched, word: str, known: str, likeness: float) -> None:
    if likeness > matched.get(word, NOTHING)[1]:
        matched[word] = (known, likeness)


def _alike(word: str, known: Sequence[str]) -> dict[str, float]:
    """Words that may be meant by one: nearly the same letters, or a longer word that holds it."""
    alike = {other: PART_OF_A_WORD for other in known if word in other} if len(word) >= WHOLE_WORDS else {}
    return alike | {other: likeness for other, likeness, _ in _like(word, known)}


def _across(
    wanted: Sequence[str], matched: Mapping[int, Matched], index: Index
) -> Iterator[tuple[float, Phrase]]:
    """Words that stand in different phrases of one subject: "coughing or sneezing"."""
    subjects: dict[Subject, tuple[Phrase, Matched]] = {}
    for place, words in matched.items():
        phrase = index.phrases[place]
        _, all_words = subjects.setdefault(phrase.subject, (phrase, {}))
        for word, (known, likeness) in words.items():
            _note(all_words, word, known, likeness)
    for phrase, all_words in subjects.values():
        if len(all_words) > 1:
            yield ACROSS * _said(wanted, all_words, index.fillers), phrase


def _fit(wanted: Sequence[str], words: Sequence[str], matched: Matched, fillers: frozenset[str]) -> float:
    """What of the wanted words is there; a little less where the phrase has more to it than was asked for."""
    covered = {known for known, _ in matched.values()}
    weights = {word: weight(word, fillers) for word in words}
    share = sum(weights[word] for word in words if word in covered) / sum(weights[word] for word in words)
    return _said(wanted, matched, fillers) * (1 - LEFT_OVER + LEFT_OVER * share)


def _said(wanted: Sequence[str], matched: Matched, fillers: frozenset[str]) -> float:
    weights = [weight(_meant(word, fillers), fillers) for word in wanted]
    there = (each * matched.get(word, NOTHING)[1] for each, word in zip(weights, wanted, strict=True))
    return sum(there) / sum(weights)


@lru_cache(maxsize=1024)
def _meant(word: str, fillers: frozenset[str]) -> str:
    """The word itself, unless it is a filler that was nearly typed right."""
    near = process.extractOne(word, fillers, scorer=OSA.normalized_similarity, score_cutoff=LIKE_AS_A_WHOLE)
    return near[0] if near else word


def _like(word: str, others: Sequence[str], at_least: float = LIKE) -> list[tuple[str, float, int]]:
    return process.extract(word, others, scorer=OSA.normalized_similarity, score_cutoff=at_least, limit=None)
