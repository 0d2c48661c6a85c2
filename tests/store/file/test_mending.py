"""Damaged indexes and chats are made anew with all that can be read; nothing else of the file changes."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.store.file import mending
from bot.store.file.mending import CHATS, mend
from bot.store.file.wholeness import faults_in
from tests.new_store import store_at
from tests.store.filled import fill

BOT, PEOPLE, PAGE = 1, 300, 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "a.sqlite3"
    store = store_at(path, BOT)
    with store.transaction():
        for person in range(1, PEOPLE + 1):
            fill(store.db, person)
    store.close()
    return path.read_bytes()


@pytest.fixture
def database(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(whole)
    return path


def asked(database: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(question).fetchall()


def destroy(database: Path, page: int, chance: Random) -> None:
    with database.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(chance.randbytes(PAGE))


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    tables = [name for (name,) in asked(database, "select name from sqlite_master where type = 'table'")]
    return {table: asked(database, f"select * from {table} not indexed") for table in tables}


def schema(database: Path) -> list[tuple[Any, ...]]:
    return asked(database, "select type, name, tbl_name, sql from sqlite_master order by name")


def test_each_index_there_is_can_be_made_anew(database: Path) -> None:
    chance, rows, shape = Random(1), content(database), schema(database)
    for name, _ in asked(database, "select name, rootpage from sqlite_master where type = 'index'"):
        ((page,),) = asked(database, f"select rootpage from sqlite_master where name = '{name}'")
        destroy(database, page, chance)
        assert mend(database) == [name]
        assert asked(database, "pragma integrity_check") == [("ok",)]
    assert (content(database), schema(database)) == (rows, shape)


def test_a_whole_file_is_left_as_it_is(database: Path, whole: bytes) -> None:
    assert mend(database) == []
    assert database.read_bytes() == whole


@pytest.mark.parametrize("pages", [1, 2, 5])
def test_chats_keep_all_rows_that_can_be_read(database: Path, pages: int) -> None:
    shape, chance = schema(database), Random(pages)
    rows = {row[0]: row for row in asked(database, f"select rowid, * from {CHATS} not indexed")}
    leaves = asked(database, f"select pageno from dbstat where name = '{CHATS}' and pagetype = 'leaf'")
    for (page,) in chance.sample(leaves, pages):
        destroy(database, page, chance)
    readable = set(rows) & set(_readable(database, rows))
    assert 0 < len(rows) - len(readable) < pages * 60
    assert mend(database) == [CHATS]
    assert asked(database, "pragma integrity_check") == [("ok",)]
    kept = asked(database, f"select rowid, * from {CHATS} not indexed order by rowid")
    assert sorted(row[1:] for row in kept) == sorted(rows[number][1:] for number in readable)
    assert schema(database) == shape


def _readable(database: Path, numbers: Any) -> list[int]:
    found = []
    with closing(sqlite3.connect(database)) as db:
        for number in numbers:
            try:
                found += db.execute(
                    f"select rowid, * from {CHATS} not indexed where rowid = ?", [number]
                ).fetchall()
            except sqlite3.DatabaseError:
                continue
    return [row[0] for row in found]


def test_what_people_told_us_is_never_made_anew(database: Path) -> None:
    ((page,),) = asked(
        database, "select pageno from dbstat where name = 'people' and pagetype = 'leaf' limit 1"
    )
    destroy(database, page, Random(3))
    before = database.read_bytes()
    assert mend(database) == []
    assert database.read_bytes() == before


def test_an_index_stays_damaged_where_its_table_is_damaged_too(database: Path) -> None:
    for name in ("reminders", "reminders_by_person"):
        ((page, *_), *_) = asked(
            database, f"select pageno from dbstat where name = '{name}' and pagetype = 'leaf'"
        )
        destroy(database, page, Random(name))
    assert mend(database) == []
    assert faults_in(database)


def test_in_a_file_too_large_to_tidy_the_old_trees_are_no_fault(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "is_too_large", lambda _: True)
    ((page,),) = asked(database, "select rootpage from sqlite_master where name = 'reminders_due'")
    destroy(database, page, Random(4))
    assert faults_in(database)
    assert mend(database) == ["reminders_due"]
    assert "never used" in asked(database, "pragma quick_check")[0][0]
    assert faults_in(database) == []


def test_whoever_has_the_file_open_goes_on_with_the_new_one(database: Path) -> None:
    ((page,),) = asked(database, "select rootpage from sqlite_master where name = 'reminders_due'")
    destroy(database, page, Random(5))
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        query = "select count(*) from reminders indexed by reminders_due where next_at is not null and next_at > ''"
        with pytest.raises(sqlite3.DatabaseError):
            other.execute(query).fetchone()
        assert mend(database) == ["reminders_due"]
        assert other.execute(query).fetchone() == (PEOPLE,)
        other.execute("update reminders set next_at = 'later'")
    assert asked(database, "pragma integrity_check") == [("ok",)]
