"""A session as a file plays it: how long each beat takes, when a bell sounds, and what is said meanwhile."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.domain.library.exercise import Form, FormRef, Position, Side
from bot.domain.person.voice_level import Voice
from bot.domain.session.as_then import dose_then
from bot.domain.session.script import NEW_POSITION, Beat, BeatKind, Script
from bot.domain.session.voice_lines import (
    MOST_MINUTES,
    BotWords,
    FormWords,
    Line,
    Minutes,
    side_line,
    title_line,
)


class BellStroke(Enum):
    START = "start"
    HALF = "half"
    CHANGE = "change"
    END = "end"
    DONE = "done"


BELL_SECONDS = {
    BellStroke.START: 1.11,
    BellStroke.HALF: 0.69,
    BellStroke.CHANGE: 1.2,
    BellStroke.END: 1.2,
    BellStroke.DONE: 2.14,
}
"""How long each may sound at most: nothing else begins before."""

GAP = 0.15
"""Seconds of silence between two sounds."""

ENDING = 5
"""Seconds for the last bell and the last words, once the last beat is over."""

LONG = 30
"""Seconds of work from which its middle is rung for."""

FIVE_MORE_FROM = 20
"""Seconds of a hold from which it is said when five are left."""

FIVE = 5

TWICE = 2
"""So many repetitions are talked through; then the rhythm is known."""

MANY = 4
"""Repetitions from which the last one is told."""


@dataclass(frozen=True, slots=True)
class Played:
    """A beat in its place. `at`: seconds from the beginning of the file."""

    beat: Beat
    at: float
    seconds: int


@dataclass(frozen=True, slots=True)
class Sound:
    """`at`: seconds from the beginning of the file. No two of a timeline overlap."""

    at: float
    what: BellStroke | Line


@dataclass(frozen=True, slots=True)
class Timeline:
    """`seconds`: of the whole file, with its ending."""

    played: tuple[Played, ...]
    sounds: tuple[Sound, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Telling:
    """How much is said, and to whom. `lasts`: seconds that a line takes to say; 0 for one that has not been recorded, which is
    left out. `well_known`: slugs of exercises they have done twice, of which only what is brief is said.
    """

    voice: Voice
    lasts: Callable[[Line], float]
    form: Callable[[FormRef], Form | None]
    well_known: Collection[str] = ()

    def is_full(self, ref: FormRef) -> bool:
        return self.voice is Voice.FULL and ref.exercise not in self.well_known


@dataclass(frozen=True, slots=True)
class Slot:
    """Lines to be said one after the other, from `at` until `until` at the latest. Where they don't fit, those go whose number
    is highest.
    """

    at: float
    until: float
    lines: tuple[tuple[int, Line], ...]


def as_played(script: Script, takes: int) -> Script:
    """No beat waits for a tap. `takes`: seconds that this person needs to get to the floor, or up from it."""
    before = (None, *script)
    return tuple(_as_played(beat, last, takes) for last, beat in zip(before, script, strict=False))


def _as_played(beat: Beat, last: Beat | None, takes: int) -> Beat:
    if beat.seconds is not None:
        return beat
    was_down = last is not None and last.on_floor
    seconds = takes if beat.on_floor is not was_down else NEW_POSITION
    return replace(beat, seconds=max(seconds, beat.set_up))


def timeline(script: Script, telling: Telling) -> Timeline:
    """`script`: as played. The same script and telling make the same timeline."""
    played, at = [], 0.0
    for beat in script:
        played.append(Played(beat, at, beat.seconds or 0))
        at += beat.seconds or 0
    sounds = [sound for here in range(len(played)) for sound in _sounds(played, here, telling)]
    sounds += _ending(at, telling)
    return Timeline(tuple(played), tuple(sounds), at + ENDING)


def _sounds(played: list[Played], here: int, telling: Telling) -> Iterator[Sound]:
    this = played[here]
    bell = _bell(this)
    bells = [Sound(this.at, bell)] if bell else []
    if half := _half_way(this):
        bells.append(Sound(half, BellStroke.HALF))
    slots = () if telling.voice is Voice.BELLS else _slots(played, here, telling)
    said = (sound for slot in slots for sound in _fitted(_around(slot, bells), telling))
    yield from sorted((*bells, *said), key=lambda sound: sound.at)


def _bell(this: Played) -> BellStroke | None:
    """None at the very beginning, and where it would still sound when the next one comes."""
    match this.beat.kind:
        case BeatKind.GET_READY:
            bell = BellStroke.CHANGE if this.at else None
        case BeatKind.SWITCH:
            bell = BellStroke.CHANGE
        case BeatKind.REST:
            bell = BellStroke.END
        case _:
            bell = BellStroke.START
    return bell if bell and BELL_SECONDS[bell] + GAP <= this.seconds else None


def _half_way(this: Played) -> float | None:
    """Of repetitions, where the one in the middle begins."""
    beat = this.beat
    if beat.kind not in (BeatKind.HOLD, BeatKind.REPEAT) or this.seconds < LONG:
        return None
    if beat.kind is BeatKind.HOLD or beat.repetitions == 1:
        return this.at + this.seconds / 2
    return this.at + this.seconds * (beat.repetitions // 2) / beat.repetitions


def _around(slot: Slot, bells: list[Sound]) -> Slot:
    """Nothing is said while a bell sounds: what would be begins after it, and what comes before ends before it."""
    at, until = slot.at, slot.until
    for bell in bells:
        silent = bell.at + BELL_SECONDS[bell.what] if isinstance(bell.what, BellStroke) else bell.at
        if bell.at <= at < silent + GAP:
            at = silent + GAP
        elif at < bell.at < until:
            until = bell.at
    return replace(slot, at=at, until=until)


def _fitted(slot: Slot, telling: Telling) -> Iterator[Sound]:
    lines = [(rank, line, telling.lasts(line)) for rank, line in slot.lines]
    lines = [each for each in lines if each[2] > 0]
    while lines and slot.at + sum(lasts + GAP for _, _, lasts in lines) > slot.until:
        lines.remove(max(lines, key=lambda each: each[0]))
    at = slot.at
    for _, line, lasts in lines:
        yield Sound(at, line)
        at += lasts + GAP


def _slots(played: list[Played], here: int, telling: Telling) -> Iterator[Slot]:
    """In order, none into another."""
    this = played[here]
    form = telling.form(this.beat.ref)
    if this.beat.kind is BeatKind.GET_READY:
        first = () if here else tuple(_at_first(played, telling))
        lines = tuple(_getting_ready(played, here, form, telling)) if form else ()
        yield Slot(this.at, this.at + this.seconds, (*first, *lines))
    elif form:
        yield from _working(this, form, telling)


def _working(this: Played, form: Form, telling: Telling) -> Iterator[Slot]:
    match this.beat.kind:
        case BeatKind.SWITCH:
            yield Slot(this.at, this.at + this.seconds, tuple(_switching(this.beat, form, telling)))
        case BeatKind.HOLD:
            yield from _holding(this, form, telling)
        case BeatKind.REPEAT:
            yield from _repeating(this, form, telling)
        case BeatKind.REST if telling.is_full(form.ref) and this.beat.repetition == 1:
            line = Line(FormWords.BETWEEN, form.ref) if form.between else Line(BotWords.REST)
            yield Slot(this.at, this.at + this.seconds, ((0, line),))


def _at_first(played: list[Played], telling: Telling) -> Iterator[tuple[int, Line]]:
    if telling.voice is Voice.FULL:
        yield 4, Line(Minutes(_minutes(played)))
    yield 0, Line(BotWords.STOP_RULE)


def _getting_ready(
    played: list[Played], here: int, form: Form, telling: Telling
) -> Iterator[tuple[int, Line]]:
    beat, is_full = played[here].beat, telling.is_full(form.ref)
    was_down = here > 0 and played[here - 1].beat.on_floor
    if beat.on_floor is not was_down:
        yield 2, Line(BotWords.TO_THE_FLOOR if beat.on_floor else BotWords.FROM_THE_FLOOR)
    if here and is_full:
        yield 5, Line(BotWords.NEXT)
    yield 1, title_line(form)
    if beat.side:
        yield 1, side_line(beat.side)
    if is_full:
        yield 3, Line(FormWords.WAY_IN, form.ref)


def _minutes(played: list[Played]) -> int:
    last = played[-1]
    return min(max(round((last.at + last.seconds) / 60), 1), MOST_MINUTES)


def _switching(beat: Beat, form: Form, telling: Telling) -> Iterator[tuple[int, Line]]:
    """Which side it is has to be known before one rolls over."""
    is_full = telling.is_full(form.ref)
    if is_full and beat.side in (Side.LEFT, Side.RIGHT):
        yield 2, Line(BotWords.OTHER_SIDE)
    if beat.side:
        yield 0, side_line(beat.side)
    if is_full or form.position is Position.SIDE:
        yield 1, Line(FormWords.OTHER_SIDE, form.ref)


def _holding(this: Played, form: Form, telling: Telling) -> Iterator[Slot]:
    beat, ends = this.beat, this.at + this.seconds
    is_full, warns = telling.is_full(form.ref), this.seconds >= FIVE_MORE_FROM
    quiet_from = ends - FIVE if warns else ends
    half = _half_way(this)
    first = Line(FormWords.BEGIN, form.ref) if beat.repetition == 1 else None
    if beat.repetition == beat.repetitions >= MANY:
        first = Line(BotWords.LAST_ONE)
    if first and is_full:
        yield Slot(this.at, half or quiet_from, ((0, first),))
    if half and is_full:
        yield Slot(half, quiet_from, ((0, Line(BotWords.KEEP_BREATHING)),))
    if warns:
        yield Slot(quiet_from, ends, ((0, Line(BotWords.FIVE_MORE)),))


def _repeating(this: Played, form: Form, telling: Telling) -> Iterator[Slot]:
    """The two halves of a repetition are said in its rhythm."""
    beat, is_full = this.beat, telling.is_full(form.ref)
    if not form.there:
        if is_full:
            yield Slot(this.at, this.at + this.seconds, ((0, Line(FormWords.BEGIN, form.ref)),))
        return
    each = this.seconds / beat.repetitions
    there = each * _share_there(beat, form)
    for number in range(min(TWICE if is_full else 1, beat.repetitions)):
        at = this.at + number * each
        yield Slot(at, at + there, ((0, Line(FormWords.THERE, form.ref)),))
        yield Slot(at + there, at + each, ((0, Line(FormWords.BACK, form.ref)),))
    if is_full and beat.repetitions >= MANY:
        at = this.at + this.seconds - each
        yield Slot(at, at + each, ((0, Line(BotWords.LAST_ONE)),))


def _share_there(beat: Beat, form: Form) -> float:
    """Which part of one repetition is the way there."""
    there, back = dose_then((beat,), form).halves(form.turn)
    return there / (there + back) if there + back else 0.5


def _ending(at: float, telling: Telling) -> Iterator[Sound]:
    yield Sound(at, BellStroke.DONE)
    after = at + BELL_SECONDS[BellStroke.DONE] + GAP
    if telling.voice is Voice.FULL:
        yield from _fitted(Slot(after, at + ENDING, ((0, Line(BotWords.WELL_DONE)),)), telling)
