"""Ranks hits: exact names, names with all of the words, and names that were typed nearly right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.coach.typed.finding.fuzzy import says_something, scored
from bot.coach.typed.finding.index import Index, Phrase, Subject, SubjectKind, Way, index_of, words_in
from bot.domain.library.exercise import Exercise, Purpose
from bot.domain.library.library import Library
from bot.screens.screen import Words

EXACT = 0.999

SURE = 0.7
"""A hit with at least this score is opened, if no other is nearly as good."""

NEARLY = 0.05
NEAR = 0.68
"""A hit with at least this score is worth asking about."""

MISSED = 0.5
"""With at least this score, a name is nearly right."""

CHOICES = 3
MOST_WORDS, MOST_LETTERS = 12, 40
"""Nobody's search is longer than this, and a long message must not hold up the others."""


@dataclass(frozen=True, slots=True)
class Hit:
    """`score`: 1 for an exact name, less if words are left over, missing or misspelt."""

    subject: Subject
    way: Way
    score: float


def search(
    text: str, library: Library, words: Words, kinds: Collection[SubjectKind] = tuple(SubjectKind)
) -> tuple[Hit, ...]:
    hits = [hit for hit in _hits(text, _index(library, words)) if hit.score >= NEAR]
    asked_for = [hit for hit in hits if hit.subject.kind in kinds]
    return tuple(asked_for or hits)[:CHOICES]


def sure(hits: Sequence[Hit]) -> Hit | None:
    if not hits or hits[0].score < SURE:
        return None
    # The list of a purpose does not compete with an exercise of that name: the card links to it.
    rival = max((hit.score for hit in hits[1:] if hit.subject.kind is not SubjectKind.PURPOSE), default=0.0)
    return hits[0] if hits[0].score >= EXACT or hits[0].score - rival > NEARLY else None


def find(text: str, library: Library, words: Words) -> list[Exercise]:
    hits = _hits(text, _index(library, words))
    near = (hit for hit in hits if hit.score >= NEAR and hit.subject.kind is SubjectKind.EXERCISE)
    return [library.exercises[hit.subject.slug] for hit in near]


def near_miss(text: str, library: Library, words: Words) -> Hit | None:
    hits = [hit for hit in _hits(text, _index(library, words)) if hit.subject.kind is not SubjectKind.PURPOSE]
    return hits[0] if hits and (len(hits) == 1 or hits[0].score - hits[1].score > NEARLY) else None


def _index(library: Library, words: Words) -> Index:
    return index_of(library, tuple(words(f"purpose-{purpose.value}") for purpose in Purpose))


@lru_cache(maxsize=8)
def _hits(text: str, index: Index) -> tuple[Hit, ...]:
    """Each subject once, by the phrase that fits best, titles first. Cached, because one message is looked up several times."""
    wanted = [word[:MOST_LETTERS] for word in words_in(text)[:MOST_WORDS]]
    at_least = MISSED if says_something(wanted, index.fillers) else EXACT
    best: dict[Subject, tuple[float, int, Phrase]] = {}
    for score, phrase in scored(wanted, index, at_least):
        found = (score, -phrase.rank, phrase)
        if score >= at_least and (phrase.subject not in best or found[:2] > best[phrase.subject][:2]):
            best[phrase.subject] = found
    ordered = sorted(best.items(), key=lambda each: (-each[1][0], each[0].kind, -each[1][1]))
    return tuple(Hit(subject, phrase.way, score) for subject, (score, _, phrase) in ordered)
