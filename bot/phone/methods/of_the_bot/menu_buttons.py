"""Sets the button beside the text field: for one person, or for all."""

from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import found_user
from bot.phone.state.profile import DEFAULT_BUTTON
from bot.phone.state.telegram import Telegram
from bot.phone.text.links import checked_link


def set_chat_menu_button(telegram: Telegram, given: Parameters) -> bool:
    button = _parsed(given)
    chat = _chat(telegram, given)
    telegram.profile.buttons[chat] = _settled(button)
    telegram.tell(0, "about", {})
    return True


def get_chat_menu_button(telegram: Telegram, given: Parameters) -> Json:
    return telegram.profile.buttons.get(_chat(telegram, given), DEFAULT_BUTTON)


def _chat(telegram: Telegram, given: Parameters) -> int:
    return found_user(telegram, given, "chat_id") if "chat_id" in given.values else 0


def _parsed(given: Parameters) -> Json:
    text = given.text("menu_button")
    if not text:
        return DEFAULT_BUTTON
    content = fields.decoded(text, "menu button")
    with fields.parsing("menu button"):
        button = fields.as_object(content, "MenuButton must be an Object")
        kind = fields.string(button, "type")
        if kind in {"default", "commands"}:
            return {"type": kind}
        if kind != "web_app":
            raise RefusedError("MenuButton has unsupported type")
        words = fields.string(button, "text")
        url = fields.string(fields.inner_object(button, "web_app"), "url")
        return {"type": kind, "text": words, "web_app": {"url": url}}


def _settled(button: Json) -> Json:
    if button["type"] != "web_app":
        return button
    if not button["text"]:
        raise RefusedError("Menu button text must be non-empty")
    url = button["web_app"]["url"]
    link = checked_link(url)
    if link is None or not link.startswith("https://"):
        reason = "Wrong HTTP URL" if link is None else "Only HTTPS links are allowed"
        raise RefusedError(f"Menu button Web App URL '{url}' is invalid: {reason}")
    return {**button, "web_app": {"url": link}}
