"""Reads which message a call replies to and which part it quotes, and finds both."""

from dataclasses import dataclass

from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters, encoded
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import named_chat
from bot.phone.state.chats import Chat, Message
from bot.phone.state.telegram import Telegram
from bot.phone.text.formatted import NO_TEXT, Formatted, parsed, settled
from bot.phone.text.html import utf16_length

_QUOTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"}


@dataclass(frozen=True, slots=True)
class ReplyParameters:
    """`chat` as given, empty for the same chat. `position` is in UTF-16 units and only a hint."""

    message_id: int = 0
    may_lack: bool = False
    chat: str = ""
    quote: Formatted = NO_TEXT
    position: int = 0


NO_REPLY = ReplyParameters()


def parsed_reply(given: Parameters) -> ReplyParameters:
    text = given.values.get("reply_parameters")
    if text is None:
        old_way = given.integer("reply_to_message_id")
        return (
            ReplyParameters(old_way, given.flag("allow_sending_without_reply")) if old_way > 0 else NO_REPLY
        )
    if not text:
        return NO_REPLY
    told = fields.as_object(fields.decoded(text, "reply parameters"), "Object expected as reply parameters")
    return _parsed(told) if told else NO_REPLY


def _parsed(told: Json) -> ReplyParameters:
    chat = fields.optional_string(told, "chat_id")
    message = max(0, fields.whole(told, "message_id"))
    may_lack = fields.optional_flag(told, "allow_sending_without_reply")
    words, mode = (fields.optional_string(told, name) for name in ("quote", "quote_parse_mode"))
    quote = parsed(words, mode, encoded(told.get("quote_entities")))
    return ReplyParameters(message, may_lack, chat, quote, fields.optional_whole(told, "quote_position"))


def found_reply(telegram: Telegram, chat: Chat, reply: ReplyParameters) -> Message | None:
    if not reply.message_id:
        return None
    if reply.chat and named_chat(telegram, reply.chat, reads=True) is not chat:
        raise RefusedError("This phone carries no replies from one chat to another")
    message = chat.messages.get(reply.message_id)
    if message is None and not reply.may_lack:
        raise RefusedError("Message to be replied not found")
    return message


def checked_quote(reply: ReplyParameters, message: Message | None) -> Json:
    quote = settled(reply.quote) if message and reply.quote.text else NO_TEXT
    if message is None or not quote.text:
        return {}
    entities = [entity for entity in quote.entities if entity["type"] in _QUOTABLE]
    wire: Json = {"text": quote.text, "position": _place(message.content.text, quote.text, reply.position)}
    return {"quote": {**wire, **({"entities": entities} if entities else {}), "is_manual": True}}


def _place(text: str, words: str, hint: int) -> int:
    places = [utf16_length(text[:start]) for start in range(len(text)) if text.startswith(words, start)]
    if not places:
        raise RefusedError("QUOTE_TEXT_INVALID")
    return min(places, key=lambda place: abs(place - hint))
