"""What one likes as a session, what stands in for a day's moves that do not suit, and what is remembered of a session."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.library.exercise import Dose, FormRef, Purpose, Tag
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.planner.easing import LEAST, Effort, HowLow, PastSession
from bot.domain.planner.favourites import favourites
from bot.domain.planner.filling import fitted
from bot.domain.planner.limits import AskedFor
from bot.domain.planner.memory import Memory
from bot.domain.planner.past_session import past_session
from bot.domain.session.script import Part, duration, write
from tests.domain.shelf import SHELF, told

DAY = date(2026, 1, 5)
LONG_AGO = Memory(days=99, sessions=50, known=frozenset(SHELF.exercises))
STRONG = Preferences(level=3, floor=Floor.YES, seen=Seen.PROFESSIONAL)
SEATED = replace(STRONG, floor=Floor.SEATED)


def liked(
    slugs: str,
    minutes: int | None,
    who: Preferences = STRONG,
    memory: Memory = LONG_AGO,
    *,
    no_floor: bool = False,
) -> str:
    who = replace(who, liked=frozenset(slugs.split()))
    return told(favourites(AskedFor(minutes, no_floor), who, memory, SHELF))


def test_liked_moves_come_in_order_as_many_as_fit_the_least_done_first() -> None:
    assert liked("book arch rolls child", 5) == "rolls 6x10, arch 6x10, book 6x10"
    assert liked("book arch rolls child", 3) == "rolls 6x10, arch 6x10"
    assert (
        liked("book arch rolls child", 3, memory=replace(LONG_AGO, done={"rolls": 1, "arch": 1}))
        == "book 6x10"
    )
    assert liked("", None) == ""


def test_a_single_one_may_be_longer_than_what_was_asked_for_and_two_are_never_too_close() -> None:
    assert liked("book", 1) == "book 2x10"
    assert liked("cobra locust", 5) == "cobra 6x10", "what loads the same muscles never stands side by side"
    assert liked("locust child cobra", 5) == "cobra 6x10, child 6x10"


def test_favourites_keep_to_what_suits_and_are_not_fewer_at_first() -> None:
    assert liked("walk rolls", 1) == "rolls 3x10", "a walk alone fills no minutes"
    assert liked("book arch", 5, no_floor=True) == "arch 6x10"
    too_much = replace(STRONG, too_much=frozenset({FormRef("twist", "usual")}))
    assert liked("twist", 5, too_much) == "", "another move that is easier is not the liked one"
    assert liked("locust cobra rolls", None, replace(STRONG, stage=Stage.HIGH)) == "rolls 2x10"
    many = "rolls arch book lean squeeze doorway"
    assert liked(many, 10, memory=Memory(days=2)).count("x") == len(many.split())


def line(slug: str, purpose: str, dose: Dose | None = None, stand_ins: str = "") -> RoutineLine:
    refs = tuple(FormRef(each, "usual") for each in stand_ins.split())
    return RoutineLine(Purpose(purpose), FormRef(slug, "usual"), dose, refs)


A_DAY = (
    line("cat", "warm"),
    line("book", "turn", None, "lean arch"),
    line("locust", "strength"),
    line("child", "calm"),
)


@pytest.mark.parametrize(
    ("who", "memory", "moves"),
    [
        (STRONG, LONG_AGO, "cat 6x10, book 6x10, locust 6x10, child 6x10"),
        (
            replace(STRONG, tags=frozenset({Tag.KNEES})),
            LONG_AGO,
            "rolls 1x10, book 6x10, locust 6x10, child 6x10",
        ),
        (SEATED, LONG_AGO, "rolls 4x10, twist 1x10, arch 4x10, rib-breathing 4x10"),
        (
            SEATED,
            replace(LONG_AGO, done={"rolls": 9, "twist": 9}),
            "rolls 4x10, twist 1x10, arch 4x10, rib-breathing 4x10",
        ),
        (
            replace(SEATED, liked=frozenset({"lean"})),
            LONG_AGO,
            "rolls 4x10, twist 1x10, lean 1x10, rib-breathing 4x10",
        ),
        (replace(STRONG, level=1), LONG_AGO, "cat 2x10, book 2x10, pull 2x10, child 2x10"),
    ],
)
def test_what_stands_in_serves_the_purpose_and_never_makes_the_day_longer(
    who: Preferences, memory: Memory, moves: str
) -> None:
    """However often it was done: a programme comes again and again."""
    assert told(fitted(A_DAY, who, memory, SHELF).parts) == moves


def test_among_equals_what_the_content_names_comes_first() -> None:
    for named, first in (("", "lean"), ("twist", "twist")):
        found = fitted((line("book", "side", None, named),), SEATED, LONG_AGO, SHELF)
        assert told(found.parts).startswith(first)


def test_strength_alone_fills_no_place_of_another_purpose() -> None:
    who = replace(STRONG, equipment=frozenset(), never=frozenset(SHELF.exercises) - {"doorway", "locust"})
    found = fitted((line("doorway", "chest", Dose(10, 0, 24)),), who, LONG_AGO, SHELF)
    assert (found.parts, [each.exercise for each in found.left_out]) == ((), ["doorway"])


def test_what_is_replaced_and_left_out_is_told() -> None:
    found = fitted(A_DAY, SEATED, LONG_AGO, SHELF)
    assert [(old.exercise, new.exercise) for old, new in found.replaced] == [
        ("cat", "rolls"),
        ("book", "twist"),
        ("locust", "arch"),
        ("child", "rib-breathing"),
    ]
    only_rolls = replace(
        SEATED, never=frozenset(SHELF.exercises) - {"rolls", "cat", "book", "locust", "child"}
    )
    left = fitted(A_DAY, only_rolls, LONG_AGO, SHELF)
    assert (told(left.parts), len(left.left_out)) == ("rolls 6x10", 3)


def test_stand_ins_shrink_to_the_minutes_of_the_day_the_longest_first_down_to_once() -> None:
    tight = (
        line("book", "turn", Dose(5, 0, 1)),
        line("locust", "strength", Dose(5, 0, 1), "squeeze"),
        line("child", "calm", Dose(5, 0, 1)),
    )
    found = fitted(tight, SEATED, LONG_AGO, SHELF).parts
    assert told(found) == "twist 1x10, squeeze 2x10, rib-breathing 4x10"
    assert duration(found) <= 120
    gone = (line("gone", "turn"), line("rolls", "warm"))
    assert told(fitted(gone, STRONG, LONG_AGO, SHELF).parts) == "twist 1x10, rolls 6x10"


def remembered(parts: Iterable[Part], *, is_single: bool = False) -> PastSession | None:
    return past_session(write(tuple(parts)), DAY, Effort.HARD, 2, SHELF, is_single=is_single)


def once(slug: str, hold: int = 5) -> Part:
    return Part(SHELF.exercises[slug].usual, Dose(hold, 0, 1))


@pytest.mark.parametrize(
    ("slugs", "where", "most_intense"),
    [
        ("rolls head", HowLow.SEATED, 1),
        ("rolls doorway", HowLow.STANDING, 1),
        ("pull", HowLow.STANDING, 2),
        ("head book", HowLow.FLOOR, 1),
        ("cobra locust", HowLow.FLOOR, 3),
    ],
)
def test_how_low_and_how_strong_a_session_was_is_remembered(
    slugs: str, where: HowLow, most_intense: int
) -> None:
    found = remembered(map(once, slugs.split()))
    assert found
    assert (found.where, found.most_intense) == (where, most_intense)
    assert (found.day, found.effort, found.level) == (DAY, Effort.HARD, 2)


def test_a_single_move_tells_nothing_of_length_and_no_script_nothing_at_all() -> None:
    short, long = remembered([once("rolls")]), remembered([once("rolls")], is_single=True)
    assert short
    assert long
    assert (short.seconds, long.seconds) == (17, LEAST)
    whole = remembered([once("rolls", 300)], is_single=True)
    assert whole
    assert whole.seconds == 312
    assert remembered([]) is None
