"""Lays a session out as a file plays it: how long each beat takes, when a bell sounds, and what is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from bot.domain.person.voice_level import Voice
from bot.domain.session.bells import BELL_SECONDS, BellStroke
from bot.domain.session.script import NEW_POSITION, Beat, BeatKind, Script
from bot.domain.session.telling import (
    ENDING,
    ENDING_ON_FLOOR,
    FIRST_WORD,
    GAP,
    LONG,
    Played,
    Slot,
    Telling,
    before_work,
    half_way,
    in_the_end,
    slots,
    without_last_sentence,
)
from bot.domain.session.voice_lines import Line

TO_MOVE_ON_FLOOR, TO_MOVE_ELSEWHERE, TO_MOVE, TO_GO_ON = 10, 6, 3, 2
"""Seconds to do what was said: get to the floor or up from it, change position or place, move a little, or just continue."""


@dataclass(frozen=True, slots=True)
class Sound:
    """`at`: seconds from the beginning of the file. No two sounds of a timeline overlap."""

    at: float
    what: BellStroke | Line


@dataclass(frozen=True, slots=True)
class Timeline:
    """`seconds`: of the whole file, with its ending."""

    played: tuple[Played, ...]
    sounds: tuple[Sound, ...]
    seconds: float


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


def with_room(script: Script, telling: Telling) -> Script:
    """Lengthens beats so that people have time to do what was said after it was said. What the beats count for stays the same."""
    if telling.voice is Voice.BELLS:
        return script
    return tuple(_with_room(script, here, telling) for here in range(len(script)))


def _with_room(script: Script, here: int, telling: Telling) -> Beat:
    beat = script[here]
    if beat.kind not in (BeatKind.GET_READY, BeatKind.SWITCH):
        return beat
    first = FIRST_WORD if here == 0 else BELL_SECONDS[BellStroke.CHANGE] + GAP
    said = [lasts + GAP for _, line in before_work(script, here, telling) if (lasts := telling.lasts(line))]
    needed = ceil(first + sum(said) + _to_move(script, here, telling)) if said else 0
    return replace(beat, seconds=max(beat.seconds or 0, needed))


def _to_move(script: Script, here: int, telling: Telling) -> int:
    beat, was_down = script[here], here > 0 and script[here - 1].on_floor
    form = telling.form(beat.ref)
    if beat.kind is BeatKind.SWITCH:
        return TO_MOVE if form and form.other_side else TO_GO_ON
    if beat.on_floor is not was_down:
        return TO_MOVE_ON_FLOOR
    return TO_MOVE_ELSEWHERE if beat.set_up >= NEW_POSITION or (form and form.equipment) else TO_MOVE


def timeline(script: Script, telling: Telling) -> Timeline:
    played, at = list[Played](), 0.0
    for beat in script:
        played.append(Played(beat, at, beat.seconds or 0))
        at = played[-1].ends
    sounds = [sound for here in range(len(played)) for sound in _sounds(played, here, telling)]
    last = script[-1]
    is_told = last.on_floor and telling.voice is not Voice.BELLS
    ends = at + (ENDING_ON_FLOOR if is_told else ENDING)
    return Timeline(tuple(played), (*sounds, *_ending(at, ends, last, telling)), ends)


def _sounds(played: list[Played], here: int, telling: Telling) -> Iterator[Sound]:
    this = played[here]
    bell = _bell(this)
    bells = [Sound(this.at, bell)] if bell else []
    if half := half_way(this, LONG):
        bells.append(Sound(half, BellStroke.HALF))
    wanted = () if telling.voice is Voice.BELLS else slots(played, here, telling)
    said = (sound for slot in wanted for sound in _fitted(_between_bells(slot, bells), telling))
    yield from sorted((*bells, *said), key=lambda sound: sound.at)


def _bell(this: Played) -> BellStroke | None:
    match this.beat.kind:
        case BeatKind.GET_READY:
            bell = BellStroke.CHANGE if this.at else None
        case BeatKind.SWITCH:
            bell = BellStroke.CHANGE
        case BeatKind.REST:
            bell = BellStroke.END
        case _:
            bell = BellStroke.START
    is_over_in_time = bell and BELL_SECONDS[bell] + GAP <= this.seconds
    return bell if is_over_in_time else None


def _between_bells(slot: Slot, bells: list[Sound]) -> Slot:
    at, until = slot.at, slot.until
    for bell in bells:
        silent = bell.at + BELL_SECONDS[bell.what] if isinstance(bell.what, BellStroke) else bell.at
        if bell.at <= at < silent + GAP:
            at = silent + GAP
        elif at < bell.at < until:
            until = bell.at
    return Slot(at, until, slot.lines)


def _fitted(slot: Slot, telling: Telling) -> Iterator[Sound]:
    lines = [(rank, line) for rank, line in slot.lines if telling.lasts(line) > 0]
    while lines and slot.at + sum(telling.lasts(line) + GAP for _, line in lines) > slot.until:
        least = max(range(len(lines)), key=lambda number: lines[number][0])
        shorter = without_last_sentence(lines[least][1], telling)
        lines[least : least + 1] = [(lines[least][0], shorter)] if shorter else []
    at = slot.at
    for _, line in lines:
        yield Sound(at, line)
        at += telling.lasts(line) + GAP


def _ending(at: float, ends: float, last: Beat, telling: Telling) -> Iterator[Sound]:
    yield Sound(at, BellStroke.DONE)
    if telling.voice is not Voice.BELLS:
        after = at + BELL_SECONDS[BellStroke.DONE] + GAP
        yield from _fitted(Slot(after, ends, tuple(in_the_end(last, telling))), telling)
