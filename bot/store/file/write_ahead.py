"""The write-ahead log as a file: which log it is, and what remains in it of the log before.

SQLite restarts the log at its beginning and leaves the rest until it is written over. A reader keeps SQLite from truncating the log, and a
replicator always reads; but the replicator has the log restarted about once a minute.
"""

import os
from bisect import bisect_left
from contextlib import suppress
from pathlib import Path

HEADER, FRAME_HEADER = 32, 24
"""Bytes, by SQLite's file format."""

_PAGE_SIZE, _SALTS, _FRAME_SALTS = slice(8, 12), slice(16, 24), slice(8, 16)
"""The salts are two numbers, new for each log; each frame repeats the salts of its log."""


def log_of(database: Path) -> Path:
    file = Path(os.path.realpath(database))
    return file.with_name(f"{file.name}-wal")


def which_log(database: Path) -> str:
    """Its salts in hex, new each time the log is restarted; "" when it is empty. Raises OSError."""
    try:
        with log_of(database).open("rb") as log:
            return log.read(HEADER)[_SALTS].hex()
    except FileNotFoundError:
        return ""


def sync_log(database: Path) -> None:
    with suppress(FileNotFoundError):
        log = os.open(log_of(database), os.O_RDONLY | os.O_NOFOLLOW)
        try:
            os.fsync(log)
        finally:
            os.close(log)


def cut(database: Path) -> int:
    """Truncates the log after its last own frame, as SQLite does itself. Returns the bytes cut off. Raises OSError.

    The caller holds a write transaction, so nobody else writes; readers read only what stands before.
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
    """Where the last frame of this log ends, in bytes. Frames of older logs stand only behind it."""
    header, size = os.pread(log, HEADER, 0), os.fstat(log).st_size
    if len(header) < HEADER:
        return 0
    frame = FRAME_HEADER + int.from_bytes(header[_PAGE_SIZE])

    def is_of_another(number: int) -> bool:
        return os.pread(log, FRAME_HEADER, HEADER + number * frame)[_FRAME_SALTS] != header[_SALTS]

    return HEADER + frame * bisect_left(range((size - HEADER) // frame), True, key=is_of_another)
