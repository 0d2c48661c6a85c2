"""Each rule of chats, menus and the bot's own face: a call just inside, one just outside, and Telegram's words for it.

Ana (7) talks with the bot, Bo (8) never pressed Start, Mallory (9) blocks it, 10 deleted the account. The bot is in the
group -100 and in the channel -1000000000300, not in the group -200 nor in the supergroup -1000000000400; it was put out of
the group -500.
"""

from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller
from tests.phone.rules import Rule
from tests.phone.samples import FILM, png_head

TEXT = {"chat_id": 7, "text": "hello"}
COMMANDS = {"commands": [{"command": "a", "description": "b"}]}
APP = {"type": "web_app", "text": "Plan", "web_app": {"url": "https://example.org"}}
FACE = {"photo": {"type": "static", "photo": "attach://face"}}
FILES = {"face": b"\xff\xd8\xff\xc0\x00\x11\x08\x02\x80\x02\x80" + b"\0" * 20, "film": FILM}


def to(chat: object, refusal: str, status: int = 403) -> Rule:
    return Rule("sendMessage", TEXT, {**TEXT, "chat_id": chat}, refusal, status=status)


def commands(*outside: Any, refusal: str, inside: Any = COMMANDS["commands"]) -> Rule:
    return Rule("setMyCommands", {"commands": inside}, {"commands": list(outside)}, refusal)


def scope(inside: Any, outside: Any, refusal: str) -> Rule:
    return Rule("setMyCommands", {**COMMANDS, "scope": inside}, {**COMMANDS, "scope": outside}, refusal)


def button(outside: Any, refusal: str, **more: Any) -> Rule:
    return Rule("setChatMenuButton", {"menu_button": APP}, {"menu_button": outside, **more}, refusal)


def face(outside: Any, refusal: str, **files: bytes) -> Rule:
    return Rule(
        "setMyProfilePhoto", FACE, {"photo": outside} if outside else {}, refusal, FILES, FILES | files
    )


def words(method: str, name: str, most: int, refusal: str) -> Rule:
    return Rule(method, {name: "ü" * most}, {name: "ü" * (most + 1)}, refusal)


CHAT, MEMBER = {"type": "chat", "chat_id": 7}, {"type": "chat_member", "chat_id": -100, "user_id": 7}
STATIC = FACE["photo"]
MOVING = {"type": "animated", "animation": "attach://film"}

RULES = {
    # To whom
    "who pressed Start": to(8, "bot can't initiate conversation with a user"),
    "who does not block": to(9, "bot was blocked by the user"),
    "who is still there": to(10, "user is deactivated"),
    "a group one is in": to(-200, "bot is not a member of the group chat"),
    "a supergroup one is in": to(-1000000000400, "bot is not a member of the supergroup chat"),
    "a group one may stay in": to(-500, "bot was kicked from the group chat"),
    "nobody by name": to("@ana", "chat not found", 400),
    "no number, no chat": to("7x", "chat not found", 400),
    "typing to whom": Rule("sendChatAction", {"chat_id": 7, "action": "typing"}, {"action": "typing"}, "chat_id is empty"),
    "typing to who blocks": Rule(
        "sendChatAction", {"chat_id": 7, "action": "TYPING"}, {"chat_id": 9, "action": "typing"}, "bot was blocked by the user", status=403
    ),
    "on nobody's behalf": Rule("sendMessage", TEXT, {**TEXT, "business_connection_id": "a"}, "business connection not found"),
    "no threads here": Rule("sendMessage", {**TEXT, "message_thread_id": 0}, {**TEXT, "message_thread_id": 2}, "message thread not found"),
    "effects between two": Rule(
        "sendMessage", {**TEXT, "message_effect_id": "5"}, {**TEXT, "chat_id": -100, "message_effect_id": "5"},
        "can't use message effects in the chat",
    ),
    "a preview in JSON": Rule("sendMessage", {**TEXT, "link_preview_options": {}}, {**TEXT, "link_preview_options": "{"}, "can't parse link preview options JSON object"),
    "a preview of flags": Rule(
        "sendMessage", {**TEXT, "link_preview_options": {"is_disabled": True}}, {**TEXT, "link_preview_options": {"is_disabled": "true"}},
        'field "is_disabled" must be of type Boolean',
    ),
    "a chat to ask about": Rule("getChat", {"chat_id": 7}, {}, "chat_id is empty"),
    "a known chat to ask about": Rule("getChat", {"chat_id": 10}, {"chat_id": 70}, "chat not found"),
    "a group to ask about": Rule("getChat", {"chat_id": -100}, {"chat_id": -1000000000400}, "bot is not a member of the supergroup chat", status=403),
    # Replies
    "a reply is an object": Rule("sendMessage", {**TEXT, "reply_parameters": {}}, {**TEXT, "reply_parameters": []}, "object expected as reply parameters"),
    "a reply to a message": Rule(
        "sendMessage", {**TEXT, "reply_parameters": {"message_id": "1"}}, {**TEXT, "reply_parameters": {"chat_id": 7}}, 'can\'t find field "message_id"'
    ),
    "a reply here": Rule(
        "sendMessage", {**TEXT, "reply_parameters": {"message_id": 1, "chat_id": "7"}}, {**TEXT, "reply_parameters": {"message_id": 1, "chat_id": -100}},
        "this phone carries no replies from one chat to another",
    ),
    "a quote word for word": Rule(
        "sendMessage", {**TEXT, "reply_parameters": {"message_id": 1, "quote": "start"}},
        {**TEXT, "reply_parameters": {"message_id": 1, "quote": "Start"}}, "QUOTE_TEXT_INVALID",
    ),
    "no Markdown in quotes": Rule(
        "sendMessage", {**TEXT, "reply_parameters": {"message_id": 1, "quote": "st", "quote_parse_mode": "html"}},
        {**TEXT, "reply_parameters": {"message_id": 1, "quote": "st", "quote_parse_mode": "MarkdownV2"}},
        "can't parse entities: this phone doesn't speak Markdown, only HTML",
    ),
    # Menus
    "commands in JSON": Rule("setMyCommands", COMMANDS, {"commands": "["}, "can't parse commands JSON object"),
    "a list of commands": Rule("setMyCommands", {"commands": []}, {"commands": {}}, "expected an Array of BotCommand"),
    "a command is an object": commands("start", refusal="can't parse BotCommand: expected an Object"),
    "a command has a word": commands({"description": "b"}, refusal='can\'t parse BotCommand: Can\'t find field "command"'),
    "a command has a meaning": commands({"command": "a"}, refusal='can\'t parse BotCommand: Can\'t find field "description"'),
    "a command's word is no blank": commands({"command": " / ", "description": "b"}, refusal="command must be non-empty"),
    "a command's meaning is no blank": commands({"command": "a", "description": " "}, refusal="command description must be non-empty"),
    "a command in small letters": commands({"command": "Go", "description": "b"}, refusal="BOT_COMMAND_INVALID", inside=[{"command": " /go_1 ", "description": " b "}]),
    "100 commands": commands(*COMMANDS["commands"] * 101, refusal="BOT_COMMANDS_TOO_MUCH", inside=COMMANDS["commands"] * 100),
    "a language of two letters": Rule("setMyCommands", {**COMMANDS, "language_code": "pt"}, {**COMMANDS, "language_code": "pt-br"}, "invalid language code specified"),
    "a scope in JSON": scope("", "{", "can't parse BotCommandScope JSON object"),
    "a scope is an object": scope({"type": "default"}, ["default"], "can't parse BotCommandScope: BotCommandScope must be an Object"),
    "a scope has a type": scope({"type": "all_group_chats"}, {"chat_id": 7}, 'can\'t parse BotCommandScope: Can\'t find field "type"'),
    "a scope there is": scope({"type": "all_private_chats"}, {"type": "everyone"}, "can't parse BotCommandScope: Unsupported type specified"),
    "a scope of a chat": scope(CHAT, {"type": "chat"}, 'can\'t parse BotCommandScope: Can\'t find field "chat_id"'),
    "a scope of some chat": scope({**CHAT, "chat_id": "7"}, {**CHAT, "chat_id": ""}, "can't parse BotCommandScope: Empty chat_id specified"),
    "a scope of a chat there is": scope(CHAT, {**CHAT, "chat_id": 70}, "chat not found"),
    "a scope of a member": scope(MEMBER, {**MEMBER, "user_id": 0}, "can't parse BotCommandScope: Invalid user_id specified"),
    "members are of groups": scope(MEMBER, {**MEMBER, "chat_id": 7}, "can't use specified scope in private chats"),
    "no menu of a channel": scope(CHAT, {**CHAT, "chat_id": -1000000000300}, "can't change commands in channel chats"),
    "a menu to ask for": Rule("getMyCommands", {"language_code": "de"}, {"language_code": "DE"}, "invalid language code specified"),
    "a menu to take away": Rule("deleteMyCommands", {"scope": CHAT}, {"scope": "{"}, "can't parse BotCommandScope JSON object"),
    # Names and words
    "a name of 64": words("setMyName", "name", 64, "BOT_NAME_TOO_LONG"),
    "a description of 512": words("setMyDescription", "description", 512, "BOT_DESCRIPTION_TOO_LONG"),
    "a short description of 120": words("setMyShortDescription", "short_description", 120, "BOT_SHORT_DESCRIPTION_TOO_LONG"),
    "a name in a language": Rule("setMyName", {"name": "a", "language_code": "de"}, {"name": "a", "language_code": "d"}, "invalid language code specified"),
    # The menu button
    "a button in JSON": button("{", "can't parse menu button JSON object"),
    "a menu button is an object": button(["commands"], "can't parse menu button: MenuButton must be an Object"),
    "a button has a type": button({}, 'can\'t parse menu button: Can\'t find field "type"'),
    "a button of a type": button({"type": "link"}, "can't parse menu button: MenuButton has unsupported type"),
    "a button has words": button({**APP, "text": ""}, "menu button text must be non-empty"),
    "a button opens an app": button({**APP, "web_app": 7}, 'can\'t parse menu button: Field "web_app" must be of type Object'),
    "an app is safe": button(
        {**APP, "web_app": {"url": "http://example.org"}}, "menu button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed"
    ),
    "an app is somewhere": button({**APP, "web_app": {"url": "https://"}}, "menu button Web App URL 'https://' is invalid: Wrong HTTP URL"),
    "a person for a button": Rule("setChatMenuButton", {"chat_id": 7}, {"chat_id": -100}, "invalid chat_id specified"),
    "a known person for a button": Rule("getChatMenuButton", {"chat_id": 7}, {"chat_id": 70}, "user not found"),
    # The bot's own face
    "a face": face(None, "photo isn't specified"),
    "a face in JSON": face("{", "can't parse photo JSON object"),
    "a face of a type": face({**STATIC, "type": "round"}, "inputProfilePhoto has unsupported type"),
    "a face is named": face({"type": "static"}, 'can\'t find field "photo"'),
    "a face came along": face({**STATIC, "photo": "attach://none"}, "photo must be uploaded as a file"),
    "a face is new": face({**STATIC, "photo": "AgACAgIAAxkBAA"}, "photo must be uploaded as a file"),
    "a moving face came along": face({**MOVING, "animation": "film"}, "animation must be uploaded as a file"),
    "a moving face moves": face({**MOVING, "animation": "attach://face"}, "VIDEO_FILE_INVALID"),
    "a face of 160": Rule("setMyProfilePhoto", FACE, FACE, "PHOTO_CROP_SIZE_SMALL", {"face": png_head(160, 160)}, {"face": png_head(160, 159)}),
    "whose faces": Rule("getUserProfilePhotos", {"user_id": 1}, {}, "invalid user_id specified"),
    "whose faces are known": Rule("getUserProfilePhotos", {"user_id": 7}, {"user_id": 70}, "user not found"),
}  # fmt: skip


@pytest.fixture
def standing(phone: Phone, ana: PhoneUser) -> None:
    for number, name in ((8, "Bo"), (9, "Mallory"), (10, "Bo")):
        phone.person(number, name)
    for number in (9, 10):
        phone.person(number).says("/start")
    phone.person(9).blocks()
    phone.person(10).deactivates()
    for number in (-100, -500):
        phone.group(number).adds_bot(by=ana)
    phone.group(-500).removes_bot(by=ana)
    phone.group(-200)
    phone.group(-1000000000300, kind="channel").adds_bot(by=ana)
    phone.group(-1000000000400)


@pytest.mark.usefixtures("standing")
@pytest.mark.parametrize("name", RULES)
async def test_inside_passes_and_outside_is_refused_in_telegrams_words(name: str, call: Caller) -> None:
    await RULES[name].check(call)


async def test_a_file_of_20_mb_can_be_got(call: Caller, ana: PhoneUser) -> None:
    ids = [
        (await call("sendDocument", {"document": b"a" * size}, chat_id=7)).result["document"]["file_id"]
        for size in (20 << 20, (20 << 20) + 1)
    ]
    await Rule("getFile", {"file_id": ids[0]}, {"file_id": ids[1]}, "file is too big").check(call)
