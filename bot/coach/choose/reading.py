"""Topics to read, in groups, each with links to what comes next. They stay open even when everything else is closed."""

from collections.abc import Iterable, Iterator

from bot.coach.case import Answer, Case
from bot.domain.library.exercise import Exercise
from bot.domain.library.topic import Group, Topic
from bot.domain.session import suitable
from bot.screens.buttons.actions import OpenExercise, OpenGroup, OpenRoutine, OpenTopic
from bot.screens.choose import learn
from bot.screens.person import home
from bot.screens.screen import Button

DOCTOR = "see-a-doctor"
"""The topic that says whom to see, and when."""


def every_group(case: Case) -> Answer:
    filled = {topic.group for topic in case.library.topics.values()}
    return Answer(learn.groups((group for group in Group if group in filled), case.words))


def topic_tapped(case: Case, action: OpenGroup | OpenTopic) -> Answer:
    match action:
        case OpenGroup(which):
            topics = (topic for topic in case.library.topics.values() if topic.group is which)
            return Answer(learn.group(which, topics, case.words))
        case OpenTopic(slug):
            return open_topic(case, slug)


def open_topic(case: Case, slug: str) -> Answer:
    topic = case.library.topics.get(slug)
    if topic is None:
        return Answer(home.retired(case.words))
    return Answer(learn.topic(topic, tuple(_ways_on(case, topic)), case.words))


def _ways_on(case: Case, topic: Topic) -> Iterator[Button]:
    first = [slug for slug in topic.topics if slug == DOCTOR and topic.group is Group.CAUSES]
    yield from _topics(case, first)
    yield from _moves(case, topic)
    yield from _topics(case, [slug for slug in topic.topics if slug not in first])


def _topics(case: Case, slugs: Iterable[str]) -> Iterator[Button]:
    for other in (case.library.topics[slug] for slug in slugs if slug in case.library.topics):
        yield Button(other.title, OpenTopic(other.slug))


def _moves(case: Case, topic: Topic) -> Iterator[Button]:
    library = case.library
    offered = (_for_this_person(case, slug) for slug in topic.exercises)
    for exercise in dict.fromkeys(exercise.slug for exercise in offered if exercise):
        yield Button(library.exercises[exercise].title, OpenExercise(exercise))
    for routine in (library.routines[slug] for slug in topic.routines if slug in library.routines):
        yield Button(routine.title, OpenRoutine(routine.slug))


def _for_this_person(case: Case, slug: str) -> Exercise | None:
    exercise = case.library.exercises.get(slug)
    if exercise is None or suitable.form_for(slug, case.library, case.who):
        return exercise
    swap = suitable.swap(exercise.usual, case.library, case.who, [slug])
    return case.library.exercises[swap.ref.exercise] if swap else None
