"""The rules for pictures: they are there, of the right kind, and an exercise that has one has them all."""

from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.source import ExerciseSource, Source

STILLS, LOOPS = {".jpg", ".jpeg", ".png", ".webp"}, {".mp4", ".gif"}


def picture_faults(source: Source, exercise: ExerciseSource) -> Iterator[Fault]:
    place, file = source.folder / exercise.folder, exercise.facts_file
    loops = {form.loop for form in exercise.facts.forms if form.loop}
    stills = set(exercise.facts.pictures.values())
    for name, kinds in [
        *((loop, LOOPS) for loop in sorted(loops)),
        *((still, STILLS | LOOPS) for still in sorted(stills)),
    ]:
        if not (place / name).is_file():
            yield Fault(file, "pictures", f"'{name}' is missing")
        elif (place / name).suffix not in kinds:
            yield Fault(file, "pictures", f"'{name}' should end in {' or '.join(sorted(kinds))}")
    for id_ in sorted(exercise.facts.pictures.keys() - exercise.prose.steps.keys()):
        yield Fault(file, "pictures", f"'{id_}' is no step")
    if loops or stills:
        yield from _half_drawn(exercise)


def _half_drawn(exercise: ExerciseSource) -> Iterator[Fault]:
    for id_ in sorted(exercise.prose.steps.keys() - exercise.facts.pictures.keys()):
        yield Fault(exercise.facts_file, "pictures", f"step '{id_}' has none, and others have")
    for form in exercise.facts.forms:
        if not form.loop:
            yield Fault(exercise.facts_file, f"form '{form.id}'", "has no loop, and other pictures are there")
