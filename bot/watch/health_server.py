"""Answers over HTTP, on a port of its own, how the bot does: for a container's health check, a load balancer, Prometheus."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.watch.condition import Condition, told
from bot.watch.listening import ListenAddress

LAST_ANSWERS = 1.0
"""Seconds for what is being answered when it ends."""

Metrics = Callable[[str], Awaitable[tuple[bytes, str]]]
"""From what the asker accepts to the page and its media type."""


class HealthServer:
    """Nothing that it says is about a person, and nothing that is asked of it changes anything."""

    def __init__(self, place: ListenAddress, condition: Condition, metrics: Metrics) -> None:
        self._place, self._condition, self._metrics = place, condition, metrics
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Raises OSError where that address is not to be had."""
        app = web.Application()
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/readyz", self._readiness)
        app.router.add_get("/metrics", self._measures)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_ANSWERS)
        await self._runner.setup()
        await self._site(self._runner).start()

    def _site(self, runner: web.AppRunner) -> web.BaseSite:
        place = self._place
        return web.UnixSite(runner, place.path) if place.path else web.TCPSite(runner, place.host, place.port)

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        return self._answer(self._condition.faults())

    async def _readiness(self, _: web.Request) -> web.Response:
        return self._answer(self._condition.why_not_ready())

    async def _measures(self, request: web.Request) -> web.Response:
        page, kind = await self._metrics(request.headers.get("Accept", ""))
        return web.Response(body=page, headers={"Content-Type": kind, **_NEVER_KEPT})

    def _answer(self, faults: list[str]) -> web.Response:
        said = told(self._condition, faults)
        return web.json_response(said, status=503 if faults else 200, headers=_NEVER_KEPT)


_NEVER_KEPT = {"Cache-Control": "no-store"}
