"""All that decides what is planned for somebody, in every combination , and what each plan must hold to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from bot.domain.library.exercise import Equipment, Form, Tag
from bot.domain.person.person import Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.planner.limits import AskedFor
from bot.domain.planner.memory import Memory
from bot.domain.planner.planner import DayPlan, plan
from tests.content import blocks
from tests.content.crowd import law, most_intense

LEVELS = (1, 2, 3)
FLOORS = tuple(Floor)
MINUTES = (2, 5, 10, 15)
_THINGS = (
    frozenset({Equipment.CHAIR}),
    frozenset({Equipment.WALL, Equipment.DOORWAY}),
    frozenset({Equipment.ROLLER}),
    frozenset({Equipment.STRAP, Equipment.TOWEL}),
)
AT_HAND = tuple(
    frozenset[Equipment]().union(*some) for number in range(5) for some in combinations(_THINGS, number)
)
"""Sixteen: who has a wall has a doorway, and who has a strap has a towel."""

TAGS = (frozenset[Tag](), *(frozenset({tag}) for tag in Tag))
DAYS = (3, 99)
SEEN = (Seen.PROFESSIONAL, Seen.NEW)

ALL = len(LEVELS) * len(Stage) * len(Floor) * len(MINUTES) * len(AT_HAND) * len(TAGS) * len(DAYS) * len(SEEN)
FEW, SORE_MINUTES, FIRST_DAYS = 4, 5, 14


@dataclass(frozen=True, slots=True)
class Situation:
    """`minutes`: as they chose. `days`: since the first session."""

    who: Preferences
    minutes: int
    days: int

    def planned(self) -> DayPlan:
        return plan(AskedFor(self.minutes), self.who, Memory(days=self.days), law().library)


def situations(every: int = 1, floors: Iterable[Floor] = FLOORS) -> Iterator[Situation]:
    """A sample of all the combinations, evenly spread."""
    numbered = product(LEVELS, Stage, floors, MINUTES, AT_HAND, TAGS, DAYS, SEEN)
    for number, (level, stage, floor, minutes, things, tags, days, seen) in enumerate(numbered):
        if number % every == 0:
            allowed = tags if seen is Seen.PROFESSIONAL else tags & {Tag.SURGERY, Tag.STIFF_SPINE}
            who = Preferences(
                level=level, stage=stage, floor=floor, equipment=things, tags=tags, seen=seen, allowed=allowed
            )
            yield Situation(who, minutes, days)


def breaches(this: Situation, planned: DayPlan) -> Iterator[str]:
    """What of the rules a plan breaks."""
    parts, who = planned.parts, this.who
    if not parts:
        yield "nothing to do"
    minutes = min(this.minutes, SORE_MINUTES) if who.stage is Stage.HIGH else this.minutes
    if planned.seconds > minutes * 60:
        yield f"{planned.seconds} s in {minutes} minutes"
    yield from law().of_parts(parts, who)
    forms = [part.form for part in parts]
    if who.floor in (Floor.STAND, Floor.SEATED) and any(form.position.is_on_the_floor for form in forms):
        yield "on the floor"
    for form in forms:
        if (intensity := _intensity(form)) > most_intense(who):
            yield f"{form.ref} has intensity {intensity}"
    if (this.days < FIRST_DAYS or who.stage is Stage.HIGH) and len(parts) > FEW:
        yield f"{len(parts)} moves"
    if who.stage is Stage.HIGH:
        yield from _of_a_sore_day(planned)


def _of_a_sore_day(planned: DayPlan) -> Iterator[str]:
    """Breathing, walking, and what is gentle on a chair (docs/facts.md: sore-day)."""
    for part in planned.parts:
        form = part.form
        is_seated = str(form.ref) in blocks.ON_A_CHAIR if _is_known(form) else form.can_be_seated
        if _intensity(form) > 1 or not (is_seated or form.ref.exercise == "walk"):
            yield f"{form.ref} on a sore day"


def _intensity(form: Form) -> int:
    """For an exercise that the tables do not have, only its own file can tell."""
    return blocks.intensity(str(form.ref)) if _is_known(form) else form.intensity


def _is_known(form: Form) -> bool:
    return form.ref.exercise in blocks.KNOWN
