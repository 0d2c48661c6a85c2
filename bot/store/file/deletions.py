"""The journal of deletions, a small file beside the database: who was deleted and when, and nothing else about them.

It outlives the database: when an older copy is put in its place, people who were deleted since do not come back.
"""

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.file.private import PRIVATE_FILE
from bot.store.known import is_number
from bot.store.moments import known_moment, text

WITHOUT_COPIES = timedelta(days=90)
"""How long deletions are remembered where no nightly copies are made: people may make their own copies."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """`person`: their id. `at`: UTC."""

    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Journal:
    """`unreadable`: the number of lines that can't be read. `is_there`: False when there is no such file."""

    deletions: tuple[Deletion, ...] = ()
    unreadable: int = 0
    is_there: bool = True


def journal_of(database: Path) -> Path:
    file = Path(os.path.realpath(database))
    return file.with_name(f"{file.name}.deleted")


def note_deletion(database: Path, deletion: Deletion) -> None:
    """Synced to the disk when it returns; to be called before the rows of the person go. Raises OSError."""
    with _held(journal_of(database)) as journal:
        end = os.fstat(journal).st_size
        is_torn = end > 0 and os.pread(journal, 1, end - 1) != b"\n"  # a power cut, or a full disk
        line = ("\n" if is_torn else "") + _line(deletion)
        if os.write(journal, line.encode()) != len(line):
            raise OSError("the journal of deletions could not be written")
        os.fsync(journal)
    _sync_folder(database)


def take_back(database: Path, deletion: Deletion) -> None:
    """Removes the newest line of a deletion that did not happen. Raises OSError."""
    with _held(journal_of(database)) as journal:
        lines, wanted = _lines(_all_of(journal)), _line(deletion).rstrip("\n").encode()
        if wanted in lines:
            del lines[len(lines) - 1 - lines[::-1].index(wanted)]
            _replace(journal_of(database), b"".join(line + b"\n" for line in lines))
    _sync_folder(database)


def read_journal(database: Path) -> Journal:
    try:
        lines = _lines(journal_of(database).read_bytes())
    except FileNotFoundError:
        return Journal(is_there=False)
    found = [_read(line) for line in lines]
    return Journal(tuple(each for each in found if each), found.count(None))


def prune_journal(database: Path, oldest: datetime) -> None:
    """`oldest`: when the oldest copy was made. An unreadable line counts as old as the next readable one. Raises OSError."""
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
        if not is_number(number):
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


def last_deletions(deletions: Iterable[Deletion]) -> dict[int, datetime]:
    return {each.person: each.at for each in sorted(deletions, key=lambda each: each.at)}
