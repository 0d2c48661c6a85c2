"""Keeps the bot's webhook: its settings, the updates on their way there, and its last fault."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import too_many_requests
from bot.phone.updates.update_queue import USUAL, UpdateQueue
from bot.phone.updates.webhook_delivery import Webhook, WebhookDelivery

BETWEEN_CALLS = timedelta(seconds=1)

Perform = Callable[[Parameters], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Mishap:
    at: datetime
    text: str


class Webhooks:
    """`is_local` is what Telegram's own server calls --local: any address on this machine may be a webhook's.

    `perform` carries out a call that came in the answer to an update.
    """

    def __init__(self, updates: UpdateQueue, clock: Callable[[], datetime]) -> None:
        self.is_local = False
        self.perform: Perform | None = None
        self.last_mishap: Mishap | None = None
        self._updates = updates
        self._clock = clock
        self._delivery: WebhookDelivery | None = None
        self._free_at: datetime | None = None
        self._closing: asyncio.Task[bool] | None = None

    @property
    def current(self) -> Webhook | None:
        return self._delivery.webhook if self._delivery else None

    def make_way(self) -> None:
        """A webhook can be set once a second. Raises RefusedError."""
        now = self._clock()
        if self._free_at is not None and now < self._free_at:
            raise too_many_requests(1)
        self._free_at = now + BETWEEN_CALLS

    def open(self, webhook: Webhook) -> None:
        self._delivery = WebhookDelivery(webhook, self._updates, self._clock, self)
        self._updates.hand_over(self._delivery.take)

    async def close(self) -> bool:
        """Unconfirmed updates stay pending. False if there was no webhook."""
        delivery, self._delivery, self.last_mishap = self._delivery, None, None
        if delivery is None:
            return False
        self._updates.hand_over(None)
        await delivery.close()
        return True

    def note(self, text: str) -> None:
        self.last_mishap = Mishap(self._clock(), text)

    def give_up(self) -> None:
        self._closing = asyncio.create_task(self.close())

    async def act(self, given: Parameters) -> None:
        if self.perform is not None:
            await self.perform(given)

    def info(self) -> Json:
        webhook, mishap, allowed = self.current, self.last_mishap, self._updates.allowed
        told: Json = {
            "url": webhook.url if webhook else "",
            "has_custom_certificate": webhook is not None and webhook.certificate is not None,
            "pending_update_count": self._updates.count(self._clock()),
        }
        if webhook is not None and webhook.ip:
            told["ip_address"] = webhook.ip
        if mishap is not None:
            told |= {"last_error_date": int(mishap.at.timestamp()), "last_error_message": mishap.text}
        if webhook is not None:
            told["max_connections"] = webhook.connections
        return told if allowed == USUAL else told | {"allowed_updates": sorted(allowed)}
