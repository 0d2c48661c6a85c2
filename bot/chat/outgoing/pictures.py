"""Sends each picture's bytes once: afterwards Telegram knows it by name."""

import asyncio
import hashlib
import mimetypes
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from bot.chat.outgoing.mp4 import film_measures
from bot.chat.telegram.one_call import ATTACHED, AttachedFile
from bot.store.chat.uploaded import Files


class NoPicture(Exception):
    """The file can't be read; the text says why."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture as it can be sent now: `media` is Telegram's name for it, or a reference to what is uploaded with it.

    `measures`: of a loop that is uploaded; Telegram knows those of what it has.
    """

    hash: str
    media: str
    upload: AttachedFile | None = None
    measures: Mapping[str, int] = field(default_factory=dict)


class PictureSources:
    """`folder`: the content folder, in which pictures are named by path."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder, self._files = folder, files
        self._uploads: dict[str, asyncio.Lock] = {}
        self._hashes: dict[tuple[str, int, int], str] = {}

    @asynccontextmanager
    async def source(self, file: str) -> AsyncIterator[PictureSource]:
        """To be held while sending. Of many who want a picture that was never sent, one uploads, the others wait for
        its name, and then send it side by side. Raises NoPicture."""
        path = self._path(file)
        hash_ = self._hash(path)
        if not self._files.file_id(hash_):
            async with self._uploads.setdefault(hash_, asyncio.Lock()):
                if not self._files.file_id(hash_):
                    upload = _upload(path)
                    yield PictureSource(hash_, f"attach://{ATTACHED}", upload, film_measures(upload[1]))
                    return
        yield PictureSource(hash_, self._files.file_id(hash_) or "")

    def keep(self, source: PictureSource, message: Mapping[str, Any]) -> None:
        """Remember what Telegram calls the picture in this message, which has just been sent."""
        if name := _name_in(message):
            self._files.keep(source.hash, name)

    def forget(self, file: str) -> bool:
        """Telegram does not know the name any more: the next one uploads anew. False if there was none."""
        hash_ = self._hash(self._path(file))
        had_name = self._files.file_id(hash_) is not None
        self._files.forget(hash_)
        return had_name

    def _path(self, file: str) -> Path:
        """Nothing outside the folder is ever sent, whatever a view in the store says. Raises NoPicture."""
        parts = PurePosixPath(file).parts
        if ".." in parts or file.startswith("/") or not file.isprintable():
            raise NoPicture("it is no file of the content folder")
        return self._folder / file

    def _hash(self, path: Path) -> str:
        try:
            facts = path.stat()
            key = (str(path), facts.st_mtime_ns, facts.st_size)
            if key not in self._hashes:
                self._hashes[key] = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise NoPicture(error.strerror or type(error).__name__) from None
        return self._hashes[key]


def _name_in(message: Mapping[str, Any]) -> str | None:
    """None where it is not told: whatever answered, the message has been sent, and the next one uploads again."""
    photo = message.get("photo")
    largest = photo[-1] if isinstance(photo, list) and photo else None
    sent = message.get("animation") or message.get("video") or largest or message.get("document")
    name = sent.get("file_id") if isinstance(sent, dict) else None
    return name if isinstance(name, str) and name.isascii() and name.isprintable() else None


def _upload(path: Path) -> AttachedFile:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return path.name, path.read_bytes(), kind
