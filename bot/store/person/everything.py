"""All that is kept of one person, table by table, by walking the schema: so that a table that is added later is not left out.

`python -m bot.store.person.everything DATABASE PERSON` writes it as JSON: in a process of its own, so that nobody waits for it.
"""

import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Any, TypeAlias

from bot.store.known import readable

Rows: TypeAlias = dict[str, list[dict[str, Any]]]
"""By table, in the order of the schema: each row by its columns."""

_BY_NUMBER = {"chats": "chat", "bans": "person", "strangers": "person"}
"""Tables that know people by their number alone, or by that of their chat, which is the same: no row of `people` need be there."""

OUTLASTS = frozenset({"bans"})
"""Tables with rows of theirs that stay when all else is deleted."""

_OF_OTHERS = {"bans": ("banned_by",)}
"""Columns that name somebody else, by their tables: no part of what a person is given of themselves."""


ONLY_JSON = {"sessions": ("script",), "chats": ("shown", "owed", "remains")}
"""Columns that hold values with parts of their own, by their tables."""


def everything_of(db: Connection, person: int) -> Rows:
    """Rows by table; none where nothing is theirs."""
    return {table: _rows(db, table, where, person) for table, where in tables_of_people(db).items()}


@dataclass(frozen=True, slots=True)
class Medium:
    """A photo or film that somebody sent, by Telegram's name for it. `exercise`: of their own, that it shows; None: of none."""

    id: int
    exercise: int | None
    file_id: str
    kind: str
    size: int


def media_of(db: Connection, bot: int, person: int) -> list[Medium]:
    """What this bot can fetch."""
    rows = db.execute(
        "select id, exercise, file_id, kind, size from own_media where person = ? and bot = ? and not is_gone order by id",
        [person, bot],
    )
    return [Medium(*row) for row in rows]


def columns_of(db: Connection) -> dict[str, list[str]]:
    """The columns of each table with rows about people: those that make sense in a table of their own."""
    return {
        table: [name for name in _columns(db, table) if name not in ONLY_JSON.get(table, ())]
        for table in tables_of_people(db)
    }


def tables_of_people(db: Connection) -> dict[str, str]:
    """The tables with rows about people, each with the condition by which those of one person are found."""
    found = {"people": "id = ?1"}
    names = _tables(db)
    while new := {
        name: where for name in names if name not in found and (where := _condition(db, name, found))
    }:
        found |= new
    return {name: found[name] for name in names if name in found}


def _tables(db: Connection) -> list[str]:
    rows = db.execute("select name from sqlite_master where type = 'table' order by rowid")
    return [row[0] for row in rows if not row[0].startswith(("_", "sqlite_"))]


def _columns(db: Connection, table: str) -> list[str]:
    hidden = _OF_OTHERS.get(table, ())
    return [
        name for (name,) in db.execute("select name from pragma_table_info(?)", [table]) if name not in hidden
    ]


def _condition(db: Connection, table: str, found: dict[str, str]) -> str:
    """By what leads to a person at once, else by the rows of a table that does; "" where nothing does."""
    if column := _BY_NUMBER.get(table):
        return f"{column} = ?1"
    rows = db.execute('select "table", "from", "to" from pragma_foreign_key_list(?)', [table]).fetchall()
    keys = {other: (column, of_other) for other, column, of_other in rows}
    if key := keys.get("people"):
        return f"{key[0]} = ?1"
    for other, (column, of_other) in keys.items():
        if other in found:
            return f"{column} in (select {of_other} from {other} where {found[other]})"  # noqa: S608
    return ""


def _rows(db: Connection, table: str, where: str, person: int) -> list[dict[str, Any]]:
    columns = _columns(db, table)
    names = ", ".join(map(_quoted, columns))
    rows = db.execute(f"select {names} from {table} where {where} order by 1, 2", [person])  # noqa: S608
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _quoted(name: str) -> str:
    return f'"{name}"'


def look_up(database: Path, person: int) -> Rows:
    """Read only, as of one moment, beside a bot that runs."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=10, isolation_level=None)) as db:
        db.text_factory = readable
        db.execute("begin")
        return everything_of(db, person)


def command(database: Path, person: int) -> list[str]:
    return [sys.executable, "-m", "bot.store.person.everything", str(database), str(person)]


def main(database: str, person: str) -> str:
    return json.dumps(look_up(Path(database), int(person)), ensure_ascii=False)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(main(*sys.argv[1:]))
