"""Limits told in one message, the floor, things, parts of the body and moves, as one short text that a button can carry."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Floor, Preferences

_FLOOR, _HAS, _LACKS, _NEVER, _TAG = "f", "h", "l", "n", "t"


@dataclass(frozen=True, slots=True)
class LimitsTold:
    """`never`: slugs of exercises."""

    floor: Floor | None = None
    tags: frozenset[Tag] = frozenset()
    has: frozenset[Equipment] = frozenset()
    lacks: frozenset[Equipment] = frozenset()
    never: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        return len(self.tags) + len(self.has) + len(self.lacks) + len(self.never) + bool(self.floor)

    def and_also(self, other: "LimitsTold") -> "LimitsTold":
        """What was said last counts."""
        return LimitsTold(
            other.floor or self.floor,
            self.tags | other.tags,
            (self.has - other.lacks) | other.has,
            (self.lacks - other.has) | other.lacks,
            self.never | other.never,
        )

    def written(self) -> str:
        parts = (
            *((f"{_FLOOR}-{self.floor.value}",) if self.floor else ()),
            *(f"{_LACKS}-{thing.value}" for thing in Equipment if thing in self.lacks),
            *(f"{_HAS}-{thing.value}" for thing in Equipment if thing in self.has),
            *(f"{_TAG}-{tag.value}" for tag in Tag if tag in self.tags),
            *(f"{_NEVER}-{slug}" for slug in sorted(self.never)),
        )
        return "_".join(parts)

    def holds_for(self, who: Preferences, usual: frozenset[Equipment]) -> Preferences:
        """Leaves out the moves that they never want. `usual`: what people who were never asked are assumed to have."""
        things = usual if who.equipment is None else who.equipment
        things = (things - self.lacks) | self.has
        equipment = things if self.lacks or self.has else who.equipment
        who = replace(who, floor=self.floor or who.floor, equipment=equipment)
        for tag in self.tags:
            who = who.ticked(tag, on=True)
        return who


def limits_read(written: str) -> LimitsTold:
    """Skips what this version does not know."""
    parts = [part.partition("-")[::2] for part in written.split("_")]
    floors = [Floor(value) for value in _of(_FLOOR, parts) if value in {each.value for each in Floor}]
    return LimitsTold(
        next(iter(floors), None),
        frozenset(tag for tag in Tag if tag.value in _of(_TAG, parts)),
        frozenset(thing for thing in Equipment if thing.value in _of(_HAS, parts)),
        frozenset(thing for thing in Equipment if thing.value in _of(_LACKS, parts)),
        frozenset(_of(_NEVER, parts)),
    )


def _of(kind: str, parts: Iterable[tuple[str, ...]]) -> list[str]:
    return [value for letter, value in parts if letter == kind]
