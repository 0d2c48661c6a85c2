"""What a session of a length is to have in it: for each place the purposes that may fill it, the best first (facts.md 4.3, step 6)."""

from bot.domain.library.exercise import Exercise, ExercisePhase, Purpose
from bot.domain.planner.limits import MINUTE, SHORT

Slot = tuple[Purpose, ...]

_WARM, _TURN, _EXTEND = Purpose.WARM, Purpose.TURN, Purpose.EXTEND
_CHEST, _SIDE, _BLADES = Purpose.CHEST, Purpose.SIDE, Purpose.BLADES
_STRENGTH, _CALM = Purpose.STRENGTH, Purpose.CALM

_TWO: tuple[Slot, ...] = ((_WARM,), (_EXTEND, _TURN), (_BLADES,))
_FIVE: tuple[Slot, ...] = ((_WARM,), (_TURN,), (_EXTEND,), (_BLADES,), (_CALM, _SIDE))
_TEN: tuple[Slot, ...] = (
    (_WARM,), (_TURN,), (_EXTEND,), (_CHEST, _SIDE), (_STRENGTH, _BLADES), (_SIDE, _TURN), (_CALM, _SIDE),
)  # fmt: skip
_FIFTEEN: tuple[Slot, ...] = (
    (_WARM,), (_TURN,), (_EXTEND,), (_CHEST, _SIDE), (_STRENGTH, _BLADES), (_STRENGTH, _BLADES), (_SIDE,),
    (_EXTEND, _TURN), (_CALM, _SIDE),
)  # fmt: skip

FILLS = frozenset({_TURN, _EXTEND, _SIDE, _CHEST, _BLADES, _CALM, _WARM})
"""What is left of the time may be for any of these."""


def slots_of(seconds: int) -> tuple[Slot, ...]:
    for most, slots in ((SHORT, _TWO), (5.5 * MINUTE, _FIVE), (11 * MINUTE, _TEN)):
        if seconds <= most:
            return slots
    return _FIFTEEN


def serves(exercise: Exercise, purpose: Purpose) -> bool:
    """Turning the neck is no turning of the back; and what ends a session does not begin it."""
    if purpose is Purpose.TURN and Purpose.NECK in exercise.focus:
        return False
    if purpose is Purpose.WARM and exercise.phase is not ExercisePhase.WARM:
        return False
    return purpose in exercise.focus
