"""The rules for what is written about exercises and routines: lengths, forbidden words, names, pictures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.faults import Fault
from bot.content.schema import ForbiddenFile
from bot.content.source import ExerciseSource, Source
from bot.content.toml import read_toml

CAPTION = 1024
"""Code points Telegram takes under a picture."""

STEP_LINES, STEP_LENGTH = 2, 120
ONE_LINE = 100
TITLE = 30
SET_BY_CODE = 200
"""Code points left for what screens put around content: dose, place, stop rule."""

STILLS, LOOPS = {".jpg", ".jpeg", ".png", ".webp"}, {".mp4", ".gif"}
BESIDE_THE_FACTS = {"exercise.toml", "poses.yaml"}
LANGUAGE_FILE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?\.md\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of content, and where it stands."""

    file: str
    where: str
    text: str


def forbidden_words(folder: Path) -> tuple[ForbiddenFile, list[Fault]]:
    """An unreadable list forbids nothing, and is a fault."""
    forbidden, faults = read_toml(folder / "forbidden.toml", "forbidden.toml", ForbiddenFile)
    return forbidden or ForbiddenFile(words={}), faults


def wording_faults(source: Source, forbidden: ForbiddenFile) -> Iterator[Fault]:
    words = patterns(forbidden)
    for piece in pieces(source):
        yield from said(piece, words)
    yield from _same_names(source)
    for exercise in source.exercises.values():
        yield from _steps(exercise)
        yield from _lines(exercise)
        yield from _captions(exercise)
        yield from _pictures(source, exercise)
    for routine in source.routines.values():
        if len(routine.facts.en.title) > TITLE:
            yield Fault(routine.file, "en, title", f"is longer than {TITLE} characters")
        if len(routine.facts.en.summary) > CAPTION - SET_BY_CODE:
            yield Fault(routine.file, "en, summary", f"is longer than {CAPTION - SET_BY_CODE} characters")


def pieces(source: Source) -> Iterator[Piece]:
    """Everything that is said in content. Other names are left out: people search by words we don't use."""
    for exercise in source.exercises.values():
        prose, file = exercise.prose, exercise.prose_file
        for name in ("title", "purpose", "caution", "mistake"):
            yield Piece(file, name, getattr(prose, name))
        for id_, form in prose.forms.items():
            for name in ("name", "cue", "breathing", "between"):
                yield Piece(file, f"form '{id_}', {name}", getattr(form, name))
        for id_, step in prose.steps.items():
            yield Piece(file, f"step '{id_}'", step.text)
            yield Piece(file, f"step '{id_}', picture", step.alt)
    for routine in source.routines.values():
        yield Piece(routine.file, "en, title", routine.facts.en.title)
        yield Piece(routine.file, "en, summary", routine.facts.en.summary)


def patterns(forbidden: ForbiddenFile) -> dict[str, tuple[re.Pattern[str], str]]:
    """By the word as the file has it: how it is found, and what to say rather. A * stands for any ending."""
    return {word: (_pattern(word), rather) for word, rather in forbidden.words.items()}


def _pattern(word: str) -> re.Pattern[str]:
    ending = r"\w*" if word.endswith("*") else ""
    return re.compile(rf"\b{re.escape(word.rstrip('*'))}{ending}\b", re.IGNORECASE)


def said(
    piece: Piece, words: Mapping[str, tuple[re.Pattern[str], str]], allowed: tuple[str, ...] = ()
) -> Iterator[Fault]:
    for word, (pattern, rather) in words.items():
        if word not in allowed and (found := pattern.search(piece.text)):
            yield Fault(piece.file, piece.where, f"says '{found[0]}'; rather: {rather}")


def _same_names(source: Source) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    for exercise in source.exercises.values():
        for name in (exercise.prose.title, *exercise.prose.other_names):
            other = owners.setdefault(name.casefold(), exercise.slug)
            if other != exercise.slug:
                yield Fault(exercise.prose_file, "names", f"'{name}' is a name of {other} already")


def _steps(exercise: ExerciseSource) -> Iterator[Fault]:
    for id_, step in exercise.prose.steps.items():
        where = f"step '{id_}'"
        if step.text.count("\n") >= STEP_LINES:
            yield Fault(exercise.prose_file, where, f"has more than {STEP_LINES} lines")
        if len(step.text) > STEP_LENGTH:
            yield Fault(
                exercise.prose_file, where, f"is {len(step.text)} characters long; {STEP_LENGTH} at most"
            )


def _lines(exercise: ExerciseSource) -> Iterator[Fault]:
    if len(exercise.prose.title) > TITLE:
        yield Fault(exercise.prose_file, "title", f"is longer than {TITLE} characters")
    for id_, form in exercise.prose.forms.items():
        for name, most in (
            ("name", TITLE),
            ("cue", ONE_LINE),
            ("between", ONE_LINE),
            ("breathing", ONE_LINE),
        ):
            if len(getattr(form, name)) > most:
                yield Fault(exercise.prose_file, f"form '{id_}', {name}", f"is longer than {most} characters")


def _captions(exercise: ExerciseSource) -> Iterator[Fault]:
    """The two fullest screens: the card with all it may say, and a step with its picture in words."""
    prose = exercise.prose
    names = ", ".join(prose.other_names)
    breathing = max((len(form.breathing) for form in prose.forms.values()), default=0)
    card = sum(map(len, (prose.title, names, prose.purpose, prose.caution, prose.mistake))) + breathing
    if card > CAPTION - SET_BY_CODE:
        yield Fault(
            exercise.prose_file, "all of it", f"is {card} characters on one card; {CAPTION - SET_BY_CODE} fit"
        )
    for id_, step in prose.steps.items():
        length = len(prose.title) + len(step.text) + len(step.alt)
        if length > CAPTION - SET_BY_CODE:
            what = f"is {length} characters with its picture in words; {CAPTION - SET_BY_CODE} fit"
            yield Fault(exercise.prose_file, f"step '{id_}'", what)


def _pictures(source: Source, exercise: ExerciseSource) -> Iterator[Fault]:
    place = source.folder / exercise.folder
    loops = {form.loop for form in exercise.facts.forms if form.loop}
    stills = set(exercise.facts.pictures.values())
    for file, kinds in [*((loop, LOOPS) for loop in loops), *((still, STILLS | LOOPS) for still in stills)]:
        if not (place / file).is_file():
            yield Fault(exercise.facts_file, "pictures", f"'{file}' is missing")
        elif (place / file).suffix not in kinds:
            yield Fault(
                exercise.facts_file, "pictures", f"'{file}' should end in {' or '.join(sorted(kinds))}"
            )
    for id_ in sorted(exercise.facts.pictures.keys() - exercise.prose.steps.keys()):
        yield Fault(exercise.facts_file, "pictures", f"'{id_}' is no step")
    for path in sorted(path for path in place.rglob("*") if path.is_file()):
        name = path.relative_to(place).as_posix()
        if name not in loops | stills | BESIDE_THE_FACTS and not LANGUAGE_FILE.match(name):
            yield Fault(exercise.folder, name, "is used by nothing")
