"""All that is kept of somebody is found, by walking the schema, and all of it goes: no table can be forgotten."""

import json
import subprocess
import sys
from pathlib import Path

from bot.domain.person.person import Person
from bot.store.database import Store, open_store
from bot.store.person.everything import (
    ONLY_JSON,
    OUTLASTS,
    columns_of,
    command,
    everything_of,
    tables_of_people,
)
from tests.examples import ANA, BO, MORNING
from tests.new_store import store_in_memory
from tests.store.conftest import BOT
from tests.store.filled import MARK, NOT_ABOUT_PEOPLE, fill, tables


def test_every_table_is_about_people_or_known_not_to_be() -> None:
    store = store_in_memory()
    assert set(tables_of_people(store.db.conn)) | NOT_ABOUT_PEOPLE == set(tables(store.db))
    assert not set(tables_of_people(store.db.conn)) & NOT_ABOUT_PEOPLE
    store.close()


def test_a_row_of_every_table_is_found_and_nobody_elses() -> None:
    store = store_in_memory()
    for person in (ANA, BO):
        fill(store.db, person)
    found = everything_of(store.db.conn, ANA)
    assert [table for table, rows in found.items() if len(rows) != 1] == []
    assert f"{MARK}{ANA}" in json.dumps(found)
    assert f"{MARK}{BO}" not in json.dumps(found)
    assert {table: set(rows[0]) for table, rows in found.items()} == {
        table: {*columns, *ONLY_JSON.get(table, ())} for table, columns in columns_of(store.db.conn).items()
    }
    store.close()


def test_forgetting_leaves_no_row_in_any_table_and_nobody_elses_goes(file: Path) -> None:
    store = open_store(file, BOT)
    for person in (ANA, BO):
        fill(store.db, person)
    with store.transaction():
        store.forget(ANA, MORNING)
        store.chats.forget(ANA)
    assert {table for table, rows in everything_of(store.db.conn, ANA).items() if rows} == OUTLASTS
    assert [table for table, rows in everything_of(store.db.conn, BO).items() if len(rows) != 1] == []
    every = [
        store.db.execute(f"select * from {table}").fetchall() for table in set(tables(store.db)) - OUTLASTS
    ]
    assert f"{MARK}{ANA}" not in str(every)
    store.close()


def test_of_a_stranger_there_is_nothing(store: Store) -> None:
    assert not any(everything_of(store.db.conn, 999).values())


def test_it_is_read_beside_a_bot_that_writes(store: Store, file: Path) -> None:
    store.people.meet(Person(99, "Đặng Thị Ánh 🙂", "vi"), MORNING)
    with store.transaction():
        store.people.meet(Person(100, "not yet there", "en"), MORNING)
        said = subprocess.run(command(file, 99), capture_output=True, check=True, env={}).stdout
    assert json.loads(said)["people"][0]["name"] == "Đặng Thị Ánh 🙂"
    assert command(file, 99)[0] == sys.executable
