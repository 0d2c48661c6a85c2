"""Checks, copies and tidies the file in a process of its own, so that nobody who taps waits for it.

`python -m bot.store.file.beside check DATABASE`, `… tidy DATABASE` and `… copy DATABASE FOLDER KEEP NOW` print what is wrong in one line,
and nothing when all is well. `… mend DATABASE` prints what was made anew, after MENDED.
"""

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bot.store.file.copies import copy_into, refuse_small_disk
from bot.store.file.mending import mend
from bot.store.file.private import PRIVATE_FOLDER
from bot.store.file.tidying import tidy
from bot.store.file.unusable import Unusable
from bot.store.file.wholeness import faults_in_ours

POLITE = 15
"""Added to the niceness of this process, so that all others come first."""


def check_command(database: Path) -> list[str]:
    return [*_THIS, "check", str(database)]


def copy_command(database: Path, folder: Path, keep: int, now: datetime) -> list[str]:
    return [*_THIS, "copy", str(database), str(folder), str(keep), now.isoformat()]


def tidy_command(database: Path) -> list[str]:
    return [*_THIS, "tidy", str(database)]


def mend_command(database: Path) -> list[str]:
    return [*_THIS, "mend", str(database)]


_THIS = [sys.executable, "-m", "bot.store.file.beside"]

MENDED = "made anew: "

WHERE = Path(__file__).parents[3]
"""The folder to start such a process in, so that it runs this very program."""


def _copy(database: Path, folder: Path, keep: int, now: datetime) -> str:
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        refuse_small_disk(database, folder)
        copy_into(database, folder, keep, now)
    except (Unusable, OSError) as error:
        return str(error)
    return ""


def main(what: str, database: str, *more: str) -> str:
    with suppress(OSError):  # a server may forbid even that
        os.nice(POLITE)
    if what == "check":
        return "; ".join(faults_in_ours(Path(database)))
    if what == "tidy":
        return tidy(Path(database))
    if what == "mend":
        return f"{MENDED}{', '.join(names)}" if (names := mend(Path(database))) else ""
    folder, keep, now = more
    return _copy(Path(database), Path(folder), int(keep), datetime.fromisoformat(now))


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
