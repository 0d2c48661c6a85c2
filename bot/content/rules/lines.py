"""The rules for the lines of a routine or a day: each line has something for everybody, and neighbours go well together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.content.faults import Fault
from bot.content.rules.ceilings import dose_faults
from bot.content.rules.forms import reference_faults, suits_everybody
from bot.content.source.records import ExerciseSource, LibrarySource
from bot.content.source.schema import LineFile

FALLBACKS = "fallbacks.toml"
LAST = "the last fallback should suit every tag, seated, gently, with nothing at hand"


def line_faults(source: LibrarySource, file: str, place: str, lines: Sequence[LineFile]) -> Iterator[Fault]:
    """`place` comes before the line's number in a fault; it is empty in a routine."""
    for number, line in enumerate(lines, 1):
        yield from _line(source, file, f"{place}line {number}", line)
    yield from _same_family(source, file, place, lines)
    yield from _neighbours(source, file, place, lines)


def _line(source: LibrarySource, file: str, where: str, line: LineFile) -> Iterator[Fault]:
    yield from reference_faults(source, file, f"{where}, exercise", line.exercise)
    for ref in line.fallbacks:
        yield from reference_faults(source, file, f"{where}, fallbacks", ref, line.exercise)
    if line.dose:
        yield from dose_faults(source, file, f"{where}, dose", line.dose, line.exercise)
    exercise = _exercise(source, line)
    if exercise and line.purpose not in exercise.facts.focus:
        yield Fault(file, where, f"purpose '{line.purpose.value}' is not in the focus of {exercise.slug}")
    if source.fallbacks is not None and line.purpose not in source.fallbacks:
        yield from _ending(source, file, where, line.fallbacks)


def fallback_faults(source: LibrarySource) -> Iterator[Fault]:
    for purpose, chain in (source.fallbacks or {}).items():
        for ref, count in Counter(chain).items():
            yield from reference_faults(source, FALLBACKS, purpose.value, ref)
            if count > 1:
                yield Fault(FALLBACKS, purpose.value, f"'{ref}' stands here twice")
        yield from _ending(source, FALLBACKS, purpose.value, chain)


def _ending(source: LibrarySource, file: str, where: str, chain: Sequence[str]) -> Iterator[Fault]:
    last = source.form(chain[-1]) if chain else None
    if not chain or (last and not suits_everybody(last)):
        yield Fault(file, where, f"can come out empty: {LAST}")


def _same_family(source: LibrarySource, file: str, place: str, lines: Sequence[LineFile]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if exercise := _exercise(source, line):
            first = seen.setdefault(exercise.facts.family, number)
            if first != number:
                what = f"is of the same family as line {first}, '{exercise.facts.family}'"
                yield Fault(file, f"{place}line {number}", what)


def _neighbours(source: LibrarySource, file: str, place: str, lines: Sequence[LineFile]) -> Iterator[Fault]:
    for number, (before, after) in enumerate(pairwise(lines), 2):
        one, other = _exercise(source, before), _exercise(source, after)
        if one and other and other.slug in one.facts.apart_from:
            what = f"stands next to line {number - 1}; {one.slug} and {other.slug} are to be apart"
            yield Fault(file, f"{place}line {number}", what)


def _exercise(source: LibrarySource, line: LineFile) -> ExerciseSource | None:
    return source.exercises.get(line.exercise.partition("/")[0])
