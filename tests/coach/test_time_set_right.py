"""The time turns out to be different: what lay in between comes with a word about it, and nothing comes twice for a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.coach.reminders.claims import ZONES
from bot.domain.reminders.reminder import EVERY_DAY, Nod, Reminder
from bot.screens.buttons.actions import SetZone
from bot.screens.buttons.wire import encode
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def ana_reminded(ana: Someone) -> Someone:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    return ana


def step(world: World, old: datetime, new: datetime) -> None:
    """And everything that follows from it."""
    world.now = new
    world.coach.claims.stepped(old, new)
    for _ in world.coach.claims.recompute("new", lambda: new):
        pass


def change(world: World, **fields: object) -> None:
    [reminder] = world.store.reminders.of(7)
    world.store.reminders.save(replace(reminder, **fields))  # type: ignore[arg-type]


def test_what_lay_in_a_skipped_hour_comes_as_after_a_downtime(ana_reminded: Someone, world: World) -> None:
    step(world, DUE - HOUR / 2, DUE + HOUR / 2)
    assert claimed(world, DUE + HOUR / 2) == 1
    assert "I was away at 8:30" in ana_reminded.sees.text


def test_what_lay_in_a_skipped_day_is_missed_and_the_next_one_stands(
    ana_reminded: Someone, world: World
) -> None:
    step(world, DUE - HOUR, DUE + 9 * HOUR)
    assert claimed(world, DUE + 9 * HOUR) == 0
    assert states(world) == {State.MISSED: 1}
    assert world.store.reminders.next_due() == DUE + DAY


@pytest.mark.parametrize("back", [HOUR, DAY, 30 * DAY])
def test_set_back_everything_is_computed_anew_and_what_was_sent_for_a_day_stays_sent(
    ana_reminded: Someone, world: World, back: timedelta
) -> None:
    assert claimed(world, DUE) == 1
    now = DUE + 10 * MINUTE - back
    step(world, DUE + 10 * MINUTE, now)
    upcoming = world.store.reminders.next_due()
    assert upcoming
    assert now < upcoming <= now + DAY
    came = [world.now for _ in range(32) if claimed_next(world)]
    assert DUE not in came
    assert came[-1] > DUE
    assert len(came) == len(set(came)) == 31


@pytest.mark.parametrize("closed", [State.MISSED, State.QUIET, State.LOST, State.FAILED])
def test_what_never_came_for_a_day_that_comes_again_comes_then(
    ana_reminded: Someone, world: World, closed: State
) -> None:
    step(world, DUE - HOUR, DUE + 9 * HOUR)
    assert claimed(world, DUE + 9 * HOUR) == 0
    world.store.db.execute("update deliveries set state = ?", [closed.value])
    step(world, DUE + 9 * HOUR, DUE - HOUR)
    assert claimed(world, DUE) == 1
    assert "away" not in ana_reminded.sees.text
    assert states(world) == {State.PENDING: 1}


def test_one_that_was_to_come_once_and_never_did_comes_when_its_moment_comes_again(
    ana_reminded: Someone, world: World
) -> None:
    change(world, on=date(2026, 1, 6))
    step(world, DUE - HOUR, DUE + 9 * HOUR)
    assert claimed(world, DUE + 9 * HOUR) == 0
    assert world.store.reminders.next_due() is None
    step(world, DUE + 9 * HOUR, DUE - HOUR)
    assert claimed(world, DUE) == 1
    step(world, DUE + HOUR, DUE - HOUR)
    assert world.store.reminders.next_due() is None, "once is once"


def test_one_that_was_past_where_they_moved_to_comes_where_the_clock_was_ahead(
    ana_reminded: Someone, world: World
) -> None:
    """By the time the bot went by, it was evening there already."""
    change(world, on=date(2026, 1, 6), at=time(12))
    step(world, DUE - DAY, DUE + 2 * HOUR)
    ana_reminded.taps_data(encode(SetZone("Pacific/Auckland")))
    assert world.store.reminders.next_due() is None
    step(world, DUE + 2 * HOUR, DUE - DAY)
    assert world.store.reminders.next_due() == datetime(2026, 1, 5, 23, tzinfo=UTC)


def test_one_that_was_to_come_once_and_was_called_off_stays_so(ana_reminded: Someone, world: World) -> None:
    change(world, on=date(2026, 1, 6), is_done=True, next_at=None)
    step(world, DUE + HOUR, DUE - HOUR)
    assert world.store.reminders.next_due() is None


def claimed_next(world: World) -> int:
    due = world.store.reminders.next_due()
    assert due
    world.now = due
    return claimed(world, due)


def test_moved_to_earlier_after_it_was_sent_it_does_not_come_again_that_day(
    ana_reminded: Someone, world: World
) -> None:
    assert claimed(world, DUE) == 1
    change(world, at=time(8, 10))
    step(world, DUE + MINUTE, DUE - HOUR)
    assert world.store.reminders.next_due() == DUE - 20 * MINUTE
    assert claimed(world, DUE - 20 * MINUTE) == 0
    assert claimed(world, DUE) == 0
    assert claimed(world, DUE + DAY - 20 * MINUTE) == 1


@pytest.mark.parametrize("back", [5 * MINUTE, HOUR, DAY])
def test_put_off_by_a_quarter_it_still_comes_after_a_quarter(
    ana_reminded: Someone, world: World, back: timedelta
) -> None:
    world.now = DUE
    assert claimed(world, DUE) == 1
    ana_reminded.taps(Nod.QUARTER)
    step(world, DUE + 5 * MINUTE, now := DUE + 5 * MINUTE - back)
    assert claimed(world, now + 9 * MINUTE) == 0
    assert claimed(world, now + 10 * MINUTE) == 1
    assert claimed(world, now + 20 * MINUTE) == 0


def test_put_off_until_tonight_it_comes_tonight(ana_reminded: Someone, world: World) -> None:
    world.now = DUE
    assert claimed(world, DUE) == 1
    for nod in (Nod.MORE, Nod.TONIGHT):
        ana_reminded.taps(nod)
    tonight = DUE.replace(hour=19, minute=0)
    step(world, DUE + 2 * HOUR, DUE + HOUR)
    assert claimed(world, tonight - MINUTE) == 0
    assert claimed(world, tonight) == 1


def test_what_nothing_came_of_is_asked_once_more_and_once(ana_reminded: Someone, world: World) -> None:
    person = world.store.people.get(7)
    assert person
    world.store.people.prefer(7, replace(person.preferences, follows_up=True))
    assert claimed(world, DUE) == 1
    step(world, DUE + 10 * MINUTE, now := DUE - 50 * MINUTE)
    assert [claimed(world, now + minutes * MINUTE) for minutes in (50, 79, 80, 81, 200)] == [0, 0, 1, 0, 0]


def test_what_was_to_come_once_has_come(ana_reminded: Someone, world: World) -> None:
    [daily] = world.store.reminders.of(7)
    world.store.reminders.delete(daily.id, 7)
    once = Reminder(0, 7, time(8, 30), EVERY_DAY, next_at=DUE, on=date(2026, 1, 6))
    world.store.reminders.add(once, world.now)
    assert claimed(world, DUE) == 1
    step(world, DUE + MINUTE, DUE - DAY)
    assert world.store.reminders.next_due() is None
    assert claimed(world, DUE) == 0


def test_what_was_not_finished_is_computed_at_the_next_start(ana_reminded: Someone, world: World) -> None:
    world.store.facts.set(ZONES, "new")
    change(world, next_at=DUE + 400 * DAY)
    world.coach.claims.stepped(DUE, DUE - HOUR)
    for _ in world.coach.claims.recompute("new", lambda: DUE - HOUR):
        pass
    assert world.store.reminders.next_due() == DUE
    assert world.store.facts.get(ZONES) == "new"


def test_after_a_life_ahead_the_start_computes_everything_anew(ana_reminded: Someone, world: World) -> None:
    """The file is as an older version may leave it that went by a wrong clock."""
    ahead = DUE + 365 * DAY
    world.store.facts.set(ZONES, "new")
    world.coach.claims.wake_up(ahead)
    change(world, next_at=ahead + HOUR)
    world.store.reminders.come_again(1, ahead + 15 * MINUTE, Occasion.SNOOZE)
    world.coach.claims.wake_up(DUE - HOUR)
    for _ in world.coach.claims.recompute("new", lambda: DUE - HOUR):
        pass
    assert world.store.reminders.next_due() == DUE - HOUR + 15 * MINUTE
    assert world.store.heartbeats.last() == DUE - HOUR
