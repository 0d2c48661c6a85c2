"""The bot as a process of its own, watched from outside: by the supervisor that started it, and by a heartbeat address."""

import asyncio
import os
import signal
import socket
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import pytest
from aiohttp import web

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.store.database import open_store
from bot.store.troubles import Trouble
from tests.whole.running import BOT, TOKEN
from tests.whole.split_off import Started, started

SECRET = "a-secret-of-the-heartbeat"


class Supervisor:
    """Hears what a real process tells a real socket, as systemd does."""

    def __init__(self, address: str) -> None:
        self.address, self.heard = address, list[str]()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + address[1:] if address.startswith("@") else address)
        self._socket.setblocking(False)
        asyncio.get_running_loop().add_reader(self._socket, self._hear)

    def _hear(self) -> None:
        self.heard += self._socket.recv(4096).decode().splitlines()

    def count(self, line: str) -> int:
        return self.heard.count(line)

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()


@contextmanager
def listening(address: str) -> Iterator[Supervisor]:
    supervisor = Supervisor(address)
    try:
        yield supervisor
    finally:
        supervisor.close()


async def until(holds: Callable[[], object], seconds: float = 120) -> None:
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - what another process does
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(
    api: str, database: Path, log: int | IO[bytes] = PIPE, /, **variables: str
) -> AsyncIterator[Started]:
    """The real bot, ended at the end of the block if it still runs. `log`: where it says what goes on."""
    settings = {
        "UNHUNCH_TOKEN": TOKEN,
        "UNHUNCH_API_ROOT": api,
        "UNHUNCH_DATABASE": str(database),
        "UNHUNCH_LOG_LEVEL": "DEBUG",
    }
    theirs = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("UNHUNCH_", "NOTIFY_", "WATCHDOG_"))
    }
    process = await started("run", env=theirs | settings | variables, stderr=log)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(process: Started) -> tuple[int | None, str]:
    said = (await process.communicate())[1].decode()
    return process.returncode, said


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


@asynccontextmanager
async def health_checks(answers: Callable[[str], web.StreamResponse]) -> AsyncIterator[tuple[str, list[str]]]:
    """A real one, as far as it goes: its address, and what was asked for."""
    asked: list[str] = []

    async def take(request: web.Request) -> web.StreamResponse:
        asked.append(f"{request.path_qs} {await request.text()}".replace(SECRET, "*").strip())
        return answers(request.path)

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}/{SECRET}", asked
    finally:
        await runner.cleanup()


def well(_: str) -> web.StreamResponse:
    return web.Response(text="OK")


async def test_supervisor_and_heartbeat_address_are_told_of_the_start_of_going_on_and_of_the_end(
    phone: Phone, tmp_path: Path
) -> None:
    with listening(str(tmp_path / "notify")) as supervisor:
        async with (
            health_checks(well) as (url, asked),
            running(
                phone.address,
                tmp_path / "w.sqlite3",
                NOTIFY_SOCKET=supervisor.address,
                WATCHDOG_USEC="600000",
                UNHUNCH_HEARTBEAT_URL=f"{url}?create=1",
            ) as process,
        ):
            await until(lambda: supervisor.count("WATCHDOG=1") > 4 and "STATUS=Serving" in supervisor.heard)
            await until(lambda: len(asked) == 2)
            assert supervisor.count("READY=1") == 1
            process.terminate()
            code, said = await ended(process)
            await until(lambda: "STOPPING=1" in supervisor.heard)
    heard = [line for line in supervisor.heard if not line.startswith("STATUS=")]
    assert heard[0] == "EXTEND_TIMEOUT_USEC=60000000"
    assert heard.index("READY=1") < heard.index("WATCHDOG=1") < heard.index("STOPPING=1")
    assert asked == ["/*/start?create=1", "/*?create=1"]
    assert code == 0
    assert SECRET not in said
    assert TOKEN not in said


async def test_a_frozen_bot_gives_no_sign_and_one_that_goes_on_does(phone: Phone, tmp_path: Path) -> None:
    with listening(f"@unhunch-{os.getpid()}") as supervisor:
        async with running(
            phone.address, tmp_path / "w.sqlite3", NOTIFY_SOCKET=supervisor.address, WATCHDOG_USEC="300000"
        ) as process:
            await until(lambda: supervisor.count("WATCHDOG=1") > 2)
            process.send_signal(signal.SIGSTOP)
            await asyncio.sleep(0.2)  # what was on its way has come
            before = supervisor.count("WATCHDOG=1")
            await asyncio.sleep(0.9)  # three times what the supervisor would wait
            assert supervisor.count("WATCHDOG=1") == before
            process.send_signal(signal.SIGCONT)
            await until(lambda: supervisor.count("WATCHDOG=1") > before)
            process.terminate()
            assert (await ended(process))[0] == 0
            await until(lambda: "STOPPING=1" in supervisor.heard)
    assert supervisor.count("READY=1") == 1


async def test_an_outage_of_telegram_does_not_end_the_start(tmp_path: Path) -> None:
    """The loop turns, and the supervisor is told so; nothing is looked for, and nobody is told that all is well."""
    with socket.socket() as nobody, listening(str(tmp_path / "notify")) as supervisor:
        nobody.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        async with (
            health_checks(well) as (url, asked),
            running(
                nowhere,
                tmp_path / "w.sqlite3",
                NOTIFY_SOCKET=supervisor.address,
                WATCHDOG_USEC="600000",
                UNHUNCH_HEARTBEAT_URL=url,
            ) as process,
        ):
            await until(lambda: supervisor.count("WATCHDOG=1") > 8 and asked)
            assert process.returncode is None
            process.terminate()
            assert (await ended(process))[0] == 0
    assert supervisor.count("READY=1") == 1
    assert "STATUS=Waiting for Telegram" in supervisor.heard
    assert asked == ["/*/start"]


async def test_an_end_by_a_failure_is_told(phone: Phone, tmp_path: Path) -> None:
    async with (
        health_checks(well) as (url, asked),
        running(
            phone.address,
            tmp_path / "w.sqlite3",
            UNHUNCH_HEARTBEAT_URL=url,
            UNHUNCH_TOKEN="4242:another-token-that-is-none-of-ours",
        ) as process,
    ):
        code, said = await ended(process)
    assert code == 1
    assert asked[-1] == "/*/fail"
    assert SECRET not in said


async def test_a_trouble_that_silences_it_is_told(phone: Phone, tmp_path: Path) -> None:
    database = tmp_path / "w.sqlite3"
    store = open_store(database, BOT)
    store.troubles.begin(Trouble.ANOTHER, datetime.now(UTC))
    store.close()
    async with (
        health_checks(well) as (url, asked),
        running(phone.address, database, UNHUNCH_HEARTBEAT_URL=url),
    ):
        await until(lambda: len(asked) == 2)
    assert asked == ["/*/start", "/*/fail"]


async def test_who_redirects_is_not_followed(phone: Phone, tmp_path: Path) -> None:
    def elsewhere(path: str) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    async with (
        health_checks(elsewhere) as (url, asked),
        running(phone.address, tmp_path / "w.sqlite3", UNHUNCH_HEARTBEAT_URL=url) as process,
    ):
        await until(lambda: len(asked) == 2)
        process.terminate()
        _, said = await ended(process)
    assert not any("elsewhere" in path for path in asked)
    assert said.count("does not take our sign (it answers 302)") == 1


async def test_nobody_waits_for_a_socket_that_is_dead_and_an_address_that_does_not_answer(
    phone: Phone, tmp_path: Path
) -> None:
    address = str(tmp_path / "dead")
    with listening(address):
        pass
    with socket.socket() as deaf:  # it takes the connection and never says a word
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/{SECRET}"
        async with running(
            phone.address,
            tmp_path / "w.sqlite3",
            NOTIFY_SOCKET=address,
            WATCHDOG_USEC="300000",
            UNHUNCH_HEARTBEAT_URL=url,
        ) as process:
            ana = phone.person(7, "Ana")
            ana.says("/help")
            await phone.until(lambda: "I lead you" in ana.sees.text)
            process.terminate()
            code, said = await ended(process)
    assert code == 0
    assert SECRET not in said
    assert "Traceback" not in said
