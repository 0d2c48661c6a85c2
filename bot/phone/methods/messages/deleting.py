"""Takes messages out of a chat, as far as Telegram lets a bot."""

from datetime import timedelta

from bot.phone.given.parameters import Parameters, whole
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import found_chat, found_message
from bot.phone.state.chats import Message
from bot.phone.state.telegram import Telegram

DELETABLE_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100


def delete_message(telegram: Telegram, given: Parameters) -> bool:
    if not given.text("chat_id"):
        raise RefusedError("Chat identifier is not specified")
    if not given.integer("message_id"):
        raise RefusedError("Message identifier is not specified")
    message = found_message(found_chat(telegram, given), given, "to delete")
    _check(telegram, message)
    telegram.remove(message)
    return True


def delete_messages(telegram: Telegram, given: Parameters) -> bool:
    if not given.text("chat_id"):
        raise RefusedError("Chat identifier is not specified")
    ids = _ids(given)
    chat = found_chat(telegram, given)
    messages = [chat.messages[id_] for id_ in dict.fromkeys(ids) if id_ in chat.messages]
    for message in messages:
        _check(telegram, message)
    for message in messages:
        telegram.remove(message)
    return True


def _ids(given: Parameters) -> list[int]:
    try:
        ids = given.json("message_ids")
    except ValueError:
        raise RefusedError("Can't parse message identifiers JSON object") from None
    if not ids:
        raise RefusedError("Message identifiers are not specified")
    if not isinstance(ids, list):
        raise RefusedError("Expected an Array of message identifiers")
    if len(ids) > MOST_AT_ONCE:
        raise RefusedError("Too many message identifiers specified")
    return [whole(str(id_)) for id_ in ids]


def _check(telegram: Telegram, message: Message) -> None:
    if not message.by_bot and not message.chat.is_private:
        raise RefusedError("Message can't be deleted")
    too_old = telegram.clock() - message.at >= DELETABLE_FOR
    if too_old and message.chat.kind in {"private", "group"}:
        raise RefusedError("Message can't be deleted for everyone")
