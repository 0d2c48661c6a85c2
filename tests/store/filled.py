"""A row in every table there is, whatever its columns are: by walking the schema, so that no table can be left out."""

from contextlib import suppress
from sqlite3 import IntegrityError
from typing import Any

from sqlite_utils import Database

NOT_ABOUT_PEOPLE = {"updates", "files", "batches", "heartbeats", "facts", "weeks"}
"""Tables that know nobody. A new one stands here, or is about people."""

MARK = "zyx"
"""Part of every text, with the person's number behind it."""


def tables(db: Database) -> list[str]:
    return [name for name in db.table_names() if not name.startswith(("_", "sqlite_"))]


def fill(db: Database, person: int) -> None:
    """A row of theirs in each table about people: in the order of the schema, so that what rows hang on is there."""
    for table in tables(db):
        if table not in NOT_ABOUT_PEOPLE:
            _add(db, table, person)


def fill_beside(db: Database, person: int) -> None:
    """For somebody who lives there already: a row in every other table about people, and what of their chat waits to be made. But for
    the bans: who is shut out stays so.
    """
    for table in tables(db):
        if table not in NOT_ABOUT_PEOPLE | {"people", "chats", "bans"}:
            with suppress(IntegrityError):  # they have that row
                _add(db, table, person)
    db.conn.execute("update sessions set live = 0, phase = 'left', script = '[]' where person = ?", [person])
    db.conn.execute("update chats set papers = ? where chat = ?", [f"{MARK}{person}", person])


def _add(db: Database, table: str, person: int) -> None:
    keys = {key.column: key for key in db.table(table).foreign_keys}
    values: dict[str, Any] = {}
    for column in db.table(table).columns:
        if table == "people" and column.name == "id":
            values["id"] = person
        elif column.name in keys:
            values[column.name] = _other(db, keys[column.name].other_table, person)
        else:
            values[column.name] = _value(table, column.name, column.type, person)
    marks = ", ".join("?" for _ in values)
    db.conn.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", list(values.values()))


def _other(db: Database, table: str, person: int) -> int:
    return person if table == "people" else _number(table, person)


def _number(table: str, person: int) -> int:
    return person * 100 + len(table)


def _value(table: str, column: str, kind: str, person: int) -> object:
    if column in ("chat", "person"):
        return person
    if column == "id":
        return _number(table, person)
    return f"{MARK}{person}" if kind.lower() == "text" else 0
