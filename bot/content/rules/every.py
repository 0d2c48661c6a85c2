"""All rules for exercises, routines, programmes and topics together."""

from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.rules.ceilings import idle_ceilings
from bot.content.rules.drawings import name_faults, picture_faults
from bot.content.rules.exercises import exercise_faults
from bot.content.rules.lengths import length_faults
from bot.content.rules.lines import fallback_faults, line_faults
from bot.content.rules.phrases import phrase_faults
from bot.content.rules.programme_weeks import programme_faults
from bot.content.rules.said_aloud import spoken_faults
from bot.content.rules.topics import same_places, topic_faults
from bot.content.source.records import LibrarySource
from bot.content.source.schema import Signed


def broken_rules(source: LibrarySource) -> Iterator[Fault]:
    for exercise in source.exercises.values():
        yield from exercise_faults(source, exercise)
        yield from name_faults(exercise)
        yield from spoken_faults(exercise)
        yield from _signature(exercise.facts_file, exercise.facts)
    for routine in source.routines.values():
        yield from line_faults(source, routine.file, "", routine.facts.lines)
        yield from _signature(routine.file, routine.facts)
    for programme in source.programmes.values():
        yield from programme_faults(source, programme)
        yield from _signature(programme.file, programme.facts)
    for topic in source.topics.values():
        yield from topic_faults(source, topic)
        yield from _signature(topic.facts_file, topic.facts)
    yield from fallback_faults(source)
    yield from same_places(source.topics.values())
    yield from phrase_faults(source)
    yield from idle_ceilings(source)
    yield from length_faults(source)
    yield from picture_faults(source)


def _signature(file: str, facts: Signed) -> Iterator[Fault]:
    if bool(facts.signed_by) is not bool(facts.signed_on):
        yield Fault(file, "signed_by, signed_on", "stand together or are both empty")
