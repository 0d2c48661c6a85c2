"""Limits its connections: a new one is let in, and the one that has been silent for longest goes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.coach.mishaps import OnceAMinute

log = logging.getLogger(__name__)

FIRST_WITHIN = 5.0
"""Seconds for the head of a connection's first request."""

GRACE = 0.5
"""Seconds more: a head that came while the loop stood still is read before the connection is given up."""

LINGERING = 1.0
"""Seconds for reading the rest of an unwanted body, so that the answer arrives."""

Answer = Callable[[web.BaseRequest], Awaitable[web.Response]]


@dataclass(slots=True)
class _Guest:
    """`since`: when it last stopped waiting for us, by the loop's clock. `is_known`: it has made a request that is allowed."""

    transport: asyncio.Transport
    deadline: asyncio.TimerHandle
    since: float
    is_at_work: bool = False
    is_known: bool = False


class LimitedServer(web.Server):
    """`name`: for the log. `most`: connections. `keep_alive`: seconds that one may stay unused. `closed`: called for each that made room
    for another.
    """

    def __init__(
        self,
        name: str,
        answer: Answer,
        most: int,
        keep_alive: float,
        closed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(
            self._answered,
            access_log=None,
            auto_decompress=False,
            keepalive_timeout=keep_alive,
            lingering_time=LINGERING,
        )
        self._name, self._answer, self._most, self._closed = name, answer, most, closed
        self._guests: dict[web.RequestHandler, _Guest] = {}
        self._told = OnceAMinute(log)

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        loop = asyncio.get_running_loop()
        deadline = loop.call_later(FIRST_WITHIN, self._soon_close, handler)
        self._guests[handler] = _Guest(transport, deadline, loop.time())
        if len(self._guests) > self._most:
            self._make_room(handler)

    def connection_lost(self, handler: web.RequestHandler, exc: BaseException | None = None) -> None:
        super().connection_lost(handler, exc)
        if guest := self._guests.pop(handler, None):
            guest.deadline.cancel()

    def _soon_close(self, handler: web.RequestHandler) -> None:
        if guest := self._guests.get(handler):
            guest.deadline = asyncio.get_running_loop().call_later(GRACE, guest.transport.abort)

    def _make_room(self, newest: web.RequestHandler) -> None:
        """Strangers go first: a client that has made an allowed request keeps its connection."""
        idle = [
            (guest.is_known, guest.since, number, handler)
            for number, (handler, guest) in enumerate(self._guests.items())
            if not guest.is_at_work and handler is not newest
        ]
        goes = min(idle)[-1] if idle else newest
        guest = self._guests.pop(goes)  # at once: that it is gone is only told in the loop's next round
        guest.deadline.cancel()
        guest.transport.abort()
        self._closed()
        words = f"{self._name} has more connections than it may have: those that were silent for longest are closed"
        self._told.tell(words, level=logging.WARNING)

    async def _answered(self, request: web.BaseRequest) -> web.Response:
        guest = self._guests.get(request.protocol)
        if guest is None:  # which had to make room
            return _to_nobody()
        guest.deadline.cancel()
        guest.is_at_work = True
        try:
            response = await self._answer_or_fail(request)
        finally:
            guest.is_at_work, guest.since = False, asyncio.get_running_loop().time()
        guest.is_known = response.status < web.HTTPBadRequest.status_code
        return response

    async def _answer_or_fail(self, request: web.BaseRequest) -> web.Response:
        try:
            return await self._answer(request)
        except ConnectionError:  # whoever asked has left
            return _to_nobody()
        except Exception as error:  # noqa: BLE001 - whatever it is: once a minute, where the library tells each time
            self._told.tell(f"{self._name} could not answer", error)
            return web.Response(status=web.HTTPInternalServerError.status_code)


def _to_nobody() -> web.Response:
    """Answers a client that has gone. If an error were raised instead, the library would log a traceback each time."""
    return web.Response(status=web.HTTPBadRequest.status_code)
