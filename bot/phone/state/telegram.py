"""The state of this Telegram: its chats and people, the updates on their way, the taps that wait for an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.phone.files.kept_files import KeptFiles
from bot.phone.given.parameters import Json, Parameters, identifier
from bot.phone.state.call_record import Record
from bot.phone.state.chats import Chat, Message, ReplyKeyboard, message_json, reply_keyboard_json
from bot.phone.state.floods import FloodGate, Floods
from bot.phone.state.planned_faults import PlannedFaults
from bot.phone.state.profile import Profile
from bot.phone.text.keyboards import Markup
from bot.phone.updates.update_queue import DAY, TAP_LIFE, UpdateQueue
from bot.phone.updates.webhook import Webhooks


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a person could notice: "message", "edited", "deleted", "toast", "answered", "reaction", "typing",
    "keyboard", "pinned", "membership" in a chat; "about" (chat 0) for the bot's commands and descriptions.
    """

    chat: int
    kind: str
    data: Json


@dataclass(frozen=True, slots=True)
class Toast:
    text: str
    alert: bool
    query: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A tap whose button spins on the person's phone until the bot answers it."""

    query: str
    person: int
    chat: Chat
    message_id: int
    at: datetime


class Telegram:
    def __init__(self, me: Json, clock: Callable[[], datetime], floods: Floods, first_update: int) -> None:
        self.me = me
        self.clock = clock
        self.date_of_answers: Callable[[], datetime | None] = self._time_of_day
        """The time in the header `Date` of an answer; None leaves it out."""
        self.gate = FloodGate(floods)
        self.updates = UpdateQueue(first_update)
        self.webhooks = Webhooks(self.updates, clock)
        self.files = KeptFiles(me["id"])
        self.faults = PlannedFaults()
        self.record = Record()
        self.profile = Profile()
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Json] = {}
        self.waiting: dict[str, Waiting] = {}
        self.toasts: dict[int, list[Toast]] = {}
        self.changed: list[Callable[[Change], None]] = []
        self.stirred: list[Callable[[], None]] = []
        self._queries = 0
        self._messages = 0
        self._albums = 0

    def _time_of_day(self) -> datetime:
        return self.clock()  # read at each call: a test may replace the clock

    def tell(self, chat: int, kind: str, data: Json) -> None:
        for listener in tuple(self.changed):
            listener(Change(chat, kind, data))
        self.wake_waiting()

    def wake_waiting(self) -> None:
        for wake in tuple(self.stirred):
            wake()

    def post(self, message: Message) -> Json:
        message.chat.last_id = message.id
        message.chat.messages[message.id] = message
        if message.by_bot:
            message.chat.typing_until = None
        wire = message_json(message)
        self.tell(message.chat.id, "message", wire)
        if message.reply_markup is not None:
            shown = "remove_keyboard" not in message.reply_markup
            self.set_keyboard(
                message.chat, ReplyKeyboard(message.id, message.reply_markup) if shown else None
            )
        return wire

    def set_keyboard(self, chat: Chat, keyboard: ReplyKeyboard | None) -> None:
        chat.reply_keyboard = keyboard
        self.tell(chat.id, "keyboard", {"keyboard": reply_keyboard_json(chat)})

    def changed_message(self, message: Message) -> Json:
        wire = message_json(message, with_reply=False)
        self.tell(message.chat.id, "edited", wire)
        return wire

    def remove(self, message: Message) -> None:
        chat = message.chat
        del chat.messages[message.id]
        self.tell(chat.id, "deleted", {"message_id": message.id})
        self.set_pins(chat, [pinned for pinned in chat.pinned if pinned != message.id])
        if chat.reply_keyboard is not None and chat.reply_keyboard.message_id == message.id:
            self.set_keyboard(chat, None)

    def set_pins(self, chat: Chat, pinned: list[int]) -> None:
        if chat.pinned != pinned:
            chat.pinned = pinned
            self.tell(chat.id, "pinned", {"pinned": pinned})

    def bot_message(self, chat: Chat, markup: Markup) -> Message:
        message = Message(self._new_id(chat), chat, self.me, by_bot=True, at=self.clock())
        if chat.kind == "channel":
            message.sender = None
        message.keyboard, message.reply_markup = markup.inline, markup.reply
        return message

    def persons_message(self, chat: Chat, user: Json) -> Message:
        sender = None if chat.kind == "channel" else user
        return Message(self._new_id(chat), chat, sender, by_bot=False, at=self.clock())

    def _new_id(self, chat: Chat) -> int:
        """Supergroups and channels number their own messages. All other chats of a bot share one numbering."""
        if chat.kind in {"supergroup", "channel"}:
            return chat.last_id + 1
        self._messages += 1
        return self._messages

    def new_album(self) -> str:
        self._albums += 1
        return str((self.me["id"] << 32) + self._albums)

    def announce(self, kind: str, body: Json) -> int:
        life = TAP_LIFE if kind == "callback_query" else DAY
        return self.updates.add(kind, body, self.clock() + life)

    def tap(self, person: int, chat: Chat, message_id: int) -> Waiting:
        self._queries += 1
        query = str((person << 32) + self._queries)
        self.waiting[query] = Waiting(query, person, chat, message_id, self.clock())
        return self.waiting[query]

    def answered(self, query: str, toast: Toast | None) -> bool:
        """False if there is no such tap any more: a tap is answered once, and in time."""
        tap = self.waiting.get(query)
        if tap is None or self.clock() >= tap.at + TAP_LIFE:
            return False
        del self.waiting[query]
        self.tell(tap.chat.id, "answered", {"query": query, "person": tap.person})
        if toast is not None:
            self.toasts.setdefault(tap.person, []).append(toast)
            data = {"text": toast.text, "alert": toast.alert, "query": query, "person": tap.person}
            self.tell(tap.chat.id, "toast", data)
        return True

    def chat_of_call(self, given: Parameters) -> int | None:
        text = given.text("chat_id")
        if text:
            return identifier(text)
        tap = self.waiting.get(given.text("callback_query_id"))
        return tap.chat.id if tap else None
