"""Looks through the whole file for damage, and changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

MOST_FAULTS = 10


def faults_in(database: Path) -> list[str]:
    """What SQLite's quick check finds, at most some of it; [] where the file is whole. It may run beside the bot.

    It reads all of the file, and holds no lock that others wait for.
    """
    try:
        address = f"{database.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=60)) as db:
            found = [str(row[0]) for row in db.execute(f"pragma quick_check({MOST_FAULTS})")]
    except sqlite3.Error as error:
        return [str(error)]
    return [] if found == ["ok"] else found
