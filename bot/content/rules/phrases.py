"""The rules for names and search phrases: each belongs to one thing only."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.faults import Fault
from bot.content.source.records import LibrarySource
from bot.domain.plain_text import plain


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that people find by words. `label`: its name in a fault."""

    label: str
    names_file: str
    search_file: str
    names: tuple[str, ...]
    search: tuple[str, ...]


def phrase_faults(source: LibrarySource) -> Iterator[Fault]:
    found = list(_findable(source))
    owners: dict[str, str] = {}
    for each in found:
        for name in each.names:
            other = owners.setdefault(plain(name), each.label)
            if other != each.label:
                yield Fault(each.names_file, "names", f"'{name}' is a name of {other} too")
    claimed: dict[str, str] = {}
    for each in found:
        for phrase in each.search:
            yield from _phrase(each, phrase, owners.get(plain(phrase), each.label), claimed)


def _phrase(each: Findable, phrase: str, owner: str, claimed: dict[str, str]) -> Iterator[Fault]:
    if phrase != phrase.lower():
        yield Fault(each.search_file, "search", f"'{phrase}' should be in small letters")
    if owner != each.label:
        yield Fault(each.search_file, "search", f"'{phrase}' is a name of {owner}")
    if other := claimed.get(plain(phrase)):
        what = "stands here twice" if other == each.label else f"belongs to {other} too"
        yield Fault(each.search_file, "search", f"'{phrase}' {what}")
    claimed.setdefault(plain(phrase), each.label)


def _findable(source: LibrarySource) -> Iterator[Findable]:
    for exercise in source.exercises.values():
        names = (exercise.prose.title, *exercise.prose.other_names)
        search = exercise.facts.search
        yield Findable(exercise.slug, exercise.prose_file, exercise.facts_file, names, search)
    for plan in source.plans:
        yield Findable(plan.slug, plan.file, plan.file, (plan.words.title,), plan.facts.search)
    for topic in source.topics.values():
        search = topic.facts.search
        yield Findable(topic.slug, topic.prose_file, topic.facts_file, (topic.prose.title,), search)
