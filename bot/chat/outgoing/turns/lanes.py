"""Who may send when: one budget for all, answers to people first, and a chat that was refused holds nobody else."""

import asyncio
import heapq
import time
from collections.abc import Callable
from enum import Enum, IntEnum
from itertools import count

from bot.chat.outgoing.turns.pace import PER_CHAT, ChatPace, FloodWatch, SendingPace

FOR_REMINDERS = 25 / 28
"""Their share of the budget, so that answers always find room."""

PAID_PER_SECOND = 1000.0
"""Telegram's limit for paid broadcasts, which count apart."""

PAID_BURST = 50
"""Messages that may follow each other at once: a busy loop is some hundredths of a second late, and has to catch up."""

LONGEST_FOR_ONE, LONGEST_FOR_ALL = 3600.0, 300.0
"""Seconds: the longest that one chat, and all reminders, are held at Telegram's word. One wrong number must silence nobody for a day; if
it is meant, Telegram says it again."""

MANY_CHATS = 4096
"""When more chats than this are remembered, those at rest are forgotten."""


class Lane(IntEnum):
    """The lowest goes first."""

    ANSWER = 0
    SESSION = 1
    REMINDER = 2
    BROADCAST = 3


class Weight(Enum):
    """Which paces a call counts against. Telegram limits messages (its FAQ for bots)."""

    MESSAGE = "its chat's and that of all that is sent"
    EDIT = "that of all that is sent: an old message shrinks, and the next screen need not wait for it"
    NOTHING = "none: a message is taken back, which waits only while Telegram asks to leave the chat alone"


class Lanes:
    """Paces in messages a second; None: no limit."""

    def __init__(
        self,
        per_second: float | None,
        per_chat: float | None = PER_CHAT,
        clock: Callable[[], float] = time.monotonic,
        *,
        is_paid: bool = False,
    ) -> None:
        self._clock, self._per_chat = clock, per_chat
        self._budget = SendingPace(per_second)
        self._is_paid = is_paid
        self._reminders = ChatPace(_pace_of_reminders(per_second, is_paid=is_paid))
        # Nobody pays for what goes to everybody: beside paid reminders it has the pace of unpaid ones.
        unpaid = ChatPace(_pace_of_reminders(per_second, is_paid=False))
        self._broadcasts = unpaid if is_paid else self._reminders
        self._chats: dict[int, ChatPace] = {}
        self._floods = FloodWatch()
        self._waiting: list[tuple[Lane, int, asyncio.Future[None]]] = []
        self._hurried: dict[int, Lane] = {}
        self._turns: dict[int, asyncio.Future[None]] = {}
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None

    def seconds(self) -> float:
        return self._clock()

    async def turn(self, chat: int, lane: Lane, weight: Weight = Weight.MESSAGE) -> bool:
        """Waits until one call to `chat` may go. Returns True if it had to wait."""
        own, has_waited = self._chat(chat), False
        pause = own.delay if weight is Weight.MESSAGE else own.held
        while wait := pause(self._clock()):
            has_waited = True
            await asyncio.sleep(wait)
        lane = min(lane, self._hurried.pop(chat, lane))
        if weight is Weight.NOTHING:
            return has_waited
        if self._waiting or self._delay(lane, self._clock()):
            has_waited = True
            await self._wait_in_lane(chat, lane)
        else:
            self._take(lane, self._clock())
        if weight is Weight.MESSAGE:
            own.pace.take(self._clock())
        return has_waited

    async def _wait_in_lane(self, chat: int, lane: Lane) -> None:
        mine = self._turns[chat] = asyncio.get_running_loop().create_future()
        self._queue(lane, mine)
        try:
            await mine
        finally:
            self._turns.pop(chat, None)

    def hurry(self, chat: int, lane: Lane) -> None:
        if chat in self._turns:
            self._queue(lane, self._turns[chat])
        else:
            self._hurried[chat] = min(lane, self._hurried.get(chat, lane))

    def hold(self, chat: int, seconds: float) -> None:
        now = self._clock()
        own = self._chat(chat)
        own.held_until = max(own.held_until, now + min(seconds, LONGEST_FOR_ONE))
        if everybody := min(self._floods.note(chat, seconds, now), LONGEST_FOR_ALL):
            for slow in (self._reminders, self._broadcasts):
                slow.held_until = max(slow.held_until, now + everybody)

    def held(self, chat: int) -> float:
        """Seconds."""
        return self._chat(chat).held(self._clock())

    def _queue(self, lane: Lane, turn: asyncio.Future[None]) -> None:
        heapq.heappush(self._waiting, (lane, next(self._order), turn))
        self._let_through()

    def _let_through(self) -> None:
        now = self._clock()
        while self._waiting:
            lane, _, first = self._waiting[0]
            if wait := 0.0 if first.done() else self._delay(lane, now):
                self._let_through_in(wait)
                return
            heapq.heappop(self._waiting)
            if not first.done():
                self._take(lane, now)
                first.set_result(None)

    def _delay(self, lane: Lane, now: float) -> float:
        slow = self._slow(lane)
        own = slow.delay(now) if slow else 0.0
        return own if self._is_apart(lane) else max(own, self._budget.delay(now))

    def _take(self, lane: Lane, now: float) -> None:
        if slow := self._slow(lane):
            slow.pace.take(now)
        if not self._is_apart(lane):
            self._budget.take(now)

    def _slow(self, lane: Lane) -> ChatPace | None:
        if lane is Lane.BROADCAST:
            return self._broadcasts
        return self._reminders if lane is Lane.REMINDER else None

    def _is_apart(self, lane: Lane) -> bool:
        return self._is_paid and lane is Lane.REMINDER

    def _let_through_in(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._let_through)

    def _chat(self, chat: int) -> ChatPace:
        if chat not in self._chats:
            if len(self._chats) >= MANY_CHATS:
                now = self._clock()
                self._chats = {known: pace for known, pace in self._chats.items() if not pace.is_idle(now)}
            self._chats[chat] = ChatPace(SendingPace(self._per_chat))
        return self._chats[chat]


def reminders_per_second(per_second: float, *, is_paid: bool) -> float:
    return PAID_PER_SECOND if is_paid else per_second * FOR_REMINDERS


def _pace_of_reminders(per_second: float | None, *, is_paid: bool) -> SendingPace:
    if per_second is None:
        return SendingPace(None)
    pace = reminders_per_second(per_second, is_paid=is_paid)
    return SendingPace(pace, PAID_BURST) if is_paid else SendingPace(pace)
