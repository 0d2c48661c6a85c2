"""A bot as a process of its own, on a machine whose plug can be pulled."""

import contextlib
import os
import signal
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass, field
from pathlib import Path

from bot.chat.incoming.webhook_server import WebhookPlace
from bot.phone.phone import Phone
from tests.whole.running import TOKEN, a_webhook
from tests.whole.split_off import Started, started

SECRET = TOKEN.partition(":")[2]
ROOT = Path(__file__).parents[2]


_STARTED: list[Started | Process] = []


def end_all() -> None:
    """Whatever a test that failed left running: who reads what it says would wait for it."""
    while _STARTED:
        process = _STARTED.pop()
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)


@dataclass
class Machine:
    """Starts the bot and pulls the plug. `besides`: what stands in its environment besides. `place`: of its webhook, where the phone
    brings updates to one."""

    phone: Phone
    database: Path
    said: list[bytes] = field(default_factory=list)
    besides: dict[str, str] = field(default_factory=dict)
    place: WebhookPlace = field(default_factory=a_webhook)
    process: Started | Process | None = None

    async def starts(self) -> None:
        settings = {
            "UNHUNCH_TOKEN": TOKEN,
            "UNHUNCH_API_ROOT": self.phone.address,
            "UNHUNCH_DATABASE": str(self.database),
            "UNHUNCH_MESSAGES_PER_SECOND": "1000",
            "UNHUNCH_LOG_LEVEL": "DEBUG",
        }
        if self.phone.telegram.webhooks.is_local:
            listen = f"{self.place.host}:{self.place.port}"
            settings |= {"UNHUNCH_WEBHOOK_URL": self.place.url, "UNHUNCH_WEBHOOK_LISTEN": listen}
        theirs = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
        self.process = await self.begins(theirs | settings | self.besides)
        _STARTED.append(self.process)

    async def begins(self, environment: dict[str, str]) -> Started | Process:
        return await started("run", env=environment, stderr=PIPE)

    async def is_killed(self) -> None:
        assert self.process
        assert self.process.returncode is None, (await self.process.communicate())[1].decode()
        self.process.send_signal(signal.SIGKILL)
        self.said.append((await self.process.communicate())[1])

    async def is_stopped(self) -> None:
        assert self.process
        self.process.terminate()
        self.said.append((await self.process.communicate())[1])
        assert self.process.returncode == 0
