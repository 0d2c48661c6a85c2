"""Makes damaged parts of the file anew, where what they hold stands elsewhere too or comes by itself: indexes, and what chats show.

SQLite's own `reindex` and `drop` walk the pages of the old tree, and fail at the destroyed one. So a new tree is made beside the old one,
and takes its place in the schema.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.store.file.damage import is_damage
from bot.store.file.read_only import connect_read_only
from bot.store.file.tidying import is_too_large, tidy

PATIENCE = 60
"""Seconds to wait for the bot, which writes too."""

CHATS = "chats"
"""A lost row of it costs little: the next screen is a new message, and who blocked the bot is found out again. The other tables hold what
people told us, and only a copy has that."""

FARTHEST = 10_000
"""Row numbers in a row without one that can be read, after which none is looked for."""

_SPARE = "made_anew_"
_ALL_CHATS = f"select rowid, * from {CHATS} not indexed"  # noqa: S608


@dataclass(frozen=True, slots=True)
class _Index:
    """`sql` is "" for one that SQLite made for a table's `unique` or `primary key`."""

    name: str
    table: str
    sql: str


def mend(database: Path) -> list[str]:
    """Returns the names of the parts that were made anew. Parts that can't be stay as they are. Raises sqlite3.Error."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=PATIENCE)) as db:
        db.execute("pragma secure_delete = on")
        db.execute("pragma writable_schema = on")
        mended = (
            [CHATS]
            if _fails(db, _ALL_CHATS) and _do(db, partial(_remake_chats, rows=_readable_chats(database)))
            else []
        )
        broken = [index for index in _indexes(db) if _fails(db, _query_for_each_page(db, index))]
        mended += [index.name for index in broken if _do(db, partial(_remake_index, index=index))]
    if mended and not is_too_large(database):
        tidy(database)  # so that the old trees leave the file
    return mended


def _fails(db: sqlite3.Connection, query: str) -> bool:
    try:
        for _ in db.execute(query):
            pass
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return True
        raise
    return False


def _do(db: sqlite3.Connection, remake: Callable[[sqlite3.Connection], None]) -> bool:
    """False if damage prevents it; then nothing is changed."""
    db.execute("begin immediate")
    try:
        remake(db)
        (version,) = db.execute("pragma schema_version").fetchone()
        db.execute(f"pragma schema_version = {version + 1}")  # others read the schema again
        db.execute("commit")
    except sqlite3.DatabaseError as error:
        db.execute("rollback")
        if is_damage(error):
            return False
        raise
    return True


def _indexes(db: sqlite3.Connection) -> list[_Index]:
    rows = db.execute(
        "select name, tbl_name, coalesce(sql, '') from sqlite_master where type = 'index' order by name"
    )
    return [_Index(*row) for row in rows]


def _query_for_each_page(db: sqlite3.Connection, index: _Index) -> str:
    (column, *_) = _columns(db, index)
    return f"select total(length({column})) from {index.table} indexed by {index.name} {_condition(index)}"  # noqa: S608


def _columns(db: sqlite3.Connection, index: _Index) -> list[str]:
    return [row[2] for row in db.execute(f"pragma index_info({index.name})")]


def _condition(index: _Index) -> str:
    found = re.search(r"\)\s*(where\s.*)$", index.sql, re.DOTALL | re.IGNORECASE)
    return found[1] if found else ""


def _remake_index(db: sqlite3.Connection, index: _Index) -> None:
    columns = ", ".join(_columns(db, index))
    db.execute(f"create index {_SPARE}index on {index.table} ({columns}) {_condition(index)}")
    _take_over(db, {index.name: f"{_SPARE}index"})


def _remake_chats(db: sqlite3.Connection, rows: Iterable[int]) -> None:
    (sql,) = db.execute("select sql from sqlite_master where type = 'table' and name = ?", [CHATS]).fetchone()
    spare = f"{_SPARE}{CHATS}"
    db.execute(re.sub(rf'^create table\s+"?{CHATS}"?', f"create table {spare}", sql, flags=re.IGNORECASE))
    for number in rows:
        db.execute(f"insert into {spare} select * from {CHATS} not indexed where rowid = ?", [number])  # noqa: S608
    takes = {CHATS: spare}
    for index in [each for each in _indexes(db) if each.table == CHATS]:
        takes[index.name] = index.name.replace(CHATS, spare)
        if index.sql:
            columns = ", ".join(_columns(db, index))
            db.execute(f"create index {takes[index.name]} on {spare} ({columns}) {_condition(index)}")
    _take_over(db, takes)


def _readable_chats(database: Path) -> Iterator[int]:
    """Row numbers. Uses a connection of its own: a transaction that meets damage can write nothing more."""
    with closing(connect_read_only(database, patience=PATIENCE)) as db:
        number, misses = 1, 0
        while misses < FARTHEST:
            try:  # one at a time: Python loses the last row before a damaged one
                row = db.execute(f"{_ALL_CHATS} where rowid >= ? order by rowid limit 1", [number]).fetchone()
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                number, misses = number + 1, misses + 1
            else:
                if row is None:
                    return
                number, misses = row[0] + 1, 0
                yield row[0]


def _take_over(db: sqlite3.Connection, takes: dict[str, str]) -> None:
    """`takes`: each name, and the name whose tree it gets. The latter name is gone afterwards, and the old trees are
    waste.
    """
    for name, spare in takes.items():
        db.execute(
            "update sqlite_master set rootpage = (select rootpage from sqlite_master where name = ?) where name = ?",
            [spare, name],
        )
    db.executemany("delete from sqlite_master where name = ?", [[spare] for spare in takes.values()])
