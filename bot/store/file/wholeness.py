"""Looks through the whole file for damage, and changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.file.identity import APPLICATION_ID

MOST_FAULTS = 10


def faults_in(database: Path) -> list[str]:
    """What SQLite's quick check finds, at most some of it; [] where the file is whole. It may run beside the bot.

    It reads all of the file, and holds no lock that others wait for.
    """
    try:
        with closing(_reading(database)) as db:
            found = [str(row[0]) for row in db.execute(f"pragma quick_check({MOST_FAULTS})")]
    except sqlite3.Error as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def faults_in_ours(database: Path) -> list[str]:
    """The same; and where nobody could be known in it, as it is empty, or another program's, that is the fault: SQLite calls it whole."""
    try:
        with closing(_reading(database)) as db:
            (number,) = db.execute("pragma application_id").fetchone()
            tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    except sqlite3.Error as error:
        return [str(error)]
    if number in {0, APPLICATION_ID} and tables >= {"people", "_sqlite_migrations"}:
        return faults_in(database)
    return ["it holds another program's data" if tables else "there is nothing in it"]


def _reading(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=60)
