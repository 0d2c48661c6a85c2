"""Copies of the file, made while it is in use: each is whole and checked before it gets its name."""

import fcntl
import glob
import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from bot.store.file.identity import APPLICATION_ID, refuse_foreign
from bot.store.file.private import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    holds_something,
    refuse_empty,
    refuse_non_file,
)
from bot.store.file.read_only import connect_read_only
from bot.store.file.replicated import is_replicated, replicators_folder
from bot.store.file.unusable import Unusable, unusable
from bot.store.file.wholeness import PATIENCE, faults_in

_NAME = "{}-{:%Y-%m-%dT%H%M%SZ}.sqlite3"
_NAMED = r"-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite3"
_PART = ".{}.part"
_BESIDE_A_PART = ("-journal", "-wal", "-shm")

BEFORE = ".before-"
"""Stands before the moment in the name of an old file that a restore has kept."""

COPIES = "copies"
"""The folder, beside the file, of the nightly copies."""

ROOM = 2
"""How many times the size of the file must be free on the disk."""


def copies_of(database: Path, folder: Path) -> list[Path]:
    named = re.compile(re.escape(database.stem) + _NAMED)
    return sorted(path for path in folder.glob("*.sqlite3") if named.fullmatch(path.name))


def oldest_copy_made_at(database: Path) -> datetime | None:
    """When the oldest nightly copy or kept old file was made (UTC); None if there is none."""
    nightly = [moment_in_name(path) for path in copies_of(database, database.parent / COPIES)]
    kept = [moment_in_name(path) for path in kept_of(database)]
    return min(filter(None, nightly + kept), default=None)


def kept_of(database: Path) -> list[Path]:
    """The oldest first. If `database` is a link, they stand beside the file that it leads to."""
    file = Path(os.path.realpath(database))
    return sorted(file.parent.glob(f"{glob.escape(file.name)}{BEFORE}*Z"))


def moment_in_name(copy: Path) -> datetime | None:
    found = re.search(r"\d{4}-\d\d-\d\dT\d{6}Z(?=\.sqlite3\Z|\Z)", copy.name)
    with suppress(ValueError):
        return datetime.strptime(found[0], "%Y-%m-%dT%H%M%S%z") if found else None
    return None


def refuse_loss(database: Path) -> None:
    """Raises Unusable when the file is gone or empty, but its copies are there: a new file would silently know nobody."""
    folder = database.parent / COPIES
    if holds_something(database):
        return
    if is_replicated(database):
        raise Unusable(
            f"there is nothing in it, while {replicators_folder(database)} shows that it was replicated: `litestream restore` fetches"
            " it; to begin anew, move that folder away"
        )
    if copies_of(database, folder):
        raise Unusable(
            f"there is nothing in it, while {folder} holds copies of it: `unhunch restore` puts the newest in its place; to begin anew,"
            " move them away"
        )
    if kept := [file for file in kept_of(database) if holds_something(file)]:
        raise Unusable(
            f"there is nothing in it, while {kept[-1]} stands beside it: `unhunch restore {kept[-1]}` goes on with that one; to begin"
            " anew, move it away"
        )


def copy_into(database: Path, folder: Path, keep: int | None, now: datetime) -> Path:
    """Names the copy by `now` (UTC). Only the newest `keep` copies with this name stay; None: all do. Raises Unusable."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except FileExistsError:
        raise Unusable("it is neither a folder, nor does its name end in .sqlite3 or .db") from None
    except OSError as error:
        raise unusable(error) from None
    _remove_unfinished(database, folder)
    made = folder / _NAME.format(database.stem, now)
    write_copy(database, made)
    if keep is not None:
        for old in [path for path in copies_of(database, folder) if path != made][: -(keep - 1) or None]:
            old.unlink(missing_ok=True)
    return made


def note_copy(database: Path) -> None:
    """Notes in the file that a copy was made elsewhere. If the file can't be written, nothing is noted."""
    note = _note_of(database)
    with suppress(OSError):
        note.unlink(missing_ok=True)  # another user's file could not be touched
        note.touch(mode=PRIVATE_FILE)


def noted_copy_at(database: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(_note_of(database).stat().st_mtime, UTC)
    except OSError:
        return None


def _note_of(database: Path) -> Path:
    file = Path(os.path.realpath(database))
    return file.with_name(f"{file.name}.copied")


def _remove_unfinished(database: Path, folder: Path) -> None:
    named = re.compile(re.escape(f".{database.stem}") + _NAMED + r"\.part")
    for part in [path for path in folder.iterdir() if named.fullmatch(path.name)]:
        with suppress(OSError, Unusable):
            lock = os.open(part, os.O_RDWR | os.O_NOFOLLOW)
            try:
                _lock_unfinished(lock)
                _remove_part(part)
            finally:
                os.close(lock)


def _remove_part(part: Path) -> None:
    for ending in ("", *_BESIDE_A_PART):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def refuse_small_disk(database: Path, folder: Path) -> None:
    size = sum(path.stat().st_size for path in database.parent.glob(f"{database.name}*") if path.is_file())
    free = shutil.disk_usage(folder).free
    if free < ROOM * size:
        raise Unusable(
            f"the disk has {free:,} bytes free, less than {ROOM} times the size of the file", may_pass=True
        )


def write_copy(database: Path, target: Path) -> None:
    """On failure, whatever was at `target` stays as it was, and nothing is left beside it. Raises Unusable."""
    refuse_to_copy(database)
    _refuse_to_write_over(database, target)
    part = target.with_name(_PART.format(target.name))
    try:
        lock = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, PRIVATE_FILE)
    except OSError as error:
        raise unusable(error) from None
    try:
        _lock_unfinished(lock)
        try:
            _copy(database, part)
            _put_in_place(part, target)
        except BaseException:
            _remove_part(part)
            raise
    except (OSError, sqlite3.Error) as error:
        raise _reason(database, error) from None
    finally:
        os.close(lock)


def refuse_to_copy(database: Path) -> None:
    refuse_non_file(database)
    refuse_foreign(database)
    refuse_empty(database)


def _reason(database: Path, error: sqlite3.Error | OSError) -> Unusable:
    why = unusable(error)  # of a damaged file, SQLite may say only that the copy can't be opened
    faults = faults_in(database) if isinstance(error, sqlite3.Error) and not why.may_pass else []
    return Unusable(f"it is damaged: {faults[0]}") if faults else why


def _refuse_to_write_over(database: Path, target: Path) -> None:
    refuse_non_file(target)
    if not target.exists():
        return
    if target.samefile(database):
        raise Unusable("it is the file itself")
    refuse_foreign(target)


def _lock_unfinished(lock: int) -> None:
    taken = Unusable("another copy of this name is being made", may_pass=True)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise taken from None
    if not os.fstat(lock).st_nlink:
        raise taken
    os.ftruncate(lock, 0)


def _copy(database: Path, part: Path) -> None:
    with closing(connect_read_only(database, patience=PATIENCE)) as db:
        db.execute("vacuum into ?", [str(part)])
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute(f"pragma application_id = {APPLICATION_ID}")
    if faults := faults_in(part):
        raise Unusable(f"the copy is damaged: {faults[0]}")


def _put_in_place(part: Path, target: Path) -> None:
    sync(part)  # before it has its name, so that a power cut leaves the old file or the new one
    part.rename(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """`path`: a file or a folder. This process must have no connection open on it: closing the file here would release its locks."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
