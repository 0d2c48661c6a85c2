"""Pictures and files for one person. Each is made once, before its turn to be sent, and a picture is uploaded once."""

import hashlib

from bot.chat.outgoing.made.gathering import Gathering
from bot.chat.outgoing.made.worker import Worker
from bot.chat.telegram.one_call import AttachedFile
from bot.paper.jobs import LOOK
from bot.screens.view import View
from bot.store.chat.drawn import Drawn

PNG = "image/png"


class Papers:
    def __init__(self, worker: Worker, drawn: Drawn, gathering: Gathering | None = None) -> None:
        """`gathering`: adds what a copy of somebody's data needs; None: no copies are made."""
        self._worker, self._drawn, self._gathering = worker, drawn, gathering
        self._made: dict[int, tuple[str, bytes]] = {}

    def known(self, chat: int, view: View) -> str | None:
        """Telegram's name for it. None for a file, which is made anew each time."""
        return None if view.is_file else self._drawn.file_id(chat, view.job, fingerprint(view))

    async def prepare(self, chat: int, view: View) -> None:
        """Raises NotMade."""
        if not self._is_ready(chat, view) and not self.known(chat, view):
            self._made[chat] = (fingerprint(view), await self._make(chat, view))

    async def upload(self, chat: int, view: View) -> AttachedFile:
        """Raises NotMade."""
        if not self._is_ready(chat, view):
            self._made[chat] = (fingerprint(view), await self._make(chat, view))
        name = view.name or f"{view.job}.png"
        return name, self._made[chat][1], PNG if not view.name else "application/octet-stream"

    async def _make(self, chat: int, view: View) -> bytes:
        if self._gathering is None:
            return await self._worker.make(view.job, view.value)
        async with self._gathering.filled(chat, view) as value:
            return await self._worker.make(view.job, value)

    def keep(self, chat: int, view: View, file_id: str) -> None:
        if not view.is_file:
            self._drawn.keep(chat, view.job, fingerprint(view), file_id)

    def forget(self, chat: int, view: View) -> bool:
        return self._drawn.forget(chat, view.job)

    def put_away(self, chat: int) -> None:
        self._made.pop(chat, None)

    async def close(self) -> None:
        await self._worker.close()

    def _is_ready(self, chat: int, view: View) -> bool:
        return self._made.get(chat, ("", b""))[0] == fingerprint(view)


def fingerprint(view: View) -> str:
    return hashlib.sha256(f"{LOOK} {view.job} {view.value}".encode()).hexdigest()
