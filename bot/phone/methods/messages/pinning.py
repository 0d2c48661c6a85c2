"""Pins messages to the top of a chat and takes them down again."""

from bot.phone.given.parameters import Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import check_may_write, found_chat, found_message
from bot.phone.state.chats import Chat, Media, Message, message_json
from bot.phone.state.telegram import Telegram
from bot.phone.text.keyboards import NO_MARKUP


def pin_chat_message(telegram: Telegram, given: Parameters) -> bool:
    chat = found_chat(telegram, given)
    message = found_message(chat, given, "to pin")
    check_may_write(chat)
    if message.id in chat.pinned:
        raise RefusedError("CHAT_NOT_MODIFIED")
    telegram.set_pins(chat, [*chat.pinned, message.id])
    _tell(telegram, message, silent=given.flag("disable_notification"))
    return True


def _tell(telegram: Telegram, message: Message, *, silent: bool) -> None:
    """Writes a line into the chat. The bot gets it as an update too, unlike anything else that it does itself."""
    chat = message.chat
    line = telegram.bot_message(chat, NO_MARKUP)
    line.media = Media("pinned_message", {"pinned_message": message_json(message, with_reply=False)})
    line.silent = silent
    telegram.announce("channel_post" if chat.kind == "channel" else "message", telegram.post(line))


def unpin_chat_message(telegram: Telegram, given: Parameters) -> bool:
    chat = found_chat(telegram, given)
    wanted = found_message(chat, given, "to unpin").id if given.integer("message_id") else _last(chat)
    check_may_write(chat)
    if wanted not in chat.pinned:
        raise RefusedError("Message to unpin not found")
    telegram.set_pins(chat, [pinned for pinned in chat.pinned if pinned != wanted])
    return True


def _last(chat: Chat) -> int:
    return chat.pinned[-1] if chat.pinned else 0


def unpin_all_chat_messages(telegram: Telegram, given: Parameters) -> bool:
    chat = found_chat(telegram, given)
    check_may_write(chat)
    telegram.set_pins(chat, [])
    return True
