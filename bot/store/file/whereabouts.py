"""Checks that the open file is still the one found under its path: it may be moved, replaced or deleted while it is open."""

import os
from pathlib import Path

from bot.store.file.private import files_of

Number = tuple[int, int]
"""Device and inode: the system's own name of a file."""


class Whereabouts:
    """Remembers the files as they are when just opened. None: the database is in memory and can't be lost."""

    def __init__(self, database: Path | None) -> None:
        real = Path(os.path.realpath(database)) if database else None
        self._files = {file: _number(file) for file in files_of(real)} if real else {}

    def lost(self) -> str:
        """The beginning of a sentence about the file that was lost, "" if none was. SQLite goes on with its open files and says nothing."""
        gone = [file for file, number in self._files.items() if number and _number(file) != number]
        return f"{gone[0]} was moved, replaced or deleted while it is in use" if gone else ""


def _number(file: Path) -> Number | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
