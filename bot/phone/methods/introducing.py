"""Who the bot is: getMe, and what it tells about itself."""

from bot.phone.parameters import Json, Parameters
from bot.phone.telegram import Telegram

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
    telegram.profile.set_commands(given)
    telegram.tell(0, "about", {})
    return True


def get_my_commands(telegram: Telegram, given: Parameters) -> list[Json]:
    return telegram.profile.get_commands(given)


def delete_my_commands(telegram: Telegram, given: Parameters) -> bool:
    given.values.pop("commands", None)
    return set_my_commands(telegram, given)


def set_my_name(telegram: Telegram, given: Parameters) -> bool:
    return _set(telegram, "name", given)


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
    return telegram.profile.word(what, given.text("language_code"))
