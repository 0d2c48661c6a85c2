"""Speaks to the phone as its page in a browser does, and as its bot does."""

from typing import Any

import aiohttp

from bot.phone.phone import Phone

Json = dict[str, Any]
HOSTILE = '<b>Łukasz & ✨</b> مينا <img src=x onerror="alert(1)">'


async def told(browser: aiohttp.ClientSession, path: str, what: Json) -> tuple[int, Json]:
    async with browser.post(path, json=what) as response:
        return response.status, await response.json()


async def asked(browser: aiohttp.ClientSession, path: str) -> Json:
    async with browser.get(path) as response:
        assert response.status == 200, await response.text()
        content: Json = await response.json()
        return content


async def bot_calls(phone: Phone, method: str, **given: object) -> Json:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{phone.address}/bot{phone.token}/{method}", json=given) as response,
    ):
        answer: Json = await response.json()
        assert answer["ok"], answer
        result: Json = answer["result"]
        return result


async def bot_updates(phone: Phone) -> list[Json]:
    result: Any = await bot_calls(phone, "getUpdates")
    return list(result)
