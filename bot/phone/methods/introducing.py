"""Who the bot is: getMe, its commands, its name and descriptions."""

import json
import re
from typing import Any

from bot.phone.parameters import Json, Parameters
from bot.phone.refused import RefusedError
from bot.phone.telegram import Telegram

LONGEST_COMMAND = 32
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100
LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(telegram: Telegram, _given: Parameters) -> Json:
    return {
        **telegram.me,
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


def set_my_commands(telegram: Telegram, given: Parameters) -> bool:
    """No commands, or an empty list, clears them."""
    try:
        content: Any = given.json("commands") or []
    except ValueError:
        raise RefusedError("Can't parse commands JSON object") from None
    if not isinstance(content, list):
        raise RefusedError("Expected an Array of BotCommand")
    commands = [_command(element) for element in content]
    place = _scope(given), given.text("language_code")
    if len(commands) > MOST_COMMANDS:
        raise RefusedError("BOT_COMMANDS_TOO_MUCH")
    if not all(_COMMAND.fullmatch(command["command"]) for command in commands):
        raise RefusedError("BOT_COMMAND_INVALID")
    telegram.about.commands[place] = commands
    telegram.tell(0, "about", {})
    return True


def _command(element: object) -> Json:
    if not isinstance(element, dict):
        raise RefusedError("Can't parse BotCommand: expected an Object")
    command = str(element.get("command", "")).strip().removeprefix("/")
    description = str(element.get("description", "")).strip()
    if not command:
        raise RefusedError("Command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise RefusedError(f"Command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise RefusedError("Command description must be non-empty")
    if len(description) > LONGEST_COMMAND_DESCRIPTION:
        raise RefusedError(f"Command description length must not exceed {LONGEST_COMMAND_DESCRIPTION}")
    return {"command": command, "description": description}


def _scope(given: Parameters) -> str:
    """The scope in one spelling, "default" for none."""
    try:
        scope = given.json("scope")
    except ValueError:
        raise RefusedError("Can't parse BotCommandScope JSON object") from None
    if scope is None or scope == {"type": "default"}:
        return "default"
    return json.dumps(scope, sort_keys=True)


def get_my_commands(telegram: Telegram, given: Parameters) -> list[Json]:
    return telegram.about.commands.get((_scope(given), given.text("language_code")), [])


def delete_my_commands(telegram: Telegram, given: Parameters) -> bool:
    telegram.about.commands.pop((_scope(given), given.text("language_code")), None)
    telegram.tell(0, "about", {})
    return True


def _keep(telegram: Telegram, texts: dict[str, str], given: Parameters, name: str, longest: int) -> bool:
    if len(given.text(name)) > longest:
        raise RefusedError(f"BOT_{name.upper()}_TOO_LONG")
    language = given.text("language_code")
    if given.text(name):
        texts[language] = given.text(name)
    else:
        texts.pop(language, None)
    telegram.tell(0, "about", {})
    return True


def in_language(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("", "")


def set_my_name(telegram: Telegram, given: Parameters) -> bool:
    return _keep(telegram, telegram.about.name, given, "name", LONGEST_NAME)


def set_my_description(telegram: Telegram, given: Parameters) -> bool:
    return _keep(telegram, telegram.about.description, given, "description", LONGEST_DESCRIPTION)


def set_my_short_description(telegram: Telegram, given: Parameters) -> bool:
    texts = telegram.about.short_description
    return _keep(telegram, texts, given, "short_description", LONGEST_SHORT_DESCRIPTION)


def get_my_name(telegram: Telegram, given: Parameters) -> Json:
    name = in_language(telegram.about.name, given.text("language_code"))
    return {"name": name or telegram.me["first_name"]}


def get_my_description(telegram: Telegram, given: Parameters) -> Json:
    return {"description": in_language(telegram.about.description, given.text("language_code"))}


def get_my_short_description(telegram: Telegram, given: Parameters) -> Json:
    return {"short_description": in_language(telegram.about.short_description, given.text("language_code"))}
