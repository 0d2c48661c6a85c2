"""Our transport under the library: over real HTTP, to a server that answers, is late, or hangs up."""

import asyncio
import contextlib
import gzip
import json
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.telegram import transport
from bot.chat.telegram.envelope import NotTelegrams
from bot.chat.telegram.transport import AiohttpRequest, Dropped
from tests.bench.echo import ME, MESSAGE

SECRET = "ABCdefGHIjklMNOpqrSTUvwxYZ0123456789"
TOKEN = f"4242:{SECRET}"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Answers getMe; everything else as the test says."""

    def __init__(self) -> None:
        self.answer: Answer = self.fine
        self.seen: list[dict[str, object]] = []

    @staticmethod
    async def fine(_: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": MESSAGE})

    @staticmethod
    async def _fields(request: web.Request) -> dict[str, object]:
        if request.content_type == "application/json":
            return dict(await request.json())
        fields = await request.post()
        return {n: v.file.read() if isinstance(v, web.FileField) else v for n, v in fields.items()}

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] == "getMe":
            return web.json_response({"ok": True, "result": ME})
        self.seen.append(await self._fields(request))
        return await self.answer(request)


@pytest.fixture
async def server() -> AsyncIterator[tuple[Server, str]]:
    served = Server()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", served.handle)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield served, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture
async def bot(server: tuple[Server, str]) -> AsyncIterator[Bot]:
    request = AiohttpRequest(read=0.2, write=0.1)
    async with Bot(
        TOKEN, base_url=f"{server[1]}/bot", request=request, get_updates_request=AiohttpRequest()
    ) as bot:
        yield bot


@pytest.fixture
async def patient(server: tuple[Server, str]) -> AsyncIterator[Bot]:
    """Waits long enough for a busy machine."""
    async with Bot(
        TOKEN, base_url=f"{server[1]}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
    ) as bot:
        yield bot


def refusing(status: int, **hints: int) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        body = {"ok": False, "error_code": status, "description": "Said Telegram", "parameters": hints}
        return web.json_response(body, status=status)

    return answer


async def test_plain_parameters_arrive_as_they_were_meant(bot: Bot, server: tuple[Server, str]) -> None:
    await bot.send_message(7, "<b>Łukasz & ✨</b>\n+ 100 %", parse_mode="HTML")
    assert server[0].seen[-1] == {"chat_id": "7", "text": "<b>Łukasz & ✨</b>\n+ 100 %", "parse_mode": "HTML"}


async def test_files_arrive_whole(bot: Bot, server: tuple[Server, str]) -> None:
    content = bytes(range(256)) * 40
    await bot.send_photo(7, InputFile(content, "pose.jpg"), caption="Child's pose")
    seen = server[0].seen[-1]
    assert seen["caption"] == "Child's pose"
    assert content in seen.values()


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, BadRequest), (401, InvalidToken), (403, Forbidden), (502, NetworkError), (500, NetworkError)],
)
async def test_refusals_become_the_librarys_errors(
    bot: Bot, server: tuple[Server, str], status: int, error: type[TelegramError]
) -> None:
    server[0].answer = refusing(status)
    with pytest.raises(error):
        await bot.send_message(7, "Hello")


async def test_too_fast_says_how_long_to_wait(bot: Bot, server: tuple[Server, str]) -> None:
    server[0].answer = refusing(429, retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(7, "Hello")
    assert "7" in str(caught.value)


async def late(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def hangs_up(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.abort()
    return web.Response()


async def talks_nonsense(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>a proxy</html>", status=502)


NOON = "Mon, 05 Jan 2026 12:00:00 GMT"
FINE = b'{"ok":true,"result":true}'


async def dates_heard(server: tuple[Server, str], *answers: web.Response) -> list[datetime]:
    """What time it is by each of the answers."""
    told: list[datetime] = []
    waiting = iter(answers)

    async def answer(_: web.Request) -> web.StreamResponse:
        return next(waiting)

    server[0].answer = answer
    async with AiohttpRequest(heard=told.append) as request:
        for _ in answers:
            with contextlib.suppress(NotTelegrams):
                await request.do_request(f"{server[1]}/bot{TOKEN}/logOut", "POST")
    return told


def saying(date: str, body: bytes = FINE, status: int = 200) -> web.Response:
    return web.Response(body=body, status=status, headers={"Date": date})


async def test_telegrams_answers_tell_what_time_it_is_once_a_second(server: tuple[Server, str]) -> None:
    later = NOON.replace(":00 GMT", ":01 GMT")
    refused = b'{"ok":false,"error_code":400,"description":"Bad Request"}'
    answers = (
        saying(NOON),
        saying(NOON),
        saying(later),
        saying(later, refused, 400),
        saying(NOON, refused, 400),
    )
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    assert await dates_heard(server, *answers) == [noon, noon + timedelta(seconds=1), noon]


@pytest.mark.parametrize("body", [b"<html>a proxy</html>", b"", b'{"error":"no way"}', b'["ok"]', b'"ok"'])
async def test_nobody_but_telegram_tells_the_time(server: tuple[Server, str], body: bytes) -> None:
    assert await dates_heard(server, saying(NOON, body), saying(NOON, body, 403)) == []


@pytest.mark.parametrize(
    "date", ["", "noon", NOON.replace("GMT", "-0000"), NOON.replace("05", "99"), f"{NOON[:-3]}+{'9' * 30}"]
)
async def test_what_is_no_date_tells_no_time(server: tuple[Server, str], date: str) -> None:
    assert await dates_heard(server, saying(date)) == []


async def test_what_was_long_on_its_way_tells_no_time(
    server: tuple[Server, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "TELLS_THE_TIME", 0.0)
    assert await dates_heard(server, saying(NOON)) == []


@pytest.mark.parametrize(
    ("answer", "error"), [(late, TimedOut), (hangs_up, Dropped), (talks_nonsense, NetworkError)]
)
async def test_trouble_on_the_way_never_tells_the_token(
    bot: Bot,
    server: tuple[Server, str],
    answer: Answer,
    error: type[TelegramError],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server[0].answer = answer
    with pytest.raises(error) as caught:
        await bot.send_message(7, "Hello")
    told = "".join(traceback.format_exception(caught.value)) + caplog.text
    assert SECRET not in told


def answering(status: int, body: bytes) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, content_type="application/json")

    return answer


PAGE = f"<html><h1>Blocked</h1>/bot{TOKEN}/sendMessage</html>".encode()
REFUSED = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
FOREIGN: list[tuple[int, bytes]] = [
    *((status, PAGE) for status in (200, 302, 400, 401, 403, 404, 409, 429, 502)),
    *((status, b"null") for status in (200, 403)),
    (200, b""),
    (403, b"[" * 100_000),
    (200, b'{"ok":true,"result":' + b"[" * 100_000),
    (403, b'{"error":"forbidden"}'),
    (403, b'{"ok":"false","error_code":403,"description":"Forbidden: bot was blocked by the user"}'),
    *(
        (403, json.dumps({name: value for name, value in REFUSED.items() if name != left_out}).encode())
        for left_out in REFUSED
    ),
    (403, json.dumps({**REFUSED, "error_code": True}).encode()),
    (400, json.dumps({**REFUSED, "parameters": "none"}).encode()),
    (429, json.dumps({**REFUSED, "parameters": {"retry_after": "soon"}}).encode()),
    (429, json.dumps({**REFUSED, "parameters": {"retry_after": -5}}).encode()),
    (429, json.dumps({**REFUSED, "parameters": {"retry_after": 10**30}}).encode()),
    (400, json.dumps({**REFUSED, "parameters": {"migrate_to_chat_id": 2**70}}).encode()),
    (200, b'{"ok":true}'),
    (200, json.dumps(REFUSED).encode()),
    (403, b'{"ok":true,"result":true}'),
    (200, b"9" * 10_000),
    (403, b"\xff\xfe"),
]


@pytest.mark.parametrize(("status", "body"), FOREIGN, ids=lambda given: str(given)[:40])
async def test_what_telegram_did_not_answer_is_no_answer(
    patient: Bot, server: tuple[Server, str], status: int, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server[0].answer = answering(status, body)
    with pytest.raises(NotTelegrams) as caught:
        await patient.send_message(7, "Hello")
    assert caught.value.message == f"not Telegram's answer (HTTP {status})"
    assert caught.value.may_have_passed == (status == 200)
    told = "".join(traceback.format_exception(caught.value)) + caplog.text
    assert SECRET not in told
    assert "Blocked" not in told


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
async def test_an_answer_without_end_is_none(
    server: tuple[Server, str],
    monkeypatch: pytest.MonkeyPatch,
    packed: bool,
) -> None:
    monkeypatch.setattr(transport, "LONGEST_ANSWER", 100_000)

    async def goes_on(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        if packed:
            answer.headers["Content-Encoding"] = "gzip"
            answer.headers["Content-Type"] = "application/json"
        await answer.prepare(request)
        if packed:
            await answer.write(gzip.compress(b'{"ok":true,"result":"' + b"a" * 10_000_000 + b'"}'))
        while not packed:
            await answer.write(b"a" * 10_000)
        return answer

    server[0].answer = goes_on
    async with AiohttpRequest() as request:
        with pytest.raises(NotTelegrams):  # and not only when its time is over
            await request.do_request(f"{server[1]}/bot{TOKEN}/logOut", "POST")


async def test_what_is_said_of_a_refusal_is_told_in_one_short_line(
    patient: Bot, server: tuple[Server, str]
) -> None:
    said = "Bad Request: chat not found\n2026-01-05T07:30:00Z ERROR bot: all is lost " + "a" * 1_000_000
    more = {"retry_after": 0, "hint": "b" * 1_000_000}
    server[0].answer = answering(
        400, json.dumps({**REFUSED, "description": said, "parameters": more}).encode()
    )
    with pytest.raises(BadRequest) as caught:
        await patient.send_message(7, "Hello")
    assert "not found 2026-01-05" in caught.value.message
    assert len(caught.value.message) < 600
    assert "\n" not in caught.value.message


async def test_nobody_is_followed_elsewhere_with_a_call(patient: Bot, server: tuple[Server, str]) -> None:
    async def sends_on(request: web.Request) -> web.StreamResponse:
        raise web.HTTPTemporaryRedirect(f"{server[1]}/bot{TOKEN}/getMe")

    server[0].answer = sends_on
    with pytest.raises(NotTelegrams):
        await patient.send_message(7, "Hello")


async def test_nobody_there_never_tells_the_token(unused_tcp_port: int) -> None:
    nobody = Bot(TOKEN, base_url=f"http://127.0.0.1:{unused_tcp_port}/bot", request=AiohttpRequest())
    with pytest.raises(NetworkError) as caught:
        await nobody.initialize()
    assert not isinstance(caught.value, Dropped | TimedOut), "it was not sent, and may be sent again"
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    await nobody.shutdown()


async def test_a_connection_is_used_again(bot: Bot, server: tuple[Server, str]) -> None:
    ports: set[object] = set()

    async def note(request: web.Request) -> web.StreamResponse:
        ports.add(request.transport and request.transport.get_extra_info("peername"))
        return await Server.fine(request)

    server[0].answer = note
    for _ in range(5):
        await bot.send_message(7, "Hello")
    assert len(ports) == 1
