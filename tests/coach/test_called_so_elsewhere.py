"""A clock name that several places share, like IST, is asked about beside a time, and so is an hour that may be in
either half of the day."""

from datetime import time

import pytest

from tests.coach.reminded import met
from tests.coach.talk import Someone, World


@pytest.fixture
def asha(world: World) -> Someone:
    asha = world.someone(7, "Asha")
    met(asha)
    return asha


def zone(world: World) -> str | None:
    known = world.store.people.get(7)
    assert known
    return known.preferences.zone if known.preferences.zone_is_sure else None


def test_it_is_asked_which_clock_and_then_which_half(asha: Someone, world: World) -> None:
    asha.says("remind me at 9 IST")
    assert zone(world) is None
    assert asha.labels[:3] == ["Mumbai, IN", "Jerusalem, IL", "Dublin, IE"]
    asha.says("Mumbai, IN")
    assert asha.labels[:2] == ["9:00", "21:00"]
    for each in ("21:00", "keep"):
        asha.says(each)
    assert zone(world) == "Asia/Kolkata"
    assert [each.at for each in world.store.reminders.of(7)] == [time(21)]


def test_who_lives_by_one_of_them_means_it(asha: Someone, world: World) -> None:
    for each in ("im in dublin", "remind me at 9pm ist", "keep"):
        asha.says(each)
    assert zone(world) == "Europe/Dublin"
    assert [each.at for each in world.store.reminders.of(7)] == [time(21)]


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("remind me at 9 EST", "America/New_York"),
        ("remind me at 7pm aest", "Australia/Sydney"),
        ("remind me at 7 AEST on weekdays", "Australia/Sydney"),
        ("remind me at 20:00 wib", "Asia/Jakarta"),
        ("remind me at 9 est", "America/New_York"),
    ],
)
def test_a_clock_of_one_place_is_taken(asha: Someone, world: World, said: str, there: str) -> None:
    asha.says(said)
    assert zone(world) == there


@pytest.mark.parametrize(
    "said", ["um 17:00 ist gut", "erinnere mich um 17:00 Uhr, das ist gut", "remind me at 9"]
)
def test_a_word_of_another_language_is_no_clock(asha: Someone, world: World, said: str) -> None:
    for each in ("remind me", said):
        asha.says(each)
    assert zone(world) is None
    assert "Mumbai" not in asha.sees.text


def test_three_figures_are_a_time_where_one_is_asked_for(asha: Someone) -> None:
    for each in ("remind me", "930"):
        asha.says(each)
    assert asha.labels[:2] == ["9:30", "21:30"]
