"""What a reminder can't do is said, and the nearest that it can is offered; a session that is asked for today is none."""

import pytest

from bot.screens.buttons.actions import Drafting
from tests.coach.reminded import met
from tests.coach.talk import Someone


@pytest.fixture
def anjali(ana: Someone) -> Someone:
    met(ana)
    return ana


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("5.30pm on alternate days", "17:30"),
        ("half past 5 in evening on alternate days", "17:30"),
        ("every other day at 17:30", "17:30"),
        ("remind me every second day at 9am", "9:00"),
        ("jeden zweiten tag um 17:30", "17:30"),
    ],
)
def test_every_other_day_is_nearly_three_days_a_week(anjali: Someone, said: str, at: str) -> None:
    anjali.says(said)
    assert "I can't count every other day. Mon, Wed and Fri come closest." in anjali.sees.text
    assert f"{at}, Mon, Wed, Fri: " in anjali.sees.text
    assert anjali.offers(Drafting.KEEP)


def test_the_only_reminder_changes_to_them(anjali: Someone) -> None:
    for said in ("remind me at 9:30", "keep", "every other day instead"):
        anjali.says(said)
    assert "9:30, Mon, Wed, Fri: " in anjali.sees.text
    assert "Not changed yet" in anjali.sees.text


@pytest.mark.parametrize("said", ["is it ok to stretch every other day?", "I do yoga every other day"])
def test_what_is_asked_or_told_of_every_other_day_sets_nothing(anjali: Someone, said: str) -> None:
    anjali.says(said)
    assert not anjali.offers(Drafting.KEEP)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("remind me at 11am each day, but not if I've already done one", "none comes anyway"),
        ("remind me 6pm unless I did it already", "none comes anyway"),
        ("remind me at 6pm every day unless it rains", "I can't know that"),
    ],
)
def test_of_a_condition_it_is_said_whether_it_holds(anjali: Someone, said: str, told: str) -> None:
    anjali.says(said)
    assert told in anjali.sees.text
    assert anjali.offers(Drafting.KEEP)


@pytest.mark.parametrize("said", ["Can I do a session today?", "can I do a session this morning?"])
def test_a_session_today_is_no_reminder(anjali: Someone, said: str) -> None:
    anjali.says(said)
    assert anjali.labels[0].startswith("Start")
    assert not anjali.offers(Drafting.SHOW)


@pytest.mark.parametrize("said", ["what have I got coming", "whats set", "what's planned?"])
def test_what_is_set_is_the_list(anjali: Someone, said: str) -> None:
    for words in ("remind me at 9:30", "keep", "/today", said):
        anjali.says(words)
    assert anjali.sees.text.startswith("<b>Your reminders</b>")
