"""Fills the lines of a programme's day that do not suit a person with what the planner chooses for their purpose."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.domain.library.exercise import FormRef
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Preferences
from bot.domain.planner.composing import (
    SHORT_HOLD,
    SHORT_TIMES,
    SHORT_TIMES_A_SIDE,
    Candidate,
    candidates,
    weight,
)
from bot.domain.planner.easing import MINUTE
from bot.domain.planner.limits import AskedFor, Limits, limits
from bot.domain.planner.memory import NONE, Memory
from bot.domain.planner.purposes_wanted import FILLS, serves
from bot.domain.session.script import Part, duration, work_seconds
from bot.domain.session.suitable import Settled, bar, settle


def fitted(lines: tuple[RoutineLine, ...], who: Preferences, memory: Memory, library: Library) -> Settled:
    """A day of a programme for this person. How often something was done does not matter here, because a programme repeats itself."""
    forms = [library.form(line.ref) for line in lines]
    if all(form and not bar(form, who) for form in forms):
        return settle(lines, library, who)
    minutes = _minutes(lines, library)
    bounds = limits(AskedFor(minutes), who, memory, few=False)
    settled = settle(_with_stand_ins(lines, bounds, replace(memory, done=NONE), library), library, who)
    return replace(settled, parts=_within(minutes * MINUTE, settled, {line.ref for line in lines}))


def _within(seconds: int, settled: Settled, usual: Collection[FormRef]) -> tuple[Part, ...]:
    parts = list(settled.parts)
    while duration(parts) > seconds:
        less = {place: _less(part) for place, part in enumerate(parts) if part.form.ref not in usual}
        may = [place for place in less if less[place] != parts[place]]
        if not may:
            break
        longest = max(may, key=lambda place: work_seconds(parts[place]))
        parts[longest] = less[longest]
    return tuple(parts)


def _less(part: Part) -> Part:
    """Down to the doses of a short break first (docs/facts.md: short-break), and in the end to once."""
    dose, usual = part.dose, SHORT_TIMES_A_SIDE if part.form.sides else SHORT_TIMES
    if dose.repetitions <= usual and dose.hold > SHORT_HOLD:
        return Part(part.form, replace(dose, hold=SHORT_HOLD))
    return Part(part.form, replace(dose, repetitions=max(1, dose.repetitions - 1)))


def _with_stand_ins(
    lines: tuple[RoutineLine, ...], bounds: Limits, memory: Memory, library: Library
) -> tuple[RoutineLine, ...]:
    choice = sorted(candidates(bounds, library), key=lambda each: _rank(each, bounds, memory))
    return tuple(replace(line, fallbacks=_stand_ins(line, choice, bounds, memory)) for line in lines)


def _minutes(lines: tuple[RoutineLine, ...], library: Library) -> int:
    forms = ((library.form(line.ref), line.dose) for line in lines)
    seconds = duration([Part(form, dose or form.dose(1)) for form, dose in forms if form])
    return -(-seconds // MINUTE)


def _rank(this: Candidate, bounds: Limits, memory: Memory) -> tuple[int, int, int]:
    return weight(this.slug, bounds, memory), len(this.exercise.focus), this.place


def _stand_ins(
    line: RoutineLine, choice: Sequence[Candidate], bounds: Limits, memory: Memory
) -> tuple[FormRef, ...]:
    named = line.fallbacks
    same = [ref for ref in named if ref.exercise == line.ref.exercise]
    serving = [each for each in choice if serves(each.exercise, frozenset({line.purpose}))]
    places = {ref.exercise: place for place, ref in reversed([*enumerate(named)])}
    serving.sort(key=lambda each: (weight(each.slug, bounds, memory), places.get(each.slug, len(named))))
    best = [ref for each in serving for ref in (*_forms(each.slug, named), each.form.ref)]
    fills = [each.form.ref for each in choice if each.exercise.focus & FILLS]
    return tuple(dict.fromkeys((*same, *best, *named, *fills)))


def _forms(slug: str, named: tuple[FormRef, ...]) -> Iterator[FormRef]:
    return (ref for ref in named if ref.exercise == slug)
