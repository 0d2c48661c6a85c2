"""Loops with the seconds and the side in large letters below. They are made in the background, and nobody waits for one."""

import asyncio
import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable

from bot.chat.outgoing.made.worker import NotMade, Worker
from bot.screens.session.marked_loop import MARKED
from bot.store.chat.uploaded import Files

MARKED_LOOK = 2
"""Raise it when the same value is to look different: what was uploaded before is made anew."""

MOST_KEPT = 64
"""Loops that are made and not sent yet; each has some 200 kB."""

MOST_WAITING = 16
"""Loops that wait to be made. More are made when they are wanted the next time."""


class MarkedLoops:
    """`content_hash`: of a file of the content folder, by its path; "" if there is none. `ready`: finds what was made when the bot was
    installed. `is_made`: called with a value once it can be sent.
    """

    def __init__(
        self,
        worker: Worker,
        files: Files,
        content_hash: Callable[[str], str],
        ready: Callable[[str], bytes | None],
        is_made: Callable[[str], None],
    ) -> None:
        self._worker, self._files, self._content_hash = worker, files, content_hash
        self._ready_made, self._is_made = ready, is_made
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._failed: set[str] = set()
        self._making: dict[str, asyncio.Task[None]] = {}

    def ready(self, value: str) -> str:
        """The hash of the marked loop if it can be sent now; "" if it is not made yet."""
        hash_ = self._fingerprint(value)
        if hash_ in self._made or self._files.file_id(hash_):
            return hash_
        if found := self._ready_made(value):
            self._hold(hash_, found)
            return hash_
        return ""

    def content(self, hash_: str) -> bytes:
        return b"" if self._files.file_id(hash_) else self._made.get(hash_, b"")

    def look_ahead(self, values: Iterable[str]) -> None:
        for value in values:
            hash_ = self._fingerprint(value)
            is_waiting = hash_ in self._making or len(self._making) >= MOST_WAITING
            if not (is_waiting or hash_ in self._failed or self.ready(value)):
                self._making[hash_] = asyncio.create_task(self._make(hash_, value))

    def keep(self, hash_: str, file_id: str) -> None:
        self._files.keep(hash_, file_id)
        self._made.pop(hash_, None)

    def forget(self, value: str) -> bool:
        hash_ = self._fingerprint(value)
        had_name = self._files.file_id(hash_) is not None
        self._files.forget(hash_)
        return had_name

    async def close(self) -> None:
        for making in self._making.values():
            making.cancel()

    async def _make(self, hash_: str, value: str) -> None:
        try:
            self._hold(hash_, await self._worker.make(MARKED, value))
        except NotMade:
            self._failed.add(hash_)
            return
        finally:
            self._making.pop(hash_, None)
        self._is_made(value)

    def _hold(self, hash_: str, made: bytes) -> None:
        self._made[hash_] = made
        while len(self._made) > MOST_KEPT:
            self._made.popitem(last=False)

    def _fingerprint(self, value: str) -> str:
        try:
            loop = json.loads(value).get("loop")
        except (ValueError, AttributeError):
            loop = None
        drawn = self._content_hash(loop) if isinstance(loop, str) else ""
        return hashlib.sha256(json.dumps([MARKED_LOOK, MARKED, value, drawn]).encode()).hexdigest()
