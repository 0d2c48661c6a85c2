"""What a chat shows and is owed; what counted; what was uploaded: each kept per bot."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.chat.counted_updates import KEPT, PRUNED_AT_ONCE
from bot.store.chat.shown import Debt, Shown
from bot.store.database import Store, open_store
from tests.examples import ANA, BO, MORNING

OTHER_BOT = 2


def test_a_chat_shows_and_is_owed_nothing_at_first(store: Store) -> None:
    assert (store.chats.shown(ANA), store.chats.owed(ANA), store.chats.in_debt()) == (None, None, [])


def test_only_the_newest_is_owed(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.owe(ANA, "second")
    assert store.chats.owed(ANA) == "second"
    assert store.chats.in_debt() == [ANA]
    assert store.chats.owed(BO) is None


def test_what_was_sent_is_shown_and_no_longer_owed(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.pay(ANA, "first", Shown(11, "first", MORNING))
    assert store.chats.shown(ANA) == Shown(11, "first", MORNING)
    assert store.chats.in_debt() == []


def test_what_came_to_be_owed_while_sending_stays_owed(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.owe(ANA, "second")
    store.chats.pay(ANA, "first", Shown(11, "first", MORNING))
    assert (store.chats.owed(ANA), store.chats.in_debt()) == ("second", [ANA])
    store.chats.write_off(ANA, "first")
    assert store.chats.owed(ANA) == "second"
    store.chats.write_off(ANA, "second")
    assert store.chats.owed(ANA) is None
    assert store.chats.shown(ANA), "what is written off takes nothing away"


def test_a_chat_may_come_to_show_nothing(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.pay(ANA, "first", Shown(11, "first", MORNING))
    store.chats.owe(ANA, "gone")
    store.chats.pay(ANA, "gone", None)
    assert (store.chats.shown(ANA), store.chats.owed(ANA)) == (None, None)


def test_what_is_to_be_left_of_a_message_is_known_until_it_is_put_away(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.pay(ANA, "first", Shown(11, "first", MORNING, 9, "a line"))
    assert store.chats.shown(ANA) == Shown(11, "first", MORNING, 9, "a line")
    assert store.chats.in_debt() == [ANA]
    store.chats.pay(ANA, None, Shown(11, "first", MORNING, None, "a line"))
    assert store.chats.shown(ANA) == Shown(11, "first", MORNING)
    assert store.chats.in_debt() == []


def test_a_forgotten_chat_is_gone(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.owe(BO, "first")
    store.chats.forget(ANA)
    assert store.chats.in_debt() == [BO]


def test_chats_updates_and_files_are_each_bots_own(store: Store, file: Path) -> None:
    store.chats.owe(ANA, "first")
    store.updates.count(5, MORNING)
    store.files.keep("abc", "file-1")
    other = open_store(file, OTHER_BOT)
    assert (other.chats.owed(ANA), other.chats.in_debt()) == (None, [])
    assert not other.updates.has_counted(5)
    assert other.files.file_id("abc") is None
    other.chats.forget(ANA)
    other.files.forget("abc")
    other.updates.count(5, MORNING)
    other.close()
    assert (store.chats.owed(ANA), store.files.file_id("abc")) == ("first", "file-1")


def test_an_update_counts_once(store: Store) -> None:
    store.updates.count(5, MORNING)
    assert (store.updates.has_counted(5), store.updates.has_counted(4)) == (True, False)
    with pytest.raises(sqlite3.IntegrityError):
        store.updates.count(5, MORNING)


def test_what_was_put_aside_is_never_tried_again(store: Store) -> None:
    store.updates.put_aside(5, "ValueError", MORNING)
    store.updates.put_aside(5, "ValueError", MORNING)
    assert store.updates.has_counted(5)
    store.updates.count(6, MORNING)
    assert store.updates.put_aside_count() == 1


def test_updates_are_forgotten_when_telegram_has_forgotten_them(store: Store) -> None:
    store.updates.count(5, MORNING)
    store.sync(MORNING + KEPT)
    assert store.updates.has_counted(5)
    store.sync(MORNING + KEPT + timedelta(microseconds=1))
    assert not store.updates.has_counted(5)


def test_a_file_is_known_until_telegram_forgets_it(store: Store) -> None:
    assert store.files.file_id("abc") is None
    store.files.keep("abc", "file-1")
    store.files.keep("abc", "file-2")
    assert store.files.file_id("abc") == "file-2"
    store.files.forget("abc")
    assert store.files.file_id("abc") is None


def test_messages_that_are_not_wanted_are_known_until_they_are_gone(store: Store) -> None:
    store.chats.owe(ANA, "first")
    store.chats.pay(ANA, "first", Shown(11, "first", MORNING))
    store.chats.mark_unwanted(ANA, [9, 10])
    assert (store.chats.unwanted(ANA), store.chats.unwanted(BO)) == ((9, 10), ())
    assert store.chats.in_debt() == [ANA]
    store.chats.forget_unwanted(ANA, [9])
    assert store.chats.unwanted(ANA) == (9, 10)
    store.chats.forget_unwanted(ANA, [9, 10])
    assert (store.chats.unwanted(ANA), store.chats.in_debt()) == ((), [])


def test_which_messages_go_together_is_known_for_three_hours(store: Store) -> None:
    store.chats.note_together(ANA, [9], MORNING)
    store.chats.note_together(ANA, [10, 9], MORNING + timedelta(hours=2))
    then = MORNING + timedelta(hours=5)
    assert store.chats.together(ANA, then - timedelta(minutes=1)) == (9, 10)
    assert (store.chats.together(ANA, then), store.chats.together(BO, MORNING)) == ((), ())
    store.chats.note_together(BO, range(1, 200), then)
    assert store.chats.together(BO, then) == (1, *range(101, 200))
    store.chats.part_old(then)
    assert store.chats.together(BO, then)
    kept = store.db.execute("select together, together_at from chats where chat = ?", [ANA]).fetchone()
    assert kept == (None, None)


def test_a_debt_tells_that_more_waits_beside_the_screen(store: Store) -> None:
    store.chats.owe(ANA, "first")
    assert store.chats.debt(ANA) == Debt("first")
    store.chats.mark_unwanted(ANA, [9])
    assert store.chats.debt(ANA).has_more
    store.chats.forget_unwanted(ANA, [9])
    assert not store.chats.debt(ANA).has_more
    store.chats.keep_paper(ANA, "export", "a file")
    assert store.chats.debt(ANA).has_more
    assert not store.chats.debt(BO).has_more


def test_updates_of_long_ago_go_bit_by_bit(store: Store) -> None:
    """After days away the first batch is not held up until all of them are gone."""
    for number in range(PRUNED_AT_ONCE + 1):
        store.updates.count(number, MORNING + timedelta(microseconds=number))
    store.sync(MORNING + 2 * KEPT)
    left = [number for number in range(PRUNED_AT_ONCE + 1) if store.updates.has_counted(number)]
    assert left == [PRUNED_AT_ONCE]
    store.sync(MORNING + 2 * KEPT)
    assert not store.updates.has_counted(PRUNED_AT_ONCE)
