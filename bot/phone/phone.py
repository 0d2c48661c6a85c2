"""A Telegram of one's own, to start and to stop: the server, the people on it, and what they went through."""

import asyncio
import importlib
import importlib.util
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from aiohttp import web

from bot.phone.chats import Chat, person_json
from bot.phone.faults import Faults
from bot.phone.floods import Floods
from bot.phone.guard import guard
from bot.phone.methods.introducing import in_language
from bot.phone.parameters import Json
from bot.phone.people import Group, Person
from bot.phone.record import Breach, Call
from bot.phone.server import LARGEST_BODY, BotApi
from bot.phone.telegram import Change, Telegram

KEEP_ALIVE = 75.0
"""Seconds an idle connection stays open: shorter than the client's and calls are lost between the two."""

T = TypeVar("T")


class NotSeenError(AssertionError):
    """What was waited for did not come; the text tells what the chats show instead."""


def _real_time() -> datetime:
    return datetime.now(UTC)


class Phone:
    def __init__(
        self,
        token: str = "1:abc",  # noqa: S107 - it opens nothing but this phone
        clock: Callable[[], datetime] = _real_time,
        floods: Floods | None = None,
        first_update: int = 1_000,
    ) -> None:
        """`clock` tells UTC. Without `floods` Telegram's own limits hold."""
        me = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Unhunch",
            "username": "unhunch_bot",
        }
        self.token = token
        self.telegram = Telegram(me, clock, floods or Floods(), first_update)
        self.address = ""
        self._runner: web.AppRunner | None = None
        self._people: dict[int, Person] = {}

    async def start(self, port: int = 0) -> None:
        """On loopback only. Raises OSError when the port is taken."""
        app = web.Application(middlewares=[guard], client_max_size=LARGEST_BODY)
        BotApi(self.telegram, self.token).mount(app)
        if importlib.util.find_spec("bot.phone.page"):
            importlib.import_module("bot.phone.page").mount(app, self)
        # A poll whose bot is gone must not take updates, nor be told of a conflict.
        runner = web.AppRunner(
            app,
            access_log=None,
            keepalive_timeout=KEEP_ALIVE,
            handler_cancellation=True,
            shutdown_timeout=0.2,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def person(
        self,
        id: int,  # noqa: A002 - as Telegram calls it
        first_name: str = "Ana",
        language: str | None = "en",
        *,
        last_name: str = "",
        username: str = "",
    ) -> Person:
        """Gets or creates; who exists keeps their name."""
        if id not in self._people:
            user = person_json(id, first_name, language=language, last_name=last_name, username=username)
            brief = {
                key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user
            } | {"type": "private"}
            chat = self.telegram.chats[id] = Chat(id, "private", brief, language=language)
            self.telegram.people[id] = user
            self._people[id] = Person(self.telegram, chat, user)
            self.telegram.tell(id, "person", user)
        return self._people[id]

    def people(self) -> list[Person]:
        return list(self._people.values())

    def group(self, id: int, title: str, kind: str = "", username: str = "") -> Group:  # noqa: A002 - as above
        """`kind`: group, supergroup or channel; by its id if none is told."""
        kind = kind or ("supergroup" if id <= -1_000_000_000_000 else "group")
        brief = {"id": id, "title": title, "type": kind} | ({"username": username} if username else {})
        return Group(self.telegram, self.telegram.chats.setdefault(id, Chat(id, kind, brief)))

    def commands(self, language: str | None) -> list[Json]:
        """The menu of a private chat: the most particular list there is."""
        kept = self.telegram.about.commands
        for scope in ('{"type": "all_private_chats"}', "default"):
            for spoken in (language or "", ""):
                if commands := kept.get((scope, spoken)):
                    return commands
        return []

    def describe(self, language: str | None = None) -> dict[str, str]:
        about, spoken = self.telegram.about, language or ""
        return {
            "name": in_language(about.name, spoken) or self.telegram.me["first_name"],
            "username": self.telegram.me["username"],
            "description": in_language(about.description, spoken),
            "short_description": in_language(about.short_description, spoken),
        }

    def redeliver(self, update_id: int) -> None:
        """The update comes once more, though it was confirmed; raises LookupError."""
        self.telegram.updates.add_again(update_id)

    @property
    def calls(self) -> deque[Call]:
        """In order of arrival of their answers; may be cleared."""
        return self.telegram.record.calls

    @property
    def refusals(self) -> list[Call]:
        return self.telegram.record.refusals

    @property
    def breaches(self) -> list[Breach]:
        return self.telegram.record.breaches

    @property
    def faults(self) -> Faults:
        return self.telegram.faults

    @property
    def changed(self) -> list[Callable[[Change], None]]:
        return self.telegram.changed

    @contextmanager
    def listen(self) -> "Iterator[asyncio.Queue[Change]]":
        """The changes from now on, in a queue that lives as long as the block."""
        changes: asyncio.Queue[Change] = asyncio.Queue()
        self.changed.append(changes.put_nowait)
        try:
            yield changes
        finally:
            self.changed.remove(changes.put_nowait)

    async def until(self, condition: Callable[[], T], seconds: float = 5) -> T:
        """The condition's value as soon as it is true; a LookupError in it means not yet. Raises NotSeenError."""
        stirred = asyncio.Event()
        self.telegram.stirred.append(stirred.set)
        try:
            async with asyncio.timeout(seconds):
                while not (value := _value(condition)):
                    await stirred.wait()
                    stirred.clear()
                return value
        except TimeoutError:
            raise NotSeenError(f"Not within {seconds} s. What the chats show:\n{self.transcript()}") from None
        finally:
            self.telegram.stirred.remove(stirred.set)

    def transcript(self) -> str:
        """What stands in each chat, and what was refused."""
        lines = []
        for person in self._people.values():
            lines.append(f"{person.first_name} ({person.id}), bot: {person.chat.membership}")
            lines += [str(message) for message in person.messages]
            lines += [f"     toast {toast.text!r}" for toast in person.toasts]
        lines += [f"refused: {call.method} in {call.chat}: {call.description}" for call in self.refusals]
        return "\n".join(lines)


def _value(condition: Callable[[], T]) -> T | None:
    try:
        return condition()
    except LookupError:
        return None
