"""Finds fields in a call's JSON that no type of the Bot API has: Telegram ignores them, but their author meant something."""

import json
from collections.abc import Iterator

from bot.phone.given.parameters import Json
from bot.phone.given.signatures import known_fields

_PARAMETERS = {
    "reply_markup": "ReplyMarkup", "reply_parameters": "ReplyParameters", "link_preview_options": "LinkPreviewOptions",
    "media": "InputMedia", "commands": "BotCommand", "scope": "BotCommandScope", "menu_button": "MenuButton",
    "reaction": "ReactionType", "entities": "MessageEntity", "caption_entities": "MessageEntity",
}  # fmt: skip
# Parameters that are JSON in one method only; in others they name a file.
_OF_METHOD = {("setMyProfilePhoto", "photo"): "InputProfilePhoto"}
_INSIDE = {
    "inline_keyboard": "InlineKeyboardButton", "keyboard": "KeyboardButton", "web_app": "WebAppInfo", "login_url": "LoginUrl",
    "copy_text": "CopyTextButton", "caption_entities": "MessageEntity", "quote_entities": "MessageEntity",
}  # fmt: skip
# Types with several kinds: told apart by a field that only one has, or by their "type".
_MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup", "keyboard": "ReplyKeyboardMarkup", "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}  # fmt: skip
_KINDS = {"InputMedia", "BotCommandScope", "MenuButton", "ReactionType", "InputProfilePhoto"}


def strange_fields(method: str, parameters: dict[str, str]) -> Iterator[str]:
    """Each as "InlineKeyboardButton.colour", as often as it occurs."""
    for name, text in parameters.items():
        kind = _OF_METHOD.get((method, name)) or _PARAMETERS.get(name)
        if kind and text[:1] in {"{", "["}:
            yield from _strange(_read(text), kind)


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _strange(content: object, kind: str) -> Iterator[str]:
    if isinstance(content, list):
        for element in content:
            yield from _strange(element, kind)
    elif isinstance(content, dict):
        exact = _exact(content, kind)
        known = known_fields(exact)
        yield from (f"{exact}.{name}" for name in content if known and name not in known)
        for name, inside in _INSIDE.items():
            yield from _strange(content.get(name), inside)


def _exact(content: Json, kind: str) -> str:
    if kind == "ReplyMarkup":
        return next((exact for name, exact in _MARKUPS.items() if name in content), "")
    if kind in _KINDS:
        return kind + "".join(map(str.title, str(content.get("type", "")).split("_")))
    return kind
