"""How many messages a second the phone takes, from a raw client on the other core: it must never be what is measured."""

import asyncio
import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from statistics import median
from urllib.parse import urlencode, urlsplit

from bot.app.running import spare_the_collector
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.bench.bare import LABELS, TEXT, TOKEN

PEOPLE, CONNECTIONS = 100, 16
ROUNDS, CALLS = 7, 6_000

Load = tuple[float, float]
"""Messages a second, and milliseconds of the phone's processor time for each."""


@contextmanager
def phone() -> Iterator[tuple[str, Connection]]:
    """A phone in a process of its own, with people who have pressed Start; asked anything, it tells its CPU seconds."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Connection) -> None:
    asyncio.run(_run(pipe))


async def _run(pipe: Connection) -> None:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        for number in range(1, PEOPLE + 1):
            phone.person(number, f"Ana {number}").says("/start")
        spare_the_collector()
        asyncio.get_running_loop().add_reader(
            pipe.fileno(), lambda: pipe.send((pipe.recv(), time.process_time())[1])
        )
        pipe.send(phone.address)
        await asyncio.Event().wait()


class Caller(asyncio.Protocol):
    """One connection that sends the next call as soon as the last was answered."""

    def __init__(self, calls: Iterator[bytes], done: asyncio.Future[None]) -> None:
        self._calls, self._done = calls, done
        self._got = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        self._got += data
        head, _, body = self._got.partition(b"\r\n\r\n")
        if not body or len(body) < int(head.partition(b"Content-Length: ")[2].split(b"\r\n", 1)[0]):
            return
        assert head.startswith(b"HTTP/1.1 200"), self._got
        self._got = b""
        self._next()

    def _next(self) -> None:
        if (call := next(self._calls, None)) is not None:
            self._transport.write(call)
        elif not self._done.done():
            self._done.set_result(None)
            self._transport.close()


def call(address: str, chat: int) -> bytes:
    keyboard = [[{"text": label, "callback_data": data}] for label, data in LABELS]
    body = urlencode(
        {
            "chat_id": chat,
            "text": TEXT,
            "parse_mode": "HTML",
            "reply_markup": json.dumps({"inline_keyboard": keyboard}),
        }
    )
    return (
        f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: {urlsplit(address).netloc}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


async def load(address: str, count: int) -> float:
    """Seconds until so many messages are sent and answered."""
    loop = asyncio.get_running_loop()
    host, _, port = urlsplit(address).netloc.partition(":")
    by_person = [call(address, number) for number in range(1, PEOPLE + 1)]
    calls = (by_person[number % PEOPLE] for number in range(count))
    ends = [loop.create_future() for _ in range(CONNECTIONS)]
    began = time.perf_counter()
    for end in ends:
        await loop.create_connection(partial(Caller, calls, end), host, int(port))
    await asyncio.gather(*ends)
    return time.perf_counter() - began


def measure(rounds: int = ROUNDS, count: int = CALLS) -> list[Load]:
    with phone() as (address, pipe):

        def spent() -> float:
            pipe.send(None)
            return float(pipe.recv())

        asyncio.run(load(address, count // 4))
        loads = []
        for _ in range(rounds):
            before = spent()
            seconds = asyncio.run(load(address, count))
            loads.append((count / seconds, 1000 * (spent() - before) / count))
    return loads


def report() -> list[str]:
    loads = measure()
    rate, cost = (median(numbers) for numbers in zip(*loads, strict=True))
    line = (
        f"the phone takes {rate:,.0f} messages/s from a raw client on the other core (at least 2,000),"
        f" {cost:.3f} ms of its CPU each"
    )
    return [line]
