"""What is planned for somebody, move by move and dose by dose, and what it is told to be for; one rule changed would show here."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.library.exercise import FormRef, Purpose, Tag
from bot.domain.person.person import Age, Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import Resting, Until
from bot.domain.planner.composing import length
from bot.domain.planner.easing import Eased, Easing, HowLow
from bot.domain.planner.limits import AskedFor
from bot.domain.planner.memory import Memory
from bot.domain.planner.planner import plan, why
from bot.domain.planner.why import (
    AfterHard,
    AllThereIs,
    AsAsked,
    AsMuchAsFits,
    ComesLess,
    FewMoves,
    LeastDone,
    Liked,
    NotLookedAt,
    Rested,
    SoreDay,
    StepByStep,
    Why,
)
from tests.domain.shelf import SHELF, told

EVERYTHING = frozenset(SHELF.exercises)
DAY = date(2026, 1, 5)
UNTIL = Until(DAY)
LONG_AGO = Memory(days=99, sessions=50, known=EVERYTHING)
STRONG = Preferences(level=3, floor=Floor.YES, seen=Seen.PROFESSIONAL)
USUAL = AskedFor()
FIVE = "rolls 4x10, arch 4x10, book 4x10, locust 4x10, child 2x10"
WITHOUT_ARCH = "rolls 4x10, squeeze 4x10, book 4x10, cobra 4x10, child 2x10"
TEN = "rolls 4x10, doorway 6x10, arch 6x10, lean 6x10, locust 6x10, book 6x10, rib-breathing 6x10"
NO_FLOOR = "rolls 6x10, doorway 6x10, twist 6x10, arch 6x10, squeeze 6x10, lean 6x10, rib-breathing 6x10"


def planned(who: Preferences = STRONG, asked: AskedFor = USUAL, memory: Memory = LONG_AGO) -> str:
    return told(plan(asked, who, memory, SHELF).parts)


def reason(who: Preferences = STRONG, asked: AskedFor = USUAL, memory: Memory = LONG_AGO) -> Why | None:
    return why(plan(asked, who, memory, SHELF), asked, who, memory, SHELF)


def without(*slugs: str) -> Preferences:
    return replace(STRONG, never=frozenset(slugs))


@pytest.mark.parametrize(
    ("minutes", "moves", "seconds"),
    [
        (1, "rolls 2x10, pull 2x10", 57),
        (2, "rolls 3x10, arch 3x10, squeeze 3x10", 119),
        (3, "rolls 4x10, twist 4x10, arch 2x10", 174),
        (4, "rolls 4x10, arch 4x10, squeeze 2x10, book 4x10", 226),
        (5, FIVE, 285),
        (10, TEN, 600),
        (
            15,
            (
                "rolls 6x10, doorway 6x10, twist 6x10, head 2x10, arch 6x10, squeeze 6x10, lean 6x10, cat 4x10, locust 6x10, book 6x10,"
                " rib-breathing 6x10"
            ),
            892,
        ),
        (
            25,
            (
                "rolls 6x10, doorway 6x10, twist 6x10, head 4x10, arch 6x10, squeeze 6x10, lean 6x10, cat 4x10, book 6x10, locust 6x10,"
                " child 4x10, rib-breathing 6x10"
            ),
            964,
        ),
    ],
)
def test_each_length_has_its_purposes_and_grows_to_the_last_half_minute(
    minutes: int, moves: str, seconds: int
) -> None:
    """Loosening up first and calm last; up to three minutes nobody gets down; strong moves are followed by calm ones."""
    found = plan(AskedFor(minutes), STRONG, LONG_AGO, SHELF)
    assert (told(found.parts), found.seconds) == (moves, seconds)


@pytest.mark.parametrize(
    ("who", "moves"),
    [
        (replace(STRONG, minutes=5), FIVE),
        (replace(STRONG, minutes=10), TEN),
        (replace(STRONG, floor=Floor.STAND), planned(replace(STRONG, floor=Floor.STAND), AskedFor(5))),
    ],
)
def test_where_no_length_is_asked_for_it_is_theirs_or_five_minutes(who: Preferences, moves: str) -> None:
    assert planned(who) == moves
    assert planned() == FIVE


@pytest.mark.parametrize(
    ("who", "moves"),
    [
        (replace(STRONG, floor=None), NO_FLOOR),
        (replace(STRONG, floor=Floor.STAND), NO_FLOOR),
        (
            replace(STRONG, floor=Floor.SEATED),
            "rolls 6x10, twist 6x10, head 4x10, arch 6x10, squeeze 6x10, lean 6x10, rib-breathing 6x10",
        ),
        (
            replace(STRONG, stage=Stage.MODERATE),
            (
                "rolls 4x10, doorway 4x10, twist 2x10, head 2x10, arch 4x10, squeeze 4x10, lean 4x10, cat 2x10, cobra 2x10, book 4x10,"
                " rib-breathing 6x10"
            ),
        ),
        (replace(STRONG, stage=Stage.HIGH), "rolls 2x10, twist 1x10, arch 1x10, squeeze 1x10"),
        (
            replace(STRONG, age=Age.OLDER),
            "rolls 4x10, doorway 6x10, arch 6x10, lean 4x10, locust 6x10, book 6x10, rib-breathing 6x10",
        ),
        (
            replace(STRONG, level=1),
            (
                "rolls 2x10, doorway 2x10, twist 2x10, head 2x10, arch 2x10, squeeze 2x10, lean 2x10, cat 2x10, book 2x10, cobra 2x10,"
                " child 2x10, rib-breathing 6x10"
            ),
        ),
        (
            replace(STRONG, equipment=frozenset()),
            "rolls 4x10, twist 4x10, squeeze 6x10, lean 4x10, cobra 6x10, book 6x10, rib-breathing 6x10",
        ),
        (replace(STRONG, tags=frozenset({Tag.KNEES})), TEN),
    ],
)
def test_ten_minutes_are_others_for_somebody_else(who: Preferences, moves: str) -> None:
    assert planned(who, AskedFor(10)) == moves


def test_without_the_floor_for_a_day_is_as_for_who_stands_and_who_is_seated_stays_so() -> None:
    assert planned(asked=AskedFor(10, no_floor=True)) == NO_FLOOR
    seated = replace(STRONG, floor=Floor.SEATED)
    assert planned(seated, AskedFor(10, no_floor=True)) == planned(seated, AskedFor(10))


def test_getting_down_and_up_takes_longer_from_65_and_for_beginners() -> None:
    parts = plan(AskedFor(10), STRONG, LONG_AGO, SHELF).parts
    assert length(parts, STRONG) == 600
    assert length(parts, replace(STRONG, age=Age.OLDER)) == length(parts, replace(STRONG, level=1)) == 626
    assert length(parts, replace(STRONG, age=Age.MIDDLE, level=2)) == 600


def test_much_pain_leaves_breathing_and_a_walk_as_they_are_and_halves_the_rest() -> None:
    sore = replace(STRONG, stage=Stage.HIGH)
    assert planned(replace(sore, never=EVERYTHING - {"walk"})) == "walk 1x120"
    assert planned(without(*EVERYTHING - {"walk"})) == "", "a walk alone is no session of stretches"
    assert planned(replace(sore, minutes=15)) == planned(replace(sore, minutes=5)), "nor is it longer"


def test_few_moves_at_first_and_what_they_know_comes_before_what_is_new() -> None:
    five = AskedFor(5)
    known = frozenset({"twist", "squeeze", "rib-breathing"})
    first = "rolls 4x10, twist 6x10, arch 6x10, squeeze 4x10"
    assert planned(asked=five, memory=Memory(days=3, sessions=3, known=known)) == first
    later = "rolls 4x10, twist 4x10, arch 4x10, squeeze 4x10, child 4x10"
    assert planned(asked=five, memory=Memory(days=20, sessions=11, known=known)) == later
    four = "rolls 4x10, arch 4x10, squeeze 4x10, book 6x10"
    assert planned(asked=five, memory=Memory(days=13, sessions=30, known=EVERYTHING)) == four
    assert planned(asked=five, memory=Memory(days=14, sessions=12, known=known)) == FIVE


def test_what_was_done_least_comes_first() -> None:
    done = {"book": 2, "arch": 3, "rolls": 4, "child": 4}
    moves = "squeeze 4x10, cat 4x10, book 4x10, cobra 4x10, child 2x10"
    assert planned(memory=replace(LONG_AGO, done=done)) == moves


def test_what_is_liked_comes_sooner_and_what_was_passed_over_twice_later() -> None:
    liked = replace(STRONG, liked=frozenset({"lean"}))
    assert planned(liked) == "rolls 4x10, arch 4x10, lean 4x10, book 4x10"
    assert reason(liked) == Liked("lean")
    assert planned(replace(STRONG, liked=frozenset({"head"}))) == FIVE, "a neck turns no back"
    assert planned(memory=replace(LONG_AGO, passed_over={"arch": 1})) == FIVE
    twice = replace(LONG_AGO, passed_over={"arch": 2})
    assert planned(memory=twice) == WITHOUT_ARCH
    assert reason(memory=twice) == ComesLess("arch", "cobra")
    assert reason(memory=replace(LONG_AGO, passed_over={"doorway": 5})) is None, "nothing came of it"


def test_the_third_day_is_another_one_and_leaves_what_is_liked() -> None:
    same = plan(USUAL, STRONG, LONG_AGO, SHELF).slugs
    other = frozenset({"walk"})
    for days, moves in (
        (((same,),), FIVE),
        (((same,), (other,)), FIVE),
        (((other,), (same,)), FIVE),
        (((same,), (same,)), WITHOUT_ARCH),
        (((other, same), (same, other)), WITHOUT_ARCH),
    ):
        assert planned(memory=replace(LONG_AGO, planned=days)) == moves
    liked = replace(STRONG, liked=frozenset({"arch"}))
    now = planned(liked, memory=replace(LONG_AGO, planned=((same,), (same,))))
    assert now == "rolls 4x10, twist 4x10, arch 4x10, locust 4x10, child 4x10"


def test_where_nothing_else_suits_the_third_day_is_the_same() -> None:
    who = without(*EVERYTHING - {"rolls", "arch"})
    same = plan(USUAL, who, LONG_AGO, SHELF).slugs
    assert same == {"rolls", "arch"}
    assert planned(who, memory=replace(LONG_AGO, planned=((same,), (same,)))) == planned(who)


def test_what_alone_fills_its_place_is_left_out_on_the_third_day_for_something_else() -> None:
    who = without(*EVERYTHING - {"rolls", "arch", "squeeze", "doorway"})
    two = AskedFor(2)
    same = plan(two, who, LONG_AGO, SHELF).slugs
    assert same == {"rolls", "arch", "squeeze"}
    assert "doorway" in planned(who, two, replace(LONG_AGO, planned=((same,), (same,))))


def eased(**changes: object) -> Memory:
    usual = Easing(
        DAY, hurt=False, how=Eased.SHORTER, seconds=240, most_intense=3, where=HowLow.FLOOR, level=3
    )
    return replace(LONG_AGO, easing=replace(usual, **changes))  # type: ignore[arg-type]


SHORTER = "rolls 4x10, arch 4x10, squeeze 2x10, book 4x10"
LEAST = eased(how=Eased.LEAST, where=HowLow.SEATED, seconds=120, level=1, most_intense=1)


@pytest.mark.parametrize(
    ("memory", "asked", "moves", "reason_told"),
    [
        (eased(), USUAL, SHORTER, AfterHard(Eased.SHORTER, DAY, hurt=False)),
        (eased(), AskedFor(10), TEN, AsAsked(10, no_floor=False)),
        (
            eased(how=Eased.EASIER, most_intense=1, level=2, seconds=300),
            USUAL,
            "rolls 2x10, arch 4x10, squeeze 4x10, book 4x10, rib-breathing 6x10",
            AfterHard(Eased.EASIER, DAY, hurt=False),
        ),
        (eased(where=HowLow.STANDING), AskedFor(10), NO_FLOOR, AsAsked(10, no_floor=False)),
        (
            eased(how=Eased.SEATED, where=HowLow.SEATED, hurt=True),
            AskedFor(10),
            "rolls 6x10, twist 6x10, head 4x10, arch 6x10, squeeze 6x10, lean 6x10, rib-breathing 6x10",
            AfterHard(Eased.SEATED, DAY, hurt=True),
        ),
        (LEAST, USUAL, "rib-breathing 6x10", AfterHard(Eased.LEAST, DAY, hurt=False)),
        (eased(good=2), USUAL, SHORTER, StepByStep()),
        (
            eased(how=Eased.LEAST, where=HowLow.SEATED, seconds=180, level=2, most_intense=1, good=1),
            USUAL,
            "rolls 2x10, twist 4x10, arch 2x10, squeeze 2x10",
            StepByStep(),
        ),
    ],
)
def test_after_a_hard_one_it_is_less_and_says_so(
    memory: Memory, asked: AskedFor, moves: str, reason_told: Why
) -> None:
    assert planned(asked=asked, memory=memory) == moves
    assert reason(asked=asked, memory=memory) == reason_told


def test_who_never_wants_what_is_easiest_gets_something_as_short() -> None:
    assert planned(without("rib-breathing"), memory=LEAST) == "rolls 2x10, head 2x10, arch 2x10, squeeze 2x10"


def resting(*slugs: str) -> Preferences:
    return replace(STRONG, resting=Resting(moves=frozenset((slug, UNTIL) for slug in slugs)))


def test_what_rests_is_told_with_what_stands_in_for_it() -> None:
    assert planned(resting("book")) == "rolls 4x10, twist 4x10, arch 4x10, locust 4x10, child 4x10"
    assert reason(resting("book")) == Rested("book", UNTIL, "twist")
    assert planned(resting("arch")) == WITHOUT_ARCH
    assert reason(resting("arch")) == Rested("arch", UNTIL, "cobra"), (
        "another that straightens, not just what is new"
    )
    asks = replace(STRONG, resting=Resting(rested=frozenset({"arch"})))
    assert reason(asks) == Rested("arch", None, "cobra")
    assert reason(resting("doorway")) is None, "it would not have come anyway"
    alone = replace(resting("book"), never=EVERYTHING - {"rolls", "book"})
    assert reason(alone, AskedFor(5)) == Rested("book", UNTIL, "")


@pytest.mark.parametrize(
    ("who", "asked", "memory", "told_as"),
    [
        (STRONG, USUAL, LONG_AGO, None),
        (STRONG, AskedFor(5), LONG_AGO, AsAsked(5, no_floor=False)),
        (STRONG, AskedFor(no_floor=True), LONG_AGO, AsAsked(None, no_floor=True)),
        (STRONG, AskedFor(25), LONG_AGO, AllThereIs()),
        (without("doorway", "arch", "squeeze", "locust", "cobra"), AskedFor(15), LONG_AGO, AllThereIs()),
        (STRONG, AskedFor(10), Memory(), FewMoves(4, 10)),
        (replace(STRONG, minutes=10), USUAL, Memory(), FewMoves(4)),
        (STRONG, AskedFor(2), Memory(), AsAsked(2, no_floor=False)),
        (replace(STRONG, seen=Seen.NEW), USUAL, LONG_AGO, NotLookedAt()),
        (replace(STRONG, stage=Stage.HIGH), USUAL, LONG_AGO, SoreDay(Stage.HIGH)),
        (replace(STRONG, stage=Stage.MODERATE), AskedFor(10), LONG_AGO, SoreDay(Stage.MODERATE)),
        (without(*EVERYTHING), USUAL, LONG_AGO, None),
    ],
)
def test_the_highest_rule_that_changed_something_is_told(
    who: Preferences, asked: AskedFor, memory: Memory, told_as: Why | None
) -> None:
    assert reason(who, asked, memory) == told_as


def test_what_is_done_rarely_is_told_only_where_something_else_is_done_more() -> None:
    done = {"rolls": 4, "book": 1}
    assert reason(memory=replace(LONG_AGO, done=done)) == LeastDone((Purpose.BEND, Purpose.EXTEND))
    assert reason(memory=replace(LONG_AGO, done={"book": 1, "gone-since": 9})) is None


@pytest.mark.parametrize(
    ("minutes", "memory", "about"),
    [
        (5, LONG_AGO, (Purpose.BEND, Purpose.TURN)),
        (10, LONG_AGO, (Purpose.TURN, Purpose.EXTEND)),
        (2, LONG_AGO, (Purpose.EXTEND, Purpose.BLADES)),
        (1, LONG_AGO, (Purpose.BLADES, Purpose.WARM)),
        (5, replace(LONG_AGO, planned=((frozenset({"book", "child"}),),)), (Purpose.EXTEND, Purpose.WARM)),
        (5, replace(LONG_AGO, done={"child": 1}), (Purpose.TURN, Purpose.EXTEND)),
    ],
)
def test_a_session_is_named_for_what_is_special_about_it(
    minutes: int, memory: Memory, about: tuple[Purpose, ...]
) -> None:
    assert plan(AskedFor(minutes), STRONG, memory, SHELF).about == about


def test_what_was_too_much_gives_way_to_another_move() -> None:
    who = replace(STRONG, too_much=frozenset({FormRef("twist", "usual")}))
    assert planned(who, AskedFor(3)) == "rolls 4x10, arch 6x10, squeeze 4x10"


def test_it_tells_when_one_move_more_would_be_too_long() -> None:
    """The other move is done on the floor, and for three minutes nobody gets down."""
    who = replace(STRONG, never=EVERYTHING - {"rolls", "book"})
    assert planned(who, AskedFor(3)) == "rolls 6x10"
    assert reason(who, AskedFor(3)) == AsMuchAsFits(3, no_floor=False)
    assert reason(replace(who, never=who.never | {"book"}), AskedFor(3)) == AllThereIs()
