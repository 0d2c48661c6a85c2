"""The journal of deletions, a small file beside the database: who was deleted and when, and nothing else about them.

It outlives the database, so that a copy from before a deletion that is put in its place brings nobody back.
"""

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.file.private import PRIVATE_FILE
from bot.store.moments import known_moment, text

LONGEST_ID = 19
"""Digits. Longer ones are no number that SQLite can be asked for."""


WITHOUT_COPIES = timedelta(days=90)
"""So long it is known who was deleted where no copies are made each night: somebody may make their own."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """`person`: their id. `at`: UTC."""

    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Journal:
    """`unreadable`: how many lines of it can't be read. `is_there`: False where there is no such file."""

    deletions: tuple[Deletion, ...] = ()
    unreadable: int = 0
    is_there: bool = True


def journal_of(database: Path) -> Path:
    """A link to the database leads to the journal of the file itself."""
    file = Path(os.path.realpath(database))
    return file.with_name(f"{file.name}.deleted")


def note(database: Path, deletion: Deletion) -> None:
    """Safe on the disk when it returns, which is to be before their rows go. Raises OSError."""
    with _held(journal_of(database)) as journal:
        end = os.fstat(journal).st_size
        is_torn = end > 0 and os.pread(journal, 1, end - 1) != b"\n"  # a power cut, or a full disk
        line = ("\n" if is_torn else "") + _line(deletion)
        if os.write(journal, line.encode()) != len(line):
            raise OSError("the journal of deletions could not be written")
        os.fsync(journal)
    _sync_folder(database)


def read(database: Path) -> Journal:
    """What can't be read is passed over, and counted. Raises OSError."""
    try:
        lines = _lines(journal_of(database).read_bytes())
    except FileNotFoundError:
        return Journal(is_there=False)
    found = [_read(line) for line in lines]
    return Journal(tuple(each for each in found if each), found.count(None))


def prune(database: Path, oldest: datetime) -> None:
    """`oldest`: when the oldest copy was made: who was deleted before is in no copy. Raises OSError.

    A line that can't be read is as old as the next that can.
    """
    file = journal_of(database)
    if not file.exists():
        return
    with _held(file) as journal:
        lines = _lines(_all_of(journal))
        kept = list(_since(lines, oldest))
        if len(kept) < len(lines):
            _replace(file, b"".join(line + b"\n" for line in kept))
    _sync_folder(database)


def _since(lines: list[bytes], oldest: datetime) -> Iterator[bytes]:
    is_kept, kept = True, []
    for line in reversed(lines):
        deletion = _read(line)
        is_kept = deletion.at >= oldest if deletion else is_kept
        kept += [line] if is_kept else []
    return reversed(kept)


def _line(deletion: Deletion) -> str:
    return f"{text(deletion.at)} {deletion.person}\n"


def _read(line: bytes) -> Deletion | None:
    try:
        at, number = line.decode("ascii").split(" ")
        if not number.isdecimal() or len(number) >= LONGEST_ID:
            return None
        return Deletion(int(number), known_moment(at))
    except ValueError:
        return None


def _lines(held: bytes) -> list[bytes]:
    return [line for line in held.split(b"\n") if line]


def _all_of(journal: int) -> bytes:
    return os.pread(journal, os.fstat(journal).st_size, 0)


@contextmanager
def _held(file: Path) -> Iterator[int]:
    """Nobody else writes it meanwhile. One that was replaced while we waited for it is opened anew."""
    while True:
        journal = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, PRIVATE_FILE)
        try:
            fcntl.flock(journal, fcntl.LOCK_EX)
            if os.fstat(journal).st_nlink:
                yield journal
                return
        finally:
            os.close(journal)


def _replace(file: Path, held: bytes) -> None:
    """Killed at any moment, the old one or the new one is there."""
    new = file.with_name(f"{file.name}.new")
    made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, PRIVATE_FILE)
    try:
        os.write(made, held)
        os.fsync(made)
    finally:
        os.close(made)
    new.replace(file)


def _sync_folder(database: Path) -> None:
    folder = os.open(journal_of(database).parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def last_of(deletions: Iterable[Deletion]) -> dict[int, datetime]:
    """When each of them was deleted last."""
    return {each.person: each.at for each in sorted(deletions, key=lambda each: each.at)}
