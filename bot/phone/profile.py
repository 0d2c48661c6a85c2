"""What a bot tells about itself: names, descriptions and the command menu, by language and by scope."""

import re
from dataclasses import dataclass, field

from bot.phone.parameters import Json, Parameters
from bot.phone.refused import RefusedError

MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]+")
_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
}  # fmt: skip
_LIMITS = {"name": 64, "description": 512, "short_description": 120}

Scope = tuple[str, str]


@dataclass(slots=True)
class Profile:
    """Each table is by language; commands are by (scope, language)."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)

    def set_words(self, what: str, given: Parameters) -> None:
        text, language = given.text(what), _language(given)
        if len(text) > _LIMITS[what]:
            # Telegram's own words for this are unknown to us; the limit is documented.
            raise RefusedError(f"BOT_{what.upper()}_TOO_LONG")
        if text:
            self.words[what, language] = text
        else:
            self.words.pop((what, language), None)

    def word(self, what: str, language: str | None) -> str:
        return self.words.get((what, language or "")) or self.words.get((what, ""), "")

    def menu(self, chat: int, language: str | None) -> list[Json]:
        """The commands a person sees: the narrowest scope first, in each their language first."""
        for scope in (("chat", str(chat)), ("all_private_chats", ""), ("default", "")):
            for spoken in (language or "", ""):
                if commands := self.commands.get((scope, spoken)):
                    return commands
        return []

    def set_commands(self, given: Parameters) -> None:
        commands, key = _commands(given), (_scope(given), _language(given))
        if commands:
            self.commands[key] = commands
        else:
            self.commands.pop(key, None)

    def get_commands(self, given: Parameters) -> list[Json]:
        return self.commands.get((_scope(given), _language(given)), [])


def _language(given: Parameters) -> str:
    language = given.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise RefusedError("LANG_CODE_INVALID")
    return language


def _scope(given: Parameters) -> Scope:
    try:
        scope = given.json("scope") or {"type": "default"}
    except ValueError:
        raise RefusedError("Can't parse BotCommandScope JSON object") from None
    kind = scope.get("type") if isinstance(scope, dict) else None
    if not isinstance(scope, dict) or not isinstance(kind, str) or kind not in _SCOPES:
        raise RefusedError("Can't parse BotCommandScope: Unsupported type specified")
    return kind, str(scope.get("chat_id", ""))


def _commands(given: Parameters) -> list[Json]:
    try:
        elements = given.json("commands") or []
    except ValueError:
        raise RefusedError("Can't parse commands JSON object") from None
    if not isinstance(elements, list):
        raise RefusedError("Expected an Array of BotCommand")
    if len(elements) > MOST_COMMANDS:
        raise RefusedError("BOT_COMMANDS_TOO_MUCH")
    return list(map(_command, elements))


def _command(element: object) -> Json:
    if not isinstance(element, dict) or not isinstance(element.get("command"), str):
        raise RefusedError("Can't parse BotCommand: Can't find field \"command\"")
    command = element["command"].strip().removeprefix("/")
    description = str(element.get("description", "")).strip()
    _check_length("Command", command, LONGEST_COMMAND)
    _check_length("Command description", description, LONGEST_DESCRIPTION)
    if not _COMMAND.fullmatch(command):
        raise RefusedError("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _check_length(what: str, text: str, most: int) -> None:
    if not text:
        raise RefusedError(f"{what} must be non-empty")
    if len(text) > most:
        raise RefusedError(f"{what} length must not exceed {most}")
