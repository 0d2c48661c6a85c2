"""Tells our file from other programs' files, without changing either."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.file.read_only import connect_read_only
from bot.store.file.unusable import Unusable, unusable

APPLICATION_ID = int.from_bytes(b"unhu")
"""Stands in the header of the file, where the program `file` and SQLite show it."""

REPLICATORS = "_litestream_"
"""The names of Litestream's tables begin so. It makes them in every file it replicates, perhaps before ours."""

FOREIGN = "it belongs to another program"


def refuse_foreign(file: Path) -> None:
    """An empty or missing file may become ours. Writes nothing, not even beside it."""
    try:
        if file.exists() and file.stat().st_size and not _is_ours_or_empty(file):
            raise Unusable(FOREIGN)
    except (sqlite3.Error, OSError) as error:
        raise unusable(error) from None


def _is_ours_or_empty(file: Path) -> bool:
    """Files older than the application id are known by their tables. These may still stand in the write-ahead log, so that is read too."""
    log = file.with_name(f"{file.name}-wal")
    is_logged = log.exists() and log.stat().st_size > 0
    with closing(connect_read_only(file, is_immutable=not is_logged)) as db:
        (number,) = db.execute("pragma application_id").fetchone()
        return bool(number == APPLICATION_ID or (number == 0 and _has_our_tables_or_none(db)))


def _has_our_tables_or_none(db: sqlite3.Connection) -> bool:
    tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    if all(name.startswith(REPLICATORS) for name in tables):
        return True
    if "_sqlite_migrations" not in tables:
        return False
    ours = db.execute("select count(*) from _sqlite_migrations where migration_set = 'unhunch'").fetchone()[0]
    return bool(ours) or all(name.startswith(("_", "sqlite_")) for name in tables)
