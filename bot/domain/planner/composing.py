"""Composes a session from exercises within its limits; nothing is random, so the same answers give the same session."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.domain.library.exercise import Dose, Exercise, ExercisePhase, Form, Pace
from bot.domain.library.library import Library
from bot.domain.person.person import Age, Preferences
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import BREATHING_AND_WALKING
from bot.domain.planner.in_order import in_order
from bot.domain.planner.limits import Limits
from bot.domain.planner.memory import Memory
from bot.domain.planner.purposes_wanted import FILLS, Slot, serves, slots_of
from bot.domain.session.doses import dose_for
from bot.domain.session.script import NEW_POSITION, SAME_POSITION, Part, duration, work_seconds
from bot.domain.session.suitable import fitting, gentler

LIKED = 2
PASSED_OVER = 3
"""Weights, counted in sessions of a week: how much sooner a liked exercise comes, and how much later one that was passed over."""

ONE_MORE = 4
"""In the same weights: how far a new exercise steps back in the first days, so that few are learnt at a time."""

DOWN_AND_UP = 25
"""Seconds to get to the floor, or up from it, at level 1 and from 65 on (docs/facts.md: floor-time)."""

SORE_HOLD = SHORT_HOLD = 15
"""The longest hold, in seconds, on a day of much pain and in a short break (docs/facts.md: short-break)."""

SHORT_TIMES, SHORT_TIMES_A_SIDE = 3, 2

WALK = "walk"
"""It fills its minutes alone, so only its form on a chair is planned, except on a day of much pain."""

STRONGEST = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """`parts`: from the lowest level to that of the session. `work`: seconds of the first part, without getting
    ready. `place`: its position in the library."""

    exercise: Exercise
    form: Form
    place: int
    parts: tuple[Part, ...]
    work: int

    @property
    def slug(self) -> str:
        return self.exercise.slug

    @property
    def is_down(self) -> bool:
        return self.form.position.is_on_the_floor


@dataclass(slots=True)
class _Session:
    """A session while it grows. Exercises come in with small doses first, so that all of them find room."""

    limits: Limits
    memory: Memory
    library: Library
    candidates: list[Candidate]
    places: Mapping[str, int]
    chosen: list[tuple[Candidate, int]] = field(default_factory=list)
    families: set[str] = field(default_factory=set)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._ordered(self.chosen)

    @property
    def is_full(self) -> bool:
        return self.limits.most_moves is not None and len(self.chosen) >= self.limits.most_moves

    def fill(self, slot: Slot) -> bool:
        return any(
            self._add(each for each in self._others() if serves(each.exercise, purposes)) for purposes in slot
        )

    def by_liking(self, slots: tuple[Slot, ...]) -> list[Slot]:
        """After loosening up, places that a liked exercise can fill come first, while there is time."""
        liked = [each.exercise for each in self.candidates if each.slug in self.limits.who.liked]

        def is_for_one(slot: Slot) -> bool:
            return any(serves(each, slot[0]) for each in liked)

        return [*slots[:1], *sorted(slots[1:], key=is_for_one, reverse=True)]

    def fill_up(self) -> bool:
        more = [each for each in self._others() if each.exercise.focus & FILLS]
        # Nobody has to get down to the floor, or up from it, for this if something else fits.
        stays = {each.is_down for each, _ in self.chosen}
        return self._add(each for each in more if each.is_down in stays) or self._add(iter(more))

    def grow(self) -> bool:
        numbers = sorted(range(len(self.chosen)), key=lambda number: (self.chosen[number][1], number == 0))
        return any(self._grow_one(number) for number in numbers)

    def _grow_one(self, number: int) -> bool:
        this, level = self.chosen[number]
        grown = [*self.chosen[:number], (this, level + 1), *self.chosen[number + 1 :]]
        if level + 1 >= len(this.parts) or not self._fits(grown):
            return False
        self.chosen = grown
        return True

    def _others(self) -> Iterator[Candidate]:
        return (each for each in self.candidates if each.exercise.family not in self.families)

    def _add(self, candidates: Iterator[Candidate]) -> bool:
        return any(self._add_one(each) for each in sorted(candidates, key=self._rank))

    def _add_one(self, this: Candidate) -> bool:
        if self._is_strong_before_the_floor(this) or self._least_seconds(this) > self.limits.seconds:
            return False
        for level in range(max(0, len(this.parts) - 2), -1, -1):  # from one below the highest downwards
            longer = [*self.chosen, (this, level)]
            if self._fits(longer):
                self.chosen = longer
                self.families.add(this.exercise.family)
                return True
        return False

    def _is_strong_before_the_floor(self, this: Candidate) -> bool:
        begins_down = bool(self.chosen) and self.chosen[0][0].is_down
        return begins_down and not this.is_down and this.form.intensity > 1

    def _least_seconds(self, this: Candidate) -> int:
        """Quick to work out, so that no time is spent on ordering what cannot fit."""
        work = sum(each.work for each, _ in self.chosen) + this.work
        return work + SAME_POSITION * (len(self.chosen) + 1)

    def _fits(self, chosen: list[tuple[Candidate, int]]) -> bool:
        parts = self._ordered(chosen)
        return length(parts, self.limits.who) <= self.limits.seconds and not are_too_close(
            parts, self.library
        )

    def _ordered(self, chosen: list[tuple[Candidate, int]]) -> tuple[Part, ...]:
        return in_order((each.parts[level] for each, level in chosen), self.library, self.places)

    def _rank(self, this: Candidate) -> tuple[bool, int, int, int]:
        begins_down = bool(self.chosen) and self.chosen[0][0].is_down
        weighs = weight(this.slug, self.limits, self.memory)
        # People who began on the floor stay there; then the least done, the most specific, the library's order.
        return begins_down and not this.is_down, weighs, len(this.exercise.focus), this.place


def weight(slug: str, limits: Limits, memory: Memory) -> int:
    """The lowest weight comes first."""
    found = memory.done.get(slug, 0) + limits.later.get(slug, 0)
    found += PASSED_OVER if memory.is_passed_over(slug) else 0
    found += ONE_MORE if memory.is_one_more_to_learn(slug) else 0
    return found - (LIKED if slug in limits.who.liked else 0)


def compose(limits: Limits, memory: Memory, library: Library) -> tuple[Part, ...]:
    parts = _compose(limits, memory, library)
    if not parts and limits.only is not None:  # they don't want the easiest ones: then anything just as short
        return _compose(replace(limits, only=None), memory, library)
    if limits.most_intense == STRONGEST and _ends_strong(parts, library):
        return _compose(replace(limits, most_intense=STRONGEST - 1), memory, library)
    return parts


def _compose(limits: Limits, memory: Memory, library: Library) -> tuple[Part, ...]:
    places = {slug: place for place, slug in enumerate(library.exercises)}
    session = _Session(limits, memory, library, list(candidates(limits, library)), places)
    for slot in session.by_liking(slots_of(limits.seconds)):
        if not session.is_full:
            session.fill(slot)
    while session.grow():
        pass
    while not session.is_full and session.fill_up():
        pass
    return session.parts


def _ends_strong(parts: tuple[Part, ...], library: Library) -> bool:
    is_strong = any(part.form.intensity == STRONGEST for part in parts)
    return is_strong and library.exercises[parts[-1].form.ref.exercise].phase is not ExercisePhase.COOL


def length(parts: tuple[Part, ...], who: Preferences) -> int:
    """Seconds. Getting down and up counts as long as it takes this person."""
    levels = [False, *(part.form.position.is_on_the_floor for part in parts)]
    changes = sum(before is not after for before, after in pairwise(levels))
    return duration(parts) + changes * (floor_seconds(who) - NEW_POSITION)


def floor_seconds(who: Preferences) -> int:
    return DOWN_AND_UP if who.level == 1 or who.age is Age.OLDER else NEW_POSITION


def amount(form: Form, level: int, limits: Limits) -> Dose:
    dose = dose_for(form, limits.who, form.dose(level))
    if form.ref.exercise in BREATHING_AND_WALKING:
        return dose
    if limits.who.stage is Stage.HIGH:
        times = dose.repetitions if form.pace is Pace.FLOW and not dose.move else (dose.repetitions + 1) // 2
        dose = replace(dose, hold=min(dose.hold, SORE_HOLD), repetitions=times)
    if limits.is_short:
        most = SHORT_TIMES_A_SIDE if form.sides else SHORT_TIMES
        dose = replace(dose, hold=min(dose.hold, SHORT_HOLD), repetitions=min(dose.repetitions, most))
    return dose


def candidates(limits: Limits, library: Library) -> Iterator[Candidate]:
    for place, exercise in enumerate(library.exercises.values()):
        form = _form(exercise, limits, library)
        if form and _is_wanted(form, limits):
            doses = (amount(form, level, limits) for level in range(1, limits.level + 1))
            parts = tuple(Part(form, dose) for dose in dict.fromkeys(doses))
            yield Candidate(exercise, form, place, parts, work_seconds(parts[0]))


def _is_wanted(form: Form, limits: Limits) -> bool:
    slug = form.ref.exercise
    if limits.only is not None and slug not in limits.only:
        return False
    return slug != WALK or form.can_be_seated or limits.who.stage is Stage.HIGH


def _form(exercise: Exercise, limits: Limits, library: Library) -> Form | None:
    fits = fitting((form.ref for form in exercise.forms), library, limits.who)
    form = next((each for each in fits if _is_within(each, limits)), None)
    less = gentler(form, library, limits.who) if form else None
    return less if less and less.ref.exercise == exercise.slug and _is_within(less, limits) else None


def _is_within(form: Form, limits: Limits) -> bool:
    is_near = not (limits.stays_up and form.position.is_on_the_floor)
    return form.intensity <= limits.most_intense and is_near


def are_too_close(parts: tuple[Part, ...], library: Library) -> bool:
    return any(
        after.form.ref.exercise in library.exercises[before.form.ref.exercise].apart_from
        for before, after in pairwise(parts)
    )
