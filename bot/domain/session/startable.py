"""What can be started: as a value, and as the text by which sessions and reminders remember it."""

from dataclasses import dataclass

from bot.domain.library.exercise import Purpose

MOST_DIGITS = 18
"""So many fit any id that the store gives."""


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
    """What was planned for a day. `about`: what it was for, by which it is called."""

    about: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class Favourites:
    """What they like."""


Startable = Ready | Day | Own | PlannedDay | Favourites

_PLANNED = "today"
_FAVOURITES = "liked.moves"


def to_text(startable: Startable) -> str:
    """The one spelling. No slug holds a dot, so the dots tell which it is."""
    match startable:
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
    """None for "", which is a single exercise or the day's own offer, and for what was never written so."""
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
