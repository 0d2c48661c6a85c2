"""The library for different eyes: with pictures that move, with still ones, or in words only."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.domain.library.exercise import Exercise, Form, Picture
from bot.domain.library.library import Library
from bot.domain.person.person import Pictures

_KEPT = 64
"""Libraries: one for each language and setting, and a few in tests."""

_Seen = Callable[[Picture | None], Picture | None]


@lru_cache(maxsize=_KEPT)
def as_seen(library: Library, how: Pictures) -> Library:
    # Where a picture is missing its words are shown, so a library without pictures is one in words only.
    if how is Pictures.MOVING:
        return library
    seen = _standing_still if how is Pictures.STILL else _nothing
    routines, programmes = library.routines, library.programmes
    return replace(
        library,
        exercises={slug: _exercise(each, seen) for slug, each in library.exercises.items()},
        routines={slug: replace(each, picture=seen(each.picture)) for slug, each in routines.items()},
        programmes={slug: replace(each, picture=seen(each.picture)) for slug, each in programmes.items()},
        hello=seen(library.hello),
    )


def _standing_still(picture: Picture | None) -> Picture | None:
    return Picture(picture.still) if picture and picture.moves else picture


def _nothing(_: Picture | None) -> None:
    return None


def _exercise(exercise: Exercise, seen: _Seen) -> Exercise:
    forms = tuple(_form(form, seen) for form in exercise.forms)
    return replace(exercise, forms=forms, mistaken=seen(exercise.mistaken))


def _form(form: Form, seen: _Seen) -> Form:
    steps = tuple(replace(step, picture=seen(step.picture)) for step in form.steps)
    held = tuple(station for loops in form.held if (station := _loops(loops, seen)))
    return replace(form, steps=steps, loops=_loops(form.loops, seen), held=held, numbered=seen(form.numbered))


def _loops(loops: tuple[Picture, ...], seen: _Seen) -> tuple[Picture, ...]:
    return tuple(picture for loop in loops if (picture := seen(loop)))
