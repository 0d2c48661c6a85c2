"""What became of reminders, counted: without reading through what became of those of long ago."""

from datetime import datetime, timedelta

import pytest

from bot.domain.reminders.reminder import EVERY_DAY, Reminder
from bot.store.database import Store
from bot.store.reminders.deliveries import PRUNED_AT_ONCE, State
from bot.store.reminders.reminders import PRUNED_AT_ONCE as ONCE_PRUNED_AT_ONCE
from tests.examples import ANA, MORNING

DAY = timedelta(days=1)
SINCE = MORNING + 7 * DAY


@pytest.fixture
def reminded(store: Store) -> Store:
    """Ana, every morning for ten days. On the second day it was claimed and never sent."""
    reminder = store.reminders.add(Reminder(0, ANA, MORNING.time(), EVERY_DAY), MORNING)
    for day in range(10):
        then = MORNING + day * DAY
        store.deliveries.claim(reminder, ANA, then, State.PENDING if day == 1 else State.SENT, then)
    return store


@pytest.mark.parametrize("gone", [(), (1,), (5, 6), (7, 8, 9), (8, 9, 10), range(1, 11)])
def test_counted_since_a_moment_whatever_has_gone(reminded: Store, gone: range | tuple[int, ...]) -> None:
    reminded.db.execute(f"delete from deliveries where id in ({', '.join(map(str, gone))})")
    left = {number for number in range(1, 11) if number not in gone}
    wanted = {State.SENT: len(left & {8, 9, 10}), State.PENDING: len(left & {2})}
    assert reminded.deliveries.count_by_state(SINCE) == {
        state: count for state, count in wanted.items() if count
    }


@pytest.mark.parametrize("days", [-1, 0, 3, 9, 10])
def test_how_many_came_due_is_told_by_their_numbers_alone(reminded: Store, days: int) -> None:
    since: datetime = MORNING + days * DAY
    assert reminded.deliveries.estimate_claimed(since) == sum(
        MORNING + day * DAY >= since for day in range(10)
    )


def test_where_nothing_ever_came_due_nothing_is_counted(store: Store) -> None:
    assert store.deliveries.estimate_claimed(MORNING) == 0
    assert store.deliveries.count_failed_and_lost(MORNING) == {}


def test_what_came_to_nothing_is_counted(reminded: Store) -> None:
    reminded.deliveries.end(2, State.FAILED, MORNING)
    reminded.db.execute("update deliveries set state = 'lost' where id > 8")
    assert reminded.deliveries.count_failed_and_lost(MORNING) == {State.FAILED: 1, State.LOST: 2}
    assert reminded.deliveries.count_failed_and_lost(MORNING + 9 * DAY) == {State.LOST: 1}


@pytest.mark.parametrize("days", [-1, 0, 3, 9, 10])
def test_counted_since_any_moment(reminded: Store, days: int) -> None:
    since: datetime = MORNING + days * DAY
    sent = sum(MORNING + day * DAY >= since for day in range(10) if day != 1)
    counts = reminded.deliveries.count_by_state(since)
    assert (counts.get(State.SENT, 0), counts[State.PENDING]) == (sent, 1)


def test_those_of_long_ago_are_not_read(reminded: Store) -> None:
    """With a million people they are tens of millions: `doctor` would read for half a minute."""
    asked: list[str] = []
    reminded.db.conn.set_trace_callback(asked.append)
    reminded.deliveries.count_by_state(SINCE)
    reminded.db.conn.set_trace_callback(None)
    assert asked
    plans = [row[3] for each in asked for row in reminded.db.execute(f"explain query plan {each}")]
    assert not [plan for plan in plans if plan == "SCAN deliveries"]


def test_what_is_forgotten_goes_bit_by_bit_the_oldest_first(store: Store) -> None:
    """Each beat takes some, so that no tap waits until a day of a million people is gone."""
    reminder = store.reminders.add(Reminder(0, ANA, MORNING.time(), EVERY_DAY), MORNING)
    for number in range(PRUNED_AT_ONCE + 2):
        then = MORNING + timedelta(minutes=number)
        store.deliveries.claim(reminder, ANA, then, State.SENT, then)
    store.deliveries.prune(MORNING + DAY)
    assert store.deliveries.count_by_state(MORNING) == {State.SENT: 2}
    assert store.deliveries.get(PRUNED_AT_ONCE + 1, ANA)
    store.deliveries.prune(MORNING + DAY)
    assert store.deliveries.count_by_state(MORNING) == {}


def test_reminders_that_came_once_go_bit_by_bit(store: Store) -> None:
    once = Reminder(0, ANA, MORNING.time(), EVERY_DAY, on=MORNING.date())
    for _ in range(ONCE_PRUNED_AT_ONCE + 2):
        store.reminders.add(once, MORNING)
    for left in (2, 0, 0):
        store.reminders.prune((MORNING + DAY).date())
        assert len(store.reminders.of(ANA)) == left


def test_the_number_of_one_whose_reminder_was_deleted_is_never_given_again(store: Store) -> None:
    """A card may stay in the chat for years, and its buttons carry the number."""
    numbers = []
    for number in range(3):
        reminder = store.reminders.add(Reminder(0, ANA, MORNING.time(), EVERY_DAY), MORNING)
        numbers.append(store.deliveries.claim(reminder, ANA, MORNING + number * DAY, State.SENT, MORNING))
        store.reminders.delete(reminder, ANA)
    assert numbers == [1, 2, 3]


def test_a_damaged_row_with_the_highest_number_keeps_nobody_from_a_reminder(store: Store) -> None:
    reminder = store.reminders.add(Reminder(0, ANA, MORNING.time(), EVERY_DAY), MORNING)
    store.deliveries.claim(reminder, ANA, MORNING, State.SENT, MORNING)
    store.db.execute("update deliveries set id = 9223372036854775807")
    numbers = [
        store.deliveries.claim(reminder, ANA, MORNING + day * DAY, State.SENT, MORNING) for day in (1, 2)
    ]
    assert None not in numbers
    assert len(set(numbers)) == 2
