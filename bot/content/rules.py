"""The rules that exercises and routines keep among each other: references, doses, sides, and a way out for everybody."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bot.content.faults import Fault
from bot.content.schema import CeilingFile, DoseFile, FormFile
from bot.content.source import ExerciseSource, RoutineSource, Source
from bot.domain.exercise import Pace, Position, Side, Tag

PAIRS: tuple[frozenset[Side], ...] = (
    frozenset(),
    frozenset({Side.LEFT, Side.RIGHT}),
    frozenset({Side.BACKWARD, Side.FORWARD}),
)


def broken_rules(source: Source) -> Iterator[Fault]:
    for exercise in source.exercises.values():
        yield from _ids(exercise)
        yield from _prose_and_facts(exercise)
        for form in exercise.facts.forms:
            yield from _form(source, exercise, form)
        yield from _signature(exercise.facts_file, exercise.facts.signed_by, exercise.facts.signed_on)
    for routine in source.routines.values():
        yield from _routine(source, routine)
        yield from _signature(routine.file, routine.facts.signed_by, routine.facts.signed_on)
    yield from _idle_ceilings(source)


def _ids(exercise: ExerciseSource) -> Iterator[Fault]:
    forms = Counter(form.id for form in exercise.facts.forms)
    for id_ in (id_ for id_, count in forms.items() if count > 1):
        yield Fault(exercise.facts_file, f"form '{id_}'", "stands here twice")


def _prose_and_facts(exercise: ExerciseSource) -> Iterator[Fault]:
    forms = exercise.facts.forms
    yield from _joined(exercise, "form", {form.id for form in forms}, exercise.prose.forms)
    yield from _joined(
        exercise, "step", {step for form in forms for step in form.steps}, exercise.prose.steps
    )
    for form in forms:
        prose = exercise.prose.forms.get(form.id)
        rests = form.pace is Pace.HOLD and any(dose.move for dose in form.doses)
        if prose and rests and not prose.between:
            yield Fault(
                exercise.prose_file, f"form '{form.id}'", "'Between:' is missing; its holds have rests"
            )
        if prose and prose.between and not rests:
            yield Fault(
                exercise.prose_file, f"form '{form.id}'", "'Between:' is never shown; it has no rests"
            )


def _joined(
    exercise: ExerciseSource, kind: str, used: set[str], written: Mapping[str, object]
) -> Iterator[Fault]:
    for id_ in sorted(used - written.keys()):
        yield Fault(exercise.prose_file, f"{kind} '{id_}'", "is missing; exercise.toml names it")
    for id_ in sorted(written.keys() - used):
        yield Fault(exercise.prose_file, f"{kind} '{id_}'", "is not used by exercise.toml")


def _form(source: Source, exercise: ExerciseSource, form: FormFile) -> Iterator[Fault]:
    where, file, own = f"form '{form.id}'", exercise.facts_file, f"{exercise.slug}/{form.id}"
    if frozenset(form.sides) not in PAIRS or len(form.sides) not in (0, 2):
        yield Fault(file, where, "sides should be none, left and right, or backward and forward")
    for name, entries in (("steps", form.steps), ("barred_for", form.barred_for), ("swaps", form.swaps)):
        for entry in (entry for entry, count in Counter(entries).items() if count > 1):
            yield Fault(file, where, f"{name} names '{getattr(entry, 'value', entry)}' twice")
    for name, ref in (
        ("easier", form.easier),
        ("harder", form.harder),
        *(("swaps", ref) for ref in form.swaps),
    ):
        yield from _reference(source, file, f"{where}, {name}", ref, own)
    yield from _doses(source, file, where, form, own)
    yield from _way_out(source, file, where, form)
    yield from _easier_ends(source, file, where, own)


def _reference(source: Source, file: str, where: str, ref: str | None, own: str = "") -> Iterator[Fault]:
    if ref is None or ref.partition("/")[0] in source.unread:
        return
    if ref == own:
        yield Fault(file, where, "points at itself")
    elif source.form(ref) is None:
        yield Fault(file, where, f"'{ref}' points nowhere")


def _doses(source: Source, file: str, where: str, form: FormFile, own: str) -> Iterator[Fault]:
    for number, dose in enumerate(form.doses, 1):
        yield from _dose(source, file, f"{where}, dose {number}", dose, own)
    for number, (less, more) in enumerate(pairwise(form.doses), 2):
        if _seconds(more) < _seconds(less):
            yield Fault(file, f"{where}, dose {number}", f"is shorter than dose {number - 1}")
    if source.ceilings is not None and _ceiling(source, own) is None:
        yield Fault(file, where, f"'{own}' has no ceiling in doses.toml")


def _dose(source: Source, file: str, where: str, dose: DoseFile, ref: str) -> Iterator[Fault]:
    if not dose.hold + dose.move:
        yield Fault(file, where, "takes no time at all")
    if ceiling := _ceiling(source, ref):
        for name, asked, most in (
            ("hold", dose.hold, ceiling.hold),
            ("repetitions", dose.repetitions, ceiling.repetitions),
        ):
            if asked > most:
                yield Fault(file, where, f"{name} = {asked} is over the ceiling of {most} in doses.toml")


def _ceiling(source: Source, ref: str) -> CeilingFile | None:
    slug, _, form = ref.partition("/")
    return (source.ceilings or {}).get(slug, {}).get(form)


def _seconds(dose: DoseFile) -> int:
    return dose.repetitions * dose.stations * (dose.hold + dose.move)


def _way_out(source: Source, file: str, where: str, form: FormFile) -> Iterator[Fault]:
    """Who may not do a form, and who can't get down to it, must find another by one tap."""
    others = [other for ref in (form.easier, *form.swaps) if ref and (other := source.form(ref))]
    for tag in sorted(form.barred_for, key=lambda tag: tag.value):
        if others and all(tag in other.barred_for for other in others):
            yield Fault(
                file, where, f"is barred for '{tag.value}', and so are its easier form and all its swaps"
            )
    if form.position.is_on_the_floor and others and not any(_from_a_chair(other) for other in others):
        yield Fault(file, where, "is done on the floor, and no easier form or swap can be done on a chair")


def _from_a_chair(form: FormFile) -> bool:
    return form.seated_too or form.position in (Position.SIT, Position.EITHER)


def _easier_ends(source: Source, file: str, where: str, own: str) -> Iterator[Fault]:
    seen, ref = {own}, own
    while (form := source.form(ref)) and form.easier:
        ref = form.easier
        if ref in seen:
            yield Fault(file, f"{where}, easier", "goes round in a circle")
            return
        seen.add(ref)


def _routine(source: Source, routine: RoutineSource) -> Iterator[Fault]:
    for number, line in enumerate(routine.facts.lines, 1):
        where = f"line {number}"
        yield from _reference(source, routine.file, f"{where}, exercise", line.exercise)
        for ref in line.fallbacks:
            yield from _reference(source, routine.file, f"{where}, fallbacks", ref, line.exercise)
        if line.dose:
            yield from _dose(source, routine.file, f"{where}, dose", line.dose, line.exercise)
        exercise = source.exercises.get(line.exercise.partition("/")[0])
        if exercise and line.purpose not in exercise.facts.focus:
            yield Fault(
                routine.file, where, f"purpose '{line.purpose.value}' is not in the focus of {exercise.slug}"
            )
        if not _suits_everybody(source, (line.exercise, *source.chain(line))):
            yield Fault(
                routine.file, where, "can come out empty: the last fallback should suit every tag, seated"
            )


def _suits_everybody(source: Source, refs: Iterable[str]) -> bool:
    """True also while a reference can't be followed: that fault is told already."""
    forms = [source.form(ref) for ref in refs]
    every = frozenset(Tag)
    return None in forms or any(
        form and not every.intersection(form.barred_for) and _from_a_chair(form) for form in forms
    )


def _signature(file: str, signed_by: str, signed_on: str) -> Iterator[Fault]:
    if bool(signed_by) is not bool(signed_on):
        yield Fault(file, "signed_by, signed_on", "stand together or are both empty")


def _idle_ceilings(source: Source) -> Iterator[Fault]:
    for slug, forms in (source.ceilings or {}).items():
        for form in forms:
            if slug not in source.unread and source.form(f"{slug}/{form}") is None:
                yield Fault("doses.toml", f"{slug}.{form}", "is no form of any exercise")
