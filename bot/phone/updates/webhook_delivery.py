"""Delivers updates to a webhook: in order for each chat and each person, again and again until it accepts them."""

import asyncio
import contextlib
import ssl
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError

from bot.phone.given.parameters import Json, Parameters, read_answer
from bot.phone.given.refused import RefusedError
from bot.phone.updates.update_queue import Update, UpdateQueue
from bot.phone.updates.webhook_address import Address

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header
LONGEST_PAUSE = 60
LONGEST_WISH = 3600
PATIENCE = aiohttp.ClientTimeout(total=60)
GIVES_UP_AFTER = timedelta(hours=23)
NOT_CARRIED_OUT = ("", "setwebhook", "deletewebhook", "close", "logout")

Queue = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Webhook:
    """`ip` is the one to connect to, or the host's if it is known."""

    url: str
    secret: str = ""
    connections: int = 40
    ip: str = ""
    told_ip: str = ""
    certificate: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    text: str
    wish: int = 0
    is_gone: bool = False


class Customer(Protocol):
    async def act(self, given: Parameters) -> None: ...

    def note(self, text: str) -> None: ...

    def give_up(self) -> None:
        """Called when the webhook has said for 23 hours that it is gone."""


class WebhookDelivery:
    def __init__(
        self, webhook: Webhook, updates: UpdateQueue, clock: Callable[[], datetime], customer: Customer
    ) -> None:
        self.webhook, self._address = webhook, Address(webhook.url)
        self._updates, self._clock, self._customer = updates, clock, customer
        self._gone_since: datetime | None = None
        self._queues: dict[Queue, deque[Update]] = {}
        self._running: dict[Queue, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(webhook.connections)
        self._session: aiohttp.ClientSession | None = None

    def take(self, update: Update) -> None:
        queue = queue_of(update)
        self._queues.setdefault(queue, deque()).append(update)
        if queue not in self._running:
            self._running[queue] = asyncio.create_task(self._empty(queue))

    async def close(self) -> None:
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _empty(self, queue: Queue) -> None:
        waiting = self._queues[queue]
        while waiting and await self._bring(waiting[0]):
            self._updates.forget(waiting.popleft().id)
        del self._queues[queue], self._running[queue]

    async def _bring(self, update: Update) -> bool:
        """Tries until the update is accepted or expires. False if the webhook itself is over."""
        failures = 0
        while update.expires > self._clock():
            async with self._places:
                failure = await self._post(update)
            if self._is_over(failure):
                self._customer.give_up()
                return False
            if failure is None:
                return True
            self._customer.note(failure.text)
            seconds = pause_after(failures, failure.wish)
            failures += 1
            if self._clock() + timedelta(seconds=seconds) > update.expires:
                return True
            await asyncio.sleep(seconds)
        return True

    def _is_over(self, failure: Failure | None) -> bool:
        if failure is None or not failure.is_gone:
            self._gone_since = None
            return False
        now = self._clock()
        self._gone_since = self._gone_since or now
        return now > self._gone_since + GIVES_UP_AFTER

    async def _post(self, update: Update) -> Failure | None:
        if not self._address.is_here:
            return Failure("This phone delivers on this machine only")
        headers = {SECRET: self.webhook.secret} if self.webhook.secret else {}
        try:
            async with self._opened().post(
                self._address.url, json=update.wire, headers=headers, allow_redirects=False
            ) as response:
                return await self._answered(response)
        except TimeoutError:
            return Failure("Read timeout expired")
        except (aiohttp.ClientError, OSError) as error:
            return Failure(_reason(error))

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            trusted = self.webhook.certificate
            context = True if trusted is None else trust_in(trusted)
            # `_places` limits the connections: waiting for one in here would use up the time limit of the call.
            connector = aiohttp.TCPConnector(limit=0, ssl=context)
            self._session = aiohttp.ClientSession(
                connector=connector, timeout=PATIENCE, skip_auto_headers=("User-Agent",)
            )
        return self._session

    async def _answered(self, response: aiohttp.ClientResponse) -> Failure | None:
        if not 200 <= response.status < 300:
            text = f"Wrong response from the webhook: {response.status} {response.reason}"
            wish = response.headers.get("Retry-After", "")
            return Failure(text, int(wish) if wish.isdecimal() else 0, response.status == 410)
        with contextlib.suppress(ValueError, RuntimeError, HttpProcessingError):
            given = await read_answer(response)
            method = given.text("method").lower()
            if method not in NOT_CARRIED_OUT and not method.startswith("get"):
                await self._customer.act(given)
        return None


def trust_in(certificate: bytes) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cadata=certificate.decode("latin-1"))
    except (ssl.SSLError, ValueError):
        raise RefusedError("Bad webhook: Failed to set custom certificate file") from None


def pause_after(failures: int, wish: int) -> int:
    """Seconds until the next try: `wish` of the webhook if it has one, else 0, 2, 4, 8 and so on."""
    if wish:
        return min(wish, LONGEST_WISH)
    return min(1 << failures, LONGEST_PAUSE) if failures else 0


def queue_of(update: Update) -> Queue:
    """Messages of one chat go one by one, and so do taps of one person. A tap may overtake a message."""
    body: Json = update.body
    match update.kind:
        case "callback_query":
            return "tap", body["from"]["id"]
        case "my_chat_member":
            return "membership", body["chat"]["id"]
        case _:
            return "message", body["chat"]["id"]


def _reason(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return "SSL error {certificate verify failed}"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection reset by peer"
