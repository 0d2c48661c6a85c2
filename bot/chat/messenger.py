"""The one place that sends: makes each chat show what was decided for it.

A decision has written the screen that is now owed to a chat. Whoever draws a chat draws the newest that is owed, and
goes on until nothing is; a second one that comes meanwhile has nothing to do. So screens never go back on the wire,
and twenty impatient taps become one screen.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Protocol

from telegram.error import RetryAfter, TelegramError

from bot.chat.calls import Calls
from bot.chat.difference import Plan, Settle, Show, plan
from bot.chat.lanes import Lane, Lanes
from bot.chat.pictures import Pictures
from bot.chat.refusals import Refusal, refusal
from bot.chat.wire import Wire
from bot.coach.news import Reply
from bot.screens.view import View, from_json
from bot.store.chats import Shown
from bot.store.database import Store

log = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0
"""Seconds between two tries at most, when Telegram does not answer."""


class Regrets(Protocol):
    """What the messenger tells the coach."""

    def apologise(self, chat: int, now: datetime) -> Reply: ...
    def lost(self, person: int, now: datetime) -> None: ...


class Messenger:
    def __init__(  # noqa: PLR0913, PLR0917 - what sending takes
        self,
        wire: Wire,
        store: Store,
        coach: Regrets,
        lanes: Lanes,
        pictures: Pictures,
        clock: Callable[[], datetime],
    ) -> None:
        self._calls = Calls(wire, pictures)
        self._pictures = pictures
        self._chats, self._coach, self._lanes, self._clock = store.chats, coach, lanes, clock
        self._drawing: set[int] = set()
        self._sorry: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def show(self, reply: Reply, lane: Lane, tap: str | None = None, heard: int | None = None) -> None:
        """Not waited for. `tap`: the query to answer, at once; `heard`: the message that gets a 👍."""
        if tap:
            self._begin(_forgiving(self._calls.answer(tap, reply.toast)))
        if heard and reply.heard:
            self._begin(_forgiving(self._calls.thumb_up(reply.chat, heard)))
        self._begin(self._draw(reply.chat, lane))

    def draw_debts(self) -> None:
        """At the start: what was decided before and never got to the phone."""
        for chat in self._chats.in_debt():
            self._begin(self._draw(chat, Lane.SESSION))

    async def drain(self) -> None:
        """Returns when nothing is being sent."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def abandon(self) -> None:
        """What is not sent now stays owed, for the next start."""
        for task in self._tasks:
            task.cancel()

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _draw(self, chat: int, lane: Lane) -> None:
        if (
            chat in self._drawing
        ):  # the lock of a chat: who holds it shows the newest, so nobody need wait for it
            return
        self._drawing.add(chat)
        try:
            await self._pay_debts(chat, lane)
        except Exception:
            log.exception("a chat could not be drawn; what it is owed is kept")
        finally:
            self._drawing.discard(chat)

    async def _pay_debts(self, chat: int, lane: Lane) -> None:
        pause = 1.0
        while self._is_in_debt(chat):
            await self._lanes.turn(chat, lane)
            try:
                await self._pay(chat)
                pause = 1.0
            except RetryAfter as error:
                self._lanes.hold(chat, _seconds(error))
            except TelegramError as error:
                if not self._accept(chat, error):
                    # No answer may mean sent: then the screen comes twice, which is better than not at all, and the
                    # buttons of both do the same.
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)

    def _is_in_debt(self, chat: int) -> bool:
        """What would change nothing on the phone is paid without a call."""
        debt = self._debt(chat)
        if debt.owed and debt.shown and not debt.shown.stale and debt.plan.show is Show.NOTHING:
            self._chats.pay(chat, debt.owed, replace(debt.shown, view=debt.owed))
            return False
        return bool(debt.owed or (debt.shown and debt.shown.stale))

    def _debt(self, chat: int) -> "Debt":
        return Debt(*self._chats.debt(chat), now=self._clock())

    async def _pay(self, chat: int) -> None:
        """Show the newest that is owed, and put away what it replaced."""
        debt = self._debt(
            chat
        )  # read anew: while it waited for its turn, something newer may have been decided
        shown = await self._show(chat, debt, debt.owed) if debt.owed else debt.shown
        self._sorry.discard(chat)
        if shown and shown.stale is not None:
            await self._put_away(chat, shown.stale)
            self._chats.pay(chat, None, replace(shown, stale=None))

    async def _show(self, chat: int, debt: "Debt", owed: str) -> Shown:
        shown, steps = debt.shown, debt.plan
        if shown and steps.settle:
            await self._settle(steps.settle, chat, shown.message, debt.line)
        if shown is None or steps.show is Show.SEND:
            message = await self._calls.send(chat, debt.wanted)
            stale = shown.message if shown and steps.puts_away else None
            shown = Shown(message, owed, self._clock(), stale)
        else:
            await self._calls.edit(steps.show, chat, shown.message, debt.wanted)
            shown = replace(shown, view=owed)
        # Noted before an old message goes: after a crash in between, its end is still owed.
        self._chats.pay(chat, owed, shown)
        return shown

    async def _settle(self, how: Settle, chat: int, message: int, line: str) -> None:
        try:
            await self._calls.settle(how, chat, message, line)
        except TelegramError as error:
            if refusal(error) not in (Refusal.FINE, Refusal.NO_MESSAGE):
                raise

    async def _put_away(self, chat: int, message: int) -> None:
        try:
            await self._calls.delete(chat, message)
        except TelegramError as error:
            meaning = refusal(error)
            if meaning is Refusal.TOO_OLD:
                await _forgiving(self._calls.strip(chat, message))
            elif meaning not in (Refusal.FINE, Refusal.NO_MESSAGE):
                raise

    def _accept(self, chat: int, error: TelegramError) -> bool:
        """Draw the consequence of a refusal that will not pass. False for one that may."""
        debt = self._debt(chat)
        match refusal(error):
            case None:
                return False
            case Refusal.LOST:
                self._write_off(chat, debt)
                self._coach.lost(chat, self._clock())
            case Refusal.FINE if debt.owed and debt.shown:
                self._chats.pay(chat, debt.owed, replace(debt.shown, view=debt.owed))
            case Refusal.NO_MESSAGE:
                self._chats.pay(chat, None, None)
            case Refusal.UNKNOWN_FILE if debt.owed and debt.wanted.picture:
                self._pictures.forget(debt.wanted.picture)
            case _:
                self._regret(chat, debt, error)
        return True

    def _write_off(self, chat: int, debt: "Debt") -> None:
        self._chats.pay(chat, debt.owed, replace(debt.shown, stale=None) if debt.shown else None)

    def _regret(self, chat: int, debt: "Debt", error: TelegramError) -> None:
        """What we asked for can't be: the person hears so once, and finds a way home."""
        length = len(debt.wanted.text) if debt.owed else 0
        log.error("Telegram refused a screen of %d characters: %s", length, error.message)
        self._write_off(chat, debt)
        if chat not in self._sorry:
            self._sorry.add(chat)
            self._coach.apologise(chat, self._clock())


class Debt:
    """What a chat is owed beside what it shows, read together and unpacked where needed."""

    def __init__(self, owed: str | None, shown: Shown | None, now: datetime) -> None:
        self.owed, self.shown, self._now = owed, shown, now

    @cached_property
    def wanted(self) -> View:
        if self.owed is None:
            raise LookupError("nothing is owed")
        return from_json(self.owed)

    @cached_property
    def _seen(self) -> View | None:
        return from_json(self.shown.view) if self.shown else None

    @cached_property
    def plan(self) -> Plan:
        return plan(self._seen, self.wanted, self._now - (self.shown.sent_at if self.shown else self._now))

    @property
    def line(self) -> str:
        """The one line that the shown screen leaves."""
        return (self._seen and self._seen.leaves) or ""


async def _forgiving(call: Coroutine[None, None, None]) -> None:
    """For what is worth one try: an answer to a tap, a 👍, the buttons of an old message."""
    try:
        await call
    except TelegramError as error:
        if refusal(error) is Refusal.OURS:
            log.error("Telegram refused: %s", error.message)  # noqa: TRY400 - Telegram's words say it all


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
