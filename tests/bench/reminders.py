"""How many reminders a second, all in, and how soon a tap is answered meanwhile: claim, words, send, record."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from telegram.request import BaseRequest, HTTPXRequest

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.reminder_lane import ReminderPuller
from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.pictures import PictureSources
from bot.chat.outgoing.turns.lanes import Lanes
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.coach import Coach
from bot.screens.view import View
from bot.store.database import Store
from tests.bench.all_in import CONTENT
from tests.bench.bare import TOKEN
from tests.bench.echo import echo
from tests.bench.million import filled
from tests.bench.service import centile, serve_crowd

SECONDS, SECONDS_OF_DEFAULT = 60, 20
DUE = 250_000
WAITING = 100_000


@dataclass
class Rates:
    """Sent in each second, and the processor time of all."""

    each: list[int]
    cpu: float

    @property
    def all(self) -> int:
        return sum(self.each)


class Counted(Calls):
    """Counts what was sent."""

    sent = 0

    async def send(self, chat: int, view: View) -> int:
        message = await super().send(chat, view)
        self.sent += 1
        return message


async def flow(make: Callable[[], BaseRequest], seconds: int) -> Rates:
    """So long through HTTP to a server on the other core; no pace of our own."""
    with echo() as address, tempfile.TemporaryDirectory() as folder:
        began_at = datetime.now(UTC)
        store = filled(Path(folder) / "bench.sqlite3", DUE, DUE, began_at)
        async with AsyncExitStack() as stack:
            request = await stack.enter_async_context(make())
            coach, pictures = (
                Coach(store, knowledge(CONTENT)),
                PictureSources(CONTENT, store.files, store.own_media),
            )
            calls = Counted(Wire(request, f"{address}/bot{TOKEN}"), pictures)
            messenger = Messenger(calls, store, coach, Lanes(None, None), pictures, lambda: began_at)
            puller = ReminderPuller(coach.claims, messenger, lambda: began_at)
            spare_the_collector()
            rates = await _watched(puller, calls, seconds)
            await puller.stop()
            await messenger.drain()
        store.close()
    return rates


async def _watched(puller: ReminderPuller, calls: Counted, seconds: int) -> Rates:
    puller.knock()
    await asyncio.sleep(1)
    counted, each, cpu = calls.sent, [], time.process_time()
    end = time.perf_counter()
    for _ in range(seconds):
        end += 1
        await asyncio.sleep(max(0.0, end - time.perf_counter()))
        each.append(calls.sent - counted)
        counted = calls.sent
    return Rates(each, time.process_time() - cpu)


def report_flow() -> list[str]:
    ours = asyncio.run(flow(AiohttpRequest, SECONDS))
    default = asyncio.run(flow(lambda: HTTPXRequest(connection_pool_size=256), SECONDS_OF_DEFAULT))
    return [_flow("ours", ours), _flow("the library's default transport", default)]


def _flow(name: str, rates: Rates) -> str:
    return (
        f"reminders, all in, {name}: {rates.all / len(rates.each):,.0f} a second over {len(rates.each)} s"
        f" (at least 1,000; the slowest second {min(rates.each):,}, the median {median(rates.each):,.0f}),"
        f" {1000 * rates.cpu / max(1, rates.all):.3f} ms of CPU each"
    )


def report_taps() -> list[str]:
    """With the lane at the pace that Telegram allows for free, and more due than it can send."""
    seen = asyncio.run(serve_crowd("tap among reminders", [], _fill, per_second=28))
    answered, shown = seen.answered_after, seen.shown_after
    line = (
        f"{WAITING:,} reminders due, {seen.reminders} sent in {seen.seconds:.0f} s; {len(answered)} taps meanwhile: answered"
        f" after {1000 * median(answered):.1f} ms, 99th of 100 {1000 * centile(answered):.1f} ms (at most 100);"
        f" the new screen after {1000 * median(shown):.1f} ms, 99th {1000 * centile(shown):.1f} ms"
    )
    return [line]


def _fill(path: Path) -> Store:
    return filled(path, WAITING, WAITING, datetime.now(UTC))
