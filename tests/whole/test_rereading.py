"""Whoever writes content and looks at it on the phone: what they save is read anew, and what is wrong stops nothing."""

import asyncio
import os
import shutil
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.app.rereading import marks
from tests.examples import CONTENT
from tests.meaning import GET_READY
from tests.whole.split_off import started
from tests.whole.test_phone_command import Json, newest, reads, told


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("voice", "figure"))
    return folder


@pytest.fixture
async def page(content: Path, tmp_path: Path) -> AsyncIterator[aiohttp.ClientSession]:
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
    (tmp_path / "passing").mkdir()
    asked = theirs | {"UNHUNCH_CONTENT": str(content), "TMPDIR": str(tmp_path / "passing")}
    process = await started("phone", env=asked, stdout=PIPE)
    assert process.stdout
    address = next(word for word in (await process.stdout.readline()).decode().split() if "//" in word)
    async with aiohttp.ClientSession(address, headers={"Origin": address}) as session:
        async with session.get("/phone/people"):
            pass
        yield session
    process.terminate()
    assert await process.wait() == 0


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


async def says(page: aiohttp.ClientSession, words: str, heard: str) -> Json:
    await told(page, "/phone/chats/7/say", text=words)
    return await reads(page, heard)


async def comes(page: aiohttp.ClientSession, state: str, *, faults: int = 0) -> list[str]:
    """What is to be mended, once that state is reached and so many faults are told."""
    async with asyncio.timeout(180):
        while True:
            async with page.get("/phone/content") as response:
                content: Json = await response.json()
            if content.get("state") == state and len(content["faults"]) >= faults:
                return list(content["faults"])
            await asyncio.sleep(0.05)


async def test_what_is_saved_is_read_while_a_session_goes_on_and_what_is_wrong_is_told(
    page: aiohttp.ClientSession, content: Path
) -> None:
    for words, heard in (
        ("/start", "Hello Ana"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", GET_READY),
    ):
        await says(page, words, heard)
    routine = content / "routines" / "morning.toml"
    change(routine, 'purpose = "bend"', 'purpose = "dance"')
    (fault,) = await comes(page, "refused")
    assert fault.startswith("routines/morning.toml: lines 2, purpose: 'dance' should be 'warm', 'bend'")
    await says(page, "ready", "Move for 15 s")
    change(routine, 'purpose = "dance"', 'purpose = "bend"')
    change(routine, 'title = "Morning"', 'title = "Early bird"')
    rolls = content / "exercises" / "shoulder-rolls" / "en.md"
    change(rolls, "# Shoulder rolls", "# Rolling shoulders")
    (content / "routines" / "media" / "morning.jpg").unlink()
    assert await comes(page, "read") == []
    paused = await says(page, "pause", "Paused")
    assert "Rolling shoulders" in str(paused)
    await says(page, "stop", "Stopped here")
    found = await says(page, "early bird", "Early bird")
    assert "photo" not in found


async def test_what_could_be_read_and_is_not_in_order_is_told_too(
    page: aiohttp.ClientSession, content: Path
) -> None:
    (content / "routines" / "evning.tml").write_text("", encoding="utf-8")
    (content / "routines" / ".evening.toml.swp").write_text("", encoding="utf-8")
    assert await comes(page, "read", faults=1) == ["routines/evning.tml: the file: is used by nothing"]
    before = marks(content)
    (content / "routines" / ".evening.toml.swp").unlink()
    assert marks(content) == before
    assert await newest(page) == {"text": ""}
