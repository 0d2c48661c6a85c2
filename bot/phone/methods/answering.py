"""Answers people: a tap with a toast, a message with a reaction."""

from typing import Any

from bot.phone.given.parameters import Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import found_chat, found_message
from bot.phone.state.telegram import Telegram, Toast

LONGEST_TOAST = 200

_LIST = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 "
    "🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ "
    "🤷 🤷‍♀ 😡 "
)
REACTIONS = frozenset(_LIST.split())
"""The list is in Telegram's documentation of ReactionTypeEmoji."""


def answer_callback_query(telegram: Telegram, given: Parameters) -> bool:
    query, text = given.text("callback_query_id"), given.text("text")
    if len(text) > LONGEST_TOAST:
        raise RefusedError("MESSAGE_TOO_LONG")
    toast = Toast(text, given.flag("show_alert"), query) if text else None
    if not telegram.answered(query, toast):
        raise RefusedError("Query is too old and response timeout expired or query ID is invalid")
    return True


def set_message_reaction(telegram: Telegram, given: Parameters) -> bool:
    emoji = _reaction(given)
    message = found_message(found_chat(telegram, given), given, "to react")
    if emoji is not None and emoji not in REACTIONS:
        raise RefusedError("REACTION_INVALID")
    message.reaction = emoji
    telegram.tell(message.chat.id, "reaction", {"message_id": message.id, "emoji": emoji})
    return True


def _reaction(given: Parameters) -> str | None:
    try:
        content: Any = given.json("reaction")
    except ValueError:
        raise RefusedError("Can't parse reaction types JSON object") from None
    if not content:
        return None
    if not isinstance(content, list):
        raise RefusedError("Expected an Array of ReactionType")
    for element in content:
        _check_type(element)
    if len(content) > 1:
        raise RefusedError("REACTIONS_TOO_MANY")
    # Some bots send the emoji with the selector for colours (U+FE0F), some without.
    return str(content[0]["emoji"]).replace("\ufe0f", "")


def _check_type(element: object) -> None:
    if not isinstance(element, dict):
        raise RefusedError("Can't parse ReactionType: expected an Object")
    if element.get("type") != "emoji":
        raise RefusedError("Can't parse ReactionType: invalid reaction type specified")
    if not isinstance(element.get("emoji"), str):
        raise RefusedError("Can't parse ReactionType: Can't find field \"emoji\"")
