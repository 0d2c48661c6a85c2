"""Who was away when: told by the beats, also of a bot that ended without a word."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.person.person import Person
from bot.domain.reminders.reminder import EVERY_DAY, Reminder
from bot.store.database import Store, open_store
from bot.store.reminders.deliveries import State

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def woken(path: Path, now: datetime) -> Store:
    store = open_store(path, bot=1)
    store.heartbeats.wake_up(now)
    return store


def test_between_the_last_beat_and_the_start_nobody_was_here(tmp_path: Path) -> None:
    store = woken(tmp_path / "a.sqlite3", NOW)
    assert not store.heartbeats.was_away_at(NOW)
    store.heartbeats.beat(NOW + MINUTE)
    store.close()
    store = woken(tmp_path / "a.sqlite3", NOW + 90 * MINUTE)
    downs = [store.heartbeats.was_away_at(NOW + minutes * MINUTE) for minutes in (0, 2, 89, 91)]
    assert downs == [False, True, True, False]
    store.close()
    store = woken(tmp_path / "a.sqlite3", NOW + 90 * MINUTE)
    assert store.heartbeats.was_away_at(NOW + 2 * MINUTE), "a quick restart forgets no absence"
    store.close()


def test_a_beat_that_lies_in_the_future_holds_up_no_other(tmp_path: Path) -> None:
    store = woken(tmp_path / "d.sqlite3", NOW)
    assert not store.heartbeats.is_due(NOW + MINUTE / 10)
    assert store.heartbeats.is_due(NOW + MINUTE)
    assert store.heartbeats.is_due(NOW - MINUTE)
    store.heartbeats.beat(NOW - MINUTE)
    assert store.heartbeats.last() == NOW - MINUTE
    store.close()


def test_a_beat_tells_what_the_machines_own_clock_says(tmp_path: Path) -> None:
    store = open_store(tmp_path / "e.sqlite3", bot=1)
    assert store.heartbeats.latest_wall() is None
    store.heartbeats.wake_up(NOW, NOW + 60 * MINUTE)
    assert store.heartbeats.latest_wall() == NOW + 60 * MINUTE
    store.heartbeats.beat(NOW + MINUTE, NOW + 2 * MINUTE)
    assert (store.heartbeats.latest(), store.heartbeats.latest_wall()) == (NOW + MINUTE, NOW + 2 * MINUTE)
    store.heartbeats.beat(NOW + 3 * MINUTE)
    assert store.heartbeats.latest_wall() == NOW + 3 * MINUTE
    store.close()


def test_a_moment_is_no_absence(tmp_path: Path) -> None:
    woken(tmp_path / "b.sqlite3", NOW).close()
    store = woken(tmp_path / "b.sqlite3", NOW + MINUTE)
    assert not store.heartbeats.was_away_at(NOW + MINUTE / 2)
    store.close()


def test_what_became_of_reminders_long_ago_is_forgotten(tmp_path: Path) -> None:
    store = woken(tmp_path / "c.sqlite3", NOW)
    store.people.meet(Person(7, "Ana", "en"), NOW)
    store.reminders.add(Reminder(0, 7, NOW.time(), EVERY_DAY), NOW)
    for day in range(4):
        then = NOW + timedelta(days=day)
        store.deliveries.claim(1, 7, then, State.SENT, then)
    store.deliveries.prune(NOW + timedelta(days=2))
    assert sum(store.deliveries.count_by_state(NOW).values()) == 2
    store.close()
