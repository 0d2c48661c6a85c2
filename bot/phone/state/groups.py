"""Groups and channels: who puts the bot in or out, and how it is told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.phone.given.parameters import Json
from bot.phone.state.chats import Chat, Media
from bot.phone.state.telegram import Telegram
from bot.phone.state.views import Seen, seen

if TYPE_CHECKING:
    from bot.phone.state.persons import Person

_ADMINISTRATOR: Json = {
    "can_be_edited": False, "is_anonymous": False, "can_manage_chat": True, "can_delete_messages": True,
    "can_manage_video_chats": True, "can_restrict_members": True, "can_promote_members": False,
    "can_change_info": True, "can_invite_users": True, "can_post_stories": True, "can_edit_stories": True,
    "can_delete_stories": True, "can_post_messages": True, "can_edit_messages": True, "can_send_welcome_messages": False,
}  # fmt: skip


def _member(bot: Json, status: str) -> Json:
    """A ChatMember of the bot."""
    extra: Json = {"kicked": {"until_date": 0}, "administrator": _ADMINISTRATOR}.get(status, {})
    return {"user": bot, "status": status, **extra}


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


@dataclass(frozen=True, eq=False)
class Group:
    """A group, supergroup or channel."""

    telegram: Telegram
    chat: Chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Seen]:
        return list(map(seen, self.chat.messages.values()))

    def adds_bot(self, by: "Person") -> int:
        """Returns the id of the update that tells of it; a group also gets its line "Ana added the bot"."""
        role = "administrator" if self.chat.kind == "channel" else "member"
        update = change_membership(self.telegram, self.chat, by.user, role)
        if self.chat.kind != "channel":
            line = self.telegram.persons_message(self.chat, by.user)
            line.media = Media("new_chat_members", {"new_chat_members": [self.telegram.me]})
            self.telegram.announce("message", self.telegram.post(line))
        return update

    def removes_bot(self, by: "Person") -> int:
        return change_membership(self.telegram, self.chat, by.user, "kicked")

    def becomes(self, other: "Group") -> None:
        """A group that grew into a supergroup: its old id only leads to the new one."""
        self.chat.migrated_to = other.id
