"""Damage: a part of the file that can't be read or written as it stands, while the rest of it can."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

FileFails = sqlite3.DatabaseError
"""Anything that SQLite finds wrong with the file; ask `is_damage` whether it is damage."""

_PRIMARY = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_EXTENDED = frozenset(
    {
        sqlite3.SQLITE_IOERR_READ,
        sqlite3.SQLITE_IOERR_SHORT_READ,
        sqlite3.SQLITE_IOERR_DATA,
        sqlite3.SQLITE_IOERR_CORRUPTFS,
    }
)


def is_damage(error: BaseException | None) -> bool:
    """True when a place in the file can't be read or written, which trying again does not mend. Other rows may be fine.

    The transaction in which it happened can write nothing more and must be undone as a whole.
    """
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and (code & 0xFF in _PRIMARY or code in _EXTENDED)


@contextmanager
def suppress_damage() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise


def until_damaged(rows: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
    with suppress_damage():
        while (row := rows.fetchone()) is not None:
            yield row
