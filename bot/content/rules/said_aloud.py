"""The rules for spoken words during a move: they exist, there is time for them, and they have no digits."""

from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.rules.lengths import too_long
from bot.content.source.language_tags import ENGLISH
from bot.content.source.prose import FormProse
from bot.content.source.records import ExerciseSource
from bot.content.source.schema import DoseFile, FormFile
from bot.domain.library.exercise import Dose, Pace, Turn

WAY_IN, FIRST_STEP, BEGIN, HALF = 130, 90, 60, 30
SPOKEN_A_SECOND = 15
"""Characters in a second."""
SHARE = 3
"""Speech takes at most one third of the time that it is about."""
SHORTEST = 4
"""The least seconds of a repetition that leave room for words."""

ALOUD = ("cue", "between", "other_side", "way_in", "begin", "there", "back")


def spoken_faults(exercise: ExerciseSource) -> Iterator[Fault]:
    for form in exercise.facts.forms:
        if form.turn is not Turn.AFTER_STAYING and (form.pace is Pace.HOLD or form.doses[0].stations > 1):
            yield Fault(
                exercise.facts_file, f"form '{form.id}', turn", "tells of no repetition; leave it out"
            )
        if prose := exercise.prose.forms.get(form.id):
            yield from _of_form(exercise, form, prose)


def _of_form(exercise: ExerciseSource, form: FormFile, prose: FormProse) -> Iterator[Fault]:
    file, where = exercise.prose_file, f"form '{form.id}'"
    yield from (Fault(file, where, what) for what in _never_said(form, prose))
    if exercise.language == ENGLISH:
        yield from (Fault(file, where, what) for what in _missing(exercise, form, prose))
    yield from _takes_too_long(file, where, form, prose)
    for name in ALOUD:
        if _has_digits(getattr(prose, name)):
            yield Fault(file, f"{where}, {name.replace('_', ' ')}", "has digits; a voice needs words")


def _never_said(form: FormFile, prose: FormProse) -> Iterator[str]:
    if bool(prose.there) is not bool(prose.back):
        yield "'There:' and 'Back:' stand together or are both missing"
    if (prose.there or prose.back) and not _has_rhythm(form):
        yield f"'There:' and 'Back:' are never said; it is no flow of several times, each of {SHORTEST} seconds or more"


def _missing(exercise: ExerciseSource, form: FormFile, prose: FormProse) -> Iterator[str]:
    if _has_rhythm(form):
        if not prose.there and not prose.back:
            yield "'There:' and 'Back:' are missing; each of its times has two halves"
    elif not prose.begin:
        yield "'Begin:' is missing; nothing else is said when it begins"
    step = exercise.prose.steps.get(form.steps[0])
    if step and not prose.way_in and (len(step.text) > FIRST_STEP or _has_digits(step.text)):
        yield f"'Way in:' is missing; its first step has digits, or more than {FIRST_STEP} characters"


def _has_digits(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _has_rhythm(form: FormFile) -> bool:
    return form.pace is Pace.FLOW and all(
        each.repetitions > 1 and each.stations * (each.hold + each.move) >= SHORTEST for each in form.doses
    )


def _takes_too_long(file: str, where: str, form: FormFile, prose: FormProse) -> Iterator[Fault]:
    yield from too_long(file, f"{where}, way in", prose.way_in, WAY_IN)
    yield from too_long(file, f"{where}, begin", prose.begin, BEGIN)
    if _has_rhythm(form):
        halves = [_dose(each).halves(form.turn) for each in form.doses]
        for name, seconds in (
            ("there", min(there for there, _ in halves)),
            ("back", min(back for _, back in halves)),
        ):
            yield from too_long(file, f"{where}, {name}", getattr(prose, name), _sayable(seconds))


def _sayable(seconds: float) -> int:
    """How many characters can be said during half a repetition of this many seconds."""
    return min(HALF, int(seconds * SPOKEN_A_SECOND / SHARE))


def _dose(dose: DoseFile) -> Dose:
    return Dose(dose.hold, dose.move, dose.repetitions, dose.stations)
