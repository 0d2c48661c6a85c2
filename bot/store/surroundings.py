"""The file from outside: whether it is whole, space on its disk, who else may read it, its newest copy."""

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.store.file.copies import COPIES, noted_copy_at
from bot.store.file.private import files_of, open_to_others
from bot.store.file.replicated import Replica, look_at_replica, replicators_folder
from bot.store.file.wholeness import faults_in

SOON_READ = 100_000_000
"""Bytes: checking a file up to this size takes a second or two; a larger one is checked at night only."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`size`: of the file and what SQLite and Litestream keep beside it; `free`, `total`: of its disk; all in bytes, 0 if unknown.

    `open_to_others`: a sentence for each file or folder that others may read. `copied_at`: when the newest nightly copy was made (UTC); `by_hand_at`: the newest
    by `unhunch backup`. `damage`: the first fault that a check found. `replica`: None if none is configured.
    """

    folder: Path
    size: int = 0
    free: int = 0
    total: int = 0
    open_to_others: tuple[str, ...] = ()
    copied_at: datetime | None = None
    by_hand_at: datetime | None = None
    damage: str = ""
    replica: Replica | None = None

    @property
    def last_copy_at(self) -> datetime | None:
        return max(filter(None, (self.copied_at, self.by_hand_at)), default=None)


@dataclass(frozen=True, slots=True)
class Sizes:
    """In bytes: the file itself, and its write-ahead log."""

    file: int
    log: int


def look_around(database: Path, replication: Path | None = None) -> Surroundings:
    """What can't be seen is left out. `replication`: Litestream's settings, if it replicates the file."""
    plain = without_looking_through(database)
    return replace(
        plain,
        size=plain.size
        + sum(_size(path) for path in replicators_folder(database).rglob("*") if path.is_file()),
        open_to_others=tuple(open_to_others(database)),
        damage=_damage(database),
        replica=look_at_replica(replication, database) if replication else None,
    )


def without_looking_through(database: Path) -> Surroundings:
    folder = database.parent
    total, _, free = _room(folder)
    return Surroundings(
        folder,
        sum(map(_size, files_of(database))),
        free,
        total,
        copied_at=_newest(folder / COPIES),
        by_hand_at=noted_copy_at(database),
    )


def sizes(database: Path) -> Sizes:
    return Sizes(_size(database), _size(database.with_name(f"{database.name}-wal")))


def _damage(database: Path) -> str:
    return next(iter(faults_in(database)), "") if 0 < _size(database) <= SOON_READ else ""


def _room(folder: Path) -> tuple[int, int, int]:
    try:
        return shutil.disk_usage(folder)
    except OSError:
        return 0, 0, 0


def _newest(copies: Path) -> datetime | None:
    try:
        made = [file.stat().st_mtime for file in copies.iterdir() if file.is_file()]
    except OSError:
        return None
    return datetime.fromtimestamp(max(made), UTC) if made else None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
