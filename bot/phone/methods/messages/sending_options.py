"""Reads how a message is sent besides its content: link previews, protection, effects, threads, business accounts."""

from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.state.chats import Chat

_PREVIEW_FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")


def parsed_preview(given: Parameters) -> Json:
    text = given.text("link_preview_options")
    if not text:
        return {"is_disabled": True} if given.flag("disable_web_page_preview") else {}
    told = fields.as_object(
        fields.decoded(text, "link preview options"), "Object expected as link preview options"
    )
    flags = {name: True for name in _PREVIEW_FLAGS if fields.optional_flag(told, name)}
    url = fields.optional_string(told, "url")
    return {**flags, "url": url} if url else flags


def check_behalf(given: Parameters) -> None:
    """Comes before the chat is looked for. Nobody here lets a bot speak for them."""
    if given.text("business_connection_id"):
        raise RefusedError("Business connection not found")


def check_thread(given: Parameters) -> None:
    """Comes after the chat was found. No chat of this phone has topics."""
    if given.integer("message_thread_id") > 0:
        raise RefusedError("Message thread not found")


def shown_options(given: Parameters, chat: Chat) -> Json:
    shown: Json = {}
    effect = given.integer("message_effect_id")
    if effect and not chat.is_private:
        raise RefusedError("Can't use message effects in the chat")
    if effect:
        shown["effect_id"] = str(effect)
    if given.flag("protect_content"):
        shown["has_protected_content"] = True
    return shown
