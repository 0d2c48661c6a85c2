"""Finds exercises by words: titles, other names, and what was nearly typed right."""

from rapidfuzz import fuzz, process

from bot.domain.exercise import Exercise
from bot.domain.library import Library

SURE = 82
"""Likeness, 0 to 100, from which a name counts as meant."""


def find(text: str, library: Library) -> list[Exercise]:
    """Exercises meant by `text`, the likeliest first; none when nothing comes near."""
    wanted = _plain(text)
    if len(wanted) < 3:
        return []
    slugs = _names(library)
    hits = process.extract(wanted, list(slugs), scorer=fuzz.token_set_ratio, score_cutoff=SURE, limit=None)
    return [library.exercises[slug] for slug in dict.fromkeys(slugs[hit[0]] for hit in hits)]


def guess(text: str, library: Library) -> tuple[Exercise, ...]:
    """The two exercises that come nearest to what was typed, however far that is."""
    slugs = _names(library)
    hits = process.extract(_plain(text), list(slugs), scorer=fuzz.WRatio, limit=6)
    return tuple(library.exercises[slug] for slug in dict.fromkeys(slugs[hit[0]] for hit in hits))[:2]


def _names(library: Library) -> dict[str, str]:
    """Every name of every exercise, with its slug. Of two exercises with one name the first has it."""
    names: dict[str, str] = {}
    for exercise in library.exercises.values():
        for name in (exercise.title, *exercise.other_names):
            names.setdefault(_plain(name), exercise.slug)
    return names


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
