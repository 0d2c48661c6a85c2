"""Pulls reminders that are due, as many as there is room for, and hands them to the messenger."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.chat.counting import UNCOUNTED, Tally
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.mishaps import OnceAMinute, where_it_failed
from bot.coach.reminders.claims import Claims

log = logging.getLogger(__name__)

A_BATCH = 8
"""Reminders claimed in one transaction: the longest that a tap has to wait."""

A_BREATH = 0.01
"""Seconds between two batches of next moments that are computed anew."""

Ticked = Callable[[str], None]
"""Called with the name of a loop each time it has looked for what is due, and all went well."""


def nobody_asks(_: str) -> None: ...


class ReminderPuller:
    """Only one pull runs at a time. `wall`: the machine's own clock, if the bot goes by another."""

    def __init__(  # noqa: PLR0913, PLR0917 - what pulls, and who hears of it
        self,
        claims: Claims,
        messenger: Messenger,
        clock: Callable[[], datetime],
        wall: Callable[[], datetime] | None = None,
        ticked: Ticked = nobody_asks,
        tally: Tally = UNCOUNTED,
    ) -> None:
        self._claims, self._messenger, self._clock, self._ticked = claims, messenger, clock, ticked
        self._tally = tally
        self._wall = wall or clock
        self._told = OnceAMinute(log)
        self._pulling: asyncio.Task[None] | None = None
        self._is_over = False

    def knock(self) -> asyncio.Task[None]:
        if self._pulling is None or self._pulling.done():
            self._pulling = asyncio.create_task(self._pull())
        return self._pulling

    async def stop(self) -> None:
        self._is_over = True
        if self._pulling:
            self._pulling.cancel()
            await asyncio.wait([self._pulling])

    async def _pull(self) -> None:
        if self._is_over:
            return
        in_flight = self._messenger.in_flight
        try:
            if self._claims.beat(self._clock(), self._wall()):
                self._tally.wrote()
            while self._claims.is_due(self._clock()):
                await in_flight.wait_for_places()
                for reply in self._claims.claim(self._clock(), min(A_BATCH, in_flight.free_places)):
                    self._messenger.show(reply, Lane.REMINDER)
                self._ticked("reminders")
                await asyncio.sleep(0)  # taps get their turn
            self._ticked("reminders")
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self._told.tell("reminders could not be claimed; the next knock tries again", error)


class MomentsAnew:
    """Computes every next moment again, bit by bit, after the rules of time zones have changed or the time was set
    back.

    `zones`: the version of the rules.
    """

    def __init__(self, claims: Claims, zones: str, clock: Callable[[], datetime]) -> None:
        self._claims, self._zones, self._clock = claims, zones, clock
        self._computing: asyncio.Task[None] | None = None

    def begin(self) -> None:
        if self._computing:
            self._computing.cancel()
        self._computing = asyncio.create_task(self._compute())

    async def end(self) -> None:
        if self._computing:
            self._computing.cancel()
            await asyncio.wait([self._computing])

    async def _compute(self) -> None:
        try:
            for _ in self._claims.recompute(self._zones, self._clock):
                await asyncio.sleep(A_BREATH)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            log.error(  # noqa: TRY400 - see there
                "the next moments could not be computed anew; the next start tries again: %s",
                where_it_failed(error),
            )
