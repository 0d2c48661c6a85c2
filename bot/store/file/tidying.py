"""Removes deleted data that still stands in unused parts of the file.

SQLite overwrites a row that is deleted. But if it had moved the row to another page before, as when a page was full, the old place may
still hold a copy. Only writing the whole file anew removes that.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

LARGEST = 100_000_000
"""Bytes. A file up to this size is written anew while the bot serves from it, and taps wait about a second for the largest. A larger file
waits until the bot is stopped."""

PATIENCE = 60
"""Seconds."""


def is_too_large(database: Path) -> bool:
    return database.stat().st_size > LARGEST


def tidy(database: Path) -> str:
    """Empties the write-ahead log too, unless somebody reads it: waiting would block all writers. Returns the fault, "" if none."""
    try:
        with closing(sqlite3.connect(database, isolation_level=None, timeout=PATIENCE)) as db:
            db.execute("pragma secure_delete = on")
            db.execute("vacuum")
            db.execute("pragma busy_timeout = 0")
            db.execute("pragma wal_checkpoint(truncate)").fetchall()
    except sqlite3.Error as error:
        return str(error)
    return ""
