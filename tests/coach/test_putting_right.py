"""What was just proposed or kept is corrected in a few words, its time or its days, or stays as it was."""

from datetime import date, time

import pytest

from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS
from tests.coach.reminded import DUE, claimed, met, reminded_at
from tests.coach.talk import Someone, World


@pytest.fixture
def dee(world: World) -> Someone:
    dee = world.someone(9, "Dee")
    met(dee)
    dee.says("/settings")
    dee.says("i live in Berlin")
    return dee


def kept(dee: Someone) -> list[tuple[time, frozenset[int]]]:
    return [(each.at, each.weekdays) for each in dee.world.store.reminders.of(9)]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("no wait 8 not 9", time(8)),
        ("no 8", time(8)),
        ("8 not 9", time(8)),
        ("not nine, eight", time(8)),
        ("nah half 8 pls", time(8, 30)),
        ("oops i meant 8pm", time(20)),
        ("no 12", time(12)),
        ("nein 8 nicht 9", time(8)),
    ],
)
def test_the_time_of_what_is_proposed(dee: Someone, said: str, at: time) -> None:
    """The days stay."""
    for each in ("remind me weekdays at 9:00", said, "keep it"):
        dee.says(each)
    assert kept(dee) == [(at, WORKING_DAYS)]


def test_so_it_is_where_it_was_asked_which_is_meant(dee: Someone) -> None:
    dee.says("remind me on weekdays at 9")
    assert "Which do you mean?" in dee.sees.text
    dee.says("no wait 8 not 9")
    assert {"8:00", "20:00"} <= {*dee.labels}
    for each in ("8:00", "yes"):
        dee.says(each)
    assert kept(dee) == [(time(8), WORKING_DAYS)]


def test_an_hour_of_the_night_is_asked_about(dee: Someone) -> None:
    for each in ("remind me weekdays at 9:00", "no 5"):
        dee.says(each)
    assert {"5:00", "17:00"} <= {*dee.labels}


def test_of_two_times_the_one_that_is_named(dee: Someone) -> None:
    for each in ("remind me every day at 7:45 and 15:00", "no 16:00 not 15:00", "keep it"):
        dee.says(each)
    assert [at for at, _ in kept(dee)] == [time(7, 45), time(16)]


@pytest.mark.parametrize("said", ["no wait 8 not 9", "no 8", "no wait 8", "actually 8am"])
def test_what_was_just_kept_is_changed_once_that_is_kept(dee: Someone, said: str) -> None:
    for each in ("remind me weekdays at 9:00", "keep it", said):
        dee.says(each)
    assert "Not changed yet" in dee.sees.text
    assert kept(dee) == [(time(9), WORKING_DAYS)]
    dee.says("yes")
    assert kept(dee) == [(time(8), WORKING_DAYS)]


def test_of_several_reminders_the_one_that_was_just_kept(dee: Someone) -> None:
    for each in ("remind me every day at 20:00", "keep", "remind me weekdays at 9:00", "keep", "no 8", "yes"):
        dee.says(each)
    assert kept(dee) == [(time(8), WORKING_DAYS), (time(20), EVERY_DAY)]


def test_one_that_comes_once_comes_once_at_another_time(dee: Someone) -> None:
    for each in ("remind me tomorrow at 9:00", "keep", "no wait 8 not 9", "yes"):
        dee.says(each)
    assert [(each.at, each.on) for each in dee.world.store.reminders.of(9)] == [(time(8), date(2026, 1, 6))]


@pytest.mark.parametrize("said", ["actually keep it", "keep it", "no wait keep that"])
def test_kept_is_kept(dee: Someone, said: str) -> None:
    for each in ("remind me weekdays at 9:00", "yes"):
        dee.says(each)
    dee.says(said)
    assert "Kept" in dee.sees.text
    assert "Which one" not in dee.sees.text
    assert kept(dee) == [(time(9), WORKING_DAYS)]


def test_a_yes_to_what_is_kept_is_a_nod(dee: Someone) -> None:
    for each in ("remind me weekdays at 9:00", "yes"):
        dee.says(each)
    reply = dee.says("great")
    assert reply
    assert reply.heard
    assert "Which one" not in dee.sees.text


@pytest.mark.parametrize("said", ["actually keep it", "no keep it", "leave it as it was"])
def test_a_change_is_left(dee: Someone, said: str) -> None:
    for each in ("remind me weekdays at 9:00", "yes", "no 8", said):
        dee.says(each)
    assert kept(dee) == [(time(9), WORKING_DAYS)]
    assert "Not changed yet" not in dee.sees.text


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("not sat sun tho", WORKING_DAYS),
        ("no not fridays either", EVERY_DAY - {4}),
        ("but no weekends please", WORKING_DAYS),
        ("except sundays", EVERY_DAY - {6}),
        ("not sat", EVERY_DAY - {5}),
        ("aber nicht am sonntag", EVERY_DAY - {6}),
    ],
)
def test_days_are_taken_out_of_what_was_proposed_or_kept(
    dee: Someone, said: str, left: frozenset[int], *, is_kept: bool
) -> None:
    for each in ("remind me every day at 9:00", *(["keep"] if is_kept else []), said, "yes"):
        dee.says(each)
    assert kept(dee) == [(time(9), left)]


@pytest.mark.parametrize("before", ["/start", "my reminders"])
@pytest.mark.parametrize(
    "said", ["I would like to be left alone on Sundays.", "no reminders on sundays", "not on sundays please"]
)
def test_out_of_the_only_one_that_they_have(dee: Someone, before: str, said: str) -> None:
    for each in ("remind me every day at 9:00", "keep", before, said, "yes"):
        dee.says(each)
    assert kept(dee) == [(time(9), EVERY_DAY - {6})]


def test_a_single_day_is_asked_about_and_may_be_each(dee: Someone) -> None:
    for each in ("remind me every day at 9:00", "keep", "/start", "not on friday"):
        dee.says(each)
    assert {"Skip that day", "Never on Fri"} <= {*dee.labels}


def test_no_day_is_added_where_one_is_taken_out(dee: Someone) -> None:
    for each in ("remind me weekdays at 9:00", "no not fridays either", "yes"):
        dee.says(each)
    assert kept(dee) == [(time(9), frozenset({0, 1, 2, 3}))]


def test_a_day_on_which_it_does_not_come_changes_nothing(dee: Someone) -> None:
    for each in ("remind me weekdays at 9:00", "keep", "not sundays either"):
        dee.says(each)
    assert "It doesn't come on those days" in dee.sees.text
    assert kept(dee) == [(time(9), WORKING_DAYS)]


def test_this_weekend_alone_is_a_pause(dee: Someone) -> None:
    for each in ("remind me every day at 9:00", "keep", "not this weekend"):
        dee.says(each)
    assert "All reminders rest from Sat" in dee.sees.text


def test_below_one_that_came_it_is_that_one(dee: Someone, world: World) -> None:
    reminded_at(dee, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    for each in ("not sat sun tho", "yes"):
        dee.says(each)
    assert kept(dee) == [(time(8, 30), WORKING_DAYS)]


def test_a_number_below_one_that_came_is_asked_about(dee: Someone, world: World) -> None:
    """In twenty minutes, or at eight in the evening."""
    reminded_at(dee, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    dee.says("no 20")
    assert {"8:50", "20:00"} <= {*dee.labels}


@pytest.mark.parametrize("said", ["no 8", "no wait 8 not 9", "not sat sun tho"])
def test_where_nothing_is_at_hand_nothing_is_proposed(dee: Someone, said: str) -> None:
    dee.says("/start")
    dee.says(said)
    assert "Shall I?" not in dee.sees.text
