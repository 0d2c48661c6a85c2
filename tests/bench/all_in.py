"""What one screen costs of the processor, all in: decide, find the words, send, record."""

import asyncio
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.app.knowing import knowledge
from bot.app.running import spare_the_collector
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.pictures import PictureSources
from bot.chat.outgoing.turns.lanes import Lane, Lanes
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.coach import Coach
from bot.coach.news import Said, Sender
from bot.store.database import Store, open_store
from tests.bench.bare import SIDE_BY_SIDE, TOKEN
from tests.bench.echo import echo

CONTENT = Path(__file__).parents[2] / "content"
PEOPLE = 300
MORNING = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
TO_THE_MAT = ("/start", "two gentle minutes", "none of these", "ready")
ROUNDS = 5


class Hall:
    """Many people in the middle of their sessions, all at the same beat."""

    def __init__(self, store: Store, wire: Wire) -> None:
        self.now = MORNING
        self.coach = Coach(store, replace(knowledge(CONTENT), bot_name="unhunch_bot"))
        pictures = PictureSources(CONTENT, store.files, store.own_media)
        self.messenger = Messenger(
            Calls(wire, pictures), store, self.coach, Lanes(None, None), pictures, lambda: self.now
        )
        self._updates = 0

    async def everybody_says(self, words: str) -> None:
        for person in range(1, PEOPLE + 1):
            self._updates += 1
            sender = Sender(person, f"Ana {person}", "en")
            if reply := self.coach.take(self._updates, Said(sender, words), self.now):
                self.messenger.show(reply, Lane.ANSWER)
        await self.messenger.drain()

    async def a_beat_ends(self) -> None:
        """For everybody; as many at once as in the bare measure."""
        self.now += timedelta(seconds=60)
        for number, reply in enumerate(self.coach.ring(self.now), 1):
            self.messenger.show(reply, Lane.SESSION)
            if number % SIDE_BY_SIDE == 0:
                await self.messenger.drain()
        await self.messenger.drain()


async def measure() -> list[float]:
    """Seconds of processor time a new card: two calls, as the old one is taken back."""
    times: list[float] = []
    with echo() as address, tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "bench.sqlite3", bot=1)
        async with AiohttpRequest() as request:
            hall = Hall(store, Wire(request, f"{address}/bot{TOKEN}"))
            for words in TO_THE_MAT:
                await hall.everybody_says(words)
            spare_the_collector()  # as the bot does: else the odd sweep is what is measured
            for _ in range(ROUNDS):
                for _ in range(2):
                    began = time.process_time()
                    await hall.a_beat_ends()
                    times.append((time.process_time() - began) / PEOPLE)
                await hall.everybody_says("back")
                await hall.everybody_says("ready")
        store.close()
    return times


def report() -> list[str]:
    milliseconds = 1000 * median(asyncio.run(measure()))
    return [f"a beat ends, all in, as a new card: {milliseconds:.3f} ms of CPU a screen  (the aim: 0.45)"]
