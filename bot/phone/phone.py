"""A Telegram of one's own, to start and to stop: its world and its server."""

from typing import Self

from aiohttp import web

from bot.phone.api.api import LARGEST_BODY, BotApi
from bot.phone.api.entrance import entrance
from bot.phone.page.page import mount_page
from bot.phone.page.record import recorded_chat
from bot.phone.world import World

KEEP_ALIVE = 90.0
"""Seconds an idle connection stays open: longer than the client's, so that only the client closes one."""


class Phone(World):
    address = ""
    _runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> Self:
        """Listens on loopback only; `address` is like "http://127.0.0.1:43121". Raises OSError if the port is taken."""
        app = web.Application(middlewares=[entrance], client_max_size=LARGEST_BODY)
        BotApi(self.telegram, self.token).mount(app)
        mount_page(app, self)
        # A poll whose bot is gone must not take updates, nor be told of a conflict: its handler is cancelled.
        runner = web.AppRunner(
            app,
            access_log=None,
            keepalive_timeout=KEEP_ALIVE,
            handler_cancellation=True,
            shutdown_timeout=0.2,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return self

    async def stop(self) -> None:
        self.telegram.updates.stop()
        await self.telegram.webhooks.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def record(self, chat: int) -> str:
        return recorded_chat(self, self.telegram.chats[chat])
