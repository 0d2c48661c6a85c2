"""Sends each picture's bytes once: afterwards Telegram knows it by name."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram import InputFile, Message

from bot.store.files import Files


@dataclass
class Source:
    """A picture as it can be sent now: Telegram's name for it, or its bytes."""

    hash: str
    media: str | InputFile


class Pictures:
    """`folder`: the content folder, in which pictures are named by path."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder, self._files = folder, files
        self._uploads: dict[str, asyncio.Lock] = {}
        self._hashes: dict[tuple[str, int, int], str] = {}

    @asynccontextmanager
    async def source(self, file: str) -> AsyncIterator[Source]:
        """To be held while sending. Of many who want a picture that was never sent, one uploads, the others wait."""
        path = self._folder / file
        hash_ = self._hash(path)
        if known := self._files.file_id(hash_):
            yield Source(hash_, known)
            return
        async with self._uploads.setdefault(hash_, asyncio.Lock()):
            known = self._files.file_id(hash_)
            yield Source(hash_, known or InputFile(path.read_bytes(), filename=path.name))
        self._uploads.pop(hash_, None)

    def keep(self, source: Source, message: Message) -> None:
        """Remember what Telegram calls the picture that has just been sent."""
        sent = (
            message.animation
            or message.video
            or message.document
            or (message.photo[-1] if message.photo else None)
        )
        if sent and not isinstance(source.media, str):
            self._files.keep(source.hash, sent.file_id)

    def forget(self, file: str) -> None:
        """Telegram does not know the name any more: the next one uploads anew."""
        self._files.forget(self._hash(self._folder / file))

    def _hash(self, path: Path) -> str:
        facts = path.stat()
        key = (str(path), facts.st_mtime_ns, facts.st_size)
        if key not in self._hashes:
            self._hashes[key] = hashlib.sha256(path.read_bytes()).hexdigest()
        return self._hashes[key]
