"""A folder of files that can be made again: limited in size, never half written, and safe to delete."""

import os
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from hashlib import sha256
from pathlib import Path

ROOM = 1 << 30
"""The most bytes of all files together. Beyond that, the files unused for longest are deleted."""
AFTER = 0.9
"""The share of that room that stays in use then."""

DIGEST = sha256().digest_size
"""Bytes at the end of each file that show whether the rest is unchanged."""

UNFINISHED = ".unfinished-"
"""The beginning of an unfinished file's name, followed by the number of the writing process."""


class NoRoom(Exception):
    """The disk is full."""


def read_whole(path: Path) -> bytes | None:
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    content, told = kept[:-DIGEST], kept[-DIGEST:]
    return content if sha256(content).digest() == told else None


class Shelf:
    """`ready`: a second folder, in which files were made before. It is only read. `keeps`: false if nothing can be written to the first."""

    def __init__(self, folder: Path, room: int = ROOM, *, ready: Path | None = None) -> None:
        self._folder, self._room, self._ready = folder, room, ready
        self._used, self._taken = set[str](), 0
        self.keeps = True
        try:
            self._begin()
        except OSError as error:
            self._give_up(error)

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for left in self._folder.glob(f"{UNFINISHED}*"):
            if not _runs(left.name):
                left.unlink(missing_ok=True)
        self._taken = sum(size for _, size, _ in self._kept())

    def _give_up(self, error: OSError) -> None:
        """Raises NoRoom if the disk is full. If the folder can't be written, keeps nothing from now on."""
        if error.errno in (ENOSPC, EDQUOT):
            raise NoRoom from error
        self.keeps = False

    def get(self, name: str) -> bytes | None:
        """Marks the file as used now. Removes a damaged file and returns None."""
        if self._ready and (made := read_whole(self._ready / name)) is not None:
            return made
        path = self._folder / name
        content = read_whole(path)
        with suppress(OSError):
            path.unlink(missing_ok=True) if content is None else os.utime(path)
        self._used.add(name)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Raises NoRoom, and then keeps nothing."""
        unfinished = self._folder / f"{UNFINISHED}{os.getpid()}"
        self._used.add(name)
        try:
            with unfinished.open("wb") as file:
                file.write(content + sha256(content).digest())
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self._folder / name)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            self._give_up(error)
            return
        self._taken += len(content) + DIGEST
        if self._taken > self._room:
            self._make_room()

    def remove_unused(self) -> None:
        for _, _, path in self._kept():
            if path.name not in self._used:
                path.unlink(missing_ok=True)

    def _make_room(self) -> None:
        kept = sorted(self._kept())
        self._taken = sum(size for _, size, _ in kept)
        for _, size, path in kept:
            if self._taken <= AFTER * self._room:
                return
            path.unlink(missing_ok=True)
            self._taken -= size

    def _kept(self) -> list[tuple[int, int, Path]]:
        kept = list[tuple[int, int, Path]]()
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):
                told = path.stat()
                kept.append((told.st_mtime_ns, told.st_size, path))
        return kept


def _runs(name: str) -> bool:
    try:
        os.kill(int(name.removeprefix(UNFINISHED)), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    return True
