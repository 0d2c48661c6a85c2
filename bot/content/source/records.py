"""Reads the content folder into plain records, and gathers whatever does not have its shape."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from bot.content.faults import Fault
from bot.content.source.article import Article, parse_article
from bot.content.source.prose import Prose, parse
from bot.content.source.schema import (
    CeilingFile,
    CeilingsFile,
    ExerciseFile,
    FallbacksFile,
    File,
    FormFile,
    LineFile,
    ProgrammeFile,
    RoutineFile,
    Slug,
    TopicFile,
)
from bot.content.source.toml import read_toml, text_of
from bot.domain.library.exercise import Purpose

SLUG = TypeAdapter(Slug)

MEDIA = "media"
"""The folder of pictures, in that of an exercise, of all routines, of all programmes."""

Value = TypeVar("Value")
FileShape = TypeVar("FileShape", bound=File)


@dataclass(frozen=True, slots=True)
class ExerciseSource:
    """One directory of exercises/; `folder` is its path inside the content folder, `pictures` are names in its media/."""

    slug: str
    folder: str
    facts: ExerciseFile
    prose: Prose
    pictures: frozenset[str] = frozenset()

    @property
    def is_drawn(self) -> bool:
        return bool(self.pictures)

    @property
    def facts_file(self) -> str:
        return f"{self.folder}/exercise.toml"

    @property
    def prose_file(self) -> str:
        return f"{self.folder}/en.md"

    def form(self, id_: str) -> FormFile | None:
        return next((form for form in self.facts.forms if form.id == id_), None)


@dataclass(frozen=True, slots=True)
class RoutineSource:
    slug: str
    file: str
    facts: RoutineFile
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeSource:
    slug: str
    file: str
    facts: ProgrammeFile
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class TopicSource:
    """One directory of learn/; `folder` is its path inside the content folder."""

    slug: str
    folder: str
    facts: TopicFile
    prose: Article

    @property
    def facts_file(self) -> str:
        return f"{self.folder}/topic.toml"

    @property
    def prose_file(self) -> str:
        return f"{self.folder}/en.md"


@dataclass(slots=True)
class LibrarySource:
    """What could be read. `ceilings` and `fallbacks` are None if their files could not be.

    `unread`: what is there and could not be, exercises by slug, all else by folder and slug ("learn/disc").
    """

    folder: Path
    exercises: dict[str, ExerciseSource] = field(default_factory=dict)
    routines: dict[str, RoutineSource] = field(default_factory=dict)
    programmes: dict[str, ProgrammeSource] = field(default_factory=dict)
    topics: dict[str, TopicSource] = field(default_factory=dict)
    ceilings: dict[str, dict[str, CeilingFile]] | None = None
    fallbacks: dict[Purpose, tuple[str, ...]] | None = None
    unread: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    @property
    def plans(self) -> tuple[RoutineSource | ProgrammeSource, ...]:
        """Both are told by a title and a summary, and found by words."""
        return *self.routines.values(), *self.programmes.values()

    def form(self, ref: str) -> FormFile | None:
        slug, _, form = ref.partition("/")
        exercise = self.exercises.get(slug)
        return exercise.form(form) if exercise else None

    def chain(self, line: LineFile) -> tuple[str, ...]:
        """What may take the place of a line's exercise, best first: its own fallbacks, then those of its purpose."""
        chain = dict.fromkeys((*line.fallbacks, *(self.fallbacks or {}).get(line.purpose, ())))
        return tuple(ref for ref in chain if ref != line.exercise)


def read(folder: Path) -> LibrarySource:
    source = LibrarySource(folder)
    for place in sorted(path for path in (folder / "exercises").glob("*") if path.is_dir()):
        _read_exercise(source, place)
    for slug, file, facts in _each_file(source, "routines", RoutineFile):
        source.routines[slug] = RoutineSource(slug, file, facts, bool(_pictures(folder / "routines")))
    for slug, file, programme in _each_file(source, "programmes", ProgrammeFile):
        source.programmes[slug] = ProgrammeSource(
            slug, file, programme, bool(_pictures(folder / "programmes"))
        )
    for place in sorted(path for path in (folder / "learn").glob("*") if path.is_dir()):
        _read_topic(source, place)
    if ceilings := _take(source, read_toml(folder / "doses.toml", "doses.toml", CeilingsFile)):
        source.ceilings = ceilings.root
    if fallbacks := _take(source, read_toml(folder / "fallbacks.toml", "fallbacks.toml", FallbacksFile)):
        source.fallbacks = fallbacks.root
    if not source.exercises:
        source.faults.append(Fault("exercises", "the folder", "holds no exercise that can be read"))
    return source


def _pictures(place: Path) -> frozenset[str]:
    media = place / MEDIA
    return frozenset(path.name for path in media.iterdir()) if media.is_dir() else frozenset()


def _read_exercise(source: LibrarySource, place: Path) -> None:
    folder = f"exercises/{place.name}"
    _check_slug(source, folder, place.name)
    facts = _take(source, read_toml(place / "exercise.toml", f"{folder}/exercise.toml", ExerciseFile))
    text = _take(source, text_of(place / "en.md", f"{folder}/en.md"))
    prose = _take(source, parse(text, f"{folder}/en.md")) if text is not None else None
    if facts and prose:
        source.exercises[place.name] = ExerciseSource(place.name, folder, facts, prose, _pictures(place))
    else:
        source.unread.add(place.name)


def _each_file(
    source: LibrarySource, folder: str, shape: type[FileShape]
) -> Iterator[tuple[str, str, FileShape]]:
    """Slug, path inside the content folder, and facts of every file that can be read."""
    for path in sorted((source.folder / folder).glob("*.toml")):
        file = f"{folder}/{path.name}"
        _check_slug(source, file, path.stem)
        if facts := _take(source, read_toml(path, file, shape)):
            yield path.stem, file, facts
        else:
            source.unread.add(f"{folder}/{path.stem}")


def _read_topic(source: LibrarySource, place: Path) -> None:
    folder = f"learn/{place.name}"
    _check_slug(source, folder, place.name)
    facts = _take(source, read_toml(place / "topic.toml", f"{folder}/topic.toml", TopicFile))
    text = _take(source, text_of(place / "en.md", f"{folder}/en.md"))
    prose = _take(source, parse_article(text, f"{folder}/en.md")) if text is not None else None
    if facts and prose:
        source.topics[place.name] = TopicSource(place.name, folder, facts, prose)
    else:
        source.unread.add(f"learn/{place.name}")


def _take(source: LibrarySource, read_: tuple[Value, list[Fault]]) -> Value:
    value, faults = read_
    source.faults += faults
    return value


def _check_slug(source: LibrarySource, file: str, slug: str) -> None:
    try:
        SLUG.validate_python(slug)
    except ValueError:
        source.faults.append(
            Fault(file, "name", "should be lower-case words joined by hyphens, 30 letters at most")
        )
