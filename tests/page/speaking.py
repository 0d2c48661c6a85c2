"""Speaks to Ana over the Bot API, as any bot would; and waits for what her phone does with it."""

import json
from typing import Any

import aiohttp
from playwright.async_api import Locator, Page

from bot.phone.phone import Phone

Json = dict[str, Any]

_RESTS = """async (log) => {
  const place = () => [log.scrollTop, log.scrollHeight, log.clientHeight].join();
  for (let before = place(), still = 0; still < 5; ) {
    await new Promise(requestAnimationFrame);
    still = place() === before ? still + 1 : 0;
    before = place();
  }
}"""


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


async def comes_to_rest(page: Page) -> None:
    """Waits until the chat stood still for five pictures of the screen: all that came is laid out where it stays."""
    await page.locator("#log").evaluate(_RESTS)


async def comes_true(node: Locator, condition: str) -> None:
    """Waits for what `expect` has no word for: a function of the node, in JavaScript."""
    await node.page.wait_for_function(condition, arg=await node.element_handle())


async def lets_nothing_go(page: Page) -> None:
    """What the page takes away after some seconds stays from now on, however late it is looked at."""
    await page.evaluate("window.setTimeout = () => 0")
