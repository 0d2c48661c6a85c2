"""What was deleted is nowhere in the file, even where SQLite had moved it about before."""

import random
from pathlib import Path

from bot.domain.person.person import Person
from bot.store.database import Store, open_store
from bot.store.file.identity import APPLICATION_ID
from bot.store.file.tidying import tidy
from tests.examples import MORNING
from tests.store.conftest import BOT

PEOPLE = 150


def mark(person: int) -> str:
    return f"NOTE{person:05d}X"


def live(store: Store, rnd: random.Random, moves: int) -> None:
    """Many people at once, with notes of all lengths that come and go: pages fill, and are parted."""
    for person in range(PEOPLE):
        store.people.meet(Person(person, mark(person), "en"), MORNING)
    for _ in range(moves):
        person = rnd.randrange(PEOPLE)
        own = store.own.every(person)
        if own and rnd.random() < 0.4:
            store.own.delete(rnd.choice(own).id, person)
        elif rnd.random() < 0.6:
            store.chats.owe(person, mark(person) * rnd.randrange(1, 120), MORNING)
        else:
            store.own.make(person, mark(person) * rnd.randrange(1, 6), [], MORNING)


def marks_in(file: Path, people: list[int]) -> list[int]:
    hay = b"".join(each.read_bytes() for each in file.parent.iterdir() if not each.name.endswith(".deleted"))
    return [person for person in people if mark(person).encode() in hay]


def test_a_row_that_was_moved_before_it_was_deleted_leaves_no_copy(file: Path) -> None:
    rnd, found_untidy = random.Random(4), 0
    store = open_store(file, BOT)
    with store.transaction():
        live(store, rnd, 2000)
    for _ in range(6):
        gone = rnd.sample(range(PEOPLE), 60)
        with store.transaction():
            live(store, rnd, 2000)
            for person in gone:
                store.forget(person, MORNING)
                store.chats.forget(person)
        assert store.empty_log()
        found_untidy += len(marks_in(file, gone))
        assert tidy(file) == ""
        assert marks_in(file, gone) == []
    assert found_untidy, "this test is about what SQLite leaves"
    assert store.db.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
    assert store.db.execute("pragma integrity_check").fetchone()[0] == "ok"
    store.close()


def test_what_goes_wrong_is_said(file: Path) -> None:
    file.write_text("Dear diary, today I stretched.\n" * 100)
    assert "not a database" in tidy(file)
