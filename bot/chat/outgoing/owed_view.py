"""What a chat is owed beside what it shows: one look into the store, unpacked where anything is owed."""

from datetime import datetime

from bot.chat.outgoing.difference import DrawingPlan, Show, plan
from bot.screens.view import View, from_json
from bot.store.chat.shown import Shown

_NOTHING = DrawingPlan(None, Show.NOTHING, puts_away=False)


class OwedView:
    """`owed` is the stored view, None where nothing is; `seen` what is shown, `plan` what leads from it to `wanted`."""

    __slots__ = ("_wanted", "chat", "now", "owed", "plan", "seen", "shown")

    def __init__(self, chat: int, owed: str | None, shown: Shown | None, now: datetime) -> None:
        self.chat, self.owed, self.shown, self.now = chat, owed, shown, now
        self._wanted = from_json(owed) if owed else None
        self.seen = from_json(shown.view) if shown and owed else None
        age = now - (shown.sent_at if shown else now)
        self.plan = plan(self.seen, self._wanted, age) if self._wanted else _NOTHING

    @property
    def wanted(self) -> View:
        if self._wanted is None:
            raise LookupError("nothing is owed")
        return self._wanted

    @property
    def stale(self) -> int | None:
        """A message that is to be put away before anything else."""
        return self.shown.stale if self.shown else None

    @property
    def takes_no_call(self) -> bool:
        """What is owed would change nothing on the phone."""
        return self.stale is None and self.plan.settle is None and self.plan.show is Show.NOTHING
