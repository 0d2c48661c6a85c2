"""The purposes that a session of a given length needs (docs/facts.md: purposes-of-a-session)."""

from bot.domain.library.exercise import Exercise, ExercisePhase, Purpose
from bot.domain.planner.easing import MINUTE
from bot.domain.planner.limits import SHORT

Slot = tuple[frozenset[Purpose], ...]
"""One place in a session: sets of purposes, the wanted set first, then those that may stand in. All purposes in a set are equally good."""


def _slot(*groups: str) -> Slot:
    return tuple(frozenset(map(Purpose, group.split())) for group in groups)


_WARM, _TURN, _EXTEND, _CALM = _slot("warm"), _slot("turn"), _slot("extend"), _slot("calm", "side")
_CHEST, _STRENGTH = _slot("chest side"), _slot("strength blades")

_TWO = (_WARM, _slot("extend turn"), _slot("blades"))
_FIVE = (_WARM, _TURN, _EXTEND, _slot("blades strength chest side"), _CALM)
_TEN = (_WARM, _TURN, _EXTEND, _CHEST, _STRENGTH, _slot("side", "turn"), _CALM)
_FIFTEEN = (
    *(_WARM, _TURN, _EXTEND, _CHEST, _STRENGTH, _STRENGTH),
    *(_slot("side"), _slot("extend turn"), _CALM),
)

FILLS = frozenset({*Purpose} - {Purpose.BEND, Purpose.STRENGTH, Purpose.NECK})
"""Purposes that may fill what is left of the time."""


def slots_of(seconds: int) -> tuple[Slot, ...]:
    for most, slots in ((SHORT, _TWO), (5.5 * MINUTE, _FIVE), (11 * MINUTE, _TEN)):
        if seconds <= most:
            return slots
    return _FIFTEEN


def serves(exercise: Exercise, purposes: frozenset[Purpose]) -> bool:
    return any(purpose in purposes and _serves(exercise, purpose) for purpose in exercise.focus)


def _serves(exercise: Exercise, purpose: Purpose) -> bool:
    if purpose is Purpose.TURN:  # turning the neck does not turn the back
        return Purpose.NECK not in exercise.focus
    return purpose is not Purpose.WARM or exercise.phase is ExercisePhase.WARM
