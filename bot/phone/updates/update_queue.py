"""Keeps updates until the bot has confirmed them, and holds its long poll, by Telegram's rules."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from bot.phone.given.parameters import Json
from bot.phone.given.refused import RefusedError

DAY = timedelta(hours=24)
TAP_LIFE = timedelta(seconds=150)

KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count",
    "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
    "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
    "removed_chat_boost",
})  # fmt: skip
USUAL = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}

_REMEMBERED = 10_000
_IMPATIENT = 3.0
_HASTY = 0.5


@dataclass(frozen=True, slots=True)
class Update:
    """Without a `kind`, the body is the whole update but its id."""

    id: int
    kind: str
    body: Json
    expires: datetime

    @property
    def wire(self) -> Json:
        return {"update_id": self.id, **({self.kind: self.body} if self.kind else self.body)}


class UpdateQueue:
    def __init__(self, first: int) -> None:
        self.allowed = USUAL
        self._next = first
        self._pending: dict[int, Update] = {}
        self._first_expiry: datetime | None = None
        self._again: list[Update] = []
        self._past: deque[Update] = deque(maxlen=_REMEMBERED)
        self._poll: asyncio.Future[None] | None = None
        self._before = (0, -_IMPATIENT)
        self._conflict_at = -_IMPATIENT
        self._taker: Callable[[Update], None] | None = None

    def __len__(self) -> int:
        return len(self._pending)

    def count(self, now: datetime) -> int:
        return sum(update.expires > now for update in self._pending.values())

    def add(self, kind: str, body: Json, expires: datetime) -> int:
        """Returns the id, or 0 if the bot did not ask for this kind: then there is no update."""
        return self._put(kind, body, expires) if kind in self.allowed else 0

    def add_raw(self, body: Json, expires: datetime) -> int:
        return self._put("", body, expires)

    def _put(self, kind: str, body: Json, expires: datetime) -> int:
        update = Update(self._next, kind, body, expires)
        self._next += 1
        self._pending[update.id] = update
        self._first_expiry = min(expires, self._first_expiry or expires)
        self._past.append(update)
        self._pass_on(update)
        return update.id

    def deliver_again(self, id_: int) -> None:
        known = next((update for update in self._past if update.id == id_), None)
        if known is None:
            raise LookupError(f"There is no update {id_} to deliver again")
        if self._taker is None:
            self._again.append(known)
        self._pass_on(known)

    def hand_over(self, taker: Callable[[Update], None] | None) -> None:
        """Gives a webhook all pending and coming updates, and forgets those it took. None ends that."""
        self._taker = taker
        for update in tuple(self._pending.values()) if taker else ():
            self._pass_on(update)

    def forget(self, id_: int) -> None:
        self._pending.pop(id_, None)

    def _pass_on(self, update: Update) -> None:
        if self._taker is not None:
            self._taker(update)
        else:
            self._wake()

    def clear(self) -> None:
        self._pending.clear()
        self._again.clear()

    def stop(self) -> None:
        self._wake()

    def allow(self, wanted: str) -> None:
        """Keeps the last choice if `wanted` is missing or malformed. Empty, or only unknown kinds, means the usual
        ones.
        """
        try:
            names = json.loads(wanted) if wanted else None
        except ValueError:
            return
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            self.allowed = frozenset(map(str.lower, names)) & KINDS or USUAL

    async def fetch(
        self,
        offset: int,
        limit: int,
        seconds: int,
        clock: Callable[[], datetime],
    ) -> list[Json]:
        """Waits up to `seconds` for the first update. Raises RefusedError when a newer long poll replaces this one."""
        seconds, limit = self._held_back(offset, seconds, limit)
        found = self._taken(offset, limit, clock())
        if found or not seconds:
            return found
        await self._arrival(seconds)
        return self._taken(offset, limit, clock())

    def _held_back(self, offset: int, seconds: int, limit: int) -> tuple[int, int]:
        """A bot that asks for the same offset again at once has to wait, and gets one update at a time."""
        now = asyncio.get_running_loop().time()
        (last_offset, last_at), self._before = self._before, (offset, now)
        if offset != last_offset or now >= last_at + _IMPATIENT:
            return seconds, limit
        return max(seconds, int(_IMPATIENT)), 1 if now < last_at + _HASTY else limit

    def _taken(self, offset: int, limit: int, now: datetime) -> list[Json]:
        self._confirm(offset, now)
        again, self._again = self._again[:limit], self._again[limit:]
        fresh = islice(self._pending.values(), limit - len(again))
        return [update.wire for update in (*again, *fresh)]

    def _confirm(self, offset: int, now: datetime) -> None:
        if offset < 0:
            # For -3 the last three stay, and the others are forgotten.
            offset = next(iter(list(self._pending)[offset:]), 0)
        # Ids grow, so the confirmed ones stand first. All are searched only if one must have expired.
        for id_ in list(takewhile(lambda id_: id_ < offset, self._pending)):
            del self._pending[id_]
        if self._first_expiry is not None and self._first_expiry <= now:
            self._pending = {id_: update for id_, update in self._pending.items() if update.expires > now}
            self._first_expiry = min((update.expires for update in self._pending.values()), default=None)

    async def _arrival(self, seconds: int) -> None:
        self.end_poll(
            "Terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            pass
        except RefusedError:
            await self.slow_down()
            raise
        finally:
            if self._poll is poll:
                self._poll = None

    def end_poll(self, reason: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(RefusedError(reason, 409))

    async def slow_down(self) -> None:
        """Delays the answer to a conflict, so that two programs that throw each other out do not ask without a pause."""
        now = asyncio.get_running_loop().time()
        last, self._conflict_at = self._conflict_at, now
        if now < last + _IMPATIENT:
            await asyncio.sleep(_IMPATIENT)

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
