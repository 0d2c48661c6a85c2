"""Plans what to offer a person now, and says why.

The rules, the highest first: what rests or is barred, how much it hurts, what was asked for, few exercises at first,
less after a hard session, likes and what was passed over, what was done least, and the order of the library. Warning
signs and a day after sharp pain are handled before anything is planned."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.domain.library.exercise import Purpose
from bot.domain.library.library import Library
from bot.domain.person.person import Preferences
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import NOTHING_RESTS
from bot.domain.planner.composing import compose, length
from bot.domain.planner.easing import MINUTE
from bot.domain.planner.limits import AskedFor, Limits, limits
from bot.domain.planner.memory import Memory
from bot.domain.planner.why import (
    AfterHard,
    AllThereIs,
    AsAsked,
    AsMuchAsFits,
    ComesLess,
    FewMoves,
    LeastDone,
    Liked,
    NotLookedAt,
    Rested,
    SoreDay,
    StepByStep,
    Why,
)
from bot.domain.session.script import Part
from bot.domain.session.suitable import rest_of

MUCH_LATER = 10
"""More than any weight of a week: such an exercise comes only if nothing else suits."""

NAMED_PURPOSES = 2

NEARLY = 15
"""A session this many seconds shorter than asked for counts as that long, because lengths are told to the half minute."""

MORE = 5
"""Extra minutes tried, to see whether there is anything more to do."""

RARELY = 1
"""Times in seven days."""

_SAID_LAST = (Purpose.WARM, Purpose.CALM, Purpose.STRENGTH, Purpose.NECK)
"""Nearly every session has these purposes, so they name it only if nothing else does."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """`parts`: empty if nothing suits. `seconds`: with getting down and up (docs/facts.md: duration-formula).
    `about`: the purposes that name it."""

    parts: tuple[Part, ...]
    seconds: int
    about: tuple[Purpose, ...]

    @property
    def slugs(self) -> frozenset[str]:
        return _slugs(self.parts)


def plan(asked: AskedFor, who: Preferences, memory: Memory, library: Library) -> DayPlan:
    parts = _composed(limits(asked, who, memory), memory, library)
    return DayPlan(parts, length(parts, who), _about(parts, memory, library))


def why(planned: DayPlan, asked: AskedFor, who: Preferences, memory: Memory, library: Library) -> Why | None:
    """The highest rule that changed something; None if everything is as usual. `planned`: what `plan` returns for the same arguments."""
    question = _Question(asked, who, memory, library, planned.parts)
    if not planned.parts:
        return None
    return next((found for reason in _REASONS if (found := reason(question))), None)


def _composed(bounds: Limits, memory: Memory, library: Library) -> tuple[Part, ...]:
    """Never the same exercises on three days in a row if others suit."""
    if (
        bounds.only is not None
    ):  # no taking turns here: that would make each session a little shorter, and so limit the next
        return compose(bounds, replace(memory, done={}), library)
    parts = compose(bounds, memory, library)
    slugs = _slugs(parts)
    if len(memory.planned) < 2 or not all(slugs in day for day in memory.planned):
        return parts
    others = (compose(less, memory, library) for less in _without_some(slugs, bounds))
    return next((each for each in others if not _slugs(each) <= slugs), parts)


def _without_some(slugs: frozenset[str], bounds: Limits) -> Iterator[Limits]:
    """As few exercises as possible step back, liked ones last. If only one exercise can fill its place, it has to be
    left out to make room."""
    one_by_one = sorted(slugs, key=lambda slug: (slug in bounds.who.liked, slug))
    for back in (*([slug] for slug in one_by_one), one_by_one):
        yield replace(bounds, later=dict.fromkeys(back, MUCH_LATER))
    for slug in one_by_one:
        yield replace(bounds, who=replace(bounds.who, never=bounds.who.never | {slug}))


def _slugs(parts: tuple[Part, ...]) -> frozenset[str]:
    return frozenset(part.form.ref.exercise for part in parts)


def _about(parts: tuple[Part, ...], memory: Memory, library: Library) -> tuple[Purpose, ...]:
    """The purposes done least lately. Loosening up and coming to rest come last, because most sessions have them."""
    before = frozenset().union(*memory.planned[0]) if memory.planned else frozenset()
    focus = [library.exercises[part.form.ref.exercise].focus for part in parts]
    new = [library.exercises[slug].focus for slug in map(_slug, parts) if slug not in before]
    there = frozenset().union(*(new or focus))
    lately = _times_lately(memory, library)
    by_need = sorted(
        (purpose for purpose in Purpose if purpose in there),
        key=lambda purpose: (purpose in _SAID_LAST, lately[purpose], -sum(purpose in each for each in focus)),
    )
    return tuple(by_need[:NAMED_PURPOSES])


def _times_lately(memory: Memory, library: Library) -> Mapping[Purpose, int]:
    known = [
        (library.exercises[slug], times) for slug, times in memory.done.items() if slug in library.exercises
    ]
    return {
        purpose: sum(times for exercise, times in known if purpose in exercise.focus) for purpose in Purpose
    }


@dataclass(frozen=True, slots=True)
class _Question:
    """What was asked, and what was planned for it."""

    asked: AskedFor
    who: Preferences
    memory: Memory
    library: Library
    parts: tuple[Part, ...]

    @property
    def is_shorter(self) -> bool:
        minutes = self.asked.minutes
        return minutes is not None and self.length_of(self.parts) < minutes * MINUTE - NEARLY

    def length_of(self, parts: tuple[Part, ...]) -> int:
        return length(parts, self.who)

    def without(self, who: Preferences | None = None, memory: Memory | None = None) -> tuple[Part, ...]:
        memory = memory or self.memory
        return _composed(limits(self.asked, who or self.who, memory), memory, self.library)


def _rested(this: _Question) -> Why | None:
    if this.who.resting == NOTHING_RESTS:
        return None
    without = this.without(replace(this.who, resting=NOTHING_RESTS))
    for part in without:
        if part.form.ref.exercise not in _slugs(this.parts) and (bar := rest_of(part.form, this.who)):
            slug = part.form.ref.exercise
            return Rested(slug, bar.until, _in_place_of(slug, without, this))
    return None


def _sore(this: _Question) -> Why | None:
    if this.who.stage is Stage.MILD:
        return None
    is_changed = this.without(replace(this.who, stage=Stage.MILD)) != this.parts
    return SoreDay(this.who.stage) if is_changed else None


def _as_asked(this: _Question) -> Why | None:
    asked = this.asked
    if not asked.is_something or this.is_shorter:
        return None
    return AsAsked(asked.minutes, asked.no_floor, asked.seated)


def _as_fits(this: _Question) -> Why | None:
    asked = this.asked
    if asked.minutes is None or not this.is_shorter:
        return None
    more = limits(replace(asked, minutes=asked.minutes + MORE), this.who, this.memory, few=False)
    is_all = this.length_of(_composed(more, this.memory, this.library)) <= this.length_of(this.parts)
    return AllThereIs() if is_all else AsMuchAsFits(asked.minutes, asked.no_floor, asked.seated)


def _after_hard(this: _Question) -> Why | None:
    easing = this.memory.easing
    if easing is None or this.without(memory=replace(this.memory, easing=None)) == this.parts:
        return None
    return AfterHard(easing.how, easing.day, easing.hurt) if easing.is_fresh else StepByStep()


def _few(this: _Question) -> Why | None:
    if not this.memory.is_new:
        return None
    without = compose(limits(this.asked, this.who, this.memory, few=False), this.memory, this.library)
    if without == this.parts:
        return None
    is_why = this.is_shorter and this.length_of(without) > this.length_of(this.parts)
    return FewMoves(len(this.parts), this.asked.minutes if is_why else None)


def _not_looked_at(this: _Question) -> Why | None:
    return NotLookedAt() if this.who.is_gentle else None


def _liked(this: _Question) -> Why | None:
    if not this.who.liked:
        return None
    without = _slugs(this.without(replace(this.who, liked=frozenset())))
    return next(
        (Liked(slug) for slug in map(_slug, this.parts) if slug in this.who.liked and slug not in without),
        None,
    )


def _passed_over(this: _Question) -> Why | None:
    if not any(map(this.memory.is_passed_over, this.memory.passed_over)):
        return None
    without = this.without(memory=replace(this.memory, passed_over={}))
    gone = (slug for slug in map(_slug, without) if slug not in _slugs(this.parts))
    slug = next((slug for slug in gone if this.memory.is_passed_over(slug)), None)
    return ComesLess(slug, _in_place_of(slug, without, this)) if slug else None


def _least_done(this: _Question) -> Why | None:
    lately = _times_lately(this.memory, this.library)
    most = max(lately.values())
    rare = tuple(
        purpose
        for purpose in _about(this.parts, this.memory, this.library)
        if purpose not in _SAID_LAST and lately[purpose] <= RARELY < most
    )
    return LeastDone(rare) if rare else None


_REASONS: tuple[Callable[[_Question], Why | None], ...] = (
    _rested, _sore, _as_asked, _after_hard, _few, _as_fits, _liked, _passed_over, _not_looked_at, _least_done,
)  # fmt: skip


def _slug(part: Part) -> str:
    return part.form.ref.exercise


def _in_place_of(slug: str, before: tuple[Part, ...], this: _Question) -> str:
    """The slug of an exercise that is new in the plan, preferably with a similar purpose; "" if there is none."""
    focus, were = this.library.exercises[slug].focus, _slugs(before)
    new = [each for each in map(_slug, this.parts) if each not in were]
    alike = (each for each in new if this.library.exercises[each].focus & focus)
    return next(alike, next(iter(new), ""))
