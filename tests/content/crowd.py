"""Many people who differ in all that decides what is offered, and what one of them may be offered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise, product

from bot.content.source.records import LibrarySource, read
from bot.domain.library.exercise import Equipment, Form, Tag
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Age, Cleared, Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.session.script import Part
from bot.domain.session.suitable import bar
from tests.content import blocks
from tests.content.places import CONTENT
from tests.known import library

ALL = frozenset(Equipment)
SINGLE = (frozenset[Tag](), *(frozenset({tag}) for tag in Tag), frozenset(Tag))
"""Each tag on its own; nothing, and all of them at once."""

PAIRS = tuple(frozenset(pair) for pair in combinations(Tag, 2))
FLOORS = (None, *Floor)
AT_HAND = (
    None,
    frozenset[Equipment](),
    *(frozenset({thing}) for thing in Equipment),
    *(ALL - {thing} for thing in Equipment),
    ALL,
)
KINDS = (
    Preferences(level=1),
    Preferences(level=2),
    Preferences(level=3),
    Preferences(level=3, age=Age.OLDER),
    Preferences(level=3, seen=Seen.NEW),
)
"""What decides how much and how strong; the last is led gently."""


def lines_of(library: Library) -> dict[str, tuple[RoutineLine, ...]]:
    """All that can be begun as a whole: every routine, and every day of every week of a programme."""
    days = {
        f"{programme.slug}, week {number}, day {letter}": lines
        for programme in library.programmes.values()
        for number, week in enumerate(programme.weeks, 1)
        for letter, lines in week.days.items()
    }
    return {slug: routine.lines for slug, routine in library.routines.items()} | days


@dataclass(frozen=True, slots=True)
class Row:
    """What the tables that were typed from the facts say of a form."""

    barred: frozenset[Tag]
    barred_floors: frozenset[Floor]
    intensity: int
    needs: frozenset[Equipment]


@cache
def _row(ref: str, usual: str) -> Row:
    """Looked up once: each form is asked about by thousands of people."""
    seated, upright = ref in blocks.ON_A_CHAIR, ref in blocks.ON_A_CHAIR | blocks.STANDING
    floors = {
        Floor.SEATED: seated,
        Floor.STAND: upright,
        Floor.BED: upright or blocks.is_on_a_bed(ref),
    }
    return Row(
        frozenset(map(Tag, blocks.barred(ref, usual))),
        frozenset(floor for floor, is_fine in floors.items() if not is_fine),
        blocks.intensity(ref),
        frozenset(map(Equipment, blocks.NEEDS.get(ref, "").split())),
    )


@dataclass(frozen=True, slots=True)
class Law:
    """What a person may be offered, by the tables that were typed from the facts."""

    library: Library
    source: LibrarySource

    def breaches(self, form: Form, who: Preferences) -> Iterator[str]:
        """If the facts do not have an exercise, only its own file can tell."""
        ref = str(form.ref)
        usual = str(self.library.exercises[form.ref.exercise].usual.ref)
        if usual not in blocks.CROSSES:
            yield from [f"{ref} has a bar of its own"] if bar(form, who) else []
            return
        row = _row(ref, usual)
        if blocked := row.barred & who.tags:
            yield f"{ref} is barred for {blocked}"
        if who.floor in row.barred_floors:
            yield f"{ref} is not done where floor is {who.floor}"
        if row.intensity > 1 and row.intensity > most_intense(who):
            yield f"{ref} is too strong"
        if row.needs and who.equipment is not None and row.needs - who.equipment:
            yield f"{ref} needs {row.needs}"

    def of_parts(self, parts: Iterable[Part], who: Preferences) -> Iterator[str]:
        parts = tuple(parts)
        for part in parts:
            yield from self.breaches(part.form, who)
            yield from self._too_much(part)
        slugs = [part.form.ref.exercise for part in parts]
        families = [blocks.FAMILIES.get(slug, slug) for slug in slugs]
        if len(set(families)) < len(families):
            yield f"one family twice: {slugs}"
        if any({before, after} == blocks.APART for before, after in pairwise(slugs)):
            yield f"locust next to low cobra: {slugs}"

    def _too_much(self, part: Part) -> Iterator[str]:
        ref, dose = part.form.ref, part.dose
        ceiling = (self.source.ceilings or {})[ref.exercise][ref.form]
        if dose.hold > ceiling.hold or dose.repetitions > ceiling.repetitions:
            yield f"{ref}: {dose} is over its ceiling"
        if dose.seconds <= 0:
            yield f"{ref}: {dose} takes no time"


@cache
def law() -> Law:
    """Read once, and only when a test asks: a fault in the content is for the test of the content to tell."""
    return Law(library(), read(CONTENT))


def most_intense(who: Preferences) -> int:
    """The rule, once more (docs/facts.md: most-intense, gentle-until-yes)."""
    asks_first = {Tag.DISC, Tag.HEART, Tag.THIN_BONES, Tag.EYES} & who.tags - who.allowed
    if who.seen is Seen.NEW or who.cleared is Cleared.SOON or asks_first or who.stage is Stage.HIGH:
        return 1
    return 2 if who.level == 1 or who.stage is Stage.MODERATE else 3


def people(
    tags: Iterable[frozenset[Tag]],
    floors: Iterable[Floor | None],
    at_hand: Iterable[frozenset[Equipment] | None],
    kinds: Iterable[Preferences],
) -> Iterator[Preferences]:
    for some, floor, things, kind in product(tags, floors, at_hand, kinds):
        yield Preferences(
            tags=some,
            floor=floor,
            equipment=things,
            level=kind.level,
            age=kind.age,
            seen=kind.seen,
            allowed=some if kind.seen is None else frozenset(),
        )
