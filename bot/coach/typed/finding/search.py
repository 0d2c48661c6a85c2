"""Opens what somebody's words mean, or asks which of several it is."""

from collections.abc import Collection, Mapping

from bot.coach.case import Answer, Case
from bot.coach.choose import cards, narrowing, planned, reading, ready_routines
from bot.coach.progress import programmes
from bot.coach.typed.finding.fuzzy import says_something
from bot.coach.typed.finding.index import SubjectKind, Way, index_of, words_in
from bot.coach.typed.finding.ranking import EXACT, near_miss, search, sure
from bot.domain.plain_text import phrase
from bot.domain.typed.quantities import minutes_and_rest
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Find, OpenExercise, OpenForm, OpenProgramme, OpenRoutine, OpenTopic
from bot.screens.choose.choices import which_one
from bot.screens.screen import Button


def anything(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    minutes, rest = minutes_and_rest(text, vocabulary.quantities)
    if minutes and (not _says_something(case, rest) or _is_no_floor(rest, vocabulary)):
        return _routine(case, text, vocabulary)
    return _found(case, text)


def is_a_name(case: Case, text: str) -> bool:
    hits = search(text, case.language.library, case.words)
    return bool(hits) and hits[0].score >= EXACT


def is_a_title(case: Case, text: str) -> bool:
    """Names of a single word do not count, because they may mean anything."""
    return " " in phrase(text) and is_a_name(case, text)


def is_a_move(case: Case, text: str) -> bool:
    """True for the name of a move or a routine, not of a topic."""
    hits = search(text, case.language.library, case.words)
    return bool(hits) and hits[0].score >= EXACT and hits[0].subject.kind is not SubjectKind.TOPIC


def exercises(case: Case, text: str) -> Answer:
    found = _found(case, text, (SubjectKind.EXERCISE, SubjectKind.PURPOSE))
    return found or narrowing.every_exercise(case, found_none=True)


def a_routine(case: Case, text: str, vocabulary: Vocabulary) -> Answer:
    return _routine(case, text, vocabulary) or ready_routines.every_routine(case, found_none=True)


def topics(case: Case, text: str) -> Answer | None:
    return _found(case, text, (SubjectKind.TOPIC,))


ALL_BUT_FILLERS = 0.95
"""The score of a name when only fillers stand beside it."""


def named(case: Case, text: str, least: Mapping[SubjectKind, float]) -> Answer | None:
    """`least`: for each kind, the score from which a name is close enough."""
    hit = sure(search(text, case.language.library, case.words))
    wanted = least.get(hit.subject.kind, EXACT) if hit else EXACT
    return _open(case, hit.way) if hit and hit.score >= wanted else None


def ask_which(case: Case, text: str) -> Answer | None:
    hits = search(text, case.language.library, case.words)
    suits = (hit for hit in hits if not isinstance(hit.way, OpenExercise) or cards.suits(case, hit.way.slug))
    buttons = {hit.subject.title: Button(hit.subject.title, hit.way) for hit in suits}
    return Answer(which_one(tuple(buttons.values()), case.words)) if buttons else None


def near_name(case: Case, text: str) -> Button | None:
    hit = near_miss(text, case.language.library, case.words)
    if hit is None or (isinstance(hit.way, OpenExercise) and not cards.suits(case, hit.way.slug)):
        return None
    return Button(hit.subject.title, hit.way)


def _routine(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    minutes, rest = minutes_and_rest(text, vocabulary.quantities)
    if _is_no_floor(rest, vocabulary):
        if minutes is None:
            return ready_routines.without_floor(case)
        return planned.open_today(case, planned.within(minutes, no_floor=True))
    if _says_something(case, rest) and (found := _found(case, rest, (SubjectKind.ROUTINE,))):
        return found
    return planned.open_today(case, planned.within(minutes)) if minutes else None


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
