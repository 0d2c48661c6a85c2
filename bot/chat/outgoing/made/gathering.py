"""Adds what the copy of somebody's data needs beside what was decided: where their rows are, and the files that they sent."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from telegram.error import TelegramError

from bot.chat.telegram.one_call import Wire
from bot.screens.person.my_data import JOB
from bot.screens.view import View
from bot.store.database import Store
from bot.store.person.everything import Medium, command, media_of

LARGEST = 20_000_000
"""Bytes of a file that a bot can fetch (Bot API, getFile)."""

MOST = 40_000_000
"""Bytes of all of them: a bot can send fifty million, and the rest of the copy has to fit in, too."""

_ENDING = re.compile(r"\.[a-z0-9]{1,5}\Z")


@dataclass
class Fetched:
    """`there`: paths of files by their names in the copy. `missing`: names of files that are too large or can't be
    fetched.
    """

    there: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    size: int = 0


class Gathering:
    def __init__(self, store: Store, wire: Wire) -> None:
        self._store, self._wire = store, wire

    @asynccontextmanager
    async def filled(self, chat: int, view: View) -> AsyncIterator[str]:
        """Adds to the copy of somebody's data only. What was fetched is deleted afterwards."""
        if view.job != JOB or self._store.path is None:
            yield view.value
            return
        with TemporaryDirectory(prefix="unhunch-") as folder:
            fetched = Fetched()
            for medium in media_of(self._store.db.conn, self._store.bot, chat):
                await self._fetch(medium, Path(folder), fetched)
            more: dict[str, Any] = {
                "rows_from": command(self._store.path, chat),
                "media": fetched.there,
                "missing": fetched.missing,
            }
            yield json.dumps({**json.loads(view.value), **more})

    async def _fetch(self, medium: Medium, folder: Path, fetched: Fetched) -> None:
        name = f"{medium.exercise or 'unused'}-{medium.id}"
        if medium.size > min(LARGEST, MOST - fetched.size):
            fetched.missing.append(f"{name} ({medium.kind})")
            return
        try:
            told = await self._wire.call("getFile", {"file_id": medium.file_id})
            path = str(told["file_path"])
            content = await self._wire.fetch(path)
        except (TelegramError, LookupError, TypeError):
            fetched.missing.append(f"{name} ({medium.kind})")
            return
        ending = _ENDING.search(PurePosixPath(path).suffix.lower())
        file = folder / f"{name}{ending[0] if ending else ''}"
        file.write_bytes(content)
        fetched.there[file.name] = str(file)
        fetched.size += len(content)
