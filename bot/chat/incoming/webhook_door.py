"""Has Telegram bring updates to our address, sees that it goes on doing so, and tells when it can't."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram.error import BadRequest, NetworkError

from bot.chat.counting import Tally
from bot.chat.incoming.contact import Contact
from bot.chat.incoming.deciding import Decider
from bot.chat.incoming.group_commit import GroupCommit
from bot.chat.incoming.raw_update import WANTED
from bot.chat.incoming.setbacks import Setbacks
from bot.chat.incoming.webhook_server import WebhookPlace, WebhookServer
from bot.chat.outgoing.messenger import Messenger
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.webhook_state import WebhookState, read_state
from bot.store.database import Store

log = logging.getLogger(__name__)

LOOK_EVERY = 45.0
"""Seconds between two looks at the webhook. One look that fails is no absence yet."""

DOUBT = 10.0
"""Seconds until the next look when something seems wrong: a proxy that restarts is no trouble."""

MOST_AT_ONCE = 40
"""Connections of Telegram's; this is its own default."""

NOT_FOUGHT = 600.0
"""Seconds before another program's webhook is displaced again."""


class WebhookDoor:
    def __init__(  # noqa: PLR0913, PLR0917 - what the door leads to
        self,
        place: WebhookPlace,
        secret: str,
        decider: Decider,
        store: Store,
        messenger: Messenger,
        wire: Wire,
        clock: Callable[[], datetime],
        tally: Tally,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url, self._secret, self._wire = place.url, secret, wire
        self._clock, self._seconds = clock, seconds
        self._setbacks = Setbacks(store.troubles, clock, seconds)
        self._contact = Contact(self._setbacks, store.heartbeats, messenger, clock, tally)
        self._intake = GroupCommit(decider, lambda: store.sync(clock()), seconds)
        self._server = WebhookServer(place, secret, self._take, tally)
        self._brought_at = clock()
        self._is_set = self._is_in_doubt = False
        self._fought_at: float | None = None

    async def stay_open(self) -> None:
        """Runs until cancelled. What has come by then is decided and confirmed. The webhook stays set.

        Raises CannotListen, and InvalidToken after Telegram has refused the token for ten minutes.
        """
        await self._server.open()
        try:
            await self._contact.keep(self._ask)
        finally:
            self._server.stop_taking_in()
            self._intake.decide_waiting()
            await self._server.close()

    async def _take(self, number: int, raw: dict[str, Any]) -> bool:
        self._brought_at = self._clock()
        is_safe = await self._intake.take(number, raw)
        self._contact.has_written(is_safe=is_safe)
        return is_safe

    async def _ask(self, had_setback: bool) -> None:
        if self._is_set:
            if not had_setback:
                await asyncio.sleep(DOUBT if self._is_in_doubt else LOOK_EVERY)
            await self._look()
        if not self._is_set:
            await self._set()

    async def _set(self) -> None:
        given = {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": json.dumps(WANTED),
            "max_connections": str(MOST_AT_ONCE),
        }
        try:
            await self._wire.call("setWebhook", given)
        except BadRequest as error:  # the address, as where its name is not known yet
            self._setbacks.is_out_of_reach(error.message)
            raise
        self._is_set = True

    async def _look(self) -> None:
        state = read_state(await self._wire.call("getWebhookInfo", {}))
        if state is None:
            raise NetworkError("not a webhook's state")
        if state.url == self._url:
            self._judge(state)
            return
        self._setbacks.is_displaced()
        self._is_set = not self._may_fight()

    def _may_fight(self) -> bool:
        now = self._seconds()
        if self._fought_at is not None and now - self._fought_at < NOT_FOUGHT:
            return False
        self._fought_at = now
        return True

    def _judge(self, state: WebhookState) -> None:
        was_in_doubt = self._is_in_doubt
        self._is_in_doubt = state.is_out_of_reach(self._brought_at, self._clock())
        if not self._is_in_doubt:
            self._setbacks.reaches_us()
        elif was_in_doubt:
            self._setbacks.is_out_of_reach(state.error)
