"""The rules for a programme: whole weeks, no strength on two days in a row, and a twin for people who cannot get down to the floor."""

from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.rules.forms import from_a_chair
from bot.content.rules.lines import line_faults
from bot.content.source.records import LibrarySource, ProgrammeSource
from bot.content.source.schema import ProgrammeFile

STRENGTH_DAY = "b"
"""The letter of the day after which another kind of day has its turn (docs/facts.md: programme-pace)."""


def programme_faults(source: LibrarySource, programme: ProgrammeSource) -> Iterator[Fault]:
    facts, file = programme.facts, programme.file
    yield from _rhythm(file, facts)
    for number, week in enumerate(facts.weeks, 1):
        for letter in sorted(set(facts.rhythm) - week.days.keys()):
            yield Fault(file, f"week {number}", f"day '{letter}' is missing; the rhythm has it")
        for letter in sorted(week.days.keys() - set(facts.rhythm)):
            yield Fault(file, f"week {number}", f"day '{letter}' is never done; the rhythm does not have it")
        for letter, lines in week.days.items():
            yield from line_faults(source, file, f"week {number}, day {letter}, ", lines)
    yield from _twin(source, programme)


def _rhythm(file: str, facts: ProgrammeFile) -> Iterator[Fault]:
    days = facts.rhythm
    # The last day of a week is followed by the first of the next.
    if any(day == after == STRENGTH_DAY for day, after in zip(days, days[1:] + days[:1], strict=True)):
        yield Fault(file, "rhythm", f"has '{STRENGTH_DAY}' twice in a row, or at both ends of the week")
    if facts.least > len(days):
        yield Fault(file, "least", f"asks for {facts.least} sessions a week; the rhythm has {len(days)}")


def _twin(source: LibrarySource, programme: ProgrammeSource) -> Iterator[Fault]:
    if programme.facts.seated is None:
        return
    slug, file = programme.facts.seated, programme.file
    twin = source.programmes.get(slug)
    if slug == programme.slug:
        yield Fault(file, "seated", "points at itself")
    elif twin is None and f"programmes/{slug}" not in source.unread:
        yield Fault(file, "seated", f"'{slug}' is no programme")
    elif twin and twin.facts.seated:
        yield Fault(twin.file, "seated", f"is the twin of {programme.slug} and can't have one of its own")
    elif twin:
        yield from _on_a_chair(source, twin)


def _on_a_chair(source: LibrarySource, twin: ProgrammeSource) -> Iterator[Fault]:
    for number, week in enumerate(twin.facts.weeks, 1):
        for letter, lines in week.days.items():
            for position, line in enumerate(lines, 1):
                form = source.form(line.exercise)
                if form and not from_a_chair(form):
                    where = f"week {number}, day {letter}, line {position}"
                    yield Fault(twin.file, where, f"'{line.exercise}' can't be done on a chair")
