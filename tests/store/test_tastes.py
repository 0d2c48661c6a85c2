"""What people tell by doing, in rows: what they like and never want, skipped and swapped, and did without us."""

from datetime import date, timedelta

from bot.domain.person.taste import Taste
from bot.domain.session.passing_over import Passing
from bot.domain.session.script import write
from bot.store.database import Store
from tests.examples import ANA, BO, CAT, MORNING, part

DAY = timedelta(days=1)


def test_what_is_liked_and_never_wanted_is_each_persons_own(store: Store) -> None:
    store.tastes.set(ANA, "cat-cow", Taste.NEVER, MORNING)
    store.tastes.set(ANA, "open-book", Taste.LIKE, MORNING)
    store.tastes.set(BO, "cat-cow", Taste.LIKE, MORNING)
    assert store.tastes.of(ANA) == {"cat-cow": Taste.NEVER, "open-book": Taste.LIKE}
    store.tastes.clear(ANA, "cat-cow")
    assert store.tastes.of(ANA) == {"open-book": Taste.LIKE}
    assert store.tastes.of(BO) == {"cat-cow": Taste.LIKE}


def test_a_change_of_mind_takes_the_place_of_what_was_said(store: Store) -> None:
    store.tastes.set(ANA, "cat-cow", Taste.LIKE, MORNING)
    store.tastes.set(ANA, "cat-cow", Taste.NEVER, MORNING + DAY)
    assert store.tastes.of(ANA) == {"cat-cow": Taste.NEVER}


def test_said_twice_it_keeps_its_place(store: Store) -> None:
    store.tastes.set(ANA, "open-book", Taste.LIKE, MORNING)
    store.tastes.set(ANA, "cat-cow", Taste.LIKE, MORNING + DAY)
    store.tastes.set(ANA, "open-book", Taste.LIKE, MORNING + 2 * DAY)
    assert list(store.tastes.of(ANA)) == ["open-book", "cat-cow"]


def test_a_taste_that_no_version_knows_is_passed_over(store: Store) -> None:
    store.tastes.set(ANA, "cat-cow", Taste.NEVER, MORNING)
    store.db.execute("insert into tastes values (?, 'open-book', 'on-sundays', '')", [ANA])
    assert store.tastes.of(ANA) == {"cat-cow": Taste.NEVER}


def passes_over(store: Store, person: int, days: int, *exercises: str) -> None:
    session = store.sessions.begin(person, "", write([part(CAT)]), MORNING + days * DAY)
    store.sessions.close(session.id, person)
    for exercise in exercises:
        store.passed_over.add(session.id, person, exercise, Passing.SKIP, MORNING + days * DAY)


def test_what_is_passed_over_counts_once_for_each_session(store: Store) -> None:
    passes_over(store, ANA, 0, "cat-cow")
    passes_over(store, ANA, 1, "cat-cow", "cat-cow", "open-book")
    passes_over(store, BO, 1, "cat-cow")
    assert store.passed_over.since(ANA, MORNING) == {"cat-cow": 2, "open-book": 1}
    assert store.passed_over.since(ANA, MORNING + DAY) == {"cat-cow": 1, "open-book": 1}
    assert store.passed_over.since(ANA, MORNING + 2 * DAY) == {}


def test_a_day_on_which_they_did_it_counts_once(store: Store) -> None:
    monday = date(2026, 1, 5)
    for day in (monday - DAY, monday, monday, monday + DAY):
        store.did_it.add(ANA, day, MORNING)
    store.did_it.add(BO, monday + 2 * DAY, MORNING)
    assert store.did_it.days_since(ANA, monday) == {monday, monday + DAY}
    assert store.db.execute("select count(*) from did_it where person = ?", [ANA]).fetchone() == (3,)


def test_a_day_that_is_none_is_passed_over(store: Store) -> None:
    store.db.execute("insert into did_it values (?, 'some day', '')", [ANA])
    assert store.did_it.days_since(ANA, date(2026, 1, 5)) == set()


def test_all_of_it_goes_with_the_person(store: Store) -> None:
    store.tastes.set(ANA, "cat-cow", Taste.NEVER, MORNING)
    store.did_it.add(ANA, date(2026, 1, 5), MORNING)
    passes_over(store, ANA, 0, "cat-cow")
    store.people.forget(ANA)
    for table in ("tastes", "did_it", "passed_over"):
        assert store.db.execute(f"select count(*) from {table}").fetchone() == (0,)
