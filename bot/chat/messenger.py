"""The one place that sends: makes each chat show what was decided for it.

A decision has written the screen that is now owed to a chat. Whoever draws a chat draws the newest that is owed, and
goes on until nothing is; a second one that comes meanwhile has nothing to do. So screens never go back on the wire,
and twenty impatient taps become one screen.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Protocol

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.chat.calls import Calls
from bot.chat.difference import Plan, Settle, Show, plan
from bot.chat.lanes import Lane, Lanes
from bot.chat.pictures import Pictures
from bot.chat.refusals import Refusal, refusal
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
        bot: Bot,
        store: Store,
        coach: Regrets,
        lanes: Lanes,
        pictures: Pictures,
        clock: Callable[[], datetime],
    ) -> None:
        self._calls = Calls(bot, pictures)
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
        owed, shown = self._chats.owed(chat), self._chats.shown(chat)
        if owed and shown and not shown.stale and self._plan(shown, from_json(owed)).show is Show.NOTHING:
            self._chats.pay(chat, owed, Shown(shown.message, owed, shown.sent_at))
            return False
        return bool(owed or (shown and shown.stale))

    async def _pay(self, chat: int) -> None:
        """Show the newest that is owed, and put away what it replaced."""
        if owed := self._chats.owed(chat):
            await self._show(chat, owed, self._chats.shown(chat))
            self._sorry.discard(chat)
        if shown := self._chats.shown(chat):
            await self._put_away(chat, shown)

    async def _show(self, chat: int, owed: str, shown: Shown | None) -> None:
        wanted = from_json(owed)
        steps = self._plan(shown, wanted)
        if shown and steps.settle:
            await self._settle(steps.settle, chat, shown)
        if shown is None or steps.show is Show.SEND:
            message = await self._calls.send(chat, wanted)
            stale = shown.message if shown and steps.puts_away else None
            # Noted before the old one goes: after a crash in between, its end is still owed.
            self._chats.pay(chat, owed, Shown(message, owed, self._clock(), stale))
        else:
            await self._calls.edit(steps.show, chat, shown.message, wanted)
            self._chats.pay(chat, owed, Shown(shown.message, owed, shown.sent_at, shown.stale))

    async def _settle(self, how: Settle, chat: int, shown: Shown) -> None:
        try:
            await self._calls.settle(how, chat, shown.message, from_json(shown.view).leaves or "")
        except TelegramError as error:
            if refusal(error) not in (Refusal.FINE, Refusal.NO_MESSAGE):
                raise

    async def _put_away(self, chat: int, shown: Shown) -> None:
        if shown.stale is None:
            return
        try:
            await self._calls.delete(chat, shown.stale)
        except TelegramError as error:
            meaning = refusal(error)
            if meaning is Refusal.TOO_OLD:
                await _forgiving(self._calls.strip(chat, shown.stale))
            elif meaning not in (Refusal.FINE, Refusal.NO_MESSAGE):
                raise
        self._chats.show(chat, Shown(shown.message, shown.view, shown.sent_at))

    def _plan(self, shown: Shown | None, wanted: View) -> Plan:
        now = self._clock()
        return plan(from_json(shown.view) if shown else None, wanted, now - (shown.sent_at if shown else now))

    def _accept(self, chat: int, error: TelegramError) -> bool:
        """Draw the consequence of a refusal that will not pass. False for one that may."""
        owed, shown = self._chats.owed(chat), self._chats.shown(chat)
        match refusal(error):
            case None:
                return False
            case Refusal.LOST:
                self._write_off(chat, owed)
                self._coach.lost(chat, self._clock())
            case Refusal.FINE if owed and shown:
                self._chats.pay(chat, owed, Shown(shown.message, owed, shown.sent_at, shown.stale))
            case Refusal.NO_MESSAGE:
                self._chats.show(chat, None)
            case Refusal.UNKNOWN_FILE if owed and (picture := from_json(owed).picture):
                self._pictures.forget(picture)
            case _:
                self._regret(chat, owed, error)
        return True

    def _write_off(self, chat: int, owed: str | None) -> None:
        if owed:
            self._chats.write_off(chat, owed)
        if shown := self._chats.shown(chat):
            self._chats.show(chat, Shown(shown.message, shown.view, shown.sent_at))

    def _regret(self, chat: int, owed: str | None, error: TelegramError) -> None:
        """What we asked for can't be: the person hears so once, and finds a way home."""
        length = len(from_json(owed).text) if owed else 0
        log.error("Telegram refused a screen of %d characters: %s", length, error.message)
        self._write_off(chat, owed)
        if chat not in self._sorry:
            self._sorry.add(chat)
            self._coach.apologise(chat, self._clock())


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
