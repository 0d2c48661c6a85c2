"""Finds the chat and the message a call is about, or says in Telegram's words why not."""

import json

from bot.phone.chats import Chat, Message
from bot.phone.parameters import Parameters, identifier
from bot.phone.refused import RefusedError
from bot.phone.telegram import Telegram

_PLACES = {"group": "the group chat", "supergroup": "the supergroup chat", "channel": "the channel chat"}


def found_chat(telegram: Telegram, given: Parameters) -> Chat:
    text = given.text("chat_id")
    if not text:
        raise RefusedError("Chat_id is empty")
    chat = _named(telegram, text) if text.startswith("@") else telegram.chats.get(_number(text))
    if chat is None:
        raise RefusedError("Chat not found")
    if chat.migrated_to is not None:
        raise RefusedError("Group chat was upgraded to a supergroup chat", migrate_to=chat.migrated_to)
    if not chat.is_private:
        _check_member(chat)
    return chat


def _number(text: str) -> int:
    """Zero, which is no chat and no message, for what is no number."""
    return identifier(text) or 0


def _named(telegram: Telegram, name: str) -> Chat | None:
    """By @name: groups and channels, never people."""
    wanted = name[1:].lower()
    return next(
        (
            chat
            for chat in telegram.chats.values()
            if not chat.is_private and chat.brief.get("username", "").lower() == wanted
        ),
        None,
    )


def _check_member(chat: Chat) -> None:
    place = _PLACES[chat.kind]
    if chat.membership == "kicked":
        raise RefusedError(f"Bot was kicked from {place}", 403)
    if chat.membership == "left":
        raise RefusedError(f"Bot is not a member of {place}", 403)


def check_may_write(chat: Chat) -> None:
    """The last stage: what only Telegram's servers know of a person."""
    if chat.deactivated:
        raise RefusedError("User is deactivated", 403)
    if chat.is_private and chat.membership == "kicked":
        raise RefusedError("Bot was blocked by the user", 403)
    if chat.is_private and chat.membership == "left":
        raise RefusedError("Bot can't initiate conversation with a user", 403)


def found_message(chat: Chat, given: Parameters, purpose: str) -> Message:
    message = chat.messages.get(given.integer("message_id"))
    if message is None:
        raise RefusedError(f"Message {purpose} not found")
    return message


def parsed_reply(given: Parameters) -> tuple[int, bool]:
    """The message to reply to, zero for none, and whether to send when it is gone."""
    text = given.text("reply_parameters")
    if not text:
        return given.integer("reply_to_message_id"), given.flag("allow_sending_without_reply")
    try:
        content = json.loads(text)
    except ValueError:
        raise RefusedError("Can't parse reply parameters JSON object") from None
    if not isinstance(content, dict):
        raise RefusedError("Can't parse ReplyParameters: expected an Object")
    if "message_id" not in content:
        raise RefusedError("Can't parse ReplyParameters: Can't find field \"message_id\"")
    return _number(str(content["message_id"])), content.get("allow_sending_without_reply") is True


def found_reply(chat: Chat, reply: tuple[int, bool]) -> Message | None:
    wanted, may_lack = reply
    if not wanted:
        return None
    message = chat.messages.get(wanted)
    if message is None and not may_lack:
        raise RefusedError("Message to be replied not found")
    return message
