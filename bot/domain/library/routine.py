"""Defines routines and programmes of several weeks, as read from their files."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.library.exercise import Dose, FormRef, Picture, Purpose


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """Without a dose, the person's level decides. `fallbacks`: best first, for people whom the form does not suit.

    `is_own`: the person set the dose, and it is not changed.
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

    `seated`: the slug of its twin for people who do not get down to the floor; empty in that twin.
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
