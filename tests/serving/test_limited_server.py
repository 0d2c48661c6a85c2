"""What serves HTTP: no more connections than it may have, who is silent goes first, and its own failures don't fill the log."""

import asyncio
import logging
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.serving import limited_server
from bot.serving.limited_server import LimitedServer
from tests.whole.running import a_webhook

MOST = 4
Way = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Served:
    port: int = field(default_factory=lambda: a_webhook().port)
    made_room: int = 0
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)
    are_all_at_work: asyncio.Event = field(default_factory=asyncio.Event)
    at_work: int = 0
    ways: list[Way] = field(default_factory=list)

    def closed(self) -> None:
        self.made_room += 1

    async def answer(self, request: web.BaseRequest) -> web.Response:
        if request.path == "/fails":
            raise RuntimeError
        if request.path == "/takes-long":
            self.at_work += 1
            if self.at_work == MOST:
                self.are_all_at_work.set()
            await self.may_go_on.wait()
        return web.Response(status=403 if request.path == "/forbidden" else 200)

    async def way(self) -> Way:
        self.ways.append(await asyncio.open_connection("127.0.0.1", self.port))
        return self.ways[-1]

    async def asks(self, way: Way, path: str = "/") -> bytes:
        ask(way, path)
        return await said(way)


def ask(way: Way, path: str) -> None:
    way[1].write(f"GET {path} HTTP/1.1\r\nHost: bot\r\n\r\n".encode())


async def said(way: Way) -> bytes:
    """The status of the next answer; nothing where the connection is closed."""
    async with asyncio.timeout(180):
        try:
            head = await way[0].readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""
        length = int(head.lower().partition(b"content-length: ")[2].split()[0])
        await way[0].readexactly(length)
    return head.split()[1]


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    served = Served()
    server = LimitedServer("the page", served.answer, MOST, 60, served.closed)
    runner = web.ServerRunner(server, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", served.port).start()
    yield served
    for _, writer in served.ways:
        writer.close()
    await runner.cleanup()


async def test_who_comes_is_let_in_and_who_was_silent_for_longest_goes(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    held = [await served.way() for _ in range(MOST)]
    for _ in range(3):
        held.append(await served.way())
        assert await served.asks(held[-1]) == b"200"
    assert [await said(way) for way in held[:3]] == [b""] * 3
    assert await served.asks(held[3]) == b"200"
    assert served.made_room == 3
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "the page has more connections" in caplog.text


async def test_who_goes_just_as_they_ask_leaves_nothing_in_the_log(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    """Between the coming of a request and its turn, its connection may be the one that makes room."""
    for rounds in range(12):
        ways = [await served.way() for _ in range(MOST)]
        newest = socket.socket()
        newest.setblocking(False)
        newest.connect_ex(("127.0.0.1", served.port))
        for _ in range(rounds):
            await asyncio.sleep(0)
        for way in ways:
            ask(way, "/")
        assert all([await said(way) in {b"", b"200"} for way in ways])
        newest.close()
    assert served.made_room
    assert {record.levelno for record in caplog.records} <= {logging.WARNING}


async def test_who_was_served_stays_before_strangers_silent_or_refused(served: Served) -> None:
    ana = await served.way()
    assert await served.asks(ana) == b"200"
    strangers = [await served.way() for _ in range(3 * MOST)]
    assert await served.asks(strangers[-1], "/forbidden") == b"403"
    more = [await served.way() for _ in range(MOST)]
    assert await served.asks(more[-1]) == b"200"
    assert await said(strangers[-1]) == b""
    assert await served.asks(ana) == b"200"


async def test_whoever_is_being_answered_keeps_their_place(served: Served) -> None:
    at_work = [await served.way() for _ in range(MOST)]
    for way in at_work:
        ask(way, "/takes-long")
    async with asyncio.timeout(180):
        await served.are_all_at_work.wait()
    assert await served.asks(await served.way()) == b""
    served.may_go_on.set()
    assert [await said(way) for way in at_work] == [b"200"] * MOST


@pytest.mark.parametrize("head", [b"", b"GET / HTTP/1.1\r\nHost: "])
async def test_who_asks_nothing_is_not_waited_for_long(
    served: Served, monkeypatch: pytest.MonkeyPatch, head: bytes
) -> None:
    monkeypatch.setattr(limited_server, "FIRST_WITHIN", 0.05)
    silent = await served.way()
    silent[1].write(head)
    assert await said(silent) == b""
    monkeypatch.setattr(limited_server, "FIRST_WITHIN", 0.3)
    ana = await served.way()
    assert await served.asks(ana) == b"200"
    await asyncio.sleep(0.5)
    assert await served.asks(ana) == b"200"
    assert not served.made_room


async def test_what_came_while_the_loop_stood_still_is_answered(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited_server, "FIRST_WITHIN", 0.1)
    ana = await served.way()
    ask(ana, "/")
    await asyncio.sleep(0.02)
    bo = await served.way()
    await asyncio.sleep(0.02)
    ask(bo, "/")
    time.sleep(0.3)  # noqa: ASYNC251 - as where a disk is slow
    assert [await said(ana), await said(bo)] == [b"200"] * 2


async def test_a_failure_of_ours_is_told_once_and_not_each_time(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    way = await served.way()
    assert [await served.asks(way, "/fails") for _ in range(20)] == [b"500"] * 20
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "RuntimeError" in caplog.text
