"""Tells over HTTP, on a port of its own, how the bot does: for health checks, load balancers and Prometheus."""

from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web

from bot.serving.limited_server import LimitedServer
from bot.watch.condition import Condition, told
from bot.watch.listening import ListenAddress

LAST_ANSWERS = 1.0
"""Seconds for answers under way when it ends."""

MOST_CONNECTIONS = 32
"""Few programs ask. The files that a process may open are for people."""

KEEP_ALIVE = 75.0
"""Seconds a connection stays open unused: Prometheus asks once a minute or more often."""

Metrics = Callable[[], Awaitable[tuple[bytes, str]]]
"""To the page and its media type."""


class HealthServer:
    """Tells nothing about a person, and no request changes anything."""

    def __init__(self, place: ListenAddress, condition: Condition, metrics: Metrics) -> None:
        self._place, self._condition, self._metrics = place, condition, metrics
        self._pages: dict[str, Callable[[], Awaitable[web.Response]]] = {
            "/healthz": self._health,
            "/readyz": self._readiness,
            "/metrics": self._measures,
        }
        self._runner: web.ServerRunner | None = None

    async def open(self) -> None:
        server = LimitedServer("the page of health", self._asked, MOST_CONNECTIONS, KEEP_ALIVE)
        self._runner = web.ServerRunner(server, shutdown_timeout=LAST_ANSWERS)
        await self._runner.setup()
        await self._site(self._runner).start()

    def _site(self, runner: web.ServerRunner) -> web.BaseSite:
        place = self._place
        return web.UnixSite(runner, place.path) if place.path else web.TCPSite(runner, place.host, place.port)

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def _asked(self, request: web.BaseRequest) -> web.Response:
        page = self._pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if request.method not in _READING:
            return web.Response(status=405, headers={hdrs.ALLOW: ", ".join(_READING)})
        return await page()

    async def _health(self) -> web.Response:
        return self._answer(self._condition.faults())

    async def _readiness(self) -> web.Response:
        return self._answer(self._condition.why_not_ready())

    async def _measures(self) -> web.Response:
        page, kind = await self._metrics()
        return web.Response(body=page, headers={"Content-Type": kind, **_NEVER_KEPT})

    def _answer(self, faults: list[str]) -> web.Response:
        said = told(self._condition, faults)
        return web.json_response(said, status=503 if faults else 200, headers=_NEVER_KEPT)


_NEVER_KEPT = {"Cache-Control": "no-store"}
_READING = (hdrs.METH_GET, hdrs.METH_HEAD)
