"""Keeps the file and its neighbours readable by their owner alone: makes them so, and checks that they still are."""

import os
import stat
from pathlib import Path

from bot.store.file.unusable import Unusable, unusable

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700

BESIDE = ("", "-wal", "-shm")
"""Endings of the database and of the files that SQLite keeps beside it, which hold some of the same data."""


def files_of(database: Path) -> list[Path]:
    return [database.with_name(database.name + ending) for ending in BESIDE]


def refuse_non_file(database: Path) -> None:
    try:
        mode = database.stat().st_mode
    except FileNotFoundError:
        if database.is_symlink():
            raise Unusable("it is a link to a file that is not there") from None
    except OSError as error:
        raise unusable(error) from None
    else:
        if not stat.S_ISREG(mode):
            raise Unusable(
                "it is a folder" if stat.S_ISDIR(mode) else "it is not a file but a device or the like"
            )
        if not os.access(database, os.R_OK):
            raise Unusable("permission denied", is_denied=True)


def refuse_empty(database: Path) -> None:
    if not database.exists():
        raise Unusable("there is no such file")
    if not holds_something(database):
        raise Unusable("there is nothing in it")


def holds_something(database: Path) -> bool:
    files = (database.with_name(database.name + ending) for ending in ("", "-wal"))
    return any(file.exists() and file.stat().st_size for file in files)


def make_private(file: Path) -> None:
    """Makes the file when it is not there, before SQLite would make it readable for others. Raises Unusable.

    A file that is there is not opened: closing it would release all locks of this process on it.
    """
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    except FileExistsError:
        pass
    except OSError as error:
        raise unusable(error) from None


def write_private(file: Path, text: str) -> None:
    """Written whole or not at all, in place of the old text. Raises OSError."""
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    with open(
        part, "x", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, PRIVATE_FILE)
    ) as out:
        out.write(text)
    part.replace(file)


def readable_by_others(database: Path) -> list[str]:
    return [f"others may read {file}: chmod 600 {file}" for file in files_of(database) if _mode(file) & 0o066]


def open_to_others(database: Path) -> list[str]:
    """A sentence for each file or folder that other users can look into, with what to do."""
    found, folder = readable_by_others(database), database.parent
    mode = _mode(folder)
    if mode & stat.S_ISVTX:
        found.append(f"{folder} is everybody's: give {database.name} a folder of its own (UNHUNCH_DATABASE)")
    elif mode & 0o077:
        found.append(f"others may look into {folder}: chmod 700 {folder}")
    return found


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0
