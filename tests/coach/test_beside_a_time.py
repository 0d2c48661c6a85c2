"""Along with the time of a reminder people say which clock they go by, another day, or how long a session may be: the time stays."""

from datetime import date, time

import pytest

from bot.screens.buttons.actions import Drafting
from tests.coach.reminded import met
from tests.coach.talk import Someone, World


def kept(world: World) -> list[tuple[time, int, date | None]]:
    return [(one.at, len(one.weekdays), one.on) for one in world.store.reminders.of(7)]


def zone(world: World) -> str | None:
    known = world.store.people.get(7)
    assert known
    return known.preferences.zone


@pytest.fixture
def dee(world: World) -> Someone:
    """A nurse in Leeds with an American phone; the bot believes she is in New York, where it is 2:30."""
    dee = world.someone(7, "Dee")
    met(dee)
    return dee


@pytest.mark.parametrize(
    "said",
    [
        "lol no its half 7 in the morning here, im in leeds",
        "not 7.30, 9 at night. and im in leeds uk not new york",
        "its 7.30 here in leeds",
        "im in leeds, its 7:31 here",
        "no no, i live in leeds",
        "my clock says half past 7, im in leeds",
        "9pm, im in leeds",
    ],
)
def test_their_clock_is_set_and_the_time_that_waits_stays(dee: Someone, world: World, said: str) -> None:
    dee.says("remind me tomorrow at 9pm")
    dee.says(said)
    assert zone(world) == "Europe/London"
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(21), 1, date(2026, 1, 6))]


@pytest.mark.parametrize(
    "said", ["its half 7 here", "my clock says 7:30", "over here its half 7 in the morning"]
)
def test_a_clock_alone_asks_for_the_city_and_the_draft_goes_on(dee: Someone, world: World, said: str) -> None:
    dee.says("remind me tomorrow at 9pm")
    dee.says(said)
    assert "London, GB" in dee.labels
    dee.says("london uk")
    dee.says("/remind")
    assert kept(world) == []


@pytest.mark.parametrize("said", ["9 at night when im in bed", "make it 9, its quieter here", "9pm here"])
def test_a_time_that_is_meant_sets_no_clock(dee: Someone, world: World, said: str) -> None:
    dee.says("remind me tomorrow at 8pm")
    before = zone(world)
    dee.says(said)
    assert zone(world) == before
    assert not any("GB" in label for label in dee.labels)


def test_only_tomorrow_keeps_the_hour_that_is_known(dee: Someone, world: World) -> None:
    dee.says("remind me every day at 9am")
    dee.says("only tomorrow, no every day")
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(9), 1, date(2026, 1, 6))]


def test_once_becomes_weekdays_at_the_same_hour(dee: Someone, world: World) -> None:
    dee.says("remind me tomorrow at 9am")
    dee.says("on weekdays")
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(9), 5, None)]


def test_a_new_reminder_is_asked_its_own_hour(dee: Someone) -> None:
    dee.says("remind me every day at 9am")
    dee.says("remind me tomorrow")
    assert "At what time?" in dee.sees.text


def test_nine_in_the_morning_stays_tomorrow(dee: Someone, world: World) -> None:
    dee.says("tomorrow 9")
    assert dee.labels[:2] == ["9:00", "21:00"]
    dee.says("nine in the morning")
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(9), 1, date(2026, 1, 6))]


@pytest.mark.parametrize(
    "said", ["can you limit to 10 minutes", "length 10 min, not today's session", "10 min each"]
)
def test_a_length_keeps_the_draft_and_is_explained(dee: Someone, world: World, said: str) -> None:
    dee.says("remind me tue thu 9pm")
    dee.says(said)
    assert "A reminder has no length of its own" in dee.sees.text
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(21), 2, None)]


@pytest.mark.parametrize(
    ("said", "at", "days"),
    [
        ("tue thu 9 pm, 10 min", time(21), 2),
        ("mon wed fri 7:15 am 6 min", time(7, 15), 3),
        ("6 minutes every mon wed fri at 07:15", time(7, 15), 3),
    ],
)
def test_a_length_beside_times_is_no_second_time(
    dee: Someone, world: World, said: str, at: time, days: int
) -> None:
    dee.says("/remind")
    dee.says(said)
    assert "A reminder has no length of its own" in dee.sees.text
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(at, days, None)]


@pytest.mark.parametrize("said", ["in 10 min", "10 min later", "9pm and a 10 minute walk"])
def test_minutes_that_are_no_length_are_none(dee: Someone, said: str) -> None:
    dee.says("remind me tue thu 9pm")
    dee.says(said)
    assert "no length of its own" not in dee.sees.text


@pytest.mark.parametrize("waits", [True, False])
def test_a_length_for_always_is_noted(dee: Someone, world: World, waits: bool) -> None:
    if waits:
        dee.says("remind me tue thu 9pm")
    dee.says("max 10 min always")
    assert "Noted: sessions of 10 minutes at most." in dee.sees.text
    known = world.store.people.get(7)
    assert known
    assert known.preferences.minutes == 10
    assert dee.offers(Drafting.KEEP) is waits


@pytest.mark.parametrize("said", ["save it", "save", "ok save", "yes save it please", "keep it", "save that"])
def test_save_keeps_it(dee: Someone, world: World, said: str) -> None:
    dee.says("remind me every day at 9am")
    dee.says(said)
    assert kept(world) == [(time(9), 7, None)]


@pytest.mark.parametrize(
    "said",
    [
        "i cant do 8.30 tomorrow im on a long day till 8 at night. 9pm would be better",
        "cant do 8.30 tomorrow, 9pm would be better",
        "sorry i cant make 8:30 tomorrow, 9 at night works",
    ],
)
@pytest.mark.parametrize("waits", [True, False])
def test_what_suits_is_the_time_and_what_does_not_is_ruled_out(
    dee: Someone, world: World, said: str, waits: bool
) -> None:
    if waits:
        dee.says("remind me tomorrow at 8:30am")
    dee.says(said)
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(21), 1, date(2026, 1, 6))]


def test_where_no_day_is_named_the_one_that_waits_stays(dee: Someone, world: World) -> None:
    dee.says("remind me tomorrow at 8:30am")
    dee.says("i cant do 8.30, 9pm would be better")
    dee.taps(Drafting.KEEP)
    assert kept(world) == [(time(21), 1, date(2026, 1, 6))]


@pytest.mark.parametrize("said", ["i cant do the splits, lying down is better", "i cant do 8.30 tomorrow"])
def test_without_a_time_that_suits_none_is_proposed(dee: Someone, said: str) -> None:
    dee.says(said)
    assert "Shall I?" not in dee.sees.text


@pytest.mark.parametrize("said", ["gimme 15 minutes", "give me 15 min", "wait 15 minutes please"])
def test_minutes_to_wait_are_a_time_where_one_is_asked_for(dee: Someone, said: str) -> None:
    dee.says("/remind")
    dee.says("remind me")
    dee.says(said)
    assert "Shall I?" in dee.sees.text
    assert "2:45" in dee.sees.text or "2:46" in dee.sees.text
