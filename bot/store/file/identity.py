"""Tells our file from everybody else's, without changing either."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.file.unusable import Unusable, unusable

APPLICATION_ID = int.from_bytes(b"unhu")
"""Stands in the header of the file, where `file` and SQLite show it."""

REPLICATORS = "_litestream_"
"""So begin the tables that Litestream makes in each file that it replicates; an empty one may have them before it has ours."""

FOREIGN = "it belongs to another program"


def refuse_foreign(file: Path) -> None:
    """Raises Unusable for what is no database, or not ours. A file that is empty or not there may become ours.

    Nothing is written, not even beside it: where nothing is logged, it is read as if nobody could change it.
    """
    try:
        if file.exists() and file.stat().st_size and not _is_ours_or_empty(file):
            raise Unusable(FOREIGN)
    except (sqlite3.Error, OSError) as error:
        raise unusable(error) from None


def _is_ours_or_empty(file: Path) -> bool:
    """By the number in its header; a file from before there was one, by its tables.

    The newest of it, all its tables perhaps, may still stand in the write-ahead log: then the log is read too.
    """
    log = file.with_name(f"{file.name}-wal")
    is_logged = log.exists() and log.stat().st_size > 0
    with closing(_reading(file, "" if is_logged else "&immutable=1")) as db:
        (number,) = db.execute("pragma application_id").fetchone()
        return bool(number == APPLICATION_ID or (number == 0 and _has_our_tables_or_none(db)))


def _reading(file: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro{how}", uri=True, timeout=10)


def _has_our_tables_or_none(db: sqlite3.Connection) -> bool:
    tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    if all(name.startswith(REPLICATORS) for name in tables):
        return True
    if "_sqlite_migrations" not in tables:
        return False
    ours = db.execute("select count(*) from _sqlite_migrations where migration_set = 'unhunch'").fetchone()[0]
    return bool(ours) or all(name.startswith(("_", "sqlite_")) for name in tables)
