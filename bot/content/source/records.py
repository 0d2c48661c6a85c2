"""Reads the content folder into plain records, and collects everything of the wrong shape."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from bot.content.faults import Fault
from bot.content.source.article import Article, parse_article
from bot.content.source.language_tags import ENGLISH
from bot.content.source.prose import Prose, parse
from bot.content.source.schema import (
    CeilingFile,
    CeilingsFile,
    ExerciseFile,
    FallbacksFile,
    File,
    FillersFile,
    FormFile,
    InLanguages,
    LineFile,
    ProgrammeFile,
    RoutineFile,
    RoutineWords,
    Slug,
    TopicFile,
    WeekFile,
    WeekWords,
)
from bot.content.source.text_file import text_of
from bot.content.source.toml import read_toml
from bot.content.source.translation import Lack, lay_article_over, lay_over
from bot.domain.library.exercise import Purpose

SLUG = TypeAdapter(Slug)

MEDIA = "media"
"""The name of the folder of pictures: one in each exercise, one for all routines, one for all programmes."""

Value = TypeVar("Value")
Written = TypeVar("Written", Prose, Article)
FileShape = TypeVar("FileShape", bound=File)
Parse = Callable[..., tuple[Written, list[Fault]]]


@dataclass(frozen=True, slots=True)
class ExerciseSource:
    """One folder of exercises/. `folder`: its path inside the content folder. `pictures`: names in its media/. `prose`: in
    `language`, completed from English.
    """

    slug: str
    folder: str
    facts: ExerciseFile
    prose: Prose
    english: Prose
    language: str
    pictures: frozenset[str] = frozenset()

    @property
    def is_drawn(self) -> bool:
        return bool(self.pictures)

    @property
    def facts_file(self) -> str:
        return f"{self.folder}/exercise.toml"

    @property
    def prose_file(self) -> str:
        return f"{self.folder}/{self.language}.md"

    def form(self, id_: str) -> FormFile | None:
        return next((form for form in self.facts.forms if form.id == id_), None)


@dataclass(frozen=True, slots=True)
class RoutineSource:
    slug: str
    file: str
    facts: RoutineFile
    language: str
    is_drawn: bool = False

    @property
    def words(self) -> RoutineWords:
        return self.facts.others.get(self.language, self.facts.en)


@dataclass(frozen=True, slots=True)
class ProgrammeSource:
    slug: str
    file: str
    facts: ProgrammeFile
    language: str
    is_drawn: bool = False

    @property
    def words(self) -> RoutineWords:
        return self.facts.others.get(self.language, self.facts.en)

    @property
    def weeks(self) -> Iterator[tuple[WeekFile, WeekWords]]:
        return ((week, week.others.get(self.language, week.en)) for week in self.facts.weeks)


@dataclass(frozen=True, slots=True)
class TopicSource:
    """One folder of learn/. `folder` and `prose` as in an exercise."""

    slug: str
    folder: str
    facts: TopicFile
    prose: Article
    english: Article
    language: str

    @property
    def facts_file(self) -> str:
        return f"{self.folder}/topic.toml"

    @property
    def prose_file(self) -> str:
        return f"{self.folder}/{self.language}.md"


@dataclass(slots=True)
class LibrarySource:
    """The readable content. `ceilings` and `fallbacks` are None if their files could not be read.

    `unread`: unreadable exercises by slug, everything else by folder and slug ("learn/disc"). `lags`: parts that `language` lacks
    and English stands in for.
    """

    folder: Path
    language: str = ENGLISH
    exercises: dict[str, ExerciseSource] = field(default_factory=dict)
    routines: dict[str, RoutineSource] = field(default_factory=dict)
    programmes: dict[str, ProgrammeSource] = field(default_factory=dict)
    topics: dict[str, TopicSource] = field(default_factory=dict)
    ceilings: dict[str, dict[str, CeilingFile]] | None = None
    fallbacks: dict[Purpose, tuple[str, ...]] | None = None
    fillers: frozenset[str] = frozenset()
    unread: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    lags: list[Fault] = field(default_factory=list)

    @property
    def plans(self) -> tuple[RoutineSource | ProgrammeSource, ...]:
        return *self.routines.values(), *self.programmes.values()

    def form(self, ref: str) -> FormFile | None:
        slug, _, form = ref.partition("/")
        exercise = self.exercises.get(slug)
        return exercise.form(form) if exercise else None

    def chain(self, line: LineFile) -> tuple[str, ...]:
        """Replacements for a line's exercise, best first: its own fallbacks, then those of its purpose."""
        chain = dict.fromkeys((*line.fallbacks, *(self.fallbacks or {}).get(line.purpose, ())))
        return tuple(ref for ref in chain if ref != line.exercise)


def read(folder: Path, language: str = ENGLISH) -> LibrarySource:
    source = LibrarySource(folder, language)
    for place in sorted(path for path in (folder / "exercises").glob("*") if path.is_dir()):
        _read_exercise(source, place)
    for slug, file, facts in _each_file(source, "routines", RoutineFile):
        _note_lag(source, file, language, facts)
        source.routines[slug] = RoutineSource(
            slug, file, facts, language, f"{slug}.jpg" in _pictures(folder / "routines")
        )
    for slug, file, programme in _each_file(source, "programmes", ProgrammeFile):
        _note_lag(source, file, language, programme)
        for number, week in enumerate(programme.weeks, 1):
            _note_lag(source, file, f"week {number}, {language}", week)
        source.programmes[slug] = ProgrammeSource(
            slug, file, programme, language, f"{slug}.jpg" in _pictures(folder / "programmes")
        )
    for place in sorted(path for path in (folder / "learn").glob("*") if path.is_dir()):
        _read_topic(source, place)
    if ceilings := _take(source, read_toml(folder / "doses.toml", "doses.toml", CeilingsFile)):
        source.ceilings = ceilings.root
    if fallbacks := _take(source, read_toml(folder / "fallbacks.toml", "fallbacks.toml", FallbacksFile)):
        source.fallbacks = fallbacks.root
    if fillers := _take(source, read_toml(folder / "fillers.toml", "fillers.toml", FillersFile)):
        source.fillers = frozenset(word for words in fillers.root.values() for word in words)
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
    english = _english(source, folder, parse)
    if facts and english:
        prose, language = _translated(source, folder, english, parse, lay_over)
        source.exercises[place.name] = ExerciseSource(
            place.name, folder, facts, prose, english, language, _pictures(place)
        )
    else:
        source.unread.add(place.name)


def _each_file(
    source: LibrarySource, folder: str, shape: type[FileShape]
) -> Iterator[tuple[str, str, FileShape]]:
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
    english = _english(source, folder, parse_article)
    if facts and english:
        prose, language = _translated(source, folder, english, parse_article, lay_article_over)
        source.topics[place.name] = TopicSource(place.name, folder, facts, prose, english, language)
    else:
        source.unread.add(f"learn/{place.name}")


def _english(source: LibrarySource, folder: str, parse_: Parse[Written]) -> Written | None:
    file = f"{folder}/{ENGLISH}.md"
    text = _take(source, text_of(source.folder / file, file))
    return _take(source, parse_(text, file)) if text is not None else None


def _translated(
    source: LibrarySource,
    folder: str,
    english: Written,
    parse_: Parse[Written],
    lay: Callable[[Written, Written], tuple[Written, list[Lack]]],
) -> tuple[Written, str]:
    file = f"{folder}/{source.language}.md"
    if source.language == ENGLISH:
        return english, ENGLISH
    if not (source.folder / file).is_file():
        source.lags.append(Fault(file, "the file", "is missing"))
        return english, ENGLISH
    text = _take(source, text_of(source.folder / file, file))
    theirs = _take(source, parse_(text or "", file, may_lack=True))
    prose, lacks = lay(english, theirs)
    source.lags += [Fault(file, lack.where, lack.what) for lack in lacks]
    return prose, source.language


def _note_lag(source: LibrarySource, file: str, where: str, facts: InLanguages) -> None:
    if source.language not in facts.languages:
        source.lags.append(Fault(file, where, "is missing"))


def _take(source: LibrarySource, read_: tuple[Value, list[Fault]]) -> Value:
    value, faults = read_
    source.faults += faults
    return value


def is_slug(text: str) -> bool:
    try:
        SLUG.validate_python(text)
    except ValueError:
        return False
    return True


def _check_slug(source: LibrarySource, file: str, slug: str) -> None:
    if not is_slug(slug):
        source.faults.append(
            Fault(file, "name", "should be lower-case words joined by hyphens, 30 letters at most")
        )
