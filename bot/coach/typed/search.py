"""Opens what somebody's words mean, or asks which of several it is."""

from collections.abc import Collection

from bot.coach.case import Answer, Case
from bot.coach.choose import cards, narrowing, reading, ready_routines
from bot.coach.progress import programmes
from bot.coach.typed.fuzzy import says_something
from bot.coach.typed.index import SubjectKind, Way, index_of, words_in
from bot.coach.typed.ranking import JUST_SO, search, sure
from bot.domain.plain_text import phrase
from bot.domain.typed.quantities import minutes_and_rest
from bot.domain.typed.vocabulary import Vocabulary, Wish
from bot.screens.buttons.actions import Find, OpenExercise, OpenForm, OpenProgramme, OpenRoutine, OpenTopic
from bot.screens.choose.choices import which_one
from bot.screens.screen import Button


def anything(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """What words without a command mean. None where nothing comes near."""
    minutes, rest = minutes_and_rest(text, vocabulary.quantities)
    if minutes and (not _says_something(case, rest) or _is_no_floor(rest, vocabulary)):
        return _routine(case, text, vocabulary)
    return _found(case, text)


def is_a_name(case: Case, text: str) -> bool:
    """Whether something is called just so."""
    hits = search(text, case.language.library, case.words)
    return bool(hits) and hits[0].score >= JUST_SO


def exercises(case: Case, text: str) -> Answer:
    found = _found(case, text, (SubjectKind.EXERCISE, SubjectKind.PURPOSE))
    return found or narrowing.every_exercise(case, found_none=True)


def a_routine(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    """By a title, another name, minutes, "no floor", or some of them at once."""
    return _routine(case, text, vocabulary) or ready_routines.every_routine(case, found_none=True)


def topics(case: Case, text: str) -> Answer | None:
    return _found(case, text, (SubjectKind.TOPIC,))


def _routine(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    minutes, rest = minutes_and_rest(text, vocabulary.quantities)
    if _is_no_floor(rest, vocabulary):
        return (
            ready_routines.by_minutes(case, minutes, no_floor=True)
            if minutes
            else ready_routines.without_floor(case)
        )
    if _says_something(case, rest) and (found := _found(case, rest, (SubjectKind.ROUTINE,))):
        return found
    return ready_routines.by_minutes(case, minutes) if minutes else None


def _says_something(case: Case, text: str) -> bool:
    return says_something(words_in(text), index_of(case.language.library).fillers)


def _is_no_floor(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.wishes.get(phrase(text)) is Wish.NO_FLOOR


def _found(case: Case, text: str, kinds: Collection[SubjectKind] = tuple(SubjectKind)) -> Answer | None:
    hits = search(text, case.language.library, case.words, kinds)
    if hit := sure(hits):
        return _open(case, hit.way)
    buttons = {hit.subject.title: Button(hit.subject.title, hit.way) for hit in hits}
    return Answer(which_one(tuple(buttons.values()), case.words)) if buttons else None


def _open(case: Case, way: Way) -> Answer:
    match way:
        case OpenExercise(slug):
            return cards.open_exercise(case, slug)
        case OpenForm():
            return cards.open_form(case, way)
        case Find():
            return narrowing.found(case, way)
        case OpenRoutine(slug):
            return ready_routines.open_routine(case, slug)
        case OpenProgramme():
            return programmes.programme_tapped(case, way)
        case OpenTopic(slug):
            return reading.open_topic(case, slug)
