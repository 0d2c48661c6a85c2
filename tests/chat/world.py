"""A messenger against a phone, with a coach that says what the test wants it to say."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.chat.outgoing.made.papers import Papers
from bot.chat.outgoing.made.worker import Worker
from bot.chat.outgoing.messenger import Messenger
from bot.chat.outgoing.showing.calls import Calls
from bot.chat.outgoing.showing.pictures import PictureSources
from bot.chat.outgoing.turns.lanes import Lane, Lanes
from bot.chat.telegram.one_call import Wire
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.news import Reply
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View, from_json, to_json
from bot.store.chat.shown import Loss
from bot.store.database import Store

TOKEN = "4242:ABCdefGHIjklMNOpqrSTUvwxYZ0123456789"
BOT = 4242
MORNING = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)

KEYS = ((("Go on", "h", "primary"), ("Home", "h", "")),)
TEXT = View("Stay 30 s", KEYS, card="play")
STILL = View("Knees under hips", KEYS, picture="still.png", card="play")
OTHER_STILL = View("Sit back", KEYS, picture="other.png", card="play")
LOOP = View("Keep breathing", KEYS, picture="loop.mp4", moves=True, card="play")
DONE = View("That was two minutes", KEYS, card="end", leaves="Two minutes")
DONE_STILL = View("That was five minutes", KEYS, picture="still.png", card="end 2", leaves="Five minutes")
SAID = View("Which one?", KEYS, fresh=True, line="<i>Which one?</i>")
SAID_STILL = View("Cat-cow\nKnees under hips", KEYS, picture="still.png", fresh=True, line="<i>Cat-cow</i>")
SAID_LOOP = replace(SAID_STILL, picture="loop.mp4", moves=True)
IN_WORDS = replace(SAID, stays=True)
SORRY = View("That was our fault", KEYS, fresh=True)


@dataclass
class HandClock:
    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, time: timedelta) -> None:
        self.now += time


@dataclass
class Told:
    """What the messenger told the coach; the apology is owed as the real coach owes it."""

    store: Store
    lost_people: list[int] = field(default_factory=list)
    apologies: list[int] = field(default_factory=list)
    judged: list[int] = field(default_factory=list)
    given_up: list[int] = field(default_factory=list)
    not_recorded: list[tuple[int, bool]] = field(default_factory=list)

    def lost(self, person: int, now: datetime) -> None:
        if self.store.people.get(person):
            self.store.chats.mark_lost(person, now, Loss(1, None))
        self.lost_people.append(person)

    def judge_again(self, chat: int, now: datetime) -> None:  # noqa: ARG002 - as the coach has it
        self.store.chats.write_off(chat, self.store.chats.owed(chat) or "")
        self.judged.append(chat)

    def forget_chat(self, chat: int) -> None:
        self.store.chats.forget(chat)

    def reminder_failed(self, delivery: int, now: datetime) -> None:  # noqa: ARG002 - as above
        self.given_up.append(delivery)

    def file_sent(self, chat: int, now: datetime) -> None:
        pass

    def file_failed(self, chat: int, session: int, now: datetime, *, no_room: bool) -> Reply:  # noqa: ARG002 - as above
        self.not_recorded.append((session, no_room))
        with self.store.transaction():
            owe(self.store, chat, SORRY)
        return Reply(chat)

    def words_for_lost_file(self, chat: int, job: str) -> str:  # noqa: ARG002 - as above
        return f"No {job}, sorry"

    def apologise(self, chat: int, now: datetime) -> Reply:  # noqa: ARG002 - as the coach has it
        self.apologies.append(chat)
        with self.store.transaction():
            owe(self.store, chat, SORRY)
        return Reply(chat)


def owe(store: Store, chat: int, wanted: View) -> None:
    unsent = store.chats.owed(chat)
    store.chats.owe(chat, to_json(wanted.after(from_json(unsent) if unsent else None)))


class World:
    """`shows` decides a screen and hands it over, as the routes do."""

    def __init__(self, phone: Phone, store: Store, media: Path, request: AiohttpRequest) -> None:
        self.phone, self.store, self.media, self.request = phone, store, media, request
        self.clock = HandClock()
        phone.telegram.clock = self.clock
        self.lanes = Lanes(per_second=None, per_chat=None)
        self.told = Told(store)
        self.messenger = self.another_messenger()

    def another_messenger(
        self,
        papers: Papers | None = None,
        films: Mapping[str, Worker] | None = None,
        ready: Callable[[str], bytes | None] = lambda _: None,
    ) -> Messenger:
        """As after a crash: nothing is known but what stands in the store. With what draws and films beside it, if anything does."""
        wire = Wire(self.request, f"{self.phone.address}/bot{TOKEN}")
        pictures = PictureSources(self.media, self.store.files, self.store.own_media, papers, films, ready)
        calls = Calls(wire, pictures)
        return Messenger(calls, self.store, self.told, self.lanes, pictures, self.clock)

    def person(self, id: int, name: str) -> PhoneUser:  # noqa: A002
        person = self.phone.person(id, name)
        person.says("/start")
        return person

    def decides(self, who: PhoneUser, wanted: View) -> None:
        with self.store.transaction():
            owe(self.store, who.id, wanted)

    def shows(self, who: PhoneUser, wanted: View, lane: Lane = Lane.ANSWER) -> None:
        self.decides(who, wanted)
        self.messenger.show(Reply(who.id), lane)

    async def has_shown(self, who: PhoneUser, *views: View) -> None:
        for wanted in views:
            self.shows(who, wanted)
            await self.settles()

    async def settles(self) -> None:
        """Until nothing is being sent; what goes round in circles fails."""
        async with asyncio.timeout(180):
            await self.messenger.drain()

    async def waits(self, time: timedelta) -> None:
        """The clock goes on, and knocks once."""
        self.clock.passes(time)
        self.messenger.draw_put_off()
        await self.settles()

    def calls(self, *methods: str) -> list[str]:
        return [call.method for call in self.phone.calls if not methods or call.method in methods]


def lines(who: PhoneUser) -> Sequence[str]:
    """What the bot's messages in the chat say, oldest first."""
    return [message.text for message in who.messages if message.by_bot]
