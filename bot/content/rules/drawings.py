"""The rules for pictures: an exercise has all of them or none, and each is the right kind of file and not too large."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.faults import Fault
from bot.content.source.media_files import LOOP, MISTAKE, STILL, title_of, wanted
from bot.content.source.records import ExerciseSource, LibrarySource, ProgrammeSource, RoutineSource

LARGEST = {STILL: 150 * 1024, LOOP: 400 * 1024}
"""Bytes that a phone on a slow line can still load while a person gets ready."""

BEGINS = {STILL: (0, b"\xff\xd8\xff", "JPEG"), LOOP: (4, b"ftyp", "MP4")}
"""How such a file begins: the position of the bytes, the bytes, and the format's name."""


def picture_faults(source: LibrarySource) -> Iterator[Fault]:
    for file in dict.fromkeys(wanted(source)):
        path = source.folder / file
        if not path.is_file():
            yield Fault(file, "the file", "is missing; other pictures of its kind are there")
        else:
            yield from (Fault(file, "the file", what) for what in _wrong_with(path))


def undrawn(source: LibrarySource) -> Iterator[Fault]:
    for kind in (source.exercises, source.routines, source.programmes):
        if any(each.is_drawn for each in kind.values()):
            yield from (_undrawn(each) for each in kind.values() if not each.is_drawn)


def _undrawn(each: ExerciseSource | RoutineSource | ProgrammeSource) -> Fault:
    if isinstance(each, ExerciseSource):
        return Fault(each.folder, "pictures", "are missing; words tell what they would show")
    return Fault(title_of(each.file), "the file", "is missing; it has no title picture")


def name_faults(exercise: ExerciseSource) -> Iterator[Fault]:
    """A step or a form named like the mistake would need the mistake's file for its own picture."""
    ids = {**exercise.prose.steps, **exercise.prose.forms}
    if MISTAKE in ids:
        yield Fault(exercise.prose_file, f"'{MISTAKE}'", "can't be the name of a step or a form")


def _wrong_with(path: Path) -> Iterator[str]:
    at, beginning, kind = BEGINS[path.suffix]
    size = path.stat().st_size
    with path.open("rb") as file:
        if file.read(at + len(beginning))[at:] != beginning:
            yield f"is no {kind}"
    if size > LARGEST[path.suffix]:
        yield f"has {size} bytes; {LARGEST[path.suffix]} are the most"
