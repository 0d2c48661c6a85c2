"""Speaks to Ana over the Bot API, as any bot would; and what stands on her phone."""

import json
from typing import Any

import aiohttp
from playwright.async_api import Page

from bot.phone.phone import Phone

Json = dict[str, Any]

# Each phone of the page is a tree of its own.
HELD = "document.activeElement.shadowRoot.activeElement"


class Bot:
    def __init__(self, phone: Phone, session: aiohttp.ClientSession) -> None:
        self._phone, self._session = phone, session

    async def call(
        self, method: str, files: dict[str, tuple[str, bytes]] | None = None, **given: object
    ) -> Any:
        """`files` have names of their own: they are told to the phone as they are to people."""
        body = aiohttp.FormData()
        for name, value in given.items():
            body.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for part, (name, content) in (files or {}).items():
            body.add_field(part, content, filename=name)
        url = f"{self._phone.address}/bot{self._phone.token}/{method}"
        async with self._session.post(url, data=body) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, text: str, *rows: list[Json], chat: int = 7, **more: Any) -> int:
        sent = await self.call(
            "sendMessage",
            chat_id=chat,
            text=text,
            parse_mode="HTML",
            reply_markup={"inline_keyboard": list(rows)},
            **more,
        )
        return int(sent["message_id"])

    async def edits(self, message: int, text: str, *rows: list[Json]) -> None:
        await self.call(
            "editMessageText",
            chat_id=7,
            message_id=message,
            text=text,
            parse_mode="HTML",
            reply_markup={"inline_keyboard": list(rows)},
        )


def key(text: str, style: str = "") -> Json:
    return {"text": text, "callback_data": text.lower()} | ({"style": style} if style else {})


async def focused(page: Page) -> str:
    return str(await page.evaluate(f"{HELD}.textContent || {HELD}.id"))
