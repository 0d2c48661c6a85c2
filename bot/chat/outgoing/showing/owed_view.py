"""What a chat is owed beside what it shows: one look into the store, unpacked where anything is owed."""

from dataclasses import replace
from datetime import datetime

from bot.chat.outgoing.showing.difference import DrawingPlan, Settle, Show, drawing_plan
from bot.screens.view import View, from_json, to_json
from bot.store.chat.shown import Debt

_NOTHING = DrawingPlan(None, Show.NOTHING, puts_away=False)
_ANEW = DrawingPlan(Settle.STRIP, Show.SEND, puts_away=False)


class OwedView:
    """`stored`: the view that is owed, as the store keeps it; None: nothing is owed. `seen`: the view that is shown. `plan` leads from
    `seen` to `wanted`. `has_more`: as in Debt.

    If what is shown can't be read, `seen` is None. Then the old message loses its buttons and the new one comes below. It is not
    deleted, as it may be a line of the diary.
    """

    __slots__ = ("_wanted", "chat", "has_more", "now", "plan", "seen", "shown", "stored")

    def __init__(self, chat: int, debt: Debt, now: datetime) -> None:
        self.chat, self.stored, self.shown, self.now = chat, debt.owed, debt.shown, now
        self.has_more = debt.has_more
        self._wanted = from_json(self.stored)
        self.seen = from_json(self.shown.view) if self.shown and self.stored else None
        self.plan = self._plan()

    @property
    def is_unreadable(self) -> bool:
        return self.stored is not None and self._wanted is None

    @property
    def wanted(self) -> View:
        if self._wanted is None:
            raise LookupError("nothing is owed")
        return self._wanted

    @property
    def as_shown(self) -> str:
        """What is kept of the view after it was sent. For a file, not what it was made of, which may hold a name and a
        person's notes.
        """
        if self.stored and self.wanted.is_file and not self.wanted.is_recorded:
            return to_json(replace(self.wanted, value=""))
        return self.stored or ""

    @property
    def stale(self) -> int | None:
        return self.shown.stale if self.shown else None

    @property
    def is_to_be_made(self) -> bool:
        if self._wanted is None or self.stale is not None or self.plan.settle:
            return False
        return bool(self._wanted.job) and self.plan.show in (Show.SEND, Show.EDIT_PICTURE)

    @property
    def is_shown_next(self) -> bool:
        return self._wanted is not None and self.stale is None and self.plan.settle is None

    @property
    def takes_no_call(self) -> bool:
        return self.stale is None and self.plan.settle is None and self.plan.show is Show.NOTHING

    def _plan(self) -> DrawingPlan:
        if self._wanted is None:
            return _NOTHING
        if self.shown and self.seen is None:
            return _ANEW
        return drawing_plan(
            self.seen, self._wanted, self.now - (self.shown.sent_at if self.shown else self.now)
        )
