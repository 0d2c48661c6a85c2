"""The rules for an exercise: its facts and its words name the same things, and of two exercises kept apart both say so."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.content.faults import Fault
from bot.content.rules.forms import LEFT_AND_RIGHT, form_faults
from bot.content.source.prose import FormProse
from bot.content.source.records import ExerciseSource, LibrarySource
from bot.content.source.schema import FormFile
from bot.domain.library.exercise import Pace


def exercise_faults(source: LibrarySource, exercise: ExerciseSource) -> Iterator[Fault]:
    forms = exercise.facts.forms
    for id_, count in Counter(form.id for form in forms).items():
        if count > 1:
            yield Fault(exercise.facts_file, f"form '{id_}'", "stands here twice")
    yield from _joined(exercise, "form", {form.id for form in forms}, exercise.prose.forms)
    steps = {step for form in forms for step in form.steps}
    yield from _joined(exercise, "step", steps, exercise.prose.steps)
    for form in forms:
        if prose := exercise.prose.forms.get(form.id):
            for what in _never_shown_or_missing(form, prose):
                yield Fault(exercise.prose_file, f"form '{form.id}'", what)
    for form in forms:
        yield from form_faults(source, exercise, form)
    yield from _apart(source, exercise)


def _joined(
    exercise: ExerciseSource, kind: str, used: set[str], written: Mapping[str, object]
) -> Iterator[Fault]:
    for id_ in sorted(used - written.keys()):
        yield Fault(exercise.prose_file, f"{kind} '{id_}'", "is missing; exercise.toml names it")
    for id_ in sorted(written.keys() - used):
        yield Fault(exercise.prose_file, f"{kind} '{id_}'", "is not used by exercise.toml")


def _never_shown_or_missing(form: FormFile, prose: FormProse) -> Iterator[str]:
    rests = form.pace is Pace.HOLD and any(dose.move for dose in form.doses)
    if rests and not prose.between:
        yield "'Between:' is missing; its holds have rests"
    if prose.between and not rests:
        yield "'Between:' is never shown; it has no rests"
    if not prose.other_side and form.position.is_on_the_floor and frozenset(form.sides) == LEFT_AND_RIGHT:
        yield "'Other side:' is missing; who lies or kneels can't look how to turn"
    if prose.other_side and frozenset(form.sides) != LEFT_AND_RIGHT:
        yield "'Other side:' is never shown; it has no left and right"
    places = form.doses[0].stations if form.pace is Pace.HOLD else 1
    if prose.stations and places == 1:
        yield "'Stations:' is never shown; only holds at several stations have names"
    elif places > 1 and len(prose.stations) != places:
        yield f"'Stations:' has {len(prose.stations)} names; its doses have {places} stations"


def _apart(source: LibrarySource, exercise: ExerciseSource) -> Iterator[Fault]:
    for slug in exercise.facts.apart_from:
        other = source.exercises.get(slug)
        if slug == exercise.slug:
            yield Fault(exercise.facts_file, "apart_from", "names itself")
        elif other and exercise.slug not in other.facts.apart_from:
            yield Fault(exercise.facts_file, "apart_from", f"'{slug}' does not say so too")
        elif not other and slug not in source.unread:
            yield Fault(exercise.facts_file, "apart_from", f"'{slug}' is no exercise")
