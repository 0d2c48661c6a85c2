"""Answers to a reminder, by its buttons or in words, decide how the day goes on."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.domain.person.person import Switch
from bot.domain.reminders.reminder import EVERY_DAY, Nod, Reminder, next_reminder
from bot.screens.buttons.actions import PauseFor, Place, RestReminder
from bot.store.reminders.deliveries import State
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World
from tests.meaning import data_of, label_of

DAY = timedelta(days=1)


@pytest.fixture
def reminded(ana: Someone, world: World) -> Someone:
    """It is 8:30 in Berlin, and the daily reminder has come."""
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    return ana


def test_the_message_is_the_session(reminded: Someone) -> None:
    assert reminded.labels[1:] == ["+15 min", "+1 h", "Did it", "Not today", "More …"]
    assert "Shoulder rolls" in reminded.sees.text
    reminded.taps(Nod.START)
    assert reminded.gets_ready() or reminded.gets_ready()


def test_discreet_says_nothing_of_what_is_done(reminded: Someone, world: World) -> None:
    reminded.says("/settings")
    reminded.taps(Switch.IS_DISCREET)
    assert "Discreet: on" in reminded.labels
    claimed(world, DUE + DAY)
    assert reminded.sees.text.partition("\n")[2] == "2 minutes"
    assert reminded.sees.picture is None


@pytest.mark.parametrize(
    ("said", "after"),
    [("+15 min", 15), ("15", 15), ("in 15 minutes", 15), ("+1 h", 60), ("later", 60), ("Later!", 60)],
)
def test_put_off_it_comes_again_once(reminded: Someone, world: World, said: str, after: int) -> None:
    reminded.says(said)
    assert "I'll be back today" in reminded.sees.text
    again = DUE + timedelta(minutes=after)
    assert world.store.reminders.next_due() == again
    assert claimed(world, again - timedelta(seconds=1)) == 0
    assert claimed(world, again) == 1
    assert claimed(world, again + timedelta(hours=3)) == 0
    assert world.store.reminders.next_due() == DUE + DAY


def test_tonight_is_at_eight(reminded: Someone, world: World) -> None:
    reminded.says("tonight")
    assert world.store.reminders.next_due() == datetime(2026, 1, 6, 19, tzinfo=UTC)


@pytest.mark.parametrize("said", ["Not today", "no", "Did it", "done"])
def test_for_the_rest_of_the_day_nothing_comes(reminded: Someone, world: World, said: str) -> None:
    noon = Reminder(0, 7, time(15), EVERY_DAY, next_at=DUE + timedelta(hours=6, minutes=30))
    world.store.reminders.add(noon, world.now)
    reminded.says(said)
    assert "Next: tomorrow 8:30" in reminded.sees.text
    assert reminded.sees.leaves == reminded.sees.text, "the line stays in the chat"
    assert not reminded.sees.rings
    assert claimed(world, DUE + timedelta(hours=6, minutes=30)) == 0
    assert claimed(world, DUE + DAY) == 1


@pytest.mark.parametrize("said", ["Did it", "done", "I did it"])
def test_a_day_on_which_they_did_it_counts_once_and_claims_no_minutes(
    reminded: Someone, world: World, said: str
) -> None:
    reminded.says("/progress")
    assert "this week" not in reminded.sees.text
    world.now = DUE + DAY
    claimed(world, world.now)
    for _ in range(2):
        reminded.says(said)
        assert reminded.sees.text.startswith("<i>Done, and it counts as a day.")
    assert world.store.did_it.days_since(7, date(2026, 1, 1)) == {date(2026, 1, 7)}
    reminded.says("/start")
    assert "●" in reminded.sees.text
    reminded.says("/progress")
    assert reminded.sees.text.startswith("<b>1 day this week</b>\n<blockquote")


def test_the_day_that_counts_is_the_one_on_which_the_reminder_came(reminded: Someone, world: World) -> None:
    world.now = DUE + DAY
    reminded.taps(Nod.DONE)
    assert world.store.did_it.days_since(7, date(2026, 1, 1)) == {date(2026, 1, 6)}


def test_nobody_did_it_for_another_and_not_today_counts_nothing(
    reminded: Someone, mallory: Someone, world: World
) -> None:
    did_it = data_of(reminded.sees, Nod.DONE)
    mallory.taps_data(did_it)
    reminded.taps(Nod.NOT_TODAY)
    for person in (7, 9):
        assert world.store.did_it.days_since(person, date(2026, 1, 1)) == set()


def test_who_did_it_without_us_was_not_away(reminded: Someone, world: World) -> None:
    for days in range(20):
        world.now = DUE + days * DAY
        assert claimed(world, world.now) == (days > 0)
        reminded.says("done")
    reminded.says("/start")
    assert "Good to see you" not in reminded.sees.text


def test_not_today_after_a_snooze_still_counts(reminded: Someone, world: World) -> None:
    reminded.taps(Nod.HOUR)
    reminded.taps(Nod.NOT_TODAY)
    assert claimed(world, DUE + timedelta(hours=1)) == 0
    assert states(world)[State.NOT_TODAY] == 1


def test_late_in_the_evening_nothing_is_put_off_into_the_night(ana: Someone, world: World) -> None:
    reminded_at(ana, time(21), "Europe/Berlin")
    due = datetime(2026, 1, 5, 20, tzinfo=UTC)
    world.now = due
    assert claimed(world, due) == 1
    assert ana.offers(Nod.QUARTER)
    assert not ana.offers(Nod.HOUR)
    ana.says("later")
    assert "quiet hours" in ana.sees.text
    assert "tomorrow 21:00" in ana.sees.text
    assert world.store.reminders.next_due() == due + DAY


def test_more_offers_tonight_two_minutes_and_a_way_to_stop(reminded: Someone) -> None:
    reminded.taps(Nod.MORE)
    assert reminded.labels[0] == label_of(reminded.sees, Nod.START)
    assert {"Tonight", "Reminders", "Stop reminding", "Home"} <= set(reminded.labels)


@pytest.mark.parametrize("said", ["/stop", "stop", "Stop."])
def test_stop_asks_which(reminded: Someone, world: World, said: str) -> None:
    reminded.says(said)
    assert reminded.labels == ["Only 8:30 every day", "All, for a while", "All of them", "Back", "Home"]
    reminded.taps(RestReminder)
    assert "resting" in reminded.sees.text
    assert world.store.reminders.next_due() is None


def test_all_of_them_rest_until_they_are_woken(reminded: Someone, world: World) -> None:
    reminded.says("/stop")
    reminded.taps(Place.STOP_REMINDING)
    assert world.store.reminders.next_due() is None
    reminded.taps(Place.GO_ON_REMINDING)
    assert world.store.reminders.next_due() == DUE + DAY


@pytest.mark.parametrize("days", [1, 7, 14])
def test_all_for_a_while(reminded: Someone, world: World, days: int) -> None:
    reminded.says("stop")
    reminded.taps(Place.PAUSE)
    reminded.taps(PauseFor(days))
    assert world.store.reminders.next_due() == DUE + days * DAY
    for day in range(1, days):
        assert claimed(world, DUE + day * DAY) == 0
    assert claimed(world, DUE + days * DAY) == 1


@pytest.mark.parametrize("said", ["15", "done", "tonight", "not today"])
def test_the_words_mean_what_they_always_do_once_something_else_is_in_view(
    reminded: Someone, world: World, said: str
) -> None:
    reminded.says("/help")
    reminded.says(said)
    assert states(world) == {State.PENDING: 1}


def test_nobody_answers_for_another(reminded: Someone, mallory: Someone, world: World) -> None:
    mallory.says("/start")
    for nod in "sqhednmx":
        reply = mallory.taps_data(f"rz.1.{nod}")
        assert reply
        assert reply.toast == "That button is from an older message"
    assert states(world) == {State.PENDING: 1}


def test_the_words_rotate_and_none_comes_twice_in_a_row(reminded: Someone, world: World) -> None:
    heads = [reminded.sees.text.split("\n")[0]]
    for day in range(1, 40):
        claimed(world, DUE + day * DAY)
        heads.append(reminded.sees.text.split("\n")[0])
    assert len(set(heads)) >= 30
    assert all(one != other for one, other in pairwise(heads))


def test_in_every_zone_not_today_is_until_tomorrow(ana: Someone, world: World) -> None:
    for zone in ("Pacific/Apia", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe"):
        reminded_at(ana, time(8, 30), zone)
        due = next_reminder(time(8, 30), EVERY_DAY, ZoneInfo(zone), world.now)
        world.now = due
        assert claimed(world, due) == 1, zone
        ana.taps(Nod.NOT_TODAY)
        assert "Next: tomorrow 8:30" in ana.sees.text, zone


def test_put_off_twice_it_asks_for_two_minutes_only(reminded: Someone, world: World) -> None:
    world.store.reminders.save(replace(world.store.reminders.of(7)[0], starts="full-mobility"))
    for _ in range(2):
        reminded.taps(Nod.QUARTER)
        world.now += timedelta(minutes=15)
        claimed(world, world.now)
    assert "\n2 minutes: " in reminded.sees.text


def test_what_was_chosen_for_it_is_what_it_begins(reminded: Someone, world: World) -> None:
    world.store.reminders.save(replace(world.store.reminders.of(7)[0], starts="desk-break-standing"))
    reminded.taps(Nod.START)
    session = world.store.sessions.live(7)
    assert session
    assert session.routine == "desk-break-standing"


def test_nothing_follows_unless_it_was_asked_for(reminded: Someone, world: World) -> None:
    assert claimed(world, DUE + timedelta(hours=2)) == 0


def test_it_asks_once_more_a_day_where_nothing_came_of_it(reminded: Someone, world: World) -> None:
    reminded.says("/settings")
    reminded.taps(Switch.FOLLOWS_UP)
    first = DUE + DAY
    second = Reminder(0, 7, time(15), EVERY_DAY, next_at=first + timedelta(hours=6, minutes=30))
    world.store.reminders.add(second, world.now)
    assert claimed(world, first) == 1
    assert claimed(world, first + timedelta(minutes=89)) == 0
    assert claimed(world, first + timedelta(minutes=90)) == 1
    assert claimed(world, first + timedelta(hours=6, minutes=30)) == 1, "the other of the day"
    assert claimed(world, first + timedelta(hours=9)) == 0, "which is not followed up"


@pytest.mark.parametrize("said", ["done", "not today", "later", "start"])
def test_any_answer_calls_the_second_time_off(reminded: Someone, world: World, said: str) -> None:
    reminded.says("/settings")
    reminded.taps(Switch.FOLLOWS_UP)
    world.now = DUE + DAY
    assert claimed(world, world.now) == 1
    reminded.says(said)
    after = world.store.reminders.next_due()
    assert after
    assert after != world.now + timedelta(minutes=90)
