"""Answers getMe, and keeps the names and descriptions of the bot."""

from bot.phone.given.parameters import Json, Parameters
from bot.phone.methods.chat_and_message import named_chat
from bot.phone.state.menus import (
    Scope,
    checked_language,
    parsed_commands,
    parsed_scope,
    settled_commands,
    settled_scope,
)
from bot.phone.state.telegram import Telegram

_ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "supports_guest_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
    "has_topics_enabled": False,
    "allows_users_to_create_topics": False,
    "can_manage_bots": False,
}


def get_me(telegram: Telegram, _given: Parameters) -> Json:
    return {**telegram.me, **_ABILITIES}


def set_my_commands(telegram: Telegram, given: Parameters) -> bool:
    parsed = parsed_commands(given)
    scope = _scope(telegram, given)
    telegram.profile.menus.set(scope, checked_language(given), settled_commands(parsed))
    telegram.tell(0, "about", {})
    return True


def get_my_commands(telegram: Telegram, given: Parameters) -> list[Json]:
    return telegram.profile.menus.get(_scope(telegram, given), checked_language(given))


def delete_my_commands(telegram: Telegram, given: Parameters) -> bool:
    given.values.pop("commands", None)
    return set_my_commands(telegram, given)


def _scope(telegram: Telegram, given: Parameters) -> Scope:
    scope, chat = parsed_scope(given)
    return settled_scope(scope, named_chat(telegram, chat)) if chat else scope


def set_my_name(telegram: Telegram, given: Parameters) -> bool:
    _set(telegram, "name", given)
    if given.text("name") and not given.text("language_code"):
        telegram.me["first_name"] = given.text("name")
    return True


def set_my_description(telegram: Telegram, given: Parameters) -> bool:
    return _set(telegram, "description", given)


def set_my_short_description(telegram: Telegram, given: Parameters) -> bool:
    return _set(telegram, "short_description", given)


def _set(telegram: Telegram, what: str, given: Parameters) -> bool:
    telegram.profile.set_words(what, given)
    telegram.tell(0, "about", {})
    return True


def get_my_name(telegram: Telegram, given: Parameters) -> Json:
    return {"name": _word(telegram, "name", given) or telegram.me["first_name"]}


def get_my_description(telegram: Telegram, given: Parameters) -> Json:
    return {"description": _word(telegram, "description", given)}


def get_my_short_description(telegram: Telegram, given: Parameters) -> Json:
    return {"short_description": _word(telegram, "short_description", given)}


def _word(telegram: Telegram, what: str, given: Parameters) -> str:
    return telegram.profile.word(what, checked_language(given))
