"""The write-ahead log as a file: which log it is, and what still stands in it of the one before.

SQLite begins it anew at its beginning and leaves what stands behind, until that is written over. Whoever reads the log keeps SQLite
from cutting it off, and a replicator always reads; but it has the log begun anew itself, about once a minute.
"""

import os
from bisect import bisect_left
from contextlib import suppress
from pathlib import Path

HEADER, FRAME_HEADER = 32, 24
"""Bytes, as SQLite's file format has it."""

_PAGE_SIZE, _SALTS, _FRAME_SALTS = slice(8, 12), slice(16, 24), slice(8, 16)
"""The salts are two numbers that are other ones for each log; each frame repeats those of the log that it belongs to."""


def log_of(database: Path) -> Path:
    """A link to the database leads to the log of the file itself."""
    file = Path(os.path.realpath(database))
    return file.with_name(f"{file.name}-wal")


def which_log(database: Path) -> str:
    """Another one each time the log is begun anew; "" where nothing stands in it. Raises OSError."""
    try:
        with log_of(database).open("rb") as log:
            return log.read(HEADER)[_SALTS].hex()
    except FileNotFoundError:
        return ""


def sync_log(database: Path) -> None:
    """Safe on the disk, with all that was committed to it. Raises OSError."""
    with suppress(FileNotFoundError):
        log = os.open(log_of(database), os.O_RDONLY | os.O_NOFOLLOW)
        try:
            os.fsync(log)
        finally:
            os.close(log)


def cut(database: Path) -> int:
    """Take off what stands behind the log, as SQLite does itself: how many bytes that were. Raises OSError.

    The caller is in a transaction that may write, so that nobody else writes; who reads, reads what stands before.
    """
    try:
        log = os.open(log_of(database), os.O_RDWR | os.O_NOFOLLOW)
    except FileNotFoundError:
        return 0
    try:
        size, end = os.fstat(log).st_size, _end(log)
        if end >= size:
            return 0
        os.ftruncate(log, end)
        os.fsync(log)
    finally:
        os.close(log)
    return size - end


def _end(log: int) -> int:
    """Where the last frame of the log ends. Frames of other logs stand behind it only: it is written from its beginning on."""
    header, size = os.pread(log, HEADER, 0), os.fstat(log).st_size
    if len(header) < HEADER:
        return 0
    frame = FRAME_HEADER + int.from_bytes(header[_PAGE_SIZE])

    def is_of_another(number: int) -> bool:
        return os.pread(log, FRAME_HEADER, HEADER + number * frame)[_FRAME_SALTS] != header[_SALTS]

    return HEADER + frame * bisect_left(range((size - HEADER) // frame), True, key=is_of_another)
