"""The chats of this Telegram: their members, their messages, and their wire form."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.phone.files.kept_files import StoredFile
from bot.phone.given.parameters import Json
from bot.phone.text.formatted import NO_TEXT, Formatted
from bot.phone.text.keyboards import Rows

_SERVICE = {"pinned_message", "new_chat_members"}


@dataclass(frozen=True, slots=True)
class Media:
    """The content of a message besides words: `wire` are its fields in the message object.

    `cover` belongs to this message alone: the same film sent again has none unless the call names one.
    """

    kind: str
    wire: Json
    file: StoredFile | None = None
    cover: StoredFile | None = None

    @property
    def poster(self) -> StoredFile | None:
        return self.cover or (self.file.thumbnail if self.file else None)


@dataclass(slots=True, eq=False)
class Message:
    id: int
    chat: "Chat"
    sender: Json | None
    by_bot: bool
    at: datetime
    content: Formatted = NO_TEXT
    media: Media | None = None
    keyboard: Rows | None = None
    reply_markup: Json | None = None
    edited_at: datetime | None = None
    silent: bool = False
    reply_to: "Message | None" = None
    reaction: str | None = None
    extras: Json | None = None

    @property
    def is_service(self) -> bool:
        """Telegram itself wrote it, such as "Ana pinned a message"."""
        return self.media is not None and self.media.kind in _SERVICE

    @property
    def album(self) -> str:
        return str((self.extras or {}).get("media_group_id", ""))


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """It stands in place of the letters: buttons, or an open reply to the message that asked for one.

    Apps hide it after use if it is meant for one time, or for one reply.
    """

    message_id: int
    wire: Json
    hidden: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """`membership` is the bot's: a private chat is "left" until the person starts it, "kicked" once they block."""

    id: int
    kind: str
    brief: Json
    membership: str = "left"
    language: str | None = None
    deactivated: bool = False
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    pinned: list[int] = field(default_factory=list)
    typing_until: datetime | None = None
    reply_keyboard: ReplyKeyboard | None = None

    @property
    def is_private(self) -> bool:
        return self.kind == "private"

    @property
    def instance(self) -> str:
        """Telegram's `chat_instance`: the same for all taps in one chat."""
        return str(7_000_000_000_000_000_000 + self.id)


def person_json(id_: int, first_name: str, *, language: str | None, last_name: str, username: str) -> Json:
    optional = {"last_name": last_name, "username": username, "language_code": language}
    return {
        "id": id_,
        "is_bot": False,
        "first_name": first_name,
        **{name: value for name, value in optional.items() if value},
    }


def reply_keyboard_json(chat: Chat) -> Json | None:
    keyboard = chat.reply_keyboard
    if keyboard is None:
        return None
    return {**keyboard.wire, "message_id": keyboard.message_id, "hidden": keyboard.hidden}


def message_json(message: Message, *, with_reply: bool = True) -> Json:
    wire: Json = {"message_id": message.id}
    if message.sender is not None:
        wire["from"] = message.sender
    elif message.chat.kind == "channel":
        wire["sender_chat"] = message.chat.brief
    wire["chat"] = message.chat.brief
    wire["date"] = int(message.at.timestamp())
    if message.edited_at is not None:
        wire["edit_date"] = int(message.edited_at.timestamp())
    if with_reply and message.reply_to is not None and message.reply_to.id in message.chat.messages:
        wire["reply_to_message"] = message_json(message.reply_to, with_reply=False)
    _add_content(wire, message)
    if message.extras:
        wire.update(message.extras)
    if message.keyboard:
        wire["reply_markup"] = {"inline_keyboard": message.keyboard}
    return wire


def _add_content(wire: Json, message: Message) -> None:
    words = ("text", "entities")
    if message.media is not None:
        wire.update(message.media.wire)
        words = ("caption", "caption_entities")
    if message.content.text:
        wire[words[0]] = message.content.text
    if message.content.entities:
        wire[words[1]] = message.content.entities
