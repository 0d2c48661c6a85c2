"""Which question was asked on which day, of each person apart."""

from datetime import date

import pytest

from bot.domain.person.daily_question import Daily
from bot.domain.person.person import Person
from bot.store.database import Store
from tests.examples import ANA, BO, MORNING

MONDAY, TUESDAY = date(2026, 1, 5), date(2026, 1, 6)


@pytest.fixture
def store(store: Store) -> Store:
    store.people.meet(Person(ANA, "Ana", "en"), MORNING)
    store.people.meet(Person(BO, "Bo", "en"), MORNING)
    return store


def test_a_question_is_noted_by_day_and_person(store: Store) -> None:
    for _ in range(2):
        store.asked.note(ANA, Daily.GOAL, MONDAY, MORNING)
    store.asked.note(ANA, Daily.NEWS, TUESDAY, MORNING)
    assert store.asked.on(ANA, MONDAY) == {Daily.GOAL}
    assert store.asked.on(ANA, TUESDAY) == {Daily.NEWS}
    assert store.asked.on(BO, MONDAY) == frozenset()


def test_the_last_day_on_which_it_was_asked(store: Store) -> None:
    assert store.asked.last(ANA, Daily.CHECK_IN) is None
    for day in (TUESDAY, MONDAY):
        store.asked.note(ANA, Daily.CHECK_IN, day, MORNING)
    assert store.asked.last(ANA, Daily.CHECK_IN) == TUESDAY
    assert store.asked.last(ANA, Daily.CHECK_IN, before=TUESDAY) == MONDAY
    assert store.asked.last(ANA, Daily.GOAL) is None
    assert store.asked.last(BO, Daily.CHECK_IN) is None


def test_a_question_that_only_a_later_version_knows_is_passed_over(store: Store) -> None:
    store.asked.note(ANA, Daily.GOAL, MONDAY, MORNING)
    store.db.execute("update asked set question = 'sleep'")
    assert store.asked.on(ANA, MONDAY) == frozenset()


def test_what_was_asked_goes_with_the_person(store: Store) -> None:
    store.asked.note(ANA, Daily.GOAL, MONDAY, MORNING)
    store.people.forget(ANA)
    assert store.db.execute("select count(*) from asked").fetchone()[0] == 0
