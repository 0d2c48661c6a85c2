"""Collects all texts of the content, and finds forbidden words in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.faults import Fault
from bot.content.source.records import ExerciseSource, LibrarySource
from bot.content.source.schema import ForbiddenFile
from bot.content.source.toml import read_toml


@dataclass(frozen=True, slots=True)
class Piece:
    file: str
    where: str
    text: str


SAID = ("name", "cue", "feel", "breathing", "between", "other_side", "way_in", "begin", "there", "back")
"""The texts of a form, apart from its stations."""


def forbidden_words(folder: Path) -> tuple[ForbiddenFile, list[Fault]]:
    forbidden, faults = read_toml(folder / "forbidden.toml", "forbidden.toml", ForbiddenFile)
    return forbidden or ForbiddenFile(words={}), faults


def wording_faults(source: LibrarySource, forbidden: ForbiddenFile) -> Iterator[Fault]:
    words = patterns(forbidden)
    for piece in pieces(source):
        yield from said(piece, words)


def pieces(source: LibrarySource) -> Iterator[Piece]:
    """Leaves out other names and search phrases: people search by words that the bot does not use."""
    for exercise in source.exercises.values():
        yield from _of_exercise(exercise)
    for plan in source.plans:
        yield Piece(plan.file, "en, title", plan.facts.en.title)
        yield Piece(plan.file, "en, summary", plan.facts.en.summary)
    for programme in source.programmes.values():
        for number, week in enumerate(programme.facts.weeks, 1):
            yield Piece(programme.file, f"week {number}, en, title", week.en.title)
    for topic in source.topics.values():
        for name in ("title", "text", "more"):
            yield Piece(topic.prose_file, name, getattr(topic.prose, name))


def _of_exercise(exercise: ExerciseSource) -> Iterator[Piece]:
    prose, file = exercise.prose, exercise.prose_file
    for name in ("title", "purpose", "caution", "mistake"):
        yield Piece(file, name, getattr(prose, name))
    for id_, form in prose.forms.items():
        for name in SAID:
            yield Piece(file, f"form '{id_}', {name.replace('_', ' ')}", getattr(form, name))
        yield Piece(file, f"form '{id_}', stations", ", ".join(form.stations))
    for id_, step in prose.steps.items():
        yield Piece(file, f"step '{id_}'", step.text)
        yield Piece(file, f"step '{id_}', picture", step.alt)


def patterns(forbidden: ForbiddenFile) -> dict[str, tuple[re.Pattern[str], str]]:
    """By the word as the file has it: its pattern, and what to say instead. A * stands for any ending."""
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
