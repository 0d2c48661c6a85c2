"""The rules for a topic: it leads on, offers something to do about every cause, and has its own place in its group."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.content.faults import Fault
from bot.content.source.records import LibrarySource, TopicSource
from bot.domain.library.topic import Group
from bot.domain.plain_text import plain

MOST_WAYS_ON = 4
"""The most buttons that have room below a topic."""

WANT_SOMETHING_TO_DO = (Group.CAUSES, Group.EVERYDAY)


def topic_faults(source: LibrarySource, topic: TopicSource) -> Iterator[Fault]:
    facts, file = topic.facts, topic.facts_file
    for name, slugs, known in (
        ("exercises", facts.exercises, {*source.exercises, *source.unread}),
        ("routines", facts.routines, {*source.routines, *_unread(source, "routines/")}),
        ("topics", facts.topics, {*source.topics, *_unread(source, "learn/")}),
    ):
        for slug, count in Counter(slugs).items():
            if slug not in known:
                yield Fault(file, name, f"'{slug}' points nowhere")
            if count > 1:
                yield Fault(file, name, f"'{slug}' stands here twice")
    if topic.slug in facts.topics:
        yield Fault(file, "topics", "points at itself")
    ways_on = len(facts.exercises) + len(facts.routines) + len(facts.topics)
    if not ways_on:
        yield Fault(file, "exercises, routines, topics", "lead nowhere; name one at least")
    elif ways_on > MOST_WAYS_ON:
        what = f"lead to {ways_on} things; {MOST_WAYS_ON} buttons have room"
        yield Fault(file, "exercises, routines, topics", what)
    if facts.group in WANT_SOMETHING_TO_DO and not _has_something_to_do(source, topic):
        yield Fault(file, "exercises, routines", "are missing; what can one do about it?")


def _has_something_to_do(source: LibrarySource, topic: TopicSource) -> bool:
    """A topic that only a doctor can judge, such as an infection, may offer help and no moves."""
    facts = topic.facts
    others = (source.topics.get(slug) for slug in facts.topics)
    leads_to_help = any(other and other.facts.group is Group.HELP for other in others)
    return bool(facts.exercises or facts.routines) or (facts.doctor and leads_to_help)


def same_places(topics: Iterable[TopicSource]) -> Iterator[Fault]:
    titles: dict[tuple[Group, str], str] = {}
    orders: dict[tuple[Group, int], str] = {}
    for topic in topics:
        group = topic.facts.group
        other = titles.setdefault((group, plain(topic.prose.title)), topic.slug)
        if other != topic.slug:
            yield Fault(topic.prose_file, "title", f"is that of {other} in the same group")
        other = orders.setdefault((group, topic.facts.order), topic.slug)
        if other != topic.slug:
            yield Fault(
                topic.facts_file, "order", f"{topic.facts.order} is that of {other} in the same group"
            )


def _unread(source: LibrarySource, folder: str) -> Iterator[str]:
    return (name.removeprefix(folder) for name in source.unread if name.startswith(folder))
