"""The command menus of a bot: reads and checks them as Telegram does, and chooses one for each person."""

import re
from dataclasses import dataclass, field

from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.state.chats import Chat

MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_OF_MANY = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_OF_ONE = {"chat", "chat_administrators", "chat_member"}


@dataclass(frozen=True, slots=True)
class Scope:
    """`chat` is an id, 0 for many; `user` is one member of the chat, 0 for all."""

    kind: str = "default"
    chat: int = 0
    user: int = 0


@dataclass(slots=True)
class Menus:
    lists: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)

    def set(self, scope: Scope, language: str, commands: list[Json]) -> None:
        """An empty list removes the menu, so that a wider scope or no language counts again."""
        if commands:
            self.lists[scope, language] = commands
        else:
            self.lists.pop((scope, language), None)

    def get(self, scope: Scope, language: str) -> list[Json]:
        return self.lists.get((scope, language), [])

    def chosen(self, chat: Chat | None, person: int, language: str | None) -> list[Json]:
        """Looks at the narrowest scope first, and in each at the person's language first. Nobody here runs a group."""
        for scope in _scopes(chat, person):
            for spoken in (short_language(language), ""):
                if commands := self.get(scope, spoken):
                    return commands
        return []


def _scopes(chat: Chat | None, person: int) -> tuple[Scope, ...]:
    if chat is None:
        return (Scope("all_private_chats"), Scope())
    if chat.is_private:
        return (Scope("chat", chat.id), Scope("all_private_chats"), Scope())
    member = Scope("chat_member", chat.id, person)
    return (member, Scope("chat", chat.id), Scope("all_group_chats"), Scope())


def short_language(language: str | None) -> str:
    """ "pt-br" becomes "pt": bots give their languages in two letters."""
    return (language or "").partition("-")[0].lower()


def checked_language(given: Parameters) -> str:
    language = given.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise RefusedError("Invalid language code specified")
    return language


def parsed_scope(given: Parameters) -> tuple[Scope, str]:
    """The scope, still without its chat, and the name of that chat. Raises RefusedError."""
    text = given.text("scope")
    if not text:
        return Scope(), ""
    content = fields.decoded(text, "BotCommandScope")
    with fields.parsing("BotCommandScope"):
        scope = fields.as_object(content, "BotCommandScope must be an Object")
        kind = fields.string(scope, "type")
        if kind in _OF_MANY:
            return Scope(kind), ""
        if kind not in _OF_ONE:
            raise RefusedError("Unsupported type specified")
        return Scope(kind, user=_user(scope) if kind == "chat_member" else 0), _chat(scope)


def _chat(scope: Json) -> str:
    chat = fields.string(scope, "chat_id")
    if not chat:
        raise RefusedError("Empty chat_id specified")
    return chat


def _user(scope: Json) -> int:
    _chat(scope)
    user = fields.whole(scope, "user_id")
    if user <= 0:
        raise RefusedError("Invalid user_id specified")
    return user


def settled_scope(scope: Scope, chat: Chat) -> Scope:
    if chat.is_private and scope.kind != "chat":
        raise RefusedError("Can't use specified scope in private chats")
    if chat.kind == "channel":
        raise RefusedError("Can't change commands in channel chats")
    return Scope(scope.kind, chat.id, scope.user)


def parsed_commands(given: Parameters) -> list[Json]:
    text = given.text("commands")
    if not text:
        return []
    elements = fields.decoded(text, "commands")
    if not isinstance(elements, list):
        raise RefusedError("Expected an Array of BotCommand")
    with fields.parsing("BotCommand"):
        return [_parsed(element) for element in elements]


def _parsed(element: object) -> Json:
    command = fields.as_object(element)
    return {name: fields.string(command, name) for name in ("command", "description")}


def settled_commands(commands: list[Json]) -> list[Json]:
    settled = [_settled(command) for command in commands]
    if len(settled) > MOST_COMMANDS:
        raise RefusedError("BOT_COMMANDS_TOO_MUCH")
    if not all(_COMMAND.fullmatch(command["command"]) for command in settled):
        raise RefusedError("BOT_COMMAND_INVALID")
    return settled


def _settled(element: Json) -> Json:
    command = element["command"].strip().removeprefix("/")
    description = element["description"].strip()
    _check_length("Command", command, LONGEST_COMMAND)
    _check_length("Command description", description, LONGEST_DESCRIPTION)
    return {"command": command, "description": description}


def _check_length(what: str, text: str, most: int) -> None:
    if not text:
        raise RefusedError(f"{what} must be non-empty")
    if len(text) > most:
        raise RefusedError(f"{what} length must not exceed {most}")
