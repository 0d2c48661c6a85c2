"""Takes out of the file what was deleted and still stands in room that is not in use.

SQLite overwrites a row that goes. But where it had moved that row to another page before, as when a page is full, the old place may
still hold a copy of it; only writing the whole file anew does away with that.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

LARGEST = 100_000_000
"""Bytes of a file that is written anew while the bot serves from it: whoever taps meanwhile waits, about a second for the
largest. A larger one waits until the bot is stopped."""

PATIENCE = 60
"""Seconds."""


def is_too_large(database: Path) -> bool:
    return database.stat().st_size > LARGEST


def tidy(database: Path) -> str:
    """What is wrong, "" for nothing. The log is emptied, too, unless somebody reads it: whoever waits for them lets nobody write."""
    try:
        with closing(sqlite3.connect(database, isolation_level=None, timeout=PATIENCE)) as db:
            db.execute("pragma secure_delete = on")
            db.execute("vacuum")
            db.execute("pragma busy_timeout = 0")
            db.execute("pragma wal_checkpoint(truncate)").fetchall()
    except sqlite3.Error as error:
        return str(error)
    return ""
