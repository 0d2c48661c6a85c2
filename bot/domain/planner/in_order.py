"""Puts a session in order: loosening first, strength before the calm end, to the floor once (docs/facts.md: order-of-a-session)."""

from collections.abc import Iterable, Mapping

from bot.domain.library.exercise import ExercisePhase, Form, Position
from bot.domain.library.library import Library
from bot.domain.session.script import Part

_PHASES = {phase: number for number, phase in enumerate(ExercisePhase)}
_POSITIONS = {
    position: number
    for number, position in enumerate(
        (
            Position.STAND,
            Position.EITHER,
            Position.SIT,
            Position.KNEEL,
            Position.PRONE,
            Position.SIDE,
            Position.SUPINE,
            Position.LONG_SIT,
        )
    )
}


def in_order(parts: Iterable[Part], library: Library, places: Mapping[str, int]) -> tuple[Part, ...]:
    """`places`: the order of exercises in the library."""
    parts = sorted(parts, key=lambda part: _within(part.form, library, places))
    up = [part for part in parts if not part.form.position.is_on_the_floor]
    down = _ends_softly([part for part in parts if part.form.position.is_on_the_floor], library)
    calm = [part for part in up if _phase(part.form, library) is ExercisePhase.COOL]
    return (*(part for part in up if part not in calm), *down, *calm)


def _ends_softly(down: list[Part], library: Library) -> list[Part]:
    if not down or _phase(down[-1].form, library) is not ExercisePhase.STRENGTH:
        return down
    # Nothing calm ends it, so what loosens does, and not what takes strength.
    loosening = [part for part in down if _phase(part.form, library) is ExercisePhase.MOBILITY]
    return [*(part for part in down if part not in loosening), *loosening]


def _within(form: Form, library: Library, places: Mapping[str, int]) -> tuple[int, int, int]:
    return _PHASES[_phase(form, library)], _POSITIONS[form.position], places[form.ref.exercise]


def _phase(form: Form, library: Library) -> ExercisePhase:
    return library.exercises[form.ref.exercise].phase
