"""Everything that is kept about one person, table by table. It walks the schema, so that tables added later are included.

`python -m bot.store.person.everything DATABASE PERSON` writes it as JSON, in a process of its own, so that nobody waits for it.
"""

import json
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Any, TypeAlias

from bot.store.file.read_only import connect_read_only
from bot.store.known import readable

Rows: TypeAlias = dict[str, list[dict[str, Any]]]
"""By table, in the order of the schema: each row by its columns."""

_BY_NUMBER = {"chats": "chat", "bans": "person", "strangers": "person"}
"""Tables that hold a person's number, or their chat's, which is the same, without needing a row in `people`."""

OUTLASTS = frozenset({"bans"})
"""Tables whose rows about a person stay when everything else is deleted."""

_OF_OTHERS = {"bans": ("banned_by",)}
"""By table, columns that name somebody else: people are not given them."""


ONLY_JSON = {"sessions": ("script",), "chats": ("shown", "owed", "remains")}
"""By table, columns that hold values with parts of their own."""


def everything_of(db: Connection, person: int) -> Rows:
    return {table: _rows(db, table, where, person) for table, where in tables_of_people(db).items()}


@dataclass(frozen=True, slots=True)
class Medium:
    """A photo or video that a person sent, by Telegram's name for it. `exercise`: the id of their own exercise that it shows; None: none
    yet."""

    id: int
    exercise: int | None
    file_id: str
    kind: str
    size: int


def media_of(db: Connection, bot: int, person: int) -> list[Medium]:
    rows = db.execute(
        "select id, exercise, file_id, kind, size from own_media where person = ? and bot = ? and not is_gone order by id",
        [person, bot],
    )
    return [Medium(*row) for row in rows]


def columns_of(db: Connection) -> dict[str, list[str]]:
    return {
        table: [name for name in _columns(db, table) if name not in ONLY_JSON.get(table, ())]
        for table in tables_of_people(db)
    }


def tables_of_people(db: Connection) -> dict[str, str]:
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
    with closing(connect_read_only(database)) as db:
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
