"""Passes changes on the phone to the pages in browsers, as server-sent events."""

import asyncio
import contextlib
import json

from aiohttp import web

from bot.phone.files.kept_files import StoredFile
from bot.phone.given.parameters import Json
from bot.phone.state.chats import Message, message_json
from bot.phone.state.telegram import Change, Telegram

# Changes a browser may be behind before it is disconnected: it comes back and loads its chat anew.
MOST_BEHIND = 1_000
QUIET_SECONDS = 15.0

EventLine = bytes | None


def page_message_json(message: Message) -> Json:
    """Telegram's form of the message, with what only the apps know: the reaction, whether it rings, where the file is."""
    wire = message_json(message)
    if message.reaction:
        wire["reaction"] = message.reaction
    if message.silent:
        wire["silent"] = True
    if message.media is not None and message.media.file is not None:
        wire["file"] = page_file_json(message.media.file, message.media.poster)
    return wire


def page_file_json(file: StoredFile, poster: StoredFile | None = None) -> Json:
    told: Json = {"url": f"/phone/files/{file.path}", "mime": file.mime, "name": file.name}
    return told | ({"poster": f"/phone/files/{poster.path}"} if poster else {})


class Stream:
    """`number` counts the changes. A page that loads a chat has all changes up to the number of that moment."""

    def __init__(self, telegram: Telegram) -> None:
        self.number = 0
        self._telegram = telegram
        self._pages: set[asyncio.Queue[EventLine]] = set()

    def tell(self, change: Change) -> None:
        self.number += 1
        if not self._pages:
            return
        event = {"number": self.number, "chat": change.chat, "kind": change.kind, "data": change.data}
        if message := self._message(change):
            event["message"] = page_message_json(message)
        line = f"data: {json.dumps(event)}\n\n".encode()
        for page in tuple(self._pages):
            self._put(page, line)

    def _message(self, change: Change) -> Message | None:
        chat = self._telegram.chats.get(change.chat)
        return chat.messages.get(change.data.get("message_id", 0)) if chat else None

    def _put(self, page: asyncio.Queue[EventLine], line: EventLine) -> None:
        if page.qsize() >= MOST_BEHIND:
            self._pages.discard(page)
            line = None
        page.put_nowait(line)

    def end(self) -> None:
        for page in tuple(self._pages):
            page.put_nowait(None)

    def opened(self) -> asyncio.Queue[EventLine]:
        """The queue ends with None."""
        page: asyncio.Queue[EventLine] = asyncio.Queue()
        self._pages.add(page)
        return page

    async def serve(self, request: web.Request, headers: dict[str, str]) -> web.StreamResponse:
        response = web.StreamResponse(headers={**headers, "Content-Type": "text/event-stream"})
        page = self.opened()
        try:
            await response.prepare(request)
            await response.write(b"retry: 500\n\n")
            with contextlib.suppress(ConnectionError):
                while (line := await _next(page)) is not None:
                    await response.write(line)
        finally:
            self._pages.discard(page)
        return response


async def _next(page: asyncio.Queue[EventLine]) -> EventLine:
    """A comment after a long silence: only writing shows that a browser has gone."""
    try:
        return await asyncio.wait_for(page.get(), QUIET_SECONDS)
    except TimeoutError:
        return b": quiet\n\n"
