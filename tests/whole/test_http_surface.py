"""What listens over HTTP, the webhook and the page of health, under requests of every odd kind: no 5xx, and it goes on hearing."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from bot.chat.incoming.webhook_server import secret_of
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.whole.machine import Machine
from tests.whole.odd_requests import odd_request
from tests.whole.running import TOKEN, a_webhook

AT_ONCE = 24
PATIENCE = 0.3
"""Seconds for an answer, and again for each that follows on one connection: who never ends a request gets none."""


@dataclass
class Surface:
    machine: Machine
    ports: tuple[int, int]
    """The webhook's port, and that of health."""
    statuses: "Counter[str]" = field(default_factory=Counter)

    async def is_asked(self, seed: int) -> None:
        """One request to one of the two; what is answered is counted by its status."""
        chance = Random(seed)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.ports[chance.random() < 0.3])
        with suppress(ConnectionError):
            writer.write(odd_request(chance, secret_of(TOKEN).encode(), 1_000_000 + seed))
            await writer.drain()
        said = bytearray()
        with suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(PATIENCE) as limit:
                while part := await reader.read(65_536):
                    said += part
                    limit.reschedule(asyncio.get_running_loop().time() + PATIENCE)
        writer.close()
        answers = re.findall(rb"HTTP/1\.[01] ([0-9]{3}) ", said)
        self.statuses.update(answer.decode() for answer in answers or [b"none"])

    async def is_stormed(self, count: int) -> None:
        seeds = iter(range(count))

        async def ask_on() -> None:
            for seed in seeds:
                await self.is_asked(seed)

        await asyncio.gather(*(ask_on() for _ in range(AT_ONCE)))


@pytest.fixture
async def surface(tmp_path: Path) -> AsyncIterator[Surface]:
    health = a_webhook().port
    async with Phone(token=TOKEN, floods=Floods.off(), local=True) as phone:
        machine = Machine(
            phone, tmp_path / "s.sqlite3", besides={"UNHUNCH_HEALTH_LISTEN": f"127.0.0.1:{health}"}
        )
        await machine.starts()
        await phone.until(lambda: phone.telegram.webhooks.current)
        yield Surface(machine, (machine.place.port, health))
        if machine.process and machine.process.returncode is None:
            await machine.is_killed()


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.soak)])
async def test_no_request_whatever_is_answered_with_a_5xx(surface: Surface, count: int) -> None:
    phone = surface.machine.phone
    bo = phone.person(55, "Bo")  # who sends nothing odd
    await surface.is_stormed(count)
    bo.says("/start")
    await phone.until(lambda: "Hello" in bo.sees.text and not len(phone.telegram.updates))
    print(f"{count} requests: {dict(sorted(surface.statuses.items()))}")
    assert {"200", "400", "403", "404", "405", "413"} <= surface.statuses.keys()
    assert not [status for status in surface.statuses if status.startswith("5")]
    await surface.machine.is_stopped()
    said = surface.machine.said[-1].decode()
    assert "Traceback" not in said
    assert 'File "' not in said
