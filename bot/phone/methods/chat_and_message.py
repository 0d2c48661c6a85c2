"""Finds the chat and the message of a call, or refuses in Telegram's words."""

from bot.phone.given.parameters import Parameters, identifier
from bot.phone.given.refused import RefusedError
from bot.phone.state.chats import Chat, Message
from bot.phone.state.telegram import Telegram

_PLACES = {"group": "the group chat", "supergroup": "the supergroup chat", "channel": "the channel chat"}


def found_chat(telegram: Telegram, given: Parameters, *, reads: bool = False) -> Chat:
    """`reads`: the call changes nothing in the chat, so fewer checks apply. Raises RefusedError."""
    return named_chat(telegram, given.text("chat_id"), reads=reads)


def named_chat(telegram: Telegram, text: str, *, reads: bool = False) -> Chat:
    if not text:
        raise RefusedError("Chat_id is empty")
    chat = _named(telegram, text) if text.startswith("@") else telegram.chats.get(_id_or_zero(text))
    if chat is None:
        raise RefusedError("Chat not found")
    if chat.deactivated and not reads:
        raise RefusedError("User is deactivated", 403)
    if chat.migrated_to is not None and not reads:
        raise RefusedError("Group chat was upgraded to a supergroup chat", migrate_to=chat.migrated_to)
    if not chat.is_private and not (reads and chat.kind == "group"):
        _check_member(chat)
    return chat


def _id_or_zero(text: str) -> int:
    return identifier(text) or 0


def _named(telegram: Telegram, name: str) -> Chat | None:
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
    """Comes last: only Telegram's inner servers know that a person blocked the bot or is gone."""
    if chat.is_private and chat.membership == "kicked":
        raise RefusedError("Bot was blocked by the user", 403)
    if chat.is_private and chat.membership == "left":
        raise RefusedError("Bot can't initiate conversation with a user", 403)


def found_message(chat: Chat, given: Parameters, purpose: str) -> Message:
    message = chat.messages.get(given.integer("message_id"))
    if message is None:
        raise RefusedError(f"Message {purpose} not found")
    return message


def found_user(telegram: Telegram, given: Parameters, name: str) -> int:
    user = given.integer(name)
    if user <= 0:
        raise RefusedError(f"Invalid {name} specified")
    chat = telegram.chats.get(user)
    if user != telegram.me["id"] and (chat is None or not chat.is_private):
        raise RefusedError("User not found")
    return user
