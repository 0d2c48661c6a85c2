"""What a routine and a programme of several weeks are, once their files have been read and found sound."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.library.exercise import Dose, FormRef, Picture, Purpose


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """One line of a routine. Without a dose, the person's level decides. `fallbacks`, best first, for who can't do it.

    `is_own`: the person set the dose for themselves, and it stands as it is.
    """

    purpose: Purpose
    ref: FormRef
    dose: Dose | None
    fallbacks: tuple[FormRef, ...]
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Routine:
    slug: str
    title: str
    summary: str
    lines: tuple[RoutineLine, ...]
    signed_by: str
    signed_on: str
    search: tuple[str, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeWeek:
    """`days`: the lines of each kind of day, by its letter."""

    title: str
    days: Mapping[str, tuple[RoutineLine, ...]]


@dataclass(frozen=True, slots=True)
class Programme:
    """`rhythm`: the letters of a week's sessions, in order. `least`: sessions in a week before the next is offered.

    `seated`: the slug of its twin for who does not get down to the floor; empty if it is that twin itself.
    """

    slug: str
    title: str
    summary: str
    weeks: tuple[ProgrammeWeek, ...]
    rhythm: tuple[str, ...]
    least: int
    seated: str
    signed_by: str
    signed_on: str
    search: tuple[str, ...] = ()
    picture: Picture | None = None
