"""An index of everything that can be found by words, under every phrase that people have for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache

from bot.domain.library.exercise import Exercise, Purpose
from bot.domain.library.library import Library
from bot.domain.library.topic import Topic
from bot.domain.plain_text import bare, words_of
from bot.screens.buttons.actions import (
    By,
    Find,
    OpenExercise,
    OpenForm,
    OpenProgramme,
    OpenRoutine,
    OpenTopic,
)

Way = OpenExercise | OpenForm | Find | OpenRoutine | OpenProgramme | OpenTopic
"""The button that a hit leads to."""


class SubjectKind(IntEnum):
    """In order: if two hits fit equally well, the first kind wins."""

    EXERCISE = 0
    ROUTINE = 1
    PURPOSE = 2
    TOPIC = 3


@dataclass(frozen=True, slots=True)
class Subject:
    kind: SubjectKind
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to call a subject. `rank` 0: its title; 1: another name; 2: words that people may type; 3: one of its forms."""

    words: tuple[str, ...]
    subject: Subject
    way: Way
    rank: int

    @property
    def run_together(self) -> str:
        return "".join(self.words)


@dataclass(frozen=True, eq=False)
class Index:
    """`holding`: by word, the positions of the phrases that contain it. `run_together`: each phrase without spaces.
    `fillers`: words that say little about what is meant.

    Equal only to itself. Has no slots, because what follows from the phrases is computed when first asked for."""

    phrases: tuple[Phrase, ...]
    words: tuple[str, ...]
    holding: Mapping[str, tuple[int, ...]]
    run_together: tuple[str, ...]
    fillers: frozenset[str]

    @cached_property
    def weights(self) -> Mapping[str, float]:
        return {word: weight(word, self.fillers) for word in self.words}

    @cached_property
    def phrase_weights(self) -> tuple[float, ...]:
        return tuple(sum(self.weights[word] for word in phrase.words) for phrase in self.phrases)

    @cached_property
    def words_by_letters(self) -> Mapping[int, tuple[int, ...]]:
        return _by_letters(self.words)

    @cached_property
    def phrases_by_letters(self) -> Mapping[int, tuple[int, ...]]:
        return _by_letters(self.run_together)

    @cached_property
    def words_in_a_row(self) -> str:
        """One search in it tells whether some letters occur in any of the words."""
        return " ".join(self.words)


@lru_cache(maxsize=64)
def index_of(library: Library, purposes: tuple[str, ...] = ()) -> Index:
    """`purposes`: their labels, in order, if purposes should be found too."""
    phrases = tuple(phrase for phrase in (*_everything(library), *_purposes(purposes)) if phrase.words)
    holding: dict[str, list[int]] = defaultdict(list)
    for place, phrase in enumerate(phrases):
        for word in dict.fromkeys(phrase.words):
            holding[word].append(place)
    return Index(
        phrases,
        tuple(holding),
        {word: tuple(places) for word, places in holding.items()},
        tuple(phrase.run_together for phrase in phrases),
        frozenset(word for filler in library.fillers for word in words_in(filler)),
    )


def _by_letters(texts: Iterable[str]) -> Mapping[int, tuple[int, ...]]:
    places: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        places[len(text)].append(place)
    return {letters: tuple(each) for letters, each in places.items()}


def words_in(text: str) -> tuple[str, ...]:
    """Without accents (but й does not become и), signs, or a plural s."""
    return tuple(map(_one_of_many, words_of(bare(text))))


def weight(word: str, fillers: frozenset[str]) -> float:
    return 0.25 if word in fillers else float(min(max(len(word), 2), 8))


def _one_of_many(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _everything(library: Library) -> Iterator[Phrase]:
    for exercise in library.exercises.values():
        yield from _exercise(exercise)
    for routine in library.routines.values():
        subject = Subject(SubjectKind.ROUTINE, routine.slug, routine.title)
        yield from _named(subject, OpenRoutine(routine.slug), routine.title, (), routine.search)
    for programme in library.programmes.values():
        subject = Subject(SubjectKind.ROUTINE, programme.slug, programme.title)
        yield from _named(subject, OpenProgramme(programme.slug), programme.title, (), programme.search)
    for topic in library.topics.values():
        yield from _topic(topic)


def _exercise(exercise: Exercise) -> Iterator[Phrase]:
    subject = Subject(SubjectKind.EXERCISE, exercise.slug, exercise.title)
    way = OpenExercise(exercise.slug)
    yield from _named(subject, way, exercise.title, exercise.other_names, exercise.search)
    for form in exercise.forms[1:]:
        name = words_in(f"{exercise.title} {form.name}")
        yield Phrase(name, subject, OpenForm(exercise.slug, form.ref.form), 3)


def _topic(topic: Topic) -> Iterator[Phrase]:
    subject = Subject(SubjectKind.TOPIC, topic.slug, topic.title)
    return _named(subject, OpenTopic(topic.slug), topic.title, (), topic.search)


def _purposes(labels: tuple[str, ...]) -> Iterator[Phrase]:
    for purpose, label in zip(Purpose, labels, strict=False):
        subject = Subject(SubjectKind.PURPOSE, purpose.value, label)
        yield from _named(subject, Find(By.PURPOSE, purpose.value, 0), label, (purpose.value,), ())


def _named(
    subject: Subject, way: Way, title: str, names: Iterable[str], search: Iterable[str]
) -> Iterator[Phrase]:
    yield Phrase(words_in(title), subject, way, 0)
    for rank, phrases in ((1, (subject.slug, *names)), (2, search)):
        for phrase in phrases:
            yield Phrase(words_in(phrase), subject, way, rank)
