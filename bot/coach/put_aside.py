"""Remembers, in memory only, which rows damage in the file makes unusable, so that everything else goes on."""

from datetime import datetime, timedelta
from logging import Logger

from bot.coach.mishaps import OnceAMinute
from bot.store.database import Store
from bot.store.file.damage import is_damage
from bot.store.troubles import Trouble

FOR = timedelta(hours=1)
"""A row is tried again after this."""

MOST = 5000
"""When this many rows are put aside, the whole file is failing, not a part of it."""


class PutAside:
    """`kind`: what the rows are, for the log. Rows are known by their numbers."""

    def __init__(self, store: Store, kind: str, log: Logger) -> None:
        self._store, self._kind, self._log = store, kind, OnceAMinute(log)
        self._until: dict[int, datetime] = {}
        self._mended = store.times_mended

    def put(self, number: int, now: datetime, error: Exception) -> None:
        """Logged at most once a minute, and reported to `doctor` until a check finds the file whole."""
        self._until[number] = now + FOR
        self.tell(f"a {self._kind} can't be read or written, for damage in the file; put aside", now, error)

    def tell(self, what: str, now: datetime, error: Exception) -> None:
        if not self._log.tell(what, error):
            return
        try:
            with self._store.transaction():
                self._store.troubles.begin(Trouble.FILE, now, f"{self._kind}s that can't be read or written")
        except Exception as another:
            if not is_damage(another):
                raise

    def numbers(self, now: datetime) -> frozenset[int]:
        if self._mended != self._store.times_mended:
            self._mended = self._store.times_mended
            self._until.clear()
        if self._until:
            self._until = {number: until for number, until in self._until.items() if now < until <= now + FOR}
        return frozenset(self._until)

    def is_full(self, now: datetime) -> bool:
        return len(self.numbers(now)) >= MOST
