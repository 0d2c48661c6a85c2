"""The people of this Telegram, and the groups they are in: what they do, and what they see."""

from typing import NamedTuple

from bot.phone.chats import Chat, Media, Message, message_json
from bot.phone.formatted import NO_TEXT, Formatted, settled
from bot.phone.parameters import Json
from bot.phone.seen import Seen, seen
from bot.phone.sendables import sendable
from bot.phone.telegram import Telegram, Toast


class Tapped(NamedTuple):
    update: int
    query: str


class Group:
    """A group or a channel."""

    def __init__(self, telegram: Telegram, chat: Chat) -> None:
        self._telegram = telegram
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Seen]:
        return [seen(message) for message in self.chat.messages.values()]

    def adds_bot(self, by: "Person") -> int:
        """The bot is told of it, in a group also by a message; the id of the first update."""
        role = "administrator" if self.chat.kind == "channel" else "member"
        update = change_membership(self._telegram, self.chat, by.user, role)
        if self.chat.kind != "channel":
            by.joins_bot(self.chat)
        return update

    def removes_bot(self, by: "Person") -> int:
        return change_membership(self._telegram, self.chat, by.user, "kicked")

    def becomes_supergroup(self, id_: int) -> None:
        """Calls to the old id are told the new one."""
        brief = {**self.chat.brief, "id": id_, "type": "supergroup"}
        self._telegram.chats[id_] = Chat(id_, "supergroup", brief, membership=self.chat.membership)
        self.chat.migrated_to = id_


class Person:
    """A private chat's id is its person's."""

    def __init__(self, telegram: Telegram, chat: Chat, user: Json) -> None:
        self._telegram = telegram
        self.chat = chat
        self.user = user

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def first_name(self) -> str:
        return str(self.user["first_name"])

    @property
    def language(self) -> str | None:
        return self.user.get("language_code")

    def says(self, text: str, chat: Group | None = None) -> int:
        """The id of the update; raises ValueError for what no client sends."""
        content = settled(Formatted(text))
        if not 0 < len(content.text) <= 4096:
            raise ValueError("A message holds 1 to 4,096 characters")
        return self._arrives(self._written(chat.chat if chat else self._open(), content=content))

    def sends(self, what: str = "photo", caption: str = "", chat: Group | None = None) -> int:
        """`what`: a kind of `bot.phone.sendables`; the id of the update."""
        media = sendable(self._telegram.files, what)
        content = settled(Formatted(caption)) if caption else NO_TEXT
        return self._arrives(self._written(chat.chat if chat else self._open(), content=content, media=media))

    def edits(self, message_id: int, text: str) -> int:
        """Changes a message of their own."""
        message = self.chat.messages[message_id]
        message.content, message.edited_at = settled(Formatted(text)), self._telegram.clock()
        return self._telegram.announce("edited_message", self._telegram.changed_message(message))

    def deletes(self, message_id: int) -> None:
        """For both sides; Telegram tells the bot nothing."""
        self._telegram.remove(self.chat.messages[message_id])

    def joins_bot(self, chat: Chat) -> int:
        media = Media("new_chat_members", {"new_chat_members": [self._telegram.me]})
        return self._arrives(self._written(chat, media=media))

    def taps(self, label: str, chat: Group | None = None) -> Tapped:
        """The newest button of that label; raises LookupError when nothing shows it."""
        place = chat.chat if chat else self.chat
        for message in reversed(place.messages.values()):
            button = seen(message).button(label)
            if button and button.data is not None:
                return self.taps_data(button.data, message.id, chat)
            if button:
                raise LookupError(f"{label!r} opens {button.url}: the bot hears nothing of it")
        raise LookupError(f"{self.first_name} sees no button {label!r}, only {self._labels(place)}")

    def taps_data(self, data: str, message_id: int | None = None, chat: Group | None = None) -> Tapped:
        """Any data on any message, as a patched client can; on the bot's newest message if none is named."""
        place = chat.chat if chat else self.chat
        if message_id is None:
            message_id = next((m.id for m in reversed(place.messages.values()) if m.by_bot), 1)
        tap = self._telegram.tap(self.id, place, message_id)
        body = {
            "id": tap.query,
            "from": self.user,
            "message": self._tapped_message(place, message_id),
            "chat_instance": place.instance,
            "data": data,
        }
        update = self._telegram.announce("callback_query", body)
        self._telegram.stir()
        return Tapped(update, tap.query)

    def blocks(self) -> int:
        return change_membership(self._telegram, self.chat, self.user, "kicked")

    def unblocks(self) -> int:
        return change_membership(self._telegram, self.chat, self.user, "member")

    def leaves_telegram(self) -> None:
        """Deletes the account."""
        self.chat.deactivated = True

    @property
    def sees(self) -> Seen:
        """The bot's newest message; raises LookupError when there is none (yet)."""
        for message in reversed(self.chat.messages.values()):
            if message.by_bot:
                return seen(message)
        raise LookupError(f"{self.first_name} sees nothing of the bot")

    @property
    def messages(self) -> list[Seen]:
        return [seen(message) for message in self.chat.messages.values()]

    @property
    def live_keyboards(self) -> list[Seen]:
        return [seen(message) for message in self.chat.messages.values() if message.keyboard]

    @property
    def reactions(self) -> dict[int, str]:
        """The bot's, by message id."""
        return {message.id: message.reaction for message in self.chat.messages.values() if message.reaction}

    @property
    def toasts(self) -> list[Toast]:
        return self._telegram.toasts.setdefault(self.id, [])

    @property
    def unanswered(self) -> list[str]:
        """Ids of the taps whose button still spins."""
        return [tap.query for tap in self._telegram.waiting.values() if tap.person == self.id]

    def _labels(self, place: Chat) -> list[str]:
        newest = next((m for m in reversed(place.messages.values()) if m.keyboard), None)
        return seen(newest).labels if newest else []

    def _open(self) -> Chat:
        """Who writes has pressed Start, or Restart after blocking."""
        if self.chat.membership == "kicked":
            self.unblocks()
        self.chat.membership = "member"
        return self.chat

    def _written(self, chat: Chat, content: Formatted = NO_TEXT, media: Media | None = None) -> Message:
        sender = None if chat.kind == "channel" else self.user
        message = Message(chat.last_id + 1, chat, sender, by_bot=False, at=self._telegram.clock())
        message.content, message.media = content, media
        return message

    def _arrives(self, message: Message) -> int:
        wire = self._telegram.post(message)
        return self._telegram.announce("channel_post" if message.chat.kind == "channel" else "message", wire)

    def _tapped_message(self, chat: Chat, message_id: int) -> Json:
        message = chat.messages.get(message_id)
        if message is None:
            return {"chat": chat.brief, "message_id": message_id, "date": 0}
        return message_json(message)


def change_membership(telegram: Telegram, chat: Chat, by: Json, status: str) -> int:
    """The bot's place in a chat changes; the id of the update that tells it."""
    before, chat.membership = chat.membership, status
    body = {
        "chat": chat.brief,
        "from": by,
        "date": int(telegram.clock().timestamp()),
        "old_chat_member": _member(telegram.me, before),
        "new_chat_member": _member(telegram.me, status),
    }
    telegram.tell(chat.id, "membership", {"status": status})
    return telegram.announce("my_chat_member", body)


_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_post_messages", "can_edit_messages",
)  # fmt: skip


def _member(me: Json, status: str) -> Json:
    member: Json = {"user": me, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        member |= dict.fromkeys(_RIGHTS, False) | {"can_post_messages": True, "can_edit_messages": True}
    return member
