"""What a chat is owed beside what it shows: one look into the store, unpacked where it is needed."""

from datetime import datetime
from functools import cached_property

from bot.chat.difference import Plan, Show, plan
from bot.screens.view import View, from_json
from bot.store.chats import Shown


class Debt:
    def __init__(self, chat: int, owed: str | None, shown: Shown | None, now: datetime) -> None:
        self.chat, self.owed, self.shown, self.now = chat, owed, shown, now

    @property
    def stale(self) -> int | None:
        """A message that is to be put away before anything else."""
        return self.shown.stale if self.shown else None

    @cached_property
    def wanted(self) -> View:
        if self.owed is None:
            raise LookupError("nothing is owed")
        return from_json(self.owed)

    @cached_property
    def seen(self) -> View | None:
        return from_json(self.shown.view) if self.shown else None

    @cached_property
    def plan(self) -> Plan:
        return plan(self.seen, self.wanted, self.now - (self.shown.sent_at if self.shown else self.now))

    @property
    def takes_no_call(self) -> bool:
        """What is owed would change nothing on the phone."""
        return self.stale is None and self.plan.settle is None and self.plan.show is Show.NOTHING
