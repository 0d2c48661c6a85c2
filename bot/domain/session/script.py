"""Turns exercises and doses into a script: the beats of one session, in order."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.domain.library.exercise import Dose, Form, FormRef, Pace, Position, Side

# Seconds (docs/facts.md: duration-formula).
SAME_POSITION = 5
NEW_POSITION = 12

MOVING_OVER = 8
"""Seconds to hear or read how to come to the other side, and to do it. They count as the formula says."""


LYING = frozenset({Position.PRONE, Position.SIDE, Position.SUPINE})


class BeatKind(Enum):
    GET_READY = "get-ready"
    HOLD = "hold"
    REPEAT = "repeat"
    SWITCH = "switch"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing to do for a while. `seconds` None: it lasts until the person says so.

    `item` counts the exercises of a session from 0. A HOLD and the REST after it have `repetition` (from 1) of `repetitions`; a REPEAT
    holds all its repetitions inside. `set_up`: seconds that a GET_READY or a SWITCH counts for by the formula, however long it lasts.
    """

    kind: BeatKind
    item: int
    ref: FormRef
    seconds: int | None
    side: Side | None = None
    repetition: int = 1
    repetitions: int = 1
    on_floor: bool = False
    set_up: int = 0

    @property
    def card(self) -> tuple[int, FormRef, Side | None]:
        """Beats with the same card are shown by one message."""
        return self.item, self.ref, self.side


Script = tuple[Beat, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One exercise of a session, settled for this person."""

    form: Form
    dose: Dose


def duration(parts: Collection[Part]) -> int:
    """Seconds, without any waiting for "I'm ready" (docs/facts.md: duration-formula)."""
    total, position = 0, None
    for part in parts:
        total += _set_up(part.form.position, position) + work_seconds(part)
        position = _position_after(part.form.position, position)
    return total


def length_of(script: Script) -> int:
    """Seconds by the formula. A beat that waits for "I'm ready" counts as getting into a new position."""
    return sum(_counted(beat) for beat in script)


def _counted(beat: Beat) -> int:
    if beat.seconds is None:
        return NEW_POSITION
    return min(beat.seconds, beat.set_up or beat.seconds)


@dataclass(frozen=True, slots=True)
class Getting:
    """How a person gets to the floor and up from it.

    `counts`: seconds that it counts for in the plan. `takes`: seconds that it, or rolling over, really takes them. `is_timed`: no tap
    is waited for on the way.
    """

    counts: int = NEW_POSITION
    takes: int = NEW_POSITION
    is_timed: bool = False


def write(parts: Collection[Part], known: Collection[str] = (), getting: Getting = Getting()) -> Script:
    """`known`: slugs of exercises that were done before. Nobody knows where an own exercise is done: it waits, and so does the next."""
    beats: list[Beat] = []
    position, comes_from_own = None, False
    for item, part in enumerate(parts):
        is_known = part.form.ref.exercise in known and not (part.form.is_own or comes_from_own)
        of_it = beats_of(part, item, position, is_known=is_known, getting=getting)
        if changes_floor(part.form.position, position):
            seconds = getting.takes if is_known and getting.is_timed else None  # docs/facts.md: floor-time
            of_it = (replace(of_it[0], set_up=getting.counts, seconds=seconds), *of_it[1:])
        elif is_known and getting.is_timed and turns_over(part.form.position, position):
            of_it = (replace(of_it[0], seconds=max(getting.takes, NEW_POSITION)), *of_it[1:])
        beats += of_it
        comes_from_own = part.form.is_own
        position = _position_after(part.form.position, position)
    return tuple(beats)


def beats_of(
    part: Part, item: int, position: Position | None, *, is_known: bool, getting: Getting = Getting()
) -> Script:
    form = part.form
    set_up = _set_up(form.position, position)
    waits = not is_known or changes_floor(form.position, position)
    beats = [
        Beat(BeatKind.GET_READY, item, form.ref, None if waits else set_up, side, set_up=set_up)
        for side in form.sides[:1] or (None,)
    ]
    for number, side in enumerate(form.sides or (None,)):
        if number:
            beats.append(_switch(part, item, side, getting))
        beats += _one_side(part, item, side)
    return tuple(replace(beat, on_floor=form.position.is_on_the_floor) for beat in beats)


def _switch(part: Part, item: int, side: Side | None, getting: Getting) -> Beat:
    # The formula's seconds are too few to roll over, or to move to another place.
    counts, form = part.dose.switch, part.form
    moving = getting.takes if form.position is Position.SIDE else MOVING_OVER if form.other_side else 0
    takes = max(counts, moving)
    return Beat(BeatKind.SWITCH, item, form.ref, takes, side, set_up=counts)


def _one_side(part: Part, item: int, side: Side | None) -> Iterator[Beat]:
    dose, ref = part.dose, part.form.ref
    if part.form.pace is Pace.FLOW:
        yield Beat(BeatKind.REPEAT, item, ref, dose.seconds, side, repetitions=dose.repetitions)
        return
    times = dose.repetitions * dose.stations
    for number in range(1, times + 1):
        yield Beat(BeatKind.HOLD, item, ref, dose.hold, side, number, times)
        if dose.move:
            yield Beat(BeatKind.REST, item, ref, dose.move, side, number, times)


def _set_up(position: Position, before: Position | None) -> int:
    stays = before is not None and (position is before or _position_after(position, before) is before)
    return SAME_POSITION if stays else NEW_POSITION


def _position_after(position: Position, before: Position | None) -> Position:
    if position is not Position.EITHER:
        return position
    # Either will do, so the person stays as they are; from the floor, or at the start, they stand.
    return before if before in (Position.STAND, Position.SIT) else Position.STAND


def changes_floor(position: Position, before: Position | None) -> bool:
    was_down = before is not None and before.is_on_the_floor
    return position.is_on_the_floor is not was_down


def turns_over(position: Position, before: Position | None) -> bool:
    if before is None or position is before or not (position.is_on_the_floor and before.is_on_the_floor):
        return False
    return bool({position, before} & LYING)


def work_seconds(part: Part) -> int:
    sides = len(part.form.sides) or 1
    return sides * part.dose.seconds + (sides - 1) * part.dose.switch
