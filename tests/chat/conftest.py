from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.telegram.transport import AiohttpRequest
from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from tests.chat.films import LOOP
from tests.chat.world import BOT, TOKEN, World
from tests.new_store import store_at


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    (tmp_path / "still.png").write_bytes(plain_png(64, 48, (120, 160, 200)))
    (tmp_path / "other.png").write_bytes(plain_png(64, 48, (200, 160, 120)))
    (tmp_path / "loop.mp4").write_bytes(LOOP)
    phone = Phone(token=TOKEN, floods=Floods.off())
    await phone.start(port=0)
    store = store_at(tmp_path / "bot.sqlite3", BOT)
    async with AiohttpRequest(read=1, write=1) as request:
        world = World(phone, store, tmp_path, request)
        yield world
        world.messenger.abandon()
        await world.messenger.drain()
    store.close()
    await phone.stop()


@pytest.fixture
def ana(world: World) -> PhoneUser:
    return world.person(7, "Ana")


@pytest.fixture
def bo(world: World) -> PhoneUser:
    return world.person(8, "Bo")
