"""Takes in over HTTP what Telegram brings, from nobody without the secret, and answers when it is safe."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import hdrs, web

from bot.chat.counting import Tally
from bot.chat.incoming.raw_update import number_of
from bot.chat.telegram.salvaged import read_update
from bot.coach.mishaps import OnceAMinute
from bot.serving.limited_server import LimitedServer

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header

LARGEST_BODY = 1 << 20
"""Bytes; Telegram's updates have some thousand."""

BODY_WITHIN = 10.0
"""Seconds."""

KEEP_ALIVE = 150.0
"""Seconds a connection stays open unused: longer than proxies keep theirs, so that none is closed while they use it."""

MOST_CONNECTIONS = 400
"""Telegram has 40 at once. A process may open so many files only, and the rest of the bot needs some."""

COME_AGAIN = 5
"""Seconds after which Telegram is asked to bring the same again."""

LAST_ANSWERS = 1.0
"""Seconds for the last answers to leave when all ends."""

Take = Callable[[int, dict[str, Any]], Awaitable[bool]]


class CannotListen(Exception):
    """The address is taken, or can't be used."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass(frozen=True, slots=True)
class WebhookPlace:
    """`url`: the address that Telegram calls. A proxy hands it on to `host` and `port`, or to the socket at `path`."""

    url: str
    host: str = ""
    port: int = 0
    path: str = ""


def secret_of(token: str) -> str:
    """Derived from the token, so it need not be kept and is the same on every machine. It reveals nothing of the token."""
    return hmac.new(token.encode(), b"the webhook of Unhunch", hashlib.sha256).hexdigest()


class WebhookServer:
    """`take`: has an update decided, and returns whether the decision is on the disk."""

    def __init__(self, place: WebhookPlace, secret: str, take: Take, tally: Tally) -> None:
        self._place, self._secret, self._take, self._tally = place, secret.encode(), take, tally
        self._told = OnceAMinute(log)
        self._runner: web.ServerRunner | None = None
        self._is_closing = False

    async def open(self) -> None:
        """Raises CannotListen."""
        server = LimitedServer("the webhook", self._answer, MOST_CONNECTIONS, KEEP_ALIVE, self._closed_one)
        self._runner = web.ServerRunner(server, shutdown_timeout=LAST_ANSWERS)
        await self._runner.setup()
        try:
            await self._site(self._runner).start()
        except OSError as error:
            await self._runner.cleanup()
            raise CannotListen(error) from None
        self._open_to_proxy()

    def stop_taking_in(self) -> None:
        self._is_closing = True

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    def _open_to_proxy(self) -> None:
        """The proxy runs as another user in the same group."""
        if self._place.path:
            Path(self._place.path).chmod(0o660)

    def _site(self, runner: web.ServerRunner) -> web.BaseSite:
        place = self._place
        if place.path:
            return web.UnixSite(runner, place.path)
        return web.TCPSite(runner, place.host or None, place.port)

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        if request.method != hdrs.METH_POST:
            return _said(405, {hdrs.ALLOW: hdrs.METH_POST})
        if not self._knows_secret(request):
            self._drop("wrong secret", "somebody knocks at the webhook who does not know its secret")
            return _said(403)
        if self._is_closing:
            return _come_again()
        body = await self._body(request)
        return body if isinstance(body, web.Response) else await self._let_in(body)

    def _knows_secret(self, request: web.BaseRequest) -> bool:
        shown = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        return hmac.compare_digest(shown, self._secret)

    async def _body(self, request: web.BaseRequest) -> bytes | web.Response:
        if (request.content_length or 0) > LARGEST_BODY:
            return self._too_large()
        try:
            async with asyncio.timeout(BODY_WITHIN):
                return await request.read()
        except web.HTTPRequestEntityTooLarge:
            return self._too_large()
        except TimeoutError:
            return _said(408)
        except Exception:  # noqa: BLE001 - whatever is wrong with what was sent, who sent it is told
            return _said(400)

    async def _let_in(self, body: bytes) -> web.Response:
        if self._is_closing:  # since it began to come
            return _come_again()
        raw = read_update(body.decode(errors="replace"))
        number = number_of(raw)
        if number is None or not isinstance(raw, dict):
            # Taken all the same: Telegram would bring it again for a day, and what comes after it would wait.
            self._drop("no update", "what was brought by the webhook is no update, and is passed over")
            return _said(200)
        return _said(200) if await self._take(number, raw) else _come_again()

    def _closed_one(self) -> None:
        self._tally.dropped("too many connections")

    def _too_large(self) -> web.Response:
        self._drop("too large", "what was brought by the webhook is too large")
        return _said(413)

    def _drop(self, why: str, told: str) -> None:
        self._tally.dropped(why)
        self._told.tell(told, level=logging.WARNING)


def _said(status: int, headers: dict[str, str] | None = None) -> web.Response:
    """Has no body: Telegram could read one as a call."""
    return web.Response(status=status, headers={hdrs.SERVER: "Unhunch", **(headers or {})})


def _come_again() -> web.Response:
    return _said(503, {hdrs.RETRY_AFTER: str(COME_AGAIN)})
