"""A webhook on this machine: what it was brought, and what it answers."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

from aiohttp import web

Answering = Callable[[dict[str, Any]], Awaitable[web.Response]]


async def taken(_: dict[str, Any]) -> web.Response:
    return web.Response()


@dataclass
class Hook:
    address: str = ""
    updates: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: Answering = taken

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates if "message" in update]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        update = await request.json()
        self.updates.append(update)
        self.headers.append(dict(request.headers))
        return await self.answers(update)


@asynccontextmanager
async def serving(app: web.Application, context: SSLContext | None = None) -> AsyncIterator[str]:
    """The address of an application on loopback."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        yield f"{'https' if context else 'http'}://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def hook(context: SSLContext | None = None) -> AsyncIterator[Hook]:
    made = Hook()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    async with serving(app, context) as root:
        made.address = f"{root}/hook"
        yield made
