"""People who have a reminder and name another time are shown what was understood, and not the reminder that they have."""

from datetime import time

import pytest

from bot.screens.buttons.actions import Drafting
from tests.coach.reminded import met
from tests.coach.talk import Someone, World

NOT_SET, NOT_CHANGED = "Not set yet", "Not changed yet"


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    met(ana)
    for said in ("remind me at 19:45", "Berlin", "keep", "/start"):
        ana.says(said)
    return ana


@pytest.fixture
def asked(reminded: Someone) -> Someone:
    for said in ("/reminders", "add a reminder"):
        reminded.says(said)
    return reminded


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("25 past 7am dayly plese", "7:25, every day"),
        ("tues & thurs 19.30", "19:30, Tue, Thu"),
        ("mon thru thu, 6:45 in the evening", "18:45, Mon–Thu"),
        ("6 am every day. nah, half past", "6:30, every day"),
        ("8am in the week, lie in till 10 sat and sun", "10:00, Sat, Sun"),
    ],
)
def test_a_time_that_takes_no_place_of_another_is_a_new_one(reminded: Someone, said: str, shown: str) -> None:
    reminded.says(said)
    assert shown in reminded.sees.text
    assert NOT_SET in reminded.sees.text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("make it 7pm", "19:00, every day"),
        ("half six suits me better", "18:30, every day"),
        ("weekdays only", "19:45, Mon–Fri"),
        ("only mondays and thursdays", "19:45, Mon, Thu"),
    ],
)
def test_what_takes_the_place_of_one_changes_it(reminded: Someone, said: str, shown: str) -> None:
    reminded.says(said)
    assert shown in reminded.sees.text
    assert NOT_CHANGED in reminded.sees.text


@pytest.mark.parametrize("said", ["mornings would suit me", "evenings i guess"])
def test_a_part_of_the_day_is_asked_further(reminded: Someone, said: str) -> None:
    reminded.says(said)
    assert "At what time?" in reminded.sees.text


@pytest.mark.parametrize(
    ("said", "offered"),
    [("somewhere about 9 ish in the morning whenever", "9:00"), ("noon for ten of us", "12:00")],
)
def test_what_can_be_read_is_asked_about(asked: Someone, said: str, offered: str) -> None:
    asked.says(said)
    assert offered in " ".join([asked.sees.text, *asked.labels])
    assert "12:30" not in asked.labels


def test_days_alone_leave_the_time_open(asked: Someone, world: World) -> None:
    asked.says("only on the weekend")
    assert "Got it: Sat, Sun." in asked.sees.text
    assert "At what time?" in asked.sees.text
    assert not asked.offers(Drafting.KEEP)
    asked.says("10 am")
    asked.taps(Drafting.KEEP)
    assert sorted(one.at for one in world.store.reminders.of(7)) == [time(10), time(19, 45)]
