"""What a reminder can't do is said, and the nearest thing it can do is offered; asking for a session today sets no reminder."""

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
        ("every two days at 5.30pm", "17:30"),
        ("every other evening at 17:30", "17:30"),
        ("day on day off, 5.30pm", "17:30"),
        ("ek din chhod ke shaam 7 baje", "19:00"),
    ],
)
def test_every_other_day_is_nearly_three_days_a_week(anjali: Someone, said: str, at: str) -> None:
    anjali.says(said)
    assert "I can't count every other day. Mon, Wed and Fri come closest." in anjali.sees.text
    assert f"{at}, Mon, Wed, Fri: " in anjali.sees.text
    assert anjali.offers(Drafting.KEEP)


@pytest.mark.parametrize(
    ("said", "daily", "other"),
    [
        ("twelve noon daily, and nine pm on alternate days", "12:00, every day", "21:00, Mon, Wed, Fri"),
        ("remind me at 7am every day and at 9pm every other day", "7:00, every day", "21:00, Mon, Wed, Fri"),
        ("every other day at 7am, weekends at 10am", "10:00, Sat, Sun", "7:00, Mon, Wed, Fri"),
        ("cada dos dias a las 9:00 y todos los dias a las 20:00", "20:00, every day", "9:00, Mon, Wed, Fri"),
    ],
)
def test_only_the_time_beside_it_is(anjali: Someone, said: str, daily: str, other: str) -> None:
    anjali.says(said)
    assert "I can't count every other day. Mon, Wed and Fri come closest." in anjali.sees.text
    assert daily in anjali.sees.text
    assert other in anjali.sees.text


@pytest.mark.parametrize(
    "said", ["every third day at 7am", "every few days at 7am", "alle drei tage um 7:00"]
)
def test_every_few_days_is_nearly_two_days_a_week(anjali: Someone, said: str) -> None:
    anjali.says(said)
    assert "I can't count every few days. Mon and Thu come closest." in anjali.sees.text
    assert "7:00, Mon, Thu: " in anjali.sees.text


def test_without_a_time_it_is_asked_for_on_these_days(anjali: Someone) -> None:
    anjali.says("remind me every other day")
    assert "I can't count every other day." in anjali.sees.text
    assert "Got it: Mon, Wed, Fri." in anjali.sees.text


@pytest.mark.parametrize(
    ("said", "days", "offered"),
    [
        ("remind me three times a day", "every day", ["9:00, 13:30 and 18:00", "8:00, 14:00 and 20:00"]),
        ("remind me twice a day on weekdays", "Mon–Fri", ["9:00 and 18:00", "8:00 and 20:00"]),
        ("erinnere mich zweimal am tag", "every day", ["9:00 and 18:00", "8:00 and 20:00"]),
    ],
)
def test_so_many_times_a_day_are_spread_and_asked_about(
    anjali: Someone, said: str, days: str, offered: list[str]
) -> None:
    anjali.says(said)
    assert "Spread over the day" in anjali.sees.text
    assert days in anjali.sees.text
    assert anjali.labels[:2] == offered


def test_more_than_can_be_kept_is_said(anjali: Someone) -> None:
    anjali.says("remind me 12 times a day")
    assert "more than I can keep" in anjali.sees.text


def test_once_a_day_is_no_hour_of_another_language(anjali: Someone) -> None:
    for said in ("remind me", "once a day"):
        anjali.says(said)
    assert "11:00" not in anjali.labels


def test_a_day_in_a_condition_is_left_out(anjali: Someone) -> None:
    anjali.says("remind me at 9am except when its saturday")
    assert "9:00, Mon–Fri, Sun: " in anjali.sees.text


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


ENDS, BEGINS, WEEKS, MONTHS = (
    "I can't end it on a day",
    "I can't begin on a later day",
    "I can't count every other week",
    "I can't count by the month",
)


@pytest.mark.parametrize(
    ("said", "told", "shown"),
    [
        ("9pm nightly til the 20th then we're done", ENDS, "21:00, every day"),
        ("8pm daily until christmas", ENDS, "20:00, every day"),
        ("7am for two weeks", ENDS, "7:00, every day"),
        ("all of may, 7 in the morning", ENDS, "7:00, every day"),
        ("starting this coming monday, every day at 8 am", BEGINS, "8:00, every day"),
        ("8am, but only from the first of next month", BEGINS, "8:00, every day"),
        ("from the 15th, 7:30 every morning", BEGINS, "7:30, every day"),
        ("alternate tuesdays six in the evening", WEEKS, "18:00, Tue"),
        ("fridays 5pm every other week", WEEKS, "17:00, Fri"),
        ("jeden zweiten dienstag um 18 uhr", WEEKS, "18:00, Tue"),
        ("cada dos semanas los lunes a las 9 de la mañana", WEEKS, "9:00, Mon"),
        ("first monday of the month 9am", MONTHS, "9:00, Mon"),
        ("once a month on a sunday at 10am", MONTHS, "10:00, Sun"),
    ],
)
def test_days_that_it_can_not_count_are_told_and_the_nearest_offered(
    anjali: Someone, said: str, told: str, shown: str
) -> None:
    for words in ("remind me at 19:45", "Berlin", "keep", said):
        anjali.says(words)
    assert told in anjali.sees.text
    assert shown in anjali.sees.text
    assert "Not set yet" in anjali.sees.text
    assert anjali.offers(Drafting.KEEP)


@pytest.mark.parametrize("said", ["no 8pm for two weeks", "pause for ten days", "no reminders until monday"])
def test_who_wants_none_for_a_while_is_asked_about_a_pause(anjali: Someone, said: str) -> None:
    for words in ("remind me at 20:00", "Berlin", "keep", said):
        anjali.says(words)
    assert "Pause" in anjali.sees.text


def test_a_stretch_of_weekdays_begins_on_no_later_day(anjali: Someone) -> None:
    anjali.says("8am from monday to friday")
    assert "8:00, Mon–Fri" in anjali.sees.text
    assert BEGINS not in anjali.sees.text


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("every hour and a half, 0930-1700, working days", "9:30, Mon–Fri", "17:00, Mon–Fri"),
        ("every 90 minutes from 9 to 5", "9:00, every day", "16:30, every day"),
        ("every other hour while im at the office, nine til five mon-fri", "9:00, Mon–Fri", "17:00, Mon–Fri"),
        (
            "on the half hour each hour, half nine in the morning til half three",
            "9:30, every day",
            "15:30, every day",
        ),
    ],
)
def test_a_rhythm_is_each_of_its_times(anjali: Someone, said: str, first: str, last: str) -> None:
    anjali.says(said)
    assert first in anjali.sees.text
    assert last in anjali.sees.text
    assert anjali.offers(Drafting.KEEP)


def test_more_hours_than_can_be_kept_is_said(anjali: Someone) -> None:
    anjali.says("hourly 9am to 5pm")
    assert "more than I can keep" in anjali.sees.text
