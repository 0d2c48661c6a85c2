"""Finds by words: what is called just so, what has all of the words, and what was nearly typed right."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.coach.typed.finding.fuzzy import says_something, scored
from bot.coach.typed.finding.index import Index, Phrase, Subject, SubjectKind, Way, index_of, words_in
from bot.domain.library.exercise import Exercise, Purpose
from bot.domain.library.library import Library
from bot.screens.screen import Words

JUST_SO = 0.999

SURE = 0.7
"""From here on a find is opened, if no other is nearly as good."""

NEARLY = 0.05
NEAR = 0.68
"""From here on a find is worth asking about."""

MISSED = 0.5
"""From here on a name is nearly right."""

CHOICES = 3
MOST_WORDS, MOST_LETTERS = 12, 40
"""More are not looked at: nobody's search is longer, and a long letter must not hold up the others."""


@dataclass(frozen=True, slots=True)
class Hit:
    """`score`: 1 where it is called just so, less where words are left over, are missing or mistyped."""

    subject: Subject
    way: Way
    score: float


def search(
    text: str, library: Library, words: Words, kinds: Collection[SubjectKind] = tuple(SubjectKind)
) -> tuple[Hit, ...]:
    """What may be meant, the likeliest first. `kinds`: what was asked for; all else only where none of that comes near."""
    labels = tuple(words(f"purpose-{purpose.value}") for purpose in Purpose)
    hits = _hits(text, index_of(library, labels), NEAR)
    asked_for = [hit for hit in hits if hit.subject.kind in kinds]
    return tuple(asked_for or hits)[:CHOICES]


def sure(hits: Sequence[Hit]) -> Hit | None:
    """The first, where there is no doubt."""
    if not hits or hits[0].score < SURE:
        return None
    # The list of a purpose is no rival to an exercise of that name: the card leads on to it.
    rival = max((hit.score for hit in hits[1:] if hit.subject.kind is not SubjectKind.PURPOSE), default=0.0)
    return hits[0] if hits[0].score >= JUST_SO or hits[0].score - rival > NEARLY else None


def find(text: str, library: Library) -> list[Exercise]:
    """Exercises meant by `text`, the likeliest first; none when nothing comes near."""
    return [library.exercises[slug] for slug in _exercises(text, library, NEAR)]


def near_miss(text: str, library: Library) -> Hit | None:
    """The thing whose name is nearly right, where no other is as near."""
    hits = _hits(text, index_of(library), MISSED)
    return hits[0] if hits and (len(hits) == 1 or hits[0].score - hits[1].score > NEARLY) else None


def _exercises(text: str, library: Library, at_least: float) -> list[str]:
    hits = _hits(text, index_of(library), at_least)
    return [hit.subject.slug for hit in hits if hit.subject.kind is SubjectKind.EXERCISE]


def _hits(text: str, index: Index, at_least: float) -> list[Hit]:
    """Each subject once, by the phrase that fits best. Of two that fit alike, titles stand before what is only typed."""
    wanted = [word[:MOST_LETTERS] for word in words_in(text)[:MOST_WORDS]]
    if not says_something(wanted, index.fillers):
        at_least = JUST_SO
    best: dict[Subject, tuple[float, int, Phrase]] = {}
    for score, phrase in scored(wanted, index):
        found = (score, -phrase.rank, phrase)
        if score >= at_least and (phrase.subject not in best or found[:2] > best[phrase.subject][:2]):
            best[phrase.subject] = found
    ordered = sorted(best.items(), key=lambda each: (-each[1][0], each[0].kind, -each[1][1]))
    return [Hit(subject, phrase.way, score) for subject, (score, _, phrase) in ordered]
