"""Looks through the whole file for damage, and changes nothing."""

import re
import sqlite3
from contextlib import closing
from itertools import islice
from pathlib import Path

from bot.store.file.identity import APPLICATION_ID
from bot.store.file.read_only import connect_read_only

MOST_FAULTS = 10

_MOST_FINDINGS = 1_000_000

_NO_FAULT = re.compile(r"^ok$|^\*\*\* in database|^Page \d+(:| is) never used$")
"""Never used: pages of a tree that was made anew elsewhere. They are no damage, and `vacuum` removes them."""

PATIENCE = 60
"""Seconds."""


def faults_in(database: Path) -> list[str]:
    """At most MOST_FAULTS findings of SQLite's quick check. Holds no lock that others wait for, and may run beside the bot."""
    try:
        with closing(connect_read_only(database, patience=PATIENCE)) as db:
            rows = db.execute(f"pragma quick_check({_MOST_FINDINGS})")
            lines = (line for row in rows for line in str(row[0]).splitlines())
            return [*islice((line for line in lines if not _NO_FAULT.search(line)), MOST_FAULTS)]
    except sqlite3.Error as error:
        return [str(error)]


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
