"""Loops with the seconds and the side large below them: made in the background, seen once they are there, waited for by nobody."""

import asyncio
import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable

from bot.chat.outgoing.made.worker import NotMade, Worker
from bot.screens.session.player import MARKED
from bot.store.chat.uploaded import Files

MARKED_LOOK = 1
"""To be raised where something else is made of the same value."""

MOST_KEPT = 64
"""Loops that lie ready and were never sent; one has some 200 kB."""

MOST_WAITING = 16
"""Loops that wait to be made. What comes on top is made when it is wanted the next time."""


class MarkedLoops:
    """`content_hash`: of a file of the content folder, by its path; "" where there is none."""

    def __init__(self, worker: Worker, files: Files, content_hash: Callable[[str], str]) -> None:
        self._worker, self._files, self._content_hash = worker, files, content_hash
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._failed: set[str] = set()
        self._making: dict[str, asyncio.Task[None]] = {}

    def ready(self, value: str) -> str:
        """The hash of what can be seen in place of the loop now; "" where there is nothing."""
        hash_ = self._fingerprint(value)
        return hash_ if hash_ in self._made or self._files.file_id(hash_) else ""

    def content(self, hash_: str) -> bytes:
        """b"" where Telegram has it, or nobody has."""
        return b"" if self._files.file_id(hash_) else self._made.get(hash_, b"")

    def look_ahead(self, values: Iterable[str]) -> None:
        """Have them made meanwhile, one after the other."""
        for value in values:
            hash_ = self._fingerprint(value)
            is_waiting = hash_ in self._making or len(self._making) >= MOST_WAITING
            if not (is_waiting or hash_ in self._failed or self.ready(value)):
                self._making[hash_] = asyncio.create_task(self._make(hash_, value))

    def keep(self, hash_: str, file_id: str) -> None:
        self._files.keep(hash_, file_id)
        self._made.pop(hash_, None)

    def forget(self, value: str) -> bool:
        """Telegram does not know it any more, and it is not tried again until it is made anew. False if it never did."""
        hash_ = self._fingerprint(value)
        had_name = self._files.file_id(hash_) is not None
        self._files.forget(hash_)
        return had_name

    async def close(self) -> None:
        """The worker is not its own."""
        for making in self._making.values():
            making.cancel()

    async def _make(self, hash_: str, value: str) -> None:
        """What fails is not tried again: the plain loop does as well."""
        try:
            self._made[hash_] = await self._worker.make(MARKED, value)
            while len(self._made) > MOST_KEPT:
                self._made.popitem(last=False)
        except NotMade:
            self._failed.add(hash_)
        finally:
            self._making.pop(hash_, None)

    def _fingerprint(self, value: str) -> str:
        """With what the loop looks like now. A value that is none has one, too: it is only never made."""
        try:
            loop = json.loads(value).get("loop")
        except (ValueError, AttributeError):
            loop = None
        drawn = self._content_hash(loop) if isinstance(loop, str) else ""
        return hashlib.sha256(json.dumps([MARKED_LOOK, MARKED, value, drawn]).encode()).hexdigest()
