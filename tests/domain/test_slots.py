"""What a wish is about: minutes, numbers, ages, days, tags and things."""

from datetime import date
from pathlib import Path

import pytest

from bot.content.language.phrases_heard import vocabulary
from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Age
from bot.domain.typed.wishes import slots

CONTENT = Path(__file__).parents[2] / "content"
WORDS = vocabulary(CONTENT)
TODAY = date(2026, 1, 5)  # a Monday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("off to spain, no pings till friday", date(2026, 1, 9)),
        ("pause them until the 14th please", date(2026, 1, 14)),
        ("im away until the 3rd of may", date(2026, 5, 3)),
        ("hold it for 10 days", date(2026, 1, 15)),
        ("nothing tomorrow thanks", date(2026, 1, 6)),
        ("until the 5th", date(2026, 2, 5)),
        ("may i have a break", None),
        ("in 3 minutes", None),
        ("", None),
    ],
)
def test_the_day_is_found_wherever_it_stands(said: str, day: date | None) -> None:
    assert slots.day_in(said, TODAY, WORDS.dates, WORDS.quantities) == day


def test_the_next_day_of_a_number_may_be_two_months_ahead() -> None:
    assert slots.day_in("until the 31st", date(2026, 3, 31), WORDS.dates, WORDS.quantities) == date(
        2026, 5, 31
    )


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("im 70", Age.OLDER),
        ("im 100", Age.OLDER),
        ("im sixteen", Age.MINOR),
        ("i am 52 years old", Age.MIDDLE),
        ("30", Age.ADULT),
        ("old", None),
        ("3", None),
    ],
)
def test_an_age_has_its_bracket(said: str, age: Age | None) -> None:
    assert slots.age(said, WORDS.quantities) is age


@pytest.mark.parametrize(
    ("said", "ideas", "minutes"),
    [
        ("i have 7 minutes", {}, 7),
        ("i have 7.5 minutes", {}, 8),
        ("i have 7.0 minutes", {}, 7),
        ("half an hour", {"half-hour": ""}, 30),
        ("quick one", {"short": ""}, 5),
        ("long", {}, None),
    ],
)
def test_minutes_are_said_in_figures_or_not(said: str, ideas: dict[str, str], minutes: int | None) -> None:
    assert slots.minutes(said, ideas, WORDS.quantities) == minutes


def test_what_somebody_has_counts_before_the_joints_they_name() -> None:
    assert slots.tags({"joint.knees": "", "bad": ""}) == (Tag.KNEES,)
    assert slots.tags({"joint.knees": "", "tag.pregnant": ""}) == (Tag.PREGNANT,)
    assert slots.tags({"tag.unheard-of": ""}) == ()
    assert slots.things({"thing.wall": "", "lack": ""}) == (Equipment.WALL,)


def test_a_number_of_times_is_a_number() -> None:
    assert list(slots.numbers("8x a day, then 3 x", WORDS.quantities)) == [8, 3]
