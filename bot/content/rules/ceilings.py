"""The rules for doses: they take time, never shrink from level to level, and stay under their ceilings."""

from collections.abc import Iterator
from itertools import pairwise

from bot.content.faults import Fault
from bot.content.source.records import LibrarySource
from bot.content.source.schema import CeilingFile, DoseFile, FormFile


def form_doses(source: LibrarySource, file: str, where: str, form: FormFile, ref: str) -> Iterator[Fault]:
    for number, dose in enumerate(form.doses, 1):
        yield from dose_faults(source, file, f"{where}, dose {number}", dose, ref)
    for number, (less, more) in enumerate(pairwise(form.doses), 2):
        if _seconds(more) < _seconds(less):
            yield Fault(file, f"{where}, dose {number}", f"is shorter than dose {number - 1}")
    if source.ceilings is not None and _ceiling(source, ref) is None:
        yield Fault(file, where, f"'{ref}' has no ceiling in doses.toml")


def dose_faults(source: LibrarySource, file: str, where: str, dose: DoseFile, ref: str) -> Iterator[Fault]:
    if not dose.hold + dose.move:
        yield Fault(file, where, "takes no time at all")
    if ceiling := _ceiling(source, ref):
        for name, asked, most in (
            ("hold", dose.hold, ceiling.hold),
            ("repetitions", dose.repetitions, ceiling.repetitions),
        ):
            if asked > most:
                yield Fault(file, where, f"{name} = {asked} is over the ceiling of {most} in doses.toml")
    form = source.form(ref)
    if form and dose.stations != form.doses[0].stations:
        yield Fault(file, where, f"stations = {dose.stations}, but its form has {form.doses[0].stations}")


def idle_ceilings(source: LibrarySource) -> Iterator[Fault]:
    for slug, forms in (source.ceilings or {}).items():
        for form in forms:
            if slug not in source.unread and source.form(f"{slug}/{form}") is None:
                yield Fault("doses.toml", f"{slug}.{form}", "is no form of any exercise")


def _ceiling(source: LibrarySource, ref: str) -> CeilingFile | None:
    slug, _, form = ref.partition("/")
    return (source.ceilings or {}).get(slug, {}).get(form)


def _seconds(dose: DoseFile) -> int:
    return dose.repetitions * dose.stations * (dose.hold + dose.move)
