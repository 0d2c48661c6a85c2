"""The picture that the bot has of itself: put on once, and anew when it was drawn anew."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.chat.telegram.portrait import wear_portrait
from bot.chat.telegram.transport import AiohttpRequest
from tests.chat.world import TOKEN, World

FACE = b"\xff\xd8\xff\xc0\x00\x11\x08\x02\x80\x02\x80" + b"\0" * 20
"""As much of a JPEG of 640 by 640 as tells its size."""


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{world.phone.address}/bot", request=AiohttpRequest()) as bot:
        yield bot


@pytest.fixture
def face(tmp_path: Path) -> Path:
    file = tmp_path / "avatar.jpg"
    file.write_bytes(FACE)
    return file


def smile(face: Path) -> None:
    face.write_bytes(FACE + b"a smile")


def put_on(world: World) -> int:
    return world.calls().count("setMyProfilePhoto")


async def test_it_is_put_on_once(world: World, bot: Bot, face: Path) -> None:
    for _ in range(3):
        await wear_portrait(bot, face, world.store.facts)
    assert put_on(world) == 1
    worn = world.phone.telegram.profile.photo
    assert worn
    assert (worn.content, worn.mime) == (FACE, "image/jpeg")
    assert world.phone.breaches == []


async def test_one_that_was_drawn_anew_is_put_on_anew(world: World, bot: Bot, face: Path) -> None:
    await wear_portrait(bot, face, world.store.facts)
    smile(face)
    await wear_portrait(bot, face, world.store.facts)
    assert put_on(world) == 2
    worn = world.phone.telegram.profile.photo
    assert worn
    assert worn.content.endswith(b"a smile")


async def test_one_that_its_owner_gave_it_stays(world: World, bot: Bot, face: Path) -> None:
    await wear_portrait(bot, face, world.store.facts)
    world.store.db.execute("delete from facts")
    smile(face)
    await wear_portrait(bot, face, world.store.facts)
    assert put_on(world) == 1


async def test_a_refusal_stops_nothing_and_the_next_start_tries_again(
    world: World, bot: Bot, face: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world.phone.faults.refuse("setMyProfilePhoto", status=429, retry_after=600)
    await wear_portrait(bot, face, world.store.facts)
    assert "did not take the bot's picture" in caplog.text
    await wear_portrait(bot, face, world.store.facts)
    assert world.phone.telegram.profile.photo


async def test_without_a_file_nothing_is_asked(world: World, bot: Bot, tmp_path: Path) -> None:
    await wear_portrait(bot, tmp_path / "none.jpg", world.store.facts)
    assert world.calls("setMyProfilePhoto", "getUserProfilePhotos") == []
