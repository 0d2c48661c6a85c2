"""A reminder that has come due is judged once: sent, late, quiet or missed, and the next one stands."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.reminders.reminder import EVERY_DAY, Reminder, next_reminder
from bot.store.reminders.deliveries import State
from tests.coach.talk import Someone, World

BERLIN = ZoneInfo("Europe/Berlin")
DUE = datetime(2026, 1, 6, 7, 30, tzinfo=UTC)
"""8:30 in Berlin, on the morning after the tests begin."""


@pytest.fixture
def reminded(ana: Someone, world: World) -> Someone:
    for said in ("/start", "two gentle minutes", "none of these", "stop"):
        ana.says(said)
    person = world.store.people.get(ana.sender.id)
    assert person
    world.store.people.prefer(person.id, replace(person.preferences, zone="Europe/Berlin"))
    next_at = next_reminder(time(8, 30), EVERY_DAY, BERLIN, world.now)
    world.store.reminders.add(Reminder(0, person.id, time(8, 30), EVERY_DAY, next_at=next_at), world.now)
    return ana


def claimed(world: World, at: datetime, *, was_down: bool = False) -> int:
    if was_down:
        world.store.heartbeats.was_away(DUE - timedelta(minutes=1), at)
    replies = world.coach.claim(at, 32)
    for reply in replies:
        world.deliver(reply.chat)
    return len(replies)


def states(world: World) -> dict[State, int]:
    return world.store.deliveries.counts(DUE - timedelta(days=30))


def test_it_comes_at_its_minute_once_and_tomorrow_again(reminded: Someone, world: World) -> None:
    assert claimed(world, DUE - timedelta(seconds=1)) == 0
    assert claimed(world, DUE) == 1
    assert "Start" in reminded.labels
    assert claimed(world, DUE) == 0
    assert world.store.reminders.next_due() == DUE + timedelta(days=1)


@pytest.mark.parametrize(
    ("was_down", "words"), [(True, "I was away at 8:30"), (False, "8:30 was a busy minute")]
)
def test_late_says_so(reminded: Someone, world: World, was_down: bool, words: str) -> None:
    assert claimed(world, DUE + timedelta(minutes=90), was_down=was_down) == 1
    assert words in reminded.sees.text


@pytest.mark.parametrize("hours", [3, 9, 24 * 3 + 9])
def test_what_is_too_late_is_missed_and_never_comes_at_night(
    reminded: Someone, world: World, hours: int
) -> None:
    now = DUE + timedelta(hours=hours)
    assert claimed(world, now) == 0
    assert states(world) == {State.MISSED: 1}
    upcoming = world.store.reminders.next_due()
    assert upcoming
    assert now < upcoming <= now + timedelta(days=1)
    assert upcoming.astimezone(BERLIN).time() == time(8, 30)


def test_of_days_away_only_the_last_reminder_is_sent(reminded: Someone, world: World) -> None:
    assert claimed(world, DUE + timedelta(days=3, minutes=20), was_down=True) == 1
    assert "I was away at 8:30" in reminded.sees.text
    assert sum(states(world).values()) == 1


def test_who_has_moved_today_is_left_in_peace(reminded: Someone, world: World) -> None:
    world.now = DUE - timedelta(hours=1)
    for said in ("/routine desk break", "do it", "ready"):
        reminded.says(said)
    world.passes(40)
    assert claimed(world, DUE) == 0, "in the midst of it"
    assert states(world) == {State.QUIET: 1}


def test_one_that_breaks_is_put_off_and_the_others_come(reminded: Someone, world: World) -> None:
    bo = world.someone(8, "Bo")
    bo.says("/start")
    on_no_day = Reminder(0, bo.sender.id, time(8, 30), frozenset(), next_at=DUE)
    world.store.reminders.add(on_no_day, world.now)
    assert claimed(world, DUE) == 1
    assert world.store.reminders.next_due() == DUE + timedelta(hours=1)


def test_one_that_can_not_even_be_read_holds_up_no_other(reminded: Someone, world: World) -> None:
    bo = world.someone(8, "Bo")
    bo.says("/start")
    world.store.reminders.add(Reminder(0, 8, time(8, 30), EVERY_DAY, next_at=DUE), world.now)
    world.store.db.execute("update reminders set at = 'half past eight', weekdays = -1 where person = 8")
    assert claimed(world, DUE) == 1
    assert "Nothing" not in reminded.sees.text
    assert world.store.reminders.next_due() == DUE + timedelta(hours=1)
