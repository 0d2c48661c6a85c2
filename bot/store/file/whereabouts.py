"""Whether what is written still goes to where the file is looked for: it may be moved, replaced or deleted while it is open."""

import os
from pathlib import Path

from bot.store.file.private import BESIDE

Number = tuple[int, int]
"""By which the system knows a file, whatever its name."""


class Whereabouts:
    """As it is when the file has just been opened. None: in memory, from where nothing can be taken."""

    def __init__(self, database: Path | None) -> None:
        real = Path(os.path.realpath(database)) if database else None
        self._files = {file: _number(file) for file in _beside(real)} if real else {}

    def lost(self) -> str:
        """What is no longer where it was, as the beginning of a sentence; "" where all is as it should be. Asks the system only.

        SQLite goes on with the files that it has open, and says nothing.
        """
        gone = [file for file, number in self._files.items() if number and _number(file) != number]
        return f"{gone[0]} was moved, replaced or deleted while it is in use" if gone else ""


def _beside(database: Path) -> list[Path]:
    return [database.with_name(database.name + ending) for ending in BESIDE]


def _number(file: Path) -> Number | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
