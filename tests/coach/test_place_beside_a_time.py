"""Where somebody is, said in the same breath as the time of a reminder, is the clock that it goes by."""

from datetime import time

import pytest

from tests.coach.reminded import met
from tests.coach.talk import Someone, World

MON_TO_THU = frozenset(range(4))


@pytest.fixture
def marek(world: World) -> Someone:
    marek = world.someone(7, "Marek")
    met(marek)
    return marek


def zone(world: World) -> str | None:
    known = world.store.people.get(7)
    assert known
    return known.preferences.zone if known.preferences.zone_is_sure else None


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("remind me every day at 9 am in Warsaw", "Europe/Warsaw"),
        ("remind me in mumbai every day at 9 am", "Asia/Kolkata"),
        ("remind me at 9:00, I live in Warsaw", "Europe/Warsaw"),
        ("I live in Kraków, Poland, please remind me at 9 in the morning", "Europe/Warsaw"),
        ("remind me daily at 9am, im in poland", "Europe/Warsaw"),
        ("im based in the uk and want a reminder at 9am", "Europe/London"),
        ("recuérdame cada día a las 9:00 en Madrid", "Europe/Madrid"),
        ("i live in Nice, remind me at 9:00", "Europe/Paris"),
    ],
)
def test_it_is_the_clock_and_the_time_is_kept(marek: Someone, world: World, said: str, there: str) -> None:
    marek.says(said)
    assert zone(world) == there
    marek.says("keep")
    assert [each.at for each in world.store.reminders.of(7)] == [time(9)]


def test_of_several_cities_it_is_asked_which_and_a_yes_is_none(marek: Someone, world: World) -> None:
    for each in ("remind me every day at 9 am in london", "yes"):
        marek.says(each)
    assert zone(world) is None
    assert "Which one?" in marek.sees.text
    for each in ("London, GB", "keep"):
        marek.says(each)
    assert zone(world) == "Europe/London"
    assert [each.at for each in world.store.reminders.of(7)] == [time(9)]


def test_an_hour_of_either_half_is_kept_as_well(marek: Someone, world: World) -> None:
    for each in ("remind me at 9 in london", "London, GB"):
        marek.says(each)
    assert marek.labels[:2] == ["9:00", "21:00"]
    for each in ("21:00", "keep"):
        marek.says(each)
    assert zone(world) == "Europe/London"
    assert [each.at for each in world.store.reminders.of(7)] == [time(21)]


def test_both_hours_of_either_half_on_one_day_are_kept_as_well(marek: Someone) -> None:
    for each in ("remind me tomorrow at 9 in london", "London, GB"):
        marek.says(each)
    assert marek.labels[:2] == ["9:00", "21:00"]


@pytest.mark.parametrize(
    "said",
    [
        "remind me at 9 in the morning",
        "remind me at 9am in bed",
        "remind me at 9am in bath",
        "remind me at 9am when im in the office",
        "remind me in 2 hours",
        "remind me daily at 8am in march",
        "remind me at 9 in the evening, i am in pain",
    ],
)
def test_what_is_no_place_leaves_the_clock_alone(marek: Someone, world: World, said: str) -> None:
    marek.says(said)
    assert zone(world) is None


def test_a_whole_letter_is_understood(world: World) -> None:
    marek = world.someone(7, "Marek")
    marek.says(
        "Good morning, I am Marek, I am 61 and I live in Warsaw, Poland, and I would be grateful for a reminder"
        " at seven in the morning on weekdays but not on Friday."
    )
    marek.says("Thank you, that is exactly right, please keep it.")
    assert zone(world) == "Europe/Warsaw"
    assert [(each.at, each.weekdays) for each in world.store.reminders.of(7)] == [(time(7), MON_TO_THU)]


@pytest.mark.parametrize(
    "said",
    [
        "good morning, i am marek, i am 61, i would be grateful for a reminder at seven in the morning on weekdays but not on friday",
        "hello there, i am retired and 61, i would love one at 7:30 on weekdays except friday if you would be so kind as to",
    ],
)
def test_the_days_that_are_refused_are_never_proposed_alone(marek: Someone, said: str) -> None:
    for each in ("im in warsaw", "remind me", said):
        marek.says(each)
    assert "Sat" not in marek.sees.text
    assert "Mon–Thu" in marek.sees.text
