"""One process at a time serves a file: a lock beside it and one on it, which the system releases however the process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bot.store.file.private import PRIVATE_FILE
from bot.store.file.unusable import unusable


class Taken(Exception):
    """Another process serves this file."""


def lock_of(database: Path) -> Path:
    """One file has one lock, whatever name it is opened by."""
    file = Path(os.path.realpath(database))
    return file.with_name(f"{file.name}.lock")


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Raises Taken, or Unusable when there can be no lock.

    The lock's own file stays: removing it could leave two processes with a lock each. A hard link to the database has another lock beside
    it, so the database is locked too when it is there.
    """
    with ExitStack() as held:
        held.enter_context(_lock(lock_of(database), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW))
        if database.exists():
            held.enter_context(_lock(database, os.O_RDONLY))
        yield


@contextmanager
def _lock(file: Path, how: int) -> Iterator[None]:
    """SQLite's own locks are of another kind. Leaving the block releases all `flock` locks of this process on `file`."""
    try:
        lock = os.open(file, how, PRIVATE_FILE)
    except OSError as error:
        raise unusable(error) from None
    try:
        _take(lock)
        yield
    finally:
        os.close(lock)


def _take(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Taken from None
    except OSError as error:
        raise unusable(error) from None
