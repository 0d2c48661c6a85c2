"""Finds the pictures of content by naming rules, so that no file has to list them."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bot.content.source.own_pictures import AVATAR, DESCRIPTION, HELLO, OWN
from bot.content.source.records import MEDIA, ExerciseSource, LibrarySource
from bot.content.source.schema import FormFile
from bot.domain.library.exercise import Pace, Picture

STILL, LOOP = ".jpg", ".mp4"

MISTAKE = "mistake"
"""The name of the picture of an exercise's mistake; no step and no form may have it."""


def has_own(source: LibrarySource) -> bool:
    return (source.folder / OWN).is_dir()


def step_still(exercise: ExerciseSource, form: str, step: str) -> str:
    own = f"{step}.{form}"
    return _file(exercise, own if f"{own}{STILL}" in exercise.pictures else step, STILL)


def loops(exercise: ExerciseSource, form: FormFile) -> tuple[Picture, ...]:
    return _sides(exercise, form, form.id)


def stations(exercise: ExerciseSource, form: FormFile) -> tuple[tuple[Picture, ...], ...]:
    """For each place where the form holds, from 1; empty until all are drawn."""
    count = form.doses[0].stations if form.pace is Pace.HOLD else 1
    held = tuple(_sides(exercise, form, f"{form.id}.{number}") for number in range(1, count + 1))
    files = {Path(loop.file).name for loops in held for loop in loops}
    return held if count > 1 and files <= exercise.pictures else ()


def _sides(exercise: ExerciseSource, form: FormFile, name: str) -> tuple[Picture, ...]:
    names = (name, *(f"{name}.{side.value}" for side in form.sides[1:]))
    return tuple(
        Picture(_file(exercise, name, LOOP), moves=True, still=_file(exercise, name, STILL)) for name in names
    )


def numbered(exercise: ExerciseSource, form: FormFile) -> str:
    return _file(exercise, f"{form.id}.steps", STILL)


def mistaken(exercise: ExerciseSource) -> str:
    """ "" if the mistake has no pose of its own, such as hurrying."""
    return _file(exercise, MISTAKE, STILL) if f"{MISTAKE}{STILL}" in exercise.pictures else ""


def title_of(file: str) -> str:
    path = Path(file)
    return f"{path.parent.as_posix()}/{MEDIA}/{path.stem}{STILL}"


def wanted(source: LibrarySource) -> Iterator[str]:
    """All pictures that are shown. An exercise with one picture needs all of them; title pictures may be missing."""
    for exercise in source.exercises.values():
        if exercise.is_drawn:
            yield from _of(exercise)
    yield from (title_of(plan.file) for plan in source.plans if plan.is_drawn)
    if has_own(source):
        yield from (HELLO, AVATAR, DESCRIPTION)


def _of(exercise: ExerciseSource) -> Iterator[str]:
    yield from (_file(exercise, step, STILL) for step in exercise.prose.steps)
    for form in exercise.facts.forms:
        yield from (step_still(exercise, form.id, step) for step in form.steps)
        for loop in chain(loops(exercise, form), *stations(exercise, form)):
            yield from (loop.file, loop.still)
        yield numbered(exercise, form)
    if mistake := mistaken(exercise):
        yield mistake


def _file(exercise: ExerciseSource, name: str, ending: str) -> str:
    return f"{exercise.folder}/{MEDIA}/{name}{ending}"
