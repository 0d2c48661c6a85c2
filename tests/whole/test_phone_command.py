"""`unhunch phone`, as a process of its own: whoever opens its page finds a bot there, and moves its time with the phone's."""

import asyncio
import os
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.meaning import GET_READY
from tests.whole.split_off import started

Json = dict[str, Any]
DAY = 86_400


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[aiohttp.ClientSession]:
    """Speaks to the process as its page does. The process ends well, and leaves nothing behind."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
    process = await started("phone", env=theirs | {"TMPDIR": str(tmp_path)}, stdout=PIPE)
    assert process.stdout
    address = next(word for word in (await process.stdout.readline()).decode().split() if "//" in word)
    async with aiohttp.ClientSession(address, headers={"Origin": address}) as session:
        yield session
    process.terminate()
    assert await process.wait() == 0
    assert is_empty(tmp_path)


def is_empty(folder: Path) -> bool:
    return not [*folder.iterdir()]


async def told(page: aiohttp.ClientSession, path: str, **what: object) -> Json:
    async with page.post(path, json=what) as response:
        answer: Json = await response.json()
    assert response.status == 200, answer
    return answer


async def newest(page: aiohttp.ClientSession) -> Json:
    """The newest message that the bot sent."""
    async with page.get("/phone/chats/7") as response:
        messages: list[Json] = (await response.json())["messages"]
    return next((message for message in reversed(messages) if message["from"]["is_bot"]), {"text": ""})


def words_of(message: Json) -> str:
    """Be they below a picture."""
    words: str = message.get("text") or message.get("caption", "")
    return words


async def reads(page: aiohttp.ClientSession, words: str) -> Json:
    async with asyncio.timeout(180):
        while words not in words_of(message := await newest(page)):  # noqa: ASYNC110 - the page is not listened to here
            await asyncio.sleep(0.02)
    return message


async def test_the_bot_goes_with_the_time_of_its_phone(page: aiohttp.ClientSession) -> None:
    async with page.get("/phone/people"):
        pass
    for words, heard in (
        ("/start", "Hello Ana"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", GET_READY),
        ("ready", "Move for 15 s"),
    ):
        await told(page, "/phone/chats/7/say", text=words)
        await reads(page, heard)
    before = await newest(page)
    clock = await told(page, "/phone/clock", seconds=60)
    assert "2\u00a0of\u00a03" in words_of(await newest(page))
    assert clock["due"] > clock["now"]
    await told(page, "/phone/clock", seconds=DAY)
    assert "Stopped here" in words_of(await newest(page))
    await told(page, "/phone/chats/7/say", text="/help")
    after = await reads(page, "I lead you")
    assert after["date"] - before["date"] > DAY
