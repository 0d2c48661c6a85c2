"""Marks people as lost when Telegram says that they can't be reached, unless it says so of too many at once."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.chat.outgoing.lost_fuse import WINDOW, LostFuse
from bot.chat.outgoing.showing.owed_view import OwedView
from bot.store.database import Store
from bot.store.troubles import Trouble

log = logging.getLogger(__name__)


class LosesPeople(Protocol):
    def lost(self, person: int, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Marked:
    """Somebody who was believed to be lost. `seconds`: by the clock of the paces. `owed`: what the chat was owed then."""

    seconds: float
    at: datetime
    chat: int
    owed: str | None
    delivery: int


class Losses:
    def __init__(
        self, store: Store, coach: LosesPeople, seconds: Callable[[], float], clock: Callable[[], datetime]
    ) -> None:
        self._store, self._chats, self._coach = store, store.chats, coach
        self._seconds, self._clock = seconds, clock
        self._fuse = LostFuse()
        self._marked: deque[Marked] = deque()
        # If a run before this one told of it, it is over or will be found again.
        self._is_told = any(one.trouble is Trouble.MANY_LOST for one in store.troubles.every())

    def note_accepted(self) -> None:
        self._fuse.note(self._seconds(), is_lost=False)

    def believes(self, owed: OwedView) -> bool:
        """Decides whether Telegram is believed that somebody is lost. If so, they are marked as lost and owed nothing
        any more.
        """
        seconds, is_news = self._seconds(), self._chats.loss(owed.chat) is None
        if is_news:  # a known loss tells nothing of the others
            self._fuse.note(seconds, is_lost=True)
        if self._fuse.is_blown(seconds):
            self._tell(seconds)
            self._take_back(seconds)
            return False
        marked = self._mark(owed, seconds)
        if is_news:
            self._remember(marked)
        return True

    def look(self) -> None:
        if self._is_told and not self._fuse.is_blown(self._seconds()):
            self._store.troubles.end(Trouble.MANY_LOST)
            self._is_told = False
            log.warning(
                "Telegram no longer says of many at once that they can't be reached; it is believed again"
            )

    def _mark(self, owed: OwedView, seconds: float) -> Marked:
        now, delivery = self._clock(), owed.wanted.delivery if owed.stored else 0
        self._chats.pay(owed.chat, owed.stored, replace(owed.shown, stale=None) if owed.shown else None)
        self._coach.lost(owed.chat, now)
        return Marked(seconds, now, owed.chat, owed.stored, delivery)

    def _remember(self, marked: Marked) -> None:
        while self._marked and self._marked[0].seconds <= marked.seconds - WINDOW:
            self._marked.popleft()
        self._marked.append(marked)

    def _tell(self, seconds: float) -> None:
        if self._is_told:
            return
        lost, sends = self._fuse.counts(seconds)
        what = f"{lost} of {sends} within a minute"
        self._store.troubles.begin(Trouble.MANY_LOST, self._clock(), what)
        self._is_told = True
        log.error("Telegram says of %s that they can't be reached: not believed, and tried again later", what)

    def _take_back(self, seconds: float) -> None:
        while self._marked:
            marked = self._marked.popleft()
            if marked.seconds <= seconds - WINDOW:
                continue
            with self._store.transaction():
                if self._chats.mark_found(marked.chat, lost_at=marked.at):
                    self._store.deliveries.mark_pending_again(marked.delivery)
                    if marked.owed and self._chats.owed(marked.chat) is None:
                        self._chats.owe(marked.chat, marked.owed)
                        self._chats.put_off(marked.chat, self._clock())
