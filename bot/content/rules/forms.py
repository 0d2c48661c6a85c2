"""The rules for a form: its sides, its references, and another form for everybody whom it does not suit."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.content.faults import Fault
from bot.content.rules.ceilings import form_doses
from bot.content.source.records import ExerciseSource, LibrarySource
from bot.content.source.schema import FormFile
from bot.domain.library.exercise import Position, Side

LEFT_AND_RIGHT = frozenset({Side.LEFT, Side.RIGHT})
PAIRS: tuple[frozenset[Side], ...] = (
    frozenset(),
    LEFT_AND_RIGHT,
    frozenset({Side.BACKWARD, Side.FORWARD}),
)


def form_faults(source: LibrarySource, exercise: ExerciseSource, form: FormFile) -> Iterator[Fault]:
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
        yield from reference_faults(source, file, f"{where}, {name}", ref, own)
    yield from form_doses(source, file, where, form, own)
    yield from _way_out(source, file, where, form)
    yield from _easier_ends(source, file, where, own)


def reference_faults(
    source: LibrarySource, file: str, where: str, ref: str | None, own: str = ""
) -> Iterator[Fault]:
    if ref is None or ref.partition("/")[0] in source.unread:
        return
    if ref == own:
        yield Fault(file, where, "points at itself")
    elif source.form(ref) is None:
        yield Fault(file, where, f"'{ref}' points nowhere")


def from_a_chair(form: FormFile) -> bool:
    return form.seated_too or form.position in (Position.SIT, Position.EITHER)


def suits_everybody(form: FormFile) -> bool:
    """True for a gentle form without tools that no complaint and no place rules out."""
    return not form.barred_for and from_a_chair(form) and not form.equipment and form.intensity == 1


def _way_out(source: LibrarySource, file: str, where: str, form: FormFile) -> Iterator[Fault]:
    """People whom a form does not suit must find another with one tap. Broken references are reported elsewhere."""
    others = [source.form(ref) for ref in (form.easier, *form.swaps) if ref]
    known = [other for other in others if other]
    if len(known) < len(others):
        return
    whys = list(_no_way_out(form, known))
    yield from (Fault(file, where, why) for why in whys)
    # A person with several reasons at once needs one other form that meets them all.
    if not whys and not any(map(suits_everybody, known)):
        what = "no easier form or swap suits everybody: every tag, seated, gently, with nothing at hand"
        yield Fault(file, where, what)


def _no_way_out(form: FormFile, others: Sequence[FormFile]) -> Iterator[str]:
    for tag in sorted(form.barred_for, key=lambda tag: tag.value):
        if all(tag in other.barred_for for other in others):
            yield f"is barred for '{tag.value}', and so are its easier form and all its swaps"
    if form.position.is_on_the_floor and not any(map(from_a_chair, others)):
        yield "is done on the floor, and no easier form or swap can be done on a chair"
    if form.equipment and all(other.equipment for other in others):
        yield "needs equipment, and so do its easier form and all its swaps"
    if form.intensity > 1 and all(other.intensity > 1 for other in others):
        yield "has intensity over 1, and so have its easier form and all its swaps"


def _easier_ends(source: LibrarySource, file: str, where: str, own: str) -> Iterator[Fault]:
    seen, ref = {own}, own
    while (form := source.form(ref)) and form.easier:
        ref = form.easier
        if ref in seen:
            yield Fault(file, f"{where}, easier", "goes round in a circle")
            return
        seen.add(ref)
