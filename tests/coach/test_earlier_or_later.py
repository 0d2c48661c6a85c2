""" "Earlier" and "later" count from the reminder that is there, and a time by another clock is turned into the person's own."""

import pytest

from bot.screens.buttons.actions import Drafting
from tests.coach.reminded import met
from tests.coach.talk import Someone


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    met(ana)
    for said in ("remind me at 19:45", "Berlin", "keep", "/start"):
        ana.says(said)
    return ana


@pytest.fixture
def twice(reminded: Someone) -> Someone:
    for said in ("remind me at 8am", "keep", "/start"):
        reminded.says(said)
    return reminded


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("make it 15 min earlier", "19:30"),
        ("an hour later please", "20:45"),
        ("can you bring it forward 20 mins", "19:25"),
        ("the 7.45 pm nudge, shove it back half an hour", "20:15"),
        ("push every one of em back an hour", "20:45"),
        ("mach es eine halbe stunde später", "20:15"),
        ("retrasa media hora el aviso", "20:15"),
    ],
)
def test_the_only_reminder_moves_by_so_much(reminded: Someone, said: str, at: str) -> None:
    reminded.says(said)
    assert f"{at}, every day" in reminded.sees.text
    assert "Not changed yet" in reminded.sees.text


def test_so_does_one_that_waits_to_be_kept(reminded: Someone) -> None:
    for said in ("remind me at 7am", "half an hour later"):
        reminded.says(said)
    assert "7:30, every day" in reminded.sees.text
    assert "Not set yet" in reminded.sees.text


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("the 8 am nudge, shove it back half an hour", "8:30"),
        ("the morning one ten minutes later please", "8:10"),
        ("8am is too early now, make it half nine", "9:30"),
    ],
)
def test_of_two_the_one_that_is_named(twice: Someone, said: str, at: str) -> None:
    twice.says(said)
    assert f"{at}, every day" in twice.sees.text
    assert "Not changed yet" in twice.sees.text


@pytest.mark.parametrize("said", ["push every one of em back an hour", "make it an hour later"])
def test_of_several_one_at_a_time(twice: Someone, said: str) -> None:
    twice.says(said)
    assert twice.labels[:2] == ["9:00", "20:45"]
    assert not twice.offers(Drafting.KEEP)


@pytest.mark.parametrize(
    "said", ["i got up an hour later", "it came an hour later than usual", "half an hour earlier than 7"]
)
def test_what_is_told_moves_nothing(reminded: Someone, said: str) -> None:
    reminded.says(said)
    assert not reminded.offers(Drafting.KEEP)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("7am est daily please", "13:00, every day"),
        ("five pm gmt today only", "Once, today 18:00"),
        ("9am uk time on weekdays", "10:00, Mon–Fri"),
        ("11pm pacific time on sundays", "8:00, Mon"),
    ],
)
def test_a_time_by_another_clock_is_told_by_ones_own(reminded: Someone, said: str, shown: str) -> None:
    reminded.says(said)
    assert shown in reminded.sees.text
    assert "into your time" in reminded.sees.text
    assert reminded.offers(Drafting.KEEP)


def test_whose_clock_is_not_known_goes_by_the_one_they_name(ana: Someone) -> None:
    met(ana)
    ana.says("7am est daily please")
    assert "It's 2:30 where you are." in ana.sees.text
    assert "7:00, every day" in ana.sees.text


def test_a_place_beside_a_time_keeps_it(reminded: Someone) -> None:
    reminded.says("sydney 7pm every day, my phone's still on uk time")
    assert "19:00, every day" in reminded.sees.text
    assert "where you are" in reminded.sees.text


def test_words_that_are_no_clock_change_none(reminded: Someone) -> None:
    reminded.says("um 7 ist gut")
    assert "into your time" not in reminded.sees.text
