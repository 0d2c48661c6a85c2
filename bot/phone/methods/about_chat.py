"""Tells the bot about a chat."""

from bot.phone.given.parameters import Json, Parameters
from bot.phone.methods.chat_and_message import found_chat
from bot.phone.state.chats import Chat, message_json
from bot.phone.state.telegram import Telegram

_COLOURS = 7
_MOST_REACTIONS = 11
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


def get_chat(telegram: Telegram, given: Parameters) -> Json:
    chat = found_chat(telegram, given, reads=True)
    told = {
        **chat.brief,
        "accent_color_id": abs(chat.id) % _COLOURS,
        "max_reaction_count": _MOST_REACTIONS,
        "accepted_gift_types": dict.fromkeys(_GIFTS, chat.is_private),
    }
    if "username" in chat.brief:
        told["active_usernames"] = [chat.brief["username"]]
    if chat.kind in {"group", "supergroup"}:
        told["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    return told | _pinned(chat)


def _pinned(chat: Chat) -> Json:
    pinned = [chat.messages[id_] for id_ in chat.pinned]
    return {"pinned_message": message_json(pinned[-1])} if pinned else {}
