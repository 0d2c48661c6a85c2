"""Looks through the whole file for damage, and changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.file.identity import APPLICATION_ID
from bot.store.file.read_only import connect_read_only

MOST_FAULTS = 10

PATIENCE = 60
"""Seconds."""


def faults_in(database: Path) -> list[str]:
    """At most MOST_FAULTS findings of SQLite's quick check; [] when the file is whole.

    It reads all of the file, holds no lock that others wait for, and may run beside the bot.
    """
    try:
        with closing(connect_read_only(database, patience=PATIENCE)) as db:
            found = [str(row[0]) for row in db.execute(f"pragma quick_check({MOST_FAULTS})")]
    except sqlite3.Error as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def faults_in_ours(database: Path) -> list[str]:
    """As `faults_in`; an empty file or another program's is a fault too, though SQLite calls it whole."""
    try:
        with closing(connect_read_only(database, patience=PATIENCE)) as db:
            (number,) = db.execute("pragma application_id").fetchone()
            tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    except sqlite3.Error as error:
        return [str(error)]
    if number in {0, APPLICATION_ID} and tables >= {"people", "_sqlite_migrations"}:
        return faults_in(database)
    return ["it holds another program's data" if tables else "there is nothing in it"]
