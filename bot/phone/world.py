"""The world of a phone: the Telegram, its people and groups, its time, and the record of all calls."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from bot.phone.clock import MovingClock, Time
from bot.phone.given.parameters import Json
from bot.phone.state.call_record import ApiCall, Breach
from bot.phone.state.chats import Chat, person_json
from bot.phone.state.floods import FloodGate, Floods
from bot.phone.state.groups import GroupChat
from bot.phone.state.persons import PhoneUser
from bot.phone.state.planned_faults import PlannedFaults
from bot.phone.state.telegram import Change, Telegram
from bot.phone.state.transcript import transcript
from bot.phone.updates.update_queue import DAY

# Seconds between looks at a condition: it may depend on things outside the phone, whose changes nobody tells.
_LOOK_AGAIN = 0.05

T = TypeVar("T")


class NotSeenError(AssertionError):
    """Waiting was in vain. Carries a transcript of the chats."""


def _real_time() -> datetime:
    return datetime.now(UTC)


class World:
    def __init__(
        self,
        token: str = "1:abc",  # noqa: S107 - it opens nothing but this phone
        clock: Callable[[], datetime] = _real_time,
        floods: Floods | None = None,
        first_update: int = 1_000,
        *,
        local: bool = False,
    ) -> None:
        """`clock` tells UTC. Without `floods`, Telegram's own limits hold. A bot that shares `time.clock` moves with
        it.

        `local`: as --local of Telegram's own server, a webhook may be at any address of this machine, by plain http.
        """
        id_ = int(token.partition(":")[0])
        me = {"id": id_, "is_bot": True, "first_name": "Unhunch", "username": "unhunch_bot"}
        self.token = token
        moving = MovingClock(clock)
        self.telegram = Telegram(me, moving, floods or Floods(), first_update)
        self.telegram.webhooks.is_local = local
        self.time = Time(moving, self.telegram, self.until)
        self.content: Json = {}
        self._people: dict[int, PhoneUser] = {}
        self._groups: dict[int, GroupChat] = {}

    def person(
        self,
        id: int,  # noqa: A002 - as Telegram calls it
        first_name: str = "Ana",
        language: str | None = "en",
        *,
        last_name: str = "",
        username: str = "",
    ) -> PhoneUser:
        if id not in self._people:
            user = person_json(id, first_name, language=language, last_name=last_name, username=username)
            named = ("id", "first_name", "last_name", "username")
            brief = {name: user[name] for name in named if name in user} | {"type": "private"}
            chat = self.telegram.chats[id] = Chat(id, "private", brief, language=language)
            self._people[id] = PhoneUser(self.telegram, user, chat)
            self.telegram.tell(id, "person", user)
        return self._people[id]

    def tell_of_content(self, state: str, faults: Sequence[str] = ()) -> None:
        """`state`: "reading" it again, "read", or "refused"."""
        self.content = {"state": state, "faults": [*faults]}
        self.telegram.tell(0, "content", self.content)

    def forget_files(self) -> None:
        self.telegram.files.forget()

    def people(self) -> list[PhoneUser]:
        return list(self._people.values())

    def group(self, id: int, title: str = "Stiff backs", kind: str = "", username: str = "") -> GroupChat:  # noqa: A002 - as above
        """Makes one without the bot if there is none. `kind`: group, supergroup or channel; "": by its id."""
        if id not in self._groups:
            kind = kind or ("supergroup" if id <= -1_000_000_000_000 else "group")
            brief = {"id": id, "title": title, "type": kind} | ({"username": username} if username else {})
            chat = self.telegram.chats[id] = Chat(id, kind, brief)
            self._groups[id] = GroupChat(self.telegram, chat)
        return self._groups[id]

    def commands(self, language: str | None, chat: int = 0, person: int = 0) -> list[Json]:
        """The command menu that a person sees in a chat. `chat` 0: anybody's private chat."""
        return self.telegram.profile.menus.chosen(self.telegram.chats.get(chat), person or chat, language)

    def describe(self, language: str | None = None) -> dict[str, str]:
        profile, me = self.telegram.profile, self.telegram.me
        words = {what: profile.word(what, language) for what in ("name", "description", "short_description")}
        return {**words, "name": words["name"] or me["first_name"], "username": me["username"]}

    @property
    def calls(self) -> deque[ApiCall]:
        return self.telegram.record.calls

    @property
    def refusals(self) -> list[ApiCall]:
        return self.telegram.record.refusals

    @property
    def breaches(self) -> list[Breach]:
        return self.telegram.record.breaches

    @property
    def faults(self) -> PlannedFaults:
        return self.telegram.faults

    @property
    def floods(self) -> Floods:
        return self.telegram.gate.floods

    @floods.setter
    def floods(self, floods: Floods) -> None:
        self.telegram.gate = FloodGate(floods)

    @property
    def changed(self) -> list[Callable[[Change], None]]:
        return self.telegram.changed

    @contextmanager
    def listen(self) -> "Iterator[asyncio.Queue[Change]]":
        changes: asyncio.Queue[Change] = asyncio.Queue()
        self.changed.append(changes.put_nowait)
        try:
            yield changes
        finally:
            self.changed.remove(changes.put_nowait)

    def redeliver(self, update_id: int) -> None:
        """Delivers a confirmed update once more. Raises LookupError."""
        self.telegram.updates.deliver_again(update_id)

    def sends_raw(self, update: Json) -> int:
        """The update may have any shape, even one that Telegram never sends. Returns its id."""
        return self.telegram.updates.add_raw(update, self.telegram.clock() + DAY)

    async def until(self, condition: Callable[[], T], seconds: float = 180) -> T:
        """Returns the condition's value as soon as it is true; a LookupError in it means not yet. Raises NotSeenError.

        `seconds` is long enough for a busy machine: only what never comes takes so long.
        """
        stirred = asyncio.Event()
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        self.telegram.stirred.append(stirred.set)
        try:
            while not (value := _value(condition)):
                left = end - loop.time()
                if left <= 0:
                    raise NotSeenError(f"Nothing after {seconds} s.\n{self.transcript()}")
                await _first(stirred, min(left, _LOOK_AGAIN))
            return value
        finally:
            self.telegram.stirred.remove(stirred.set)

    def transcript(self) -> str:
        return transcript(self.telegram)


async def _first(stirred: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stirred.wait(), seconds)
    except TimeoutError:
        return
    stirred.clear()


def _value(condition: Callable[[], T]) -> T | None:
    try:
        return condition()
    except LookupError:
        return None
