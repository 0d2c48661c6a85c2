"""The whole bot in this process, over real HTTP, against a phone: started, stopped and started again as a test needs."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.chat.bot import TelegramLine, serve
from bot.chat.incoming.update_limits import PER_PERSON
from bot.chat.incoming.webhook_server import WebhookPlace
from bot.chat.nightly import NightWork
from bot.chat.outgoing.turns.pace import PER_CHAT
from bot.coach.coach import Coach
from bot.coach.known.operator import Operator
from bot.domain.admission.buckets import Allowance
from bot.phone.phone import Phone
from bot.store.database import Store
from tests.known import known
from tests.new_store import store_at

CONTENT = Path(__file__).parents[2] / "content"
TOKEN = "4242:ABCdefGHIjklMNOpqrSTUvwxYZ0123456789"
BOT = 4242
TIRELESS = Allowance(1_000_000, 1_000_000)
"""For tests in which one person does what takes many."""

MORNING = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


@dataclass
class HandClock:
    """The time for bot and phone alike: it moves when told."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def a_webhook() -> WebhookPlace:
    """On a port that nobody has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return WebhookPlace(f"http://127.0.0.1:{port}/unhunch", "127.0.0.1", port)


@asynccontextmanager
async def bot_on(
    phone: Phone,
    database: Path,
    clock: Callable[[], datetime],
    *,
    is_paced: bool = False,
    pays: bool = False,
    night: NightWork | None = None,
    films: tuple[str, ...] = (),
    polls: bool = False,
    per_person: Allowance = PER_PERSON,
    admins: frozenset[int] = frozenset(),
) -> AsyncIterator[Store]:
    """The bot, for as long as the block lasts; the store is the bot's own, to be looked into. A phone that takes any address of
    this machine for a webhook (`local`) is to bring updates to one, if the bot does not poll all the same.

    `clock`: that of the test, or `phone.time.clock`, which can be moved with all that falls due on the way.
    """
    if isinstance(clock, HandClock) and phone.telegram.webhooks.is_local:
        clock.passes(1)  # Telegram takes one webhook a second
    store = store_at(database, int(phone.token.partition(":")[0]))
    line = TelegramLine(
        phone.token,
        phone.address,
        CONTENT,
        per_second=None,
        per_chat=None,
        knocks=0.02,
        pays_for_reminders=pays,
        films=films,
        per_person=per_person,
        webhook=a_webhook() if phone.telegram.webhooks.is_local and not polls else None,
    )
    if is_paced:
        line = replace(line, per_second=28, per_chat=PER_CHAT, seconds=phone.time.clock.seconds)

    def coach(name: str) -> Coach:
        runs_it = Operator(admins)
        knows = replace(known(), bot_name=name, zones="the newest", has_films=bool(films), operator=runs_it)
        return Coach(store, knows)

    running = asyncio.create_task(serve(line, store, coach, clock, ready=phone.time.heeds, night=night))
    try:
        yield store
        assert not running.done() or running.result() is None
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        store.close()
