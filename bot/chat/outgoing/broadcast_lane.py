"""Sends what everybody is told: a few at once, behind all else that is sent.

It goes beside the screens, so that nobody loses their buttons. What is on its way is noted before it is sent, and how it ended as soon
as that is known: a crash sends again at most what was on its way.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from telegram.error import RetryAfter, TelegramError

from bot.chat.outgoing.messenger import Messenger, seconds_of
from bot.chat.outgoing.refusals import Refusal, refusal
from bot.chat.outgoing.showing.painter import may_have_arrived
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.admin.broadcast_desk import BroadcastDesk, Outgoing
from bot.coach.mishaps import OnceAMinute

log = logging.getLogger(__name__)

AT_ONCE = 32
"""Letters on their way at once: enough to keep the lane busy. A crash can send at most this many again."""

A_BATCH = 8
"""People claimed in one transaction: the longest that a tap has to wait."""

FAILED_RUNNING = 16
"""After this many without an answer in a row, Telegram is left alone for a while."""

A_WHILE = 15.0
"""Seconds."""

LAST_WORDS = 3.0
"""Seconds given to what is on the wire when the bot is told to stop."""

REPORTED_EVERY = 3.0
"""Seconds between two updates of the card on which an admin sees how far it is."""


class BroadcastLane:
    def __init__(self, desk: BroadcastDesk, messenger: Messenger, clock: Callable[[], datetime]) -> None:
        self._desk, self._messenger, self._clock = desk, messenger, clock
        self._told = OnceAMinute(log)
        self._going: set[asyncio.Task[None]] = set()
        self._on_the_wire: set[asyncio.Task[None]] = set()
        self._freed = asyncio.Event()
        self._pulling: asyncio.Task[None] | None = None
        self._unnoted: list[Callable[[], None]] = []
        self._failed_running = 0
        self._rests_until = self._reported_at = float("-inf")

    def knock(self) -> asyncio.Task[None]:
        if self._pulling is None or self._pulling.done():
            self._pulling = asyncio.create_task(self._pull())
        return self._pulling

    async def drain(self) -> None:
        while self._going:
            await asyncio.wait(self._going)

    async def stop(self) -> None:
        """Stops for good. What is being sent has LAST_WORDS to be answered; without an answer it is sent again after
        the next start.
        """
        for task in (*([self._pulling] if self._pulling else ()), *(self._going - self._on_the_wire)):
            task.cancel()
        if self._on_the_wire:
            await asyncio.wait(self._on_the_wire, timeout=LAST_WORDS)
        for task in self._going:
            task.cancel()
        if rest := [*([self._pulling] if self._pulling else ()), *self._going]:
            await asyncio.wait(rest)

    async def _pull(self) -> None:
        try:
            self._note_what_was_not()
            self._report()
            while self._messenger.seconds() >= self._rests_until:
                if not await self._pull_some():
                    return
                await asyncio.sleep(0)  # taps get their turn
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self._told.tell("what everybody is told waits; the next knock tries again", error)

    async def _pull_some(self) -> bool:
        while not (room := min(A_BATCH, AT_ONCE - len(self._going))):
            self._freed.clear()
            await self._freed.wait()
        claimed = self._desk.claim(self._clock(), room)
        for outgoing in claimed.letters:
            task = asyncio.create_task(self._send(outgoing))
            self._going.add(task)
            task.add_done_callback(self._is_done)
        self._report()
        return claimed.goes_on

    def _is_done(self, task: asyncio.Task[None]) -> None:
        self._going.discard(task)
        self._freed.set()

    def _report(self) -> None:
        seconds = self._messenger.seconds()
        if seconds < self._reported_at + REPORTED_EVERY:
            return
        self._reported_at = seconds
        for reply in self._desk.report(self._clock()):
            self._messenger.show(reply, Lane.SESSION)

    async def _send(self, outgoing: Outgoing) -> None:
        letter = outgoing.letter
        try:
            await self._messenger.turn_beside(letter.person)
            if not self._desk.is_still_to_go(letter, self._clock()):
                return
            await self._tell(outgoing)
        except asyncio.CancelledError:
            if asyncio.current_task() not in self._on_the_wire:
                self._note(lambda: self._desk.held_back(letter, self._clock()))
            raise
        except TelegramError as error:
            self._note(self._what_follows(outgoing, error))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self._told.tell("somebody could not be told what everybody is told, and is tried later", error)
            self._note(lambda: self._desk.put_off(letter, self._clock()))
        else:
            self._failed_running = 0
            self._messenger.heard_of_success()
            self._note(lambda: self._desk.sent(letter))

    async def _tell(self, outgoing: Outgoing) -> None:
        task = asyncio.current_task()
        if task:
            self._on_the_wire.add(task)
            task.add_done_callback(self._on_the_wire.discard)
        await self._messenger.tell_beside(outgoing.letter.person, outgoing.text)

    def _what_follows(self, outgoing: Outgoing, error: TelegramError) -> Callable[[], None]:
        letter, desk, clock, meaning = outgoing.letter, self._desk, self._clock, refusal(error)
        if isinstance(error, RetryAfter):
            asked = seconds_of(error)
            self._messenger.hold(letter.person, asked)
            return lambda: desk.put_off(letter, clock(), asked)
        if meaning is Refusal.LOST:
            self._messenger.heard_of_loss(letter.person)
            return lambda: desk.maybe_lost(letter, clock())
        if meaning is not None:
            self._told.tell("Telegram refused what everybody is told", more=f": {error.message}")
            return lambda: desk.refused(letter)
        self._note_failure()
        if may_have_arrived(error):
            return lambda: desk.unsure(letter, clock())
        return lambda: desk.put_off(letter, clock())

    def _note_failure(self) -> None:
        self._failed_running += 1
        if self._failed_running >= FAILED_RUNNING:
            self._rests_until = self._messenger.seconds() + A_WHILE

    def _note(self, note: Callable[[], None]) -> None:
        try:
            note()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            self._told.tell("what became of something that everybody is told is noted later", error)
            self._unnoted.append(note)

    def _note_what_was_not(self) -> None:
        while self._unnoted:
            self._unnoted[0]()
            self._unnoted.pop(0)
