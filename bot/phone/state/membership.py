"""Changes the bot's place in a chat, and sends the update about it."""

from bot.phone.given.parameters import Json
from bot.phone.state.chats import Chat
from bot.phone.state.telegram import Telegram

_ADMINISTRATOR: Json = {
    "can_be_edited": False, "is_anonymous": False, "can_manage_chat": True, "can_delete_messages": True,
    "can_manage_video_chats": True, "can_restrict_members": True, "can_promote_members": False,
    "can_change_info": True, "can_invite_users": True, "can_post_stories": True, "can_edit_stories": True,
    "can_delete_stories": True, "can_post_messages": True, "can_edit_messages": True, "can_send_welcome_messages": False,
}  # fmt: skip


def _member(bot: Json, status: str) -> Json:
    extra: Json = {"kicked": {"until_date": 0}, "administrator": _ADMINISTRATOR}.get(status, {})
    return {"user": bot, "status": status, **extra}


def change_membership(telegram: Telegram, chat: Chat, by: Json, status: str) -> int:
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
