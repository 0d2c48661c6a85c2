"""Lays a translation over the English. Missing parts stay English and are reported."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from bot.content.source.article import Article
from bot.content.source.prose import FormProse, Prose, StepProse

Piece = TypeVar("Piece", FormProse, StepProse, Article, Prose)

OWN = ("other_names", "forms", "steps", "way_in", "begin", "there", "back")
"""Fields that a translation need not have, that only a language with a voice needs, or that are laid over piece by
piece."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A part that English has and the translation lacks: `what`, at a place of its file."""

    where: str
    what: str


def lay_over(english: Prose, theirs: Prose) -> tuple[Prose, list[Lack]]:
    lacks: list[Lack] = []
    forms = {
        id_: _filled(form, theirs.forms.get(id_), f"form '{id_}'", lacks)
        for id_, form in english.forms.items()
    }
    steps = {
        id_: _filled(step, theirs.steps.get(id_), f"step '{id_}'", lacks)
        for id_, step in english.steps.items()
    }
    top = _filled(english, theirs, "top", lacks)
    # Parts that English does not have stay, so that the rules report them.
    return replace(
        top, forms=forms | _others(theirs.forms, forms), steps=steps | _others(theirs.steps, steps)
    ), lacks


def lay_article_over(english: Article, theirs: Article) -> tuple[Article, list[Lack]]:
    lacks: list[Lack] = []
    return _filled(english, theirs, "the file", lacks), lacks


def _filled(english: Piece, theirs: Piece | None, where: str, lacks: list[Lack]) -> Piece:
    if theirs is None:
        lacks.append(Lack(where, "is missing"))
        return english
    missing = list(_missing(english, theirs))
    lacks += [Lack(where, f"'{name.capitalize().replace('_', ' ')}:' is missing") for name in missing]
    return replace(theirs, **{name: getattr(english, name) for name in missing})


def _missing(english: Piece, theirs: Piece) -> Iterator[str]:
    for name in (field.name for field in fields(english) if field.name not in OWN):
        if getattr(english, name) and not getattr(theirs, name):
            yield name


def _others(theirs: dict[str, Piece], known: dict[str, Piece]) -> dict[str, Piece]:
    return {id_: piece for id_, piece in theirs.items() if id_ not in known}
