"""Sessions to hear or to see. Each is made once and uploaded once, however many want it."""

import asyncio
import hashlib
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, cast

from bot.chat.outgoing.made.mp4 import film_measures
from bot.chat.outgoing.made.worker import NotMade, Worker
from bot.chat.telegram.one_call import AttachedFile
from bot.screens.view import View
from bot.store.chat.uploaded import Files

FILM_LOOK = 2
"""Raise it when the same value is to look or sound different: what was uploaded before is made anew."""

LARGEST = 50_000_000
"""Bytes that a bot can send up (Bot API, sendVideo)."""

PICTURES = ("loop", "still")
"""The keys under which a segment names one."""

_TYPES = {"audio": ("unhunch.m4a", "audio/mp4"), "video": ("unhunch.mp4", "video/mp4")}


@dataclass(frozen=True, slots=True)
class Known:
    hash: str
    file_id: str


@dataclass(frozen=True, slots=True)
class ToUpload:
    """`measures`: under Telegram's names."""

    hash: str
    file: AttachedFile
    measures: dict[str, int]
    cover: AttachedFile | None = None


@dataclass(frozen=True, slots=True)
class MadeFilm:
    """`cover`: JPEG; empty if there is none."""

    content: bytes
    cover: bytes = b""


class SessionFilms:
    """`workers`: by job, so that nobody who wants to hear waits for a film. `content_hash`: of a file of the content folder, by its path;
    "" if there is none.
    """

    def __init__(
        self, workers: Mapping[str, Worker], files: Files, content_hash: Callable[[str], str]
    ) -> None:
        self._workers, self._files, self._content_hash = workers, files, content_hash
        self._turns = {job: asyncio.Lock() for job in workers}
        self._making: dict[str, asyncio.Task[MadeFilm]] = {}
        self._made: dict[str, MadeFilm] = {}
        self._uploads: dict[str, asyncio.Lock] = {}
        self._wanted: dict[str, set[int]] = defaultdict(set)

    async def prepare(self, chat: int, view: View) -> None:
        """Raises NotMade."""
        hash_ = self.fingerprint(view)
        if self._files.file_id(hash_) is None:
            await self._ready(chat, hash_, view)

    @asynccontextmanager
    async def source(self, chat: int, view: View) -> AsyncIterator[Known | ToUpload]:
        """Hold it while sending: one task uploads, and the others wait for Telegram's name. Raises NotMade."""
        hash_ = self.fingerprint(view)
        if not self._files.file_id(hash_):
            async with self._uploads.setdefault(hash_, asyncio.Lock()):
                if not self._files.file_id(hash_):
                    yield _to_upload(hash_, await self._ready(chat, hash_, view), view)
                    return
        yield Known(hash_, self._files.file_id(hash_) or "")

    def keep(self, hash_: str, file_id: str) -> None:
        self._files.keep(hash_, file_id)
        self._drop(hash_)

    def forget(self, view: View) -> bool:
        hash_ = self.fingerprint(view)
        had_name = self._files.file_id(hash_) is not None
        self._files.forget(hash_)
        return had_name

    def put_away(self, chat: int) -> None:
        for hash_, chats in list(self._wanted.items()):
            chats.discard(chat)
            if not chats:
                self._drop(hash_)

    async def close(self) -> None:
        for making in self._making.values():
            making.cancel()
        for worker in self._workers.values():
            await worker.close()

    def fingerprint(self, view: View) -> str:
        drawn = sorted({name: self._content_hash(name) for name in _pictures_of(view)}.items())
        return hashlib.sha256(json.dumps([FILM_LOOK, view.job, view.value, drawn]).encode()).hexdigest()

    async def _ready(self, chat: int, hash_: str, view: View) -> MadeFilm:
        self._wanted[hash_].add(chat)
        if made := self._made.get(hash_):
            return made
        if hash_ not in self._making:
            making = self._making[hash_] = asyncio.create_task(self._make(hash_, view))
            making.add_done_callback(lambda made: self._end(hash_, made))
        return await asyncio.shield(self._making[hash_])

    async def _make(self, hash_: str, view: View) -> MadeFilm:
        async with self._turns[view.job]:  # what nobody wants any more by then is not made
            if not self._wanted.get(hash_):
                raise NotMade(f"{view.job} is wanted no longer")
            content = await self._workers[view.job].make(view.job, view.value)
        if not content:
            raise NotMade(f"{view.job} is empty")
        if len(content) > LARGEST:
            raise NotMade(f"{view.job} is larger than Telegram takes")
        made = MadeFilm(content, await self._cover(view))
        if self._wanted.get(hash_):
            self._made[hash_] = made
        return made

    async def _cover(self, view: View) -> bytes:
        if not (cover := _told(view).get("cover")):
            return b""
        with suppress(NotMade):
            return await self._workers[view.job].make("cover", json.dumps({"cover": cover}))
        return b""

    def _end(self, hash_: str, making: "asyncio.Task[MadeFilm]") -> None:
        self._making.pop(hash_, None)
        if not making.cancelled():
            making.exception()

    def _drop(self, hash_: str) -> None:
        self._wanted.pop(hash_, None)
        self._made.pop(hash_, None)
        if (lock := self._uploads.get(hash_)) and not lock.locked():
            del self._uploads[hash_]


def _to_upload(hash_: str, made: MadeFilm, view: View) -> ToUpload:
    name, kind = _TYPES[view.kind]
    measures = film_measures(made.content) if view.kind == "video" else {"duration": _seconds(view)}
    cover = ("cover.jpg", made.cover, "image/jpeg") if made.cover else None
    return ToUpload(hash_, (name, made.content, kind), measures, cover)


def _seconds(view: View) -> int:
    seconds = _told(view).get("seconds")
    return max(1, round(seconds)) if isinstance(seconds, int | float) else 1


def _pictures_of(view: View) -> list[str]:
    told = _told(view)
    places = [
        told.get("cover"),
        *(segment.get(key) for segment in told.get("segments") or () for key in PICTURES),
    ]
    return [name for name in places if name]


def _told(view: View) -> dict[str, Any]:
    try:
        told = json.loads(view.value)
    except ValueError as error:
        raise NotMade("what is wanted can't be read") from error
    segments = told.get("segments", []) if isinstance(told, dict) else None
    if not isinstance(segments, list) or not all(isinstance(each, dict) for each in segments):
        raise NotMade("what is wanted is no session")
    return cast("dict[str, Any]", told)
