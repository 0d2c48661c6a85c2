"""Things that can be started, as values and as the text that sessions and reminders store."""

from dataclasses import dataclass

from bot.domain.library.exercise import Purpose

MOST_DIGITS = 18
"""Enough for any id that the store gives."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A routine of the library."""

    slug: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a programme; `week` counts from 1."""

    programme: str
    week: int
    letter: str


@dataclass(frozen=True, slots=True)
class Own:
    """A routine of one's own, by its id."""

    id: int


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The offer of a day. `about`: its purposes, which name it."""

    about: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class Favourites:
    """A session of the exercises that the person likes."""


Startable = Ready | Day | Own | PlannedDay | Favourites

_PLANNED = "today"
_FAVOURITES = "liked.moves"


def to_text(startable: Startable) -> str:
    match startable:  # no slug holds a dot, so the dots tell the kinds apart
        case Ready(slug):
            return slug
        case Day(programme, week, letter):
            return f"{programme}.{week}.{letter}"
        case Own(id_):
            return f"own.{id_}"
        case Favourites():
            return _FAVOURITES
        case PlannedDay(about):
            return ".".join((_PLANNED, *(purpose.value for purpose in about)))


def from_text(text: str) -> Startable | None:
    """None for "", which is a single exercise or the day's own offer, and for text that `to_text` never writes."""
    if text == _FAVOURITES:
        return Favourites()
    match text.split("."):
        case [first, *about] if first == _PLANNED:
            return PlannedDay(tuple(purpose for purpose in Purpose if purpose.value in about))
        case [slug] if slug:
            return Ready(slug)
        case ["own", id_] if _is_number(id_):
            return Own(int(id_))
        case [programme, week, letter] if programme and _is_number(week) and letter:
            return Day(programme, int(week), letter)
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
