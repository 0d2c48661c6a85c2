"""People who live with the bot for long: one file on the disk, chats drawn call by call as the messenger does, crashes and restarts."""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import cast

from telegram.error import Forbidden

from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.difference import Settle, Show
from bot.chat.outgoing.showing.owed_view import OwedView
from bot.chat.outgoing.showing.painter import Painter
from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import Blocked, CameBack, Reply
from bot.screens.view import Key, View
from bot.store.file.private import PRIVATE_FILE
from tests.coach.talk import MORNING, Someone, World
from tests.new_store import store_at

BOT = 1
MOST_CALLS = 20
"""No chat needs more calls than this to be drawn."""


@dataclass
class Phones:
    """What the chats hold, and who has blocked the bot. The calls are those that the painter makes."""

    messages: dict[int, dict[int, tuple[Key, ...]]] = field(default_factory=lambda: defaultdict(dict))
    blocked: set[int] = field(default_factory=set)
    came: list[tuple[int, View]] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def with_buttons(self, chat: int) -> list[int]:
        return [message for message, keys in self.messages[chat].items() if keys]

    async def send(self, chat: int, view: View) -> int:
        self._reach(chat)
        message = next(self._ids)
        self.messages[chat][message] = _keys(view)
        self.came.append((chat, view))
        return message

    async def edit(self, how: Show, chat: int, message: int, view: View) -> None:
        self._reach(chat)
        assert message in self.messages[chat], f"{how} a message that is gone"
        self.messages[chat][message] = _keys(view)

    async def settle(self, how: Settle, chat: int, message: int, line: str) -> None:
        self._reach(chat)
        assert how is not Settle.LINE or line, "a line of nothing"
        if how is Settle.LINE:
            self.messages[chat][next(self._ids)] = ()
        else:
            await self.strip(chat, message)

    async def shrink(self, chat: int, message: int, remains: View) -> None:
        self.messages[chat][message] = _keys(remains)

    async def delete(self, chat: int, message: int) -> None:
        self._reach(chat)
        del self.messages[chat][message]

    async def strip(self, chat: int, message: int) -> None:
        self._reach(chat)
        self.messages[chat][message] = ()

    def _reach(self, chat: int) -> None:
        if chat in self.blocked:
            raise Forbidden("bot was blocked by the user")


def _keys(view: View) -> tuple[Key, ...]:
    return tuple(key for row in view.keys for key in row)


def a_file(knowledge: Knowledge, *said: tuple[int, str, tuple[str, ...]]) -> bytes:
    """Holds people (id, name) who have said all of this."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "begun.sqlite3")
        store = store_at(path, BOT)
        world = World(store, Coach(store, knowledge), MORNING - timedelta(hours=20))
        for number, name, words in said:
            someone = world.someone(number, name)
            for each in words:
                someone.says(each)
            world.now += timedelta(minutes=1)
        store.close()
        return path.read_bytes()


class Living(World):
    """A world whose bot may crash and start again, and whose people may block it."""

    def __init__(self, knowledge: Knowledge, begun: bytes, now: datetime = MORNING) -> None:
        self.knowledge = knowledge
        self._folder = Path(
            tempfile.mkdtemp(prefix="unhunch-living-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT"))
        )
        self._path = self._folder / "unhunch.sqlite3"
        self._path.touch(PRIVATE_FILE)
        self._path.write_bytes(begun)
        self.phones = Phones()
        store = store_at(self._path, BOT)
        super().__init__(store, Coach(store, knowledge), now, count(1_000_000))
        store.chats.forget_screens()
        self.starts()

    def ends(self) -> None:
        self.store.close()
        shutil.rmtree(self._folder)

    def starts(self) -> None:
        """As the bot does: what was on its way is judged again, and what is owed is drawn."""
        self.coach.wake_up(self.now)
        for _ in self.coach.claims.recompute(self.knowledge.zones, lambda: self.now):
            pass
        for chat in self.store.chats.in_debt():
            self.deliver(chat)

    def crashes(self) -> None:
        self.store.close()
        self.store = store_at(self._path, BOT)
        self.coach = Coach(self.store, self.knowledge)

    def deliver(self, chat: int) -> None:
        self.draw(chat, MOST_CALLS)
        assert chat not in self.store.chats.in_debt(), "it is drawn for ever"

    def draw(self, chat: int, calls: int) -> None:
        """Draws what is owed; after this many calls the plug is pulled."""
        painter = Painter(cast("Calls", self.phones), self.store, lambda: self.now - self.reading)
        for _ in range(calls):
            owed = OwedView(chat, self.store.chats.debt(chat), self.now)
            if owed.stored and not owed.wanted.is_good(self.now):
                self.coach.judge_again(chat, self.now)
                continue
            if owed.stored is None and owed.stale is None:
                break
            if owed.shown and owed.stored and owed.takes_no_call:
                self.store.chats.pay(chat, owed.stored, replace(owed.shown, view=owed.stored))
                continue
            try:
                _run(painter.step(owed))
            except Forbidden:
                shown = replace(owed.shown, stale=None) if owed.shown else None
                self.store.chats.pay(chat, owed.stored, shown)
                self.coach.lost(chat, self.now)
        self._take_out(chat)

    def _take_out(self, chat: int) -> None:
        for message in self.store.chats.unwanted(chat):
            self.phones.messages[chat].pop(message, None)
            self.store.chats.forget_unwanted(chat, (message,))

    def rings(self) -> Iterator[Reply]:
        for reply in self.coach.ring(self.now):
            self.deliver(reply.chat)
            yield reply

    def blocks(self, someone: Someone) -> None:
        self.phones.blocked.add(someone.sender.id)
        someone.sends(Blocked(someone.sender))

    def comes_back(self, someone: Someone) -> None:
        self.phones.blocked.discard(someone.sender.id)
        someone.sends(CameBack(someone.sender))


def _run(step: Coroutine[None, None, None]) -> None:
    """Nothing in the coroutine waits for anything."""
    with suppress(StopIteration):
        step.send(None)
