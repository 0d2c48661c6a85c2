"""Days without reminders that begin later: reminders before them still come, and so do those after them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.progress.days_off import DaysOff, OffKind
from bot.screens.buttons.actions import Drafting, PauseBetween, PauseFor, Place
from tests.coach.reminded import claimed, reminded_at
from tests.coach.talk import Someone, World

DAY = timedelta(days=1)
MONDAY = datetime(2026, 1, 5, 11, tzinfo=UTC)


@pytest.fixture
def gloria(ana: Someone, world: World) -> Someone:
    """Reminded at eleven each day; it is Monday, half past seven."""
    reminded_at(ana, time(11), "Europe/London")
    return ana


def days_that_came(world: World, many: int = 12) -> list[int]:
    """The days of January on which something came; each day is looked at once."""
    came = []
    for number in range(many):
        world.now = MONDAY + number * DAY
        if claimed(world, world.now):
            came.append(world.now.day)
    return came


@pytest.mark.parametrize(
    ("said", "first", "last", "until"),
    [
        ("no reminders from Friday to Tuesday", "Fri, 9 January", "Tue, 13 January", "Wed, 14 January"),
        ("from Friday till Tuesday I'm away", "Fri, 9 January", "Tue, 13 January", "Wed, 14 January"),
        ("pause from 10 to 14 January", "Sat, 10 January", "Wed, 14 January", "Thu, 15 January"),
        ("pause from the 10th to the 14th", "Sat, 10 January", "Wed, 14 January", "Thu, 15 January"),
        ("away 10-14 january", "Sat, 10 January", "Wed, 14 January", "Thu, 15 January"),
        (
            "From 10th to 14th I am going to native place, stop it and start again on 15th",
            *("Sat, 10 January", "Wed, 14 January", "Thu, 15 January"),
        ),
        ("no reminders from tomorrow til sat", "tomorrow", "Sat, 10 January", "Sun, 11 January"),
        ("pause reminders thu-sat", "Thu, 8 January", "Sat, 10 January", "Sun, 11 January"),
        ("off from Friday, back on Tuesday", "Fri, 9 January", "Mon, 12 January", "Tue, 13 January"),
        ("pause reminders next week", "Mon, 12 January", "Sun, 18 January", "Mon, 19 January"),
        ("im off work for 2 weeks from the 20th", "Tue, 20 January", "Mon, 2 February", "Tue, 3 February"),
        ("away from 20 january for a week", "Tue, 20 January", "Mon, 26 January", "Tue, 27 January"),
        ("no reminder this weekend", "Sat, 10 January", "Sun, 11 January", "Mon, 12 January"),
        (
            "von freitag bis dienstag keine erinnerungen",
            "Fri, 9 January",
            "Tue, 13 January",
            "Wed, 14 January",
        ),
    ],
)
def test_it_is_asked_from_when_to_when(gloria: Someone, said: str, first: str, last: str, until: str) -> None:
    gloria.says(said)
    told = f"All reminders rest from {first} to {last} and come again {until}. Shall they?"
    assert gloria.sees.text == told
    assert gloria.offers(PauseBetween)


def test_what_comes_before_and_after_comes(gloria: Someone, world: World) -> None:
    gloria.says("no reminders from Friday to Tuesday")
    gloria.says("yes")
    assert "next: today · not Fri to 13 January" in gloria.sees.text
    assert days_that_came(world) == [5, 6, 7, 8, 14, 15, 16]


def test_from_a_day_on_nothing_comes_until_it_is_asked_for(gloria: Someone, world: World) -> None:
    gloria.says("from Friday on no reminders")
    assert gloria.sees.text == "All reminders rest from Fri, 9 January on, until you wake them. Shall they?"
    gloria.taps(PauseBetween)
    assert "until Fri, then resting" in gloria.sees.text
    assert days_that_came(world) == [5, 6, 7, 8]
    gloria.says("/remind")
    gloria.taps(Place.GO_ON_REMINDING)
    assert world.store.reminders.next_due() == MONDAY + 12 * DAY


@pytest.mark.parametrize(
    "said",
    [
        "no reminder tomorrow",
        "skip tomorrow",
        "Tomorrow is my off",
        "not tomorrow",
        "day off tomorrow",
        "pause tomorrow",
        "dont remind me tomorrow",
        "morgen keine erinnerung",
    ],
)
def test_tomorrow_alone_is_left_out_and_today_stays(gloria: Someone, world: World, said: str) -> None:
    gloria.says(said)
    assert gloria.sees.text == "One day without reminders, tomorrow, and then on as before?"
    gloria.taps(PauseBetween)
    assert days_that_came(world, 4) == [5, 7, 8]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("not on Friday this week", 9),
        ("skip friday", 9),
        ("no reminder on friday", 9),
        ("leave me alone next Thursday morning", 8),
        ("Thursday week I have the hospital, leave me alone that morning", 15),
        ("no pings on the 14th", 14),
    ],
)
def test_a_day_alone_is_left_out(gloria: Someone, world: World, said: str, day: int) -> None:
    gloria.says(said)
    assert f", {day} January, and then on as before?" in gloria.sees.text
    assert ("all of that day" in gloria.sees.text) is ("morning" in said)
    gloria.taps(PauseBetween)
    assert days_that_came(world) == [each for each in range(5, 17) if each != day]


def test_a_weekday_may_be_meant_for_each_week(gloria: Someone) -> None:
    gloria.says("not on friday")
    assert gloria.labels[:2] == ["Skip that day", "Never on Fri"]
    gloria.taps(Drafting.SHOW)
    assert "11:00, Mon–Thu, Sat, Sun: " in gloria.sees.text


def test_the_pause_can_be_dropped_before_it_begins(gloria: Someone, world: World) -> None:
    for said in ("pause from 10 to 14 January", "yes", "/remind"):
        gloria.says(said)
    assert "No pause" in gloria.labels
    gloria.taps(Place.GO_ON_REMINDING)
    assert days_that_came(world, 8) == [5, 6, 7, 8, 9, 10, 11, 12]


def test_another_pause_says_that_the_first_falls_away(gloria: Someone, world: World) -> None:
    for said in ("pause from 10 to 14 January", "yes", "skip tomorrow"):
        gloria.says(said)
    assert "asked for before (not Sat to 14 January) falls away. One day without" in gloria.sees.text
    gloria.says("yes")
    assert days_that_came(world, 8) == [5, 7, 8, 9, 10, 11, 12]


def test_what_was_put_off_still_comes(gloria: Someone, world: World) -> None:
    world.now = MONDAY
    assert claimed(world, MONDAY) == 1
    for said in ("later", "no reminder tomorrow", "yes"):
        gloria.says(said)
    assert claimed(world, MONDAY + timedelta(hours=1)) == 1


@pytest.mark.parametrize("said", ["no, tomorrow", "not now, tomorrow", "tomorrow"])
def test_in_answer_to_a_reminder_tomorrow_is_when_it_comes(gloria: Someone, world: World, said: str) -> None:
    world.now = MONDAY
    assert claimed(world, MONDAY) == 1
    gloria.says(said)
    assert world.store.reminders.next_due() == MONDAY + DAY
    assert not gloria.offers(PauseBetween)


def test_after_days_without_the_bot_none_comes_in_the_pause(gloria: Someone, world: World) -> None:
    for said in ("no reminders from Friday to Tuesday", "yes"):
        gloria.says(said)
    world.now = MONDAY + 5 * DAY
    assert claimed(world, world.now) == 0, (
        "it is Saturday, and Monday's was the last that was due before the bot went"
    )
    assert world.store.reminders.next_due() == datetime(2026, 1, 14, 11, tzinfo=UTC)


def test_who_is_away_is_away_on_these_days(gloria: Someone, world: World) -> None:
    world.now = MONDAY
    assert claimed(world, MONDAY) == 1
    gloria.says("I'm on holiday from friday to tuesday")
    gloria.taps(PauseBetween)
    off = DaysOff(date(2026, 1, 9), date(2026, 1, 13), OffKind.AWAY)
    assert [*world.store.time_off.of(7)] == [off]


def test_an_old_button_pauses_what_is_left_of_its_days_or_nothing(gloria: Someone, world: World) -> None:
    gloria.taps_data("rb.d20260103.d20260107.0")
    assert days_that_came(world, 3) == [7]
    world.now = MONDAY + 30 * DAY
    gloria.taps_data("rb.d20260109.d20260114.0")
    assert world.store.reminders.of(7)[0].paused_from is None
    gloria.taps_data("rb.d20260230.d20260231.0")
    assert world.store.reminders.of(7)[0].paused_from is None, "there are no such days"


def test_a_pause_from_now_takes_its_place(gloria: Someone, world: World) -> None:
    for said in ("pause from 10 to 14 January", "yes", "pause for a week"):
        gloria.says(said)
    gloria.taps(PauseFor)
    (this,) = world.store.reminders.of(7)
    assert (this.paused_from, this.paused_until) == (None, date(2026, 1, 12))
