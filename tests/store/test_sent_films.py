"""Messages with a session to hear or to see are known as long as they can be taken back, and by person."""

from datetime import timedelta

from bot.store.database import Store
from tests.examples import ANA, MALLORY, MORNING
from tests.store.conftest import BOT

TWO_DAYS = timedelta(hours=48)


def test_what_was_sent_can_be_taken_back_for_two_days(store: Store) -> None:
    store.sent_films.note(ANA, 21, 5, MORNING)
    store.sent_films.note(ANA, 22, 6, MORNING + timedelta(hours=1))
    assert store.sent_films.to_take_back(ANA, MORNING + TWO_DAYS - timedelta(seconds=1)) == [21, 22]
    assert store.sent_films.to_take_back(ANA, MORNING + TWO_DAYS) == [22]
    assert store.sent_films.to_take_back(MALLORY, MORNING) == []


def test_which_session_was_sent_is_known(store: Store) -> None:
    store.sent_films.note(ANA, 21, 5, MORNING)
    assert store.sent_films.is_sent(ANA, 5)
    assert not store.sent_films.is_sent(ANA, 6)
    assert not store.sent_films.is_sent(MALLORY, 5)


def test_what_was_taken_back_is_forgotten(store: Store) -> None:
    store.sent_films.note(ANA, 21, 5, MORNING)
    store.sent_films.note(ANA, 22, 5, MORNING)
    store.sent_films.forget(ANA, [21])
    assert store.sent_films.to_take_back(ANA, MORNING) == [22]


def test_what_is_too_old_to_be_taken_back_is_kept_no_longer(store: Store) -> None:
    store.sent_films.note(ANA, 21, 5, MORNING)
    store.sent_films.note(ANA, 22, 6, MORNING + TWO_DAYS)
    assert store.db.execute("select message from sent_films").fetchall() == [(22,)]


def test_nothing_is_noted_of_people_who_are_gone_and_all_goes_with_them(store: Store) -> None:
    store.sent_films.note(ANA, 21, 5, MORNING)
    store.people.forget(ANA)
    store.sent_films.note(ANA, 22, 5, MORNING)
    assert store.db.execute("select count(*) from sent_films").fetchone() == (0,)


def test_another_bot_has_its_own(store: Store) -> None:
    store.sent_films.note(ANA, 21, 5, MORNING)
    assert store.bot == BOT
    assert Store(store.db, BOT + 1).sent_films.to_take_back(ANA, MORNING) == []
