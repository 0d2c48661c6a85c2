"""Ready routines and the programme take as long as the facts say, but where a later rule changed them."""

import pytest

from bot.domain.library.exercise import Equipment
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Floor, Preferences
from bot.domain.session.script import duration
from bot.domain.session.suitable import settle
from tests.known import library as the_library

STRONG = Preferences(level=3, floor=Floor.YES, equipment=frozenset(Equipment))

# docs/facts.md: ready-routines.
COMPUTED = {
    "desk-break": "1:58",
    "desk-break-standing": "1:57",
    "evening": "9:23",
    "full-mobility": "15:58",
    "foam-roller": "6:26",
    "no-equipment": "9:29",
    "travel": "4:05",
    "no-floor": "9:35",
}

# What a later rule changed or added; and what that takes.
CHANGED = {
    "first-two-minutes": ("1:58", "first-two-minutes gives its lines and its length"),
    "morning": ("4:37", "morning-routine gives its lines and its length, in place of 4:45"),
    "gentle": (
        "4:57",
        "gentle-routines: nobody is sent to the floor, and a walk of two minutes ends it; 3:28 before",
    ),
    "gentle-in-bed": ("2:55", "gentle-routines has it for the bed; our doses"),
    "strengthen": (
        "8:30",
        "locust-and-cobra-apart: seven seconds more to turn over, 8:23 before",
    ),
    "turn-and-bend": ("6:13", "ours, beside the eleven"),
}

# The moving day and the strength day of each week, without what was added (docs/facts.md: four-weeks).
PROGRAMME = {1: ("5:39", "4:23"), 2: ("6:40", "6:04"), 3: ("7:23", "7:49"), 4: ("8:59", "9:13")}
ADDED_LATER = {"row-towel", "wall-stretch"}
"""Strength days get both."""

REST_BETWEEN_SIDES = 5
"""More seconds to change sides in week 4, where the bird dog's holds are as long as at level 3 (docs/facts.md: rest-between-sides)."""


@pytest.fixture(scope="module")
def library() -> Library:
    return the_library()


def seconds(lines: tuple[RoutineLine, ...], library: Library, without: set[str] | None = None) -> int:
    parts = settle(lines, library, STRONG).parts
    return duration([part for part in parts if part.form.ref.exercise not in (without or ())])


def told(minutes: str) -> int:
    whole, _, rest = minutes.partition(":")
    return int(whole) * 60 + int(rest)


@pytest.mark.parametrize("slug", COMPUTED)
def test_routine_takes_as_long_as_computed(slug: str, library: Library) -> None:
    assert seconds(library.routines[slug].lines, library) == told(COMPUTED[slug])


@pytest.mark.parametrize("slug", CHANGED)
def test_changed_routine_takes_as_long_as_its_doses_say(slug: str, library: Library) -> None:
    minutes, _ = CHANGED[slug]
    assert seconds(library.routines[slug].lines, library) == told(minutes)


@pytest.mark.parametrize("week", PROGRAMME)
def test_week_takes_as_long_as_computed(week: int, library: Library) -> None:
    days = library.programmes["four-weeks"].weeks[week - 1].days
    moving, strength = map(told, PROGRAMME[week])
    assert seconds(days["a"], library) == moving
    rest = REST_BETWEEN_SIDES if week == 4 else 0
    assert seconds(days["b"], library, ADDED_LATER) == strength + rest
    assert {line.ref.exercise for line in days["b"]} >= ADDED_LATER


def test_longest_and_shortest_strength_day_with_what_was_added(library: Library) -> None:
    first, *_, last = library.programmes["four-weeks"].weeks
    # The row 12 + 5 × 7 or 8 × 7 s, the wall stretch 12 + 2 × (2 × 15) + 5 or 2 × (2 × 20) + 5 s.
    assert seconds(first.days["b"], library) == told("4:23") + 12 + 35 + 12 + 60 + 5
    assert seconds(last.days["b"], library) == told("9:13") + REST_BETWEEN_SIDES + 12 + 56 + 12 + 80 + 5
