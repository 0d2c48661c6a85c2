"""Routines that people make for themselves."""

from dataclasses import dataclass

from bot.domain.exercise import FormRef


@dataclass(frozen=True, slots=True)
class OwnLine:
    """`hold` (seconds) and `repetitions` as the person set them; None: as their level has it."""

    id: int
    ref: FormRef
    hold: int | None = None
    repetitions: int | None = None


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """`name` is the person's own words, and untrusted."""

    id: int
    name: str
    lines: tuple[OwnLine, ...] = ()
