"""The bot's clock on Telegram: reads the machine's clocks, listens to Telegram, and tells when the time was corrected."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram.error import TelegramError

from bot.coach.mishaps import where_it_failed
from bot.domain.steady_time import AGAIN, SteadyTime, agree, begun, hear, look, stepped

log = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""Seconds between two looks at the clocks."""

FRESH = 0.1
"""Seconds for which one look at the clocks holds."""

LONGEST_PAUSE = 10.0
"""Seconds between two questions to Telegram while the time is in doubt; each pause is twice as long as the one before."""

UNHEARD = 600.0
"""Seconds without a time from Telegram after which it is asked: while nobody writes, no answer tells the time."""

QUICK = 4.0
"""Seconds. A quicker answer without a time is from a server that never tells it."""

ASKED_AT_START = 4
"""Questions to Telegram at the start. After them the machine's clock holds, whatever was answered."""


class SteadyClock:
    """Its rules stand in domain/steady_time.py.

    `adopted`: called with the old and the new time, when Telegram's word made a difference of more than 30 s, before anything else goes on.
    `after_step`: called, from the loop that keeps the time, after every such difference and every step of the machine's clock of more
    than 30 s: for what wakes by the wall clock. `seconds`: the monotonic clock.
    """

    def __init__(self, wall: Callable[[], datetime], seconds: Callable[[], float] = time.monotonic) -> None:
        self.wall, self._seconds = wall, seconds
        self._looked = seconds()
        self._heard_at = self._looked
        self._time = begun(wall(), self._looked)
        self.adopted: list[Callable[[datetime, datetime], None]] = []
        self.after_step: list[Callable[[], None]] = []
        self._untold: list[tuple[datetime, datetime]] = []
        self._has_stepped = False

    def __call__(self) -> datetime:
        """Called so often that it must not look at both clocks each time."""
        seconds = self._seconds()
        return self._time.at(seconds) if seconds - self._looked < FRESH else self.look()

    def look(self) -> datetime:
        self._looked = seconds = self._seconds()
        before, self._time = self._time, look(self._time, self.wall(), seconds)
        if step := stepped(before, self._time):
            log.warning("the machine's clock was set by %+.0f s, or it was suspended", step.total_seconds())
            self._has_stepped |= not agree(before.wall, self._time.wall)
        self._tell_of_wrong(before)
        return self._time.at(seconds)

    @property
    def is_in_doubt(self) -> bool:
        return self._time.is_in_doubt

    @property
    def is_sure(self) -> bool:
        return self._time.is_agreed and not self.is_in_doubt

    def is_to_be_asked_after(self) -> bool:
        seconds = self._seconds()
        if seconds - self._heard_at < UNHEARD:
            return False
        self._heard_at = seconds
        return True

    def hear(self, date: datetime) -> None:
        old, seconds = self.look(), self._seconds()
        self._heard_at = seconds
        before, self._time = self._time, hear(self._time, date, seconds)
        self._tell_of_wrong(before)
        new = self._time.at(seconds)
        if not agree(old, new):
            log.warning("by Telegram's time it is %+.0f s later than it seemed", (new - old).total_seconds())
            self._untold.append((old, new))
            self._has_stepped = True
            self.tell_adopted()

    def tell_adopted(self) -> None:
        while self._untold:
            try:
                for listener in self.adopted:
                    listener(*self._untold[0])
            except Exception as error:  # noqa: BLE001 - whatever goes wrong, the time goes on
                log.error("a step of the time had no consequences yet: %s", where_it_failed(error))  # noqa: TRY400 - see there
                return
            del self._untold[0]

    def tell_after_step(self) -> None:
        if not self._has_stepped:
            return
        self._has_stepped = False
        for listener in self.after_step:
            try:
                listener()
            except Exception as error:  # noqa: BLE001 - as above
                log.error("something was not set anew after a step: %s", where_it_failed(error))  # noqa: TRY400 - see there

    def _tell_of_wrong(self, before: SteadyTime) -> None:
        if self._time.wall_is_wrong is before.wall_is_wrong:
            return
        if self._time.wall_is_wrong:
            ahead = (self._time.wall - self._time.zero).total_seconds()
            log.error(
                "the machine's clock is wrong by %+.0f s, says Telegram; the bot goes by its own", ahead
            )
        elif agree(self._time.wall, self._time.zero):
            log.warning("the machine's clock is right again")


async def be_sure(clock: SteadyClock, ask: Callable[[], Awaitable[object]]) -> None:
    """At the start, nothing is decided by a clock that Telegram contradicts or has not confirmed. A server that answers
    but never tells the time holds up nothing.

    While nobody answers, a time that Telegram contradicts stays unused, however long. Nothing could be sent anyway, and
    much would be closed as missed.
    """
    times = 0
    while times < ASKED_AT_START and not clock.is_sure:
        if times or clock.is_in_doubt:
            await asyncio.sleep(1.1 * AGAIN)
        asked_at = time.monotonic()
        has_answered = await _try(ask)
        if has_answered and not clock.is_in_doubt and time.monotonic() - asked_at < QUICK:
            return
        times += has_answered or not clock.is_in_doubt


async def keep_time(clock: SteadyClock, ask: Callable[[], Awaitable[object]]) -> None:
    """Runs until cancelled. Asks Telegram while the clocks are in doubt. `ask`: any quick call."""
    pause = AGAIN
    while True:
        clock.look()
        clock.tell_adopted()
        clock.tell_after_step()
        if not clock.is_in_doubt:
            pause = AGAIN
            if clock.is_to_be_asked_after():
                await _try(ask)
            await asyncio.sleep(LOOK_EVERY)
            continue
        await _try(ask)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


async def _try(ask: Callable[[], Awaitable[object]]) -> bool:
    try:
        await ask()
    except TelegramError:
        pass  # nobody answers: the old time goes on
    except Exception as error:  # noqa: BLE001 - whatever goes wrong, the time is to be kept
        log.error("Telegram could not be asked for the time: %s", where_it_failed(error))  # noqa: TRY400 - see there
    else:
        return True
    return False
