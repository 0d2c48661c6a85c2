"""The doses that people set for themselves, and how much of them is right for them today."""

from dataclasses import replace
from enum import Enum

from bot.domain.library.exercise import Dose, Form, Pace, Purpose
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.own.own_exercise import bounded_rest
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.domain.person.person import Preferences
from bot.domain.session.doses import dose_for
from bot.domain.typed.quantities import Amount

SHORTEST, STEP = 5, 5
"""Seconds: the shortest hold that can be set, and the step by which it grows and shrinks."""


class Nudge(Enum):
    """A small change of one exercise."""

    FEWER = "fewer"
    MORE = "more"
    SHORTER = "shorter"
    LONGER = "longer"


def own_dose(line: OwnLine, form: Form, who: Preferences) -> Dose:
    usual, mine = dose_for(form, who), set_dose(line, form, who)
    is_held_back = who.is_gentle or form.ref.exercise in who.resting.gently
    return min(mine, usual, key=lambda dose: dose.seconds) if is_held_back else mine


def set_dose(line: OwnLine, form: Form, who: Preferences) -> Dose:
    usual = dose_for(form, who)
    hold = usual.hold if line.hold is None or not can_hold(form) else _held(line.hold, form)
    repetitions = usual.repetitions if line.repetitions is None else _times(line.repetitions, form)
    return replace(usual, hold=hold, repetitions=repetitions, move=_rest(line, form, usual))


def _rest(line: OwnLine, form: Form, usual: Dose) -> int:
    """Never shorter than it takes to get out of one hold and into the next."""
    if line.rest is None or not can_hold(form):
        return usual.move
    return bounded_rest(line.rest) if form.is_own else max(usual.move, bounded_rest(line.rest))


def can_hold(form: Form) -> bool:
    return form.pace is Pace.HOLD and form.longest >= SHORTEST


def may_be_set(form: Form, hold: int, repetitions: int) -> bool:
    # 0 stands for "as usual".
    may_hold = hold == 0 or (can_hold(form) and hold == _held(hold, form))
    return may_hold and (repetitions == 0 or repetitions == _times(repetitions, form))


def nudges(line: OwnLine, form: Form, who: Preferences) -> dict[Nudge, OwnLine]:
    now = own_dose(line, form, who)
    hold = None if line.hold is None else now.hold
    counted = replace(line, hold=hold, repetitions=None if line.repetitions is None else now.repetitions)
    after = {nudge: _nudged(counted, now, form, nudge) for nudge in Nudge}
    return {nudge: line for nudge, line in after.items() if line and _is_done(line, form, who, now)}


def _is_done(line: OwnLine, form: Form, who: Preferences, now: Dose) -> bool:
    return now != own_dose(line, form, who) == set_dose(line, form, who)


def _nudged(line: OwnLine, now: Dose, form: Form, nudge: Nudge) -> OwnLine | None:
    match nudge:
        case Nudge.FEWER if now.repetitions > 1:
            return replace(line, repetitions=_times(now.repetitions - 1, form))
        case Nudge.MORE if now.repetitions < form.most:
            return replace(line, repetitions=_times(now.repetitions + 1, form))
        case Nudge.SHORTER if can_hold(form) and now.hold > SHORTEST:
            return replace(line, hold=_held((now.hold - 1) // STEP * STEP, form))
        case Nudge.LONGER if can_hold(form) and now.hold < form.longest:
            return replace(line, hold=_held((now.hold // STEP + 1) * STEP, form))
        case _:
            return None


def with_amount(line: OwnLine, form: Form, amount: Amount) -> OwnLine:
    if amount.hold is not None and can_hold(form):
        line = replace(line, hold=_held(amount.hold, form))
    if amount.rest is not None and can_hold(form):
        line = replace(line, rest=bounded_rest(amount.rest))
    if amount.times is None:
        return line
    return replace(line, repetitions=_times(amount.times // _times_a_repetition(form), form))


def has_full_amount(line: OwnLine, form: Form, amount: Amount) -> bool:
    times = None if line.repetitions is None else line.repetitions * _times_a_repetition(form)
    has_rest = amount.rest in (None, line.rest) and _rest(line, form, form.dose(1)) == (
        line.rest or form.dose(1).move
    )
    return amount.hold in (None, line.hold) and amount.times in (None, times) and has_rest


def most_times(form: Form) -> int:
    # People count each station as one time.
    return form.most * _times_a_repetition(form)


def lines_of(own: OwnRoutine, library: Library, who: Preferences) -> tuple[RoutineLine, ...]:
    return tuple(_line(line, library, who) for line in own.lines)


def _line(line: OwnLine, library: Library, who: Preferences) -> RoutineLine:
    form = library.form(line.ref)
    if form is None:  # retired: a line that nobody can do
        return RoutineLine(Purpose.WARM, line.ref, None, ())
    exercise = library.exercise(line.ref.exercise)
    focus, forms = (exercise.focus, exercise.forms) if exercise else (frozenset(), ())
    purpose = next((each for each in Purpose if each in focus), Purpose.WARM)
    # Another form of the same exercise is closer to what they chose than any other exercise.
    others = (other.ref for other in forms if other is not form)
    dose = own_dose(line, form, who)
    return RoutineLine(purpose, line.ref, dose, tuple(dict.fromkeys((*others, *form.swaps))), is_own=True)


def _times_a_repetition(form: Form) -> int:
    return form.doses[0].stations if form.pace is Pace.HOLD else 1


def _held(seconds: int, form: Form) -> int:
    return max(SHORTEST, min(seconds, form.longest))


def _times(repetitions: int, form: Form) -> int:
    return max(1, min(repetitions, form.most))
