"""Brings a chat one call nearer to what it is owed, and notes each call in the store as soon as it is made.

A sent message is noted before the old one goes. A crash in between leaves two messages with buttons, and a note that the
older one is to be put away; the next start does that first. In the other order, a crash could leave a chat with no message,
or with one that nobody knows of.
"""

import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime

from telegram.error import TelegramError, TimedOut

from bot.chat.outgoing.refusals import Refusal, refusal
from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.difference import Settle, Show
from bot.chat.outgoing.showing.owed_view import OwedView
from bot.chat.telegram.envelope import NotTelegrams
from bot.chat.telegram.transport import Dropped
from bot.screens.view import View, from_json, to_json
from bot.store.chat.shown import Shown
from bot.store.database import Store
from bot.store.reminders.deliveries import State

log = logging.getLogger(__name__)

_GONE = (Refusal.FINE, Refusal.NO_MESSAGE)
_NOT_OF_THE_MESSAGE = (None, Refusal.LOST)


class Unsure(Exception):
    """A message may or may not have been sent: the answer never came."""


class Painter:
    def __init__(self, calls: Calls, store: Store, clock: Callable[[], datetime]) -> None:
        self._calls, self._store, self._chats, self._clock = calls, store, store.chats, clock

    async def step(self, owed: OwedView) -> None:
        """Makes one call. Raises TelegramError, NoPicture, or Unsure if the answer to a new message never came."""
        shown = owed.shown
        if shown and shown.stale is not None:
            await self._put_away(owed.chat, shown, shown.stale)
        elif shown and owed.plan.settle:
            await self._settle(owed, shown, owed.plan.settle)
        elif shown and owed.plan.show is not Show.SEND:
            await self._calls.edit(owed.plan.show, owed.chat, shown.message, owed.wanted)
            drawn = replace(shown, view=owed.as_shown, drawn_at=self._clock())
            self._chats.pay(owed.chat, owed.stored, drawn)
        else:
            await self._send(owed)

    async def _send(self, owed: OwedView) -> None:
        try:
            message = await self._calls.send(owed.chat, owed.wanted)
        except TelegramError as error:
            if may_have_arrived(error):
                raise Unsure from error
            raise
        stale = owed.shown.message if owed.shown and owed.plan.puts_away else None
        remains = to_json(owed.plan.remains) if owed.plan.remains else None
        now = self._clock()
        shown = Shown(message, owed.as_shown, now, stale, remains)
        if not owed.wanted.delivery and not owed.wanted.session:
            self._chats.pay(owed.chat, owed.stored, shown)
            return
        with self._store.transaction():
            self._chats.pay(owed.chat, owed.stored, shown)
            if owed.wanted.session:
                self._note_recorded(owed, message, now)
            if not owed.wanted.delivery:
                return
            self._store.deliveries.end(owed.wanted.delivery, State.SENT, now)
            self._chats.mark_found(owed.chat)

    def _note_recorded(self, owed: OwedView, message: int, now: datetime) -> None:
        """The time of the recording runs from now, however long it took to make. If it is sent again, its time goes on."""
        session = owed.wanted.session
        if not self._store.sent_films.is_sent(owed.chat, session):
            self._store.sessions.start_listening(session, owed.chat, now)
        self._store.sent_films.note(owed.chat, message, session, now)

    async def _put_away(self, chat: int, shown: Shown, message: int) -> None:
        remains = from_json(shown.remains)
        leave = self._calls.shrink(chat, message, remains) if remains else self._calls.delete(chat, message)
        if not await _is_done(leave):
            await _is_done(self._calls.strip(chat, message))
        self._chats.pay(chat, None, replace(shown, stale=None))

    async def _settle(self, owed: OwedView, shown: Shown, how: Settle) -> None:
        if owed.seen is None:
            log.error("what a chat shows can't be read: it loses its buttons, and the new screen comes below")
        line = (owed.seen and owed.seen.leaves) or ""
        try:
            await self._calls.settle(how, owed.chat, shown.message, line)
        except TelegramError as error:
            meaning = refusal(error)
            if meaning in _NOT_OF_THE_MESSAGE:
                raise
            if meaning not in _GONE:
                log.error("No line could be left: %s", error.message)  # noqa: TRY400 - Telegram's words say it all
                how = Settle.LINE
        if how is Settle.LINE and owed.seen:
            self._replace(owed, shown, owed.seen)
        else:
            self._chats.pay(owed.chat, None, None)

    def _replace(self, owed: OwedView, shown: Shown, seen: View) -> None:
        self.owe_fresh(owed.chat, shown, replace(seen, leaves=None))

    def owe_fresh(self, chat: int, shown: Shown | None, seen: View | None) -> None:
        with self._store.transaction():
            if shown and seen:
                self._chats.pay(chat, None, replace(shown, view=to_json(replace(seen, line=""))))
            if wanted := from_json(self._chats.owed(chat)):
                self._chats.owe(chat, to_json(replace(wanted, fresh=True)))


def may_have_arrived(error: TelegramError) -> bool:
    if isinstance(error, NotTelegrams):
        return error.may_have_passed
    return isinstance(error, TimedOut | Dropped) or type(error) is TelegramError


async def _is_done(call: Coroutine[None, None, None]) -> bool:
    """True if it was carried out or the message is gone, False if the message can't be changed this way. Raises
    TelegramError if the refusal is not about the message.
    """
    try:
        await call
    except TelegramError as error:
        meaning = refusal(error)
        if meaning in _NOT_OF_THE_MESSAGE:
            raise
        return meaning in _GONE
    return True
