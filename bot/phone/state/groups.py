"""Groups and channels: their messages, and who adds or removes the bot."""

from dataclasses import dataclass
from typing import Protocol

from bot.phone.given.parameters import Json
from bot.phone.state.chats import Chat, Media
from bot.phone.state.membership import change_membership
from bot.phone.state.seen_messages import SeenMessage, seen
from bot.phone.state.telegram import Telegram


class Somebody(Protocol):
    @property
    def user(self) -> Json: ...


@dataclass(frozen=True, eq=False)
class GroupChat:
    telegram: Telegram
    chat: Chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[SeenMessage]:
        return list(map(seen, self.chat.messages.values()))

    def adds_bot(self, by: Somebody) -> int:
        """Returns the id of the update about it. A group also gets the line "Ana added the bot"."""
        role = "administrator" if self.chat.kind == "channel" else "member"
        update = change_membership(self.telegram, self.chat, by.user, role)
        if self.chat.kind != "channel":
            line = self.telegram.persons_message(self.chat, by.user)
            line.media = Media("new_chat_members", {"new_chat_members": [self.telegram.me]})
            self.telegram.announce("message", self.telegram.post(line))
        return update

    def removes_bot(self, by: Somebody) -> int:
        return change_membership(self.telegram, self.chat, by.user, "kicked")

    def becomes(self, other: "GroupChat") -> None:
        """A group became a supergroup: its old id only leads to the new one."""
        self.chat.migrated_to = other.id
