"""Decides what a recording says and when: getting ready, the rhythm of the work, and the end."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from bot.domain.library.exercise import Equipment, Form, FormRef, Position, Side
from bot.domain.person.voice_level import Voice
from bot.domain.session.as_then import dose_then
from bot.domain.session.bells import BELL_SECONDS, BellStroke
from bot.domain.session.script import Beat, BeatKind, Script
from bot.domain.session.voice_lines import (
    MOST_MINUTES,
    BotWords,
    FormWords,
    Line,
    Minutes,
    side_line,
    title_line,
)

GAP = 0.15
"""Seconds of silence between two sounds."""

ENDING, ENDING_ON_FLOOR = 5, 12
"""Seconds after the last beat for the bell and the last words. Lying down, the person is also told how to come up."""

FIRST_WORD = 1.5
"""Seconds of silence at the beginning of a file: the thumb is still on the phone."""

FIVE_MORE_FROM, FIVE = 20, 5
"""In a hold of at least FIVE_MORE_FROM seconds, the voice says when FIVE are left."""

SLOW = 8
"""Seconds. During longer repetitions with their eyes shut nobody counts along, so the voice talks people through each of them."""

MANY, SEVERAL = 4, 3
"""From this many repetitions (MANY) or holds (SEVERAL) on, the voice says which one is the last."""

HELD_BREATH = 10
"""Seconds of a hold on the front of the body in which people forget to breathe."""

Ranked = tuple[int, Line]
"""A rank and a line. If not all lines fit, those with the highest rank are left out first."""


@dataclass(frozen=True, slots=True)
class Played:
    """A beat and when it is played. `at`: seconds from the beginning of the file."""

    beat: Beat
    at: float
    seconds: int

    @property
    def ends(self) -> float:
        return self.at + self.seconds


def one_sentence(_: Line) -> int:
    return 1


@dataclass(frozen=True, slots=True)
class Telling:
    """How much is said, and to whom.

    `lasts`: seconds that a line takes; 0 for one that was not recorded and is left out. `well_known`: slugs of
    exercises that they have done twice, about which little is said. `sentences`: how many a line has."""

    voice: Voice
    lasts: Callable[[Line], float]
    form: Callable[[FormRef], Form | None]
    well_known: Collection[str] = ()
    sentences: Callable[[Line], int] = one_sentence

    @property
    def is_talkative(self) -> bool:
        return self.voice is Voice.FULL

    def is_full(self, ref: FormRef) -> bool:
        return self.is_talkative and ref.exercise not in self.well_known


@dataclass(frozen=True, slots=True)
class Slot:
    """Lines to be said one after the other between `at` and `until`."""

    at: float
    until: float
    lines: tuple[Ranked, ...]


def slots(played: list[Played], here: int, telling: Telling) -> Iterator[Slot]:
    this, script = played[here], tuple(each.beat for each in played)
    form = telling.form(this.beat.ref)
    match this.beat.kind:
        case BeatKind.GET_READY | BeatKind.SWITCH:
            yield Slot(max(this.at, FIRST_WORD), this.ends, tuple(before_work(script, here, telling)))
        case BeatKind.HOLD if form:
            yield from _holding(this, script, here, form, telling)
        case BeatKind.REPEAT if form:
            yield from _repeating(this, _is_first_side(script, here), form, telling)
        case BeatKind.REST if form:
            yield Slot(this.at, this.ends, tuple(_resting(this.beat, form, telling)))


def before_work(script: Script, here: int, telling: Telling) -> Iterator[Ranked]:
    beat = script[here]
    form = telling.form(beat.ref)
    if here == 0:
        yield from _at_first(script, telling)
    if form and beat.kind is BeatKind.SWITCH:
        yield from _switching(beat, form, telling)
    elif form:
        yield from _getting_ready(script, here, form, telling)


def _at_first(script: Script, telling: Telling) -> Iterator[Ranked]:
    minutes = round(sum(beat.seconds or 0 for beat in script) / 60)
    if telling.is_talkative and minutes <= MOST_MINUTES:
        yield 8, Line(Minutes(max(minutes, 1)))
    yield 0, Line(BotWords.STOP_RULE)
    if telling.is_talkative and not telling.well_known:
        yield 7, Line(BotWords.BELLS)


def _getting_ready(script: Script, here: int, form: Form, telling: Telling) -> Iterator[Ranked]:
    beat, is_full = script[here], telling.is_full(form.ref)
    was_down = here > 0 and script[here - 1].on_floor
    if beat.on_floor is not was_down:
        yield 2, Line(BotWords.TO_THE_FLOOR if beat.on_floor else BotWords.FROM_THE_FLOOR)
    elif here and is_full:
        yield 9, Line(BotWords.NEXT)
    yield 1, title_line(form)
    if here and _turns_face_down(script, here, form, telling):
        yield 0, Line(BotWords.STOP_RULE)
    if is_full:
        yield 4, Line(FormWords.WAY_IN, form.ref)
    if beat.side:
        yield 1, side_line(beat.side)
    if form.stations:
        yield 1, Line(FormWords.STATION, form.ref)


def _turns_face_down(script: Script, here: int, form: Form, telling: Telling) -> bool:
    before = telling.form(script[here - 1].ref)
    return form.position is Position.PRONE and not (before and before.position is Position.PRONE)


def _switching(beat: Beat, form: Form, telling: Telling) -> Iterator[Ranked]:
    is_full = telling.is_full(form.ref)
    if is_full and beat.side in (Side.LEFT, Side.RIGHT) and not form.other_side:
        yield 2, Line(BotWords.OTHER_SIDE)
    if beat.side:  # before the way there, because they must know it before they roll over
        yield 0, side_line(beat.side)
    if is_full or form.position is Position.SIDE:
        yield 1, Line(FormWords.OTHER_SIDE, form.ref)


def half_way(this: Played, from_seconds: int) -> float | None:
    """Repetitions get no bell in the middle: it would sound like a change of sides."""
    beat = this.beat
    is_one = beat.kind is BeatKind.HOLD or (beat.kind is BeatKind.REPEAT and beat.repetitions == 1)
    return this.at + this.seconds / 2 if is_one and this.seconds >= from_seconds else None


LONG = 30
"""Seconds of work from which a bell rings in the middle."""


def _holding(this: Played, script: Script, here: int, form: Form, telling: Telling) -> Iterator[Slot]:
    warns, half = this.seconds >= FIVE_MORE_FROM, half_way(this, LONG)
    quiet_from = this.ends - FIVE if warns else this.ends
    if first := tuple(_as_it_begins(script, here, form, telling)):
        yield Slot(this.at, half or quiet_from, first)
    if half and telling.is_talkative:
        yield Slot(half, quiet_from, ((0, Line(BotWords.KEEP_BREATHING)),))
    if warns:
        yield Slot(quiet_from, this.ends, ((0, Line(BotWords.FIVE_MORE)),))


def _as_it_begins(script: Script, here: int, form: Form, telling: Telling) -> Iterator[Ranked]:
    beat, is_full = script[here], telling.is_full(form.ref)
    if beat.repetition == 1:
        if is_full:
            yield 0, Line(FormWords.BEGIN, form.ref)
        if is_full and form.position is Position.PRONE and (beat.seconds or 0) >= HELD_BREATH:
            yield 1, Line(BotWords.KEEP_BREATHING)
    elif form.stations:
        if script[here - 1].kind is not BeatKind.REST:
            yield 0, _station(beat.repetition - 1, form)
    elif telling.is_talkative and beat.repetition == beat.repetitions >= SEVERAL:
        yield 0, _last(is_first_side=_is_first_side(script, here))
    elif is_full:
        yield 0, Line(BotWords.AGAIN)


def _resting(beat: Beat, form: Form, telling: Telling) -> Iterator[Ranked]:
    if telling.is_full(form.ref) and beat.repetition == 1 and form.between:
        yield 1, Line(FormWords.BETWEEN, form.ref)
    elif telling.is_talkative:
        yield 1, Line(BotWords.REST)
    if form.stations and beat.repetition < beat.repetitions:
        yield 0, _station(beat.repetition, form)


def _station(hold: int, form: Form) -> Line:
    return Line(FormWords.STATION, form.ref, hold % len(form.stations))


def _repeating(this: Played, is_first_side: bool, form: Form, telling: Telling) -> Iterator[Slot]:
    beat = this.beat
    if not form.there:
        if telling.is_full(form.ref):
            yield Slot(this.at, this.ends, ((0, Line(FormWords.BEGIN, form.ref)),))
        return
    begins = this.at + BELL_SECONDS[BellStroke.START] + GAP
    each = (this.ends - begins) / beat.repetitions
    there = each * _share_there(beat, form)
    if telling.lasts(Line(FormWords.THERE, form.ref)) + GAP > there:
        return
    talked = _talked_through(beat.repetitions, each, is_full=telling.is_full(form.ref))
    for number in range(beat.repetitions):
        at = begins + number * each
        if number in talked:
            lines = [(0, Line(FormWords.THERE, form.ref))]
            if telling.is_talkative and number == beat.repetitions - 1 and beat.repetitions >= MANY:
                lines.insert(0, (1, _last(is_first_side=is_first_side)))
            yield Slot(at, at + there, tuple(lines))
        yield Slot(at + there, at + each, tuple(_going_back(beat, number, form, is_told=number in talked)))


def _going_back(beat: Beat, number: int, form: Form, *, is_told: bool) -> Iterator[Ranked]:
    if is_told:
        yield 1, Line(FormWords.BACK, form.ref)
    # At most half a minute on one spot (docs/facts.md: dose-roller-extension).
    if Equipment.ROLLER in form.equipment and number % 2 and number < beat.repetitions - 1:
        yield 0, Line(BotWords.NEW_SPOT)


def _talked_through(repetitions: int, each: float, *, is_full: bool) -> set[int]:
    if is_full and each >= SLOW:
        return set(range(repetitions))
    return {0, repetitions // 2, repetitions - 1} | ({min(1, repetitions - 1)} if is_full else set())


def _share_there(beat: Beat, form: Form) -> float:
    there, back = dose_then((beat,), form).halves(form.turn)
    return there / (there + back) if there + back else 0.5


def _is_first_side(script: Script, here: int) -> bool:
    beat = script[here]
    return any(later.kind is BeatKind.SWITCH and later.item == beat.item for later in script[here + 1 :])


def _last(*, is_first_side: bool) -> Line:
    return Line(BotWords.LAST_ON_SIDE if is_first_side else BotWords.LAST_ONE)


def in_the_end(last: Beat, telling: Telling) -> Iterator[Ranked]:
    if telling.is_talkative:
        yield 1, Line(BotWords.WELL_DONE)
    if last.on_floor:
        yield 0, Line(BotWords.COME_UP)


def without_last_sentence(line: Line, telling: Telling) -> Line | None:
    sentences = telling.sentences(line)
    return replace(line, sentences=sentences - 1) if sentences > 1 else None
