"""Each rule of what is said: a call just inside, one just outside, and what Telegram says of the latter.

A message of the bot with the id 2 and a picture with the id 3 stand in Ana's chat before each call.
"""

from typing import Any

import pytest

from bot.phone.files.first_bytes import plain_png
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, keys
from tests.phone.rules import Rule

TEXT = {"chat_id": 7, "text": "hello"}
EDIT = {"chat_id": 7, "message_id": 2}
PNG = plain_png(300, 200, (1, 2, 3))
WIDEST, TOO_WIDE = plain_png(2000, 100, (1, 2, 3)), plain_png(2001, 100, (1, 2, 3))
LARGEST = PNG + b"\0" * ((10 << 20) - len(PNG))


def button(**fields: object) -> dict[str, Any]:
    return {**TEXT, "reply_markup": {"inline_keyboard": [[fields]]}}


def many(rows: int, columns: int) -> dict[str, Any]:
    return {**TEXT, "reply_markup": keys(*[["x"] * columns] * rows)}


def lines(width: int) -> dict[str, Any]:
    """Nine buttons whose labels together nearly fill, or overfill, what a markup may hold."""
    return {**TEXT, "reply_markup": keys(*[["x" * 2]] * 8, ["x" * width])}


RULES = {
    # What is said
    "a text": Rule("sendMessage", TEXT, {"chat_id": 7}, "message text is empty"),
    "more than blanks": Rule("sendMessage", {**TEXT, "text": " . "}, {**TEXT, "text": " \n\t\r "}, "text must be non-empty"),
    "4,096 characters": Rule("sendMessage", {**TEXT, "text": "😀" * 4096}, {**TEXT, "text": "a" * 4097}, "message is too long"),
    "length after parsing": Rule(
        "sendMessage", {**TEXT, "text": f"<b>{'a' * 4096}</b>", "parse_mode": "HTML"},
        {**TEXT, "text": f"<b>{'a' * 4096}</b>!", "parse_mode": "HTML"}, "message is too long",
    ),
    "32,768 bytes": Rule("sendMessage", {**TEXT, "text": " " * 32767 + "a"}, {**TEXT, "text": " " * 32768 + "a"}, "text is too long"),
    "a known parse mode": Rule("sendMessage", {**TEXT, "parse_mode": "None"}, {**TEXT, "parse_mode": "HTML5"}, "unsupported parse_mode"),
    "no Markdown here": Rule(
        "sendMessage", {**TEXT, "parse_mode": "hTmL"}, {**TEXT, "parse_mode": "MarkdownV2"},
        "can't parse entities: this phone doesn't speak Markdown, only HTML",
    ),
    "tags closed": Rule(
        "sendMessage", {**TEXT, "text": "ü<b>a</b>", "parse_mode": "HTML"}, {**TEXT, "text": "ü<b>a</i>", "parse_mode": "HTML"},
        'can\'t parse entities: Unmatched end tag at byte offset 6, expected "</b>", found "</i>"',
    ),
    "entities in shape": Rule(
        "sendMessage", {**TEXT, "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        {**TEXT, "entities": [{"type": "loud", "offset": 0, "length": 2}]}, "can't parse MessageEntity: Unsupported type specified",
    ),
    # To whom
    "a chat": Rule("sendMessage", TEXT, {"text": "hello"}, "chat_id is empty"),
    "a chat that is there": Rule("sendMessage", TEXT, {**TEXT, "chat_id": 70}, "chat not found"),
    "a chat by number": Rule("sendMessage", {**TEXT, "chat_id": "7"}, {**TEXT, "chat_id": "seven"}, "chat not found"),
    "a message to reply to": Rule(
        "sendMessage", {**TEXT, "reply_parameters": {"message_id": 2}}, {**TEXT, "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    "a reply in shape": Rule(
        "sendMessage", {**TEXT, "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
        {**TEXT, "reply_parameters": "{"}, "can't parse reply parameters JSON object",
    ),
    # Keyboards
    "64 bytes of data": Rule(
        "sendMessage", button(text="a", callback_data="ü" * 32), button(text="a", callback_data="ü" * 32 + "."), "BUTTON_DATA_INVALID"
    ),
    "a button has a text": Rule(
        "sendMessage", button(text="", callback_data="a"), button(callback_data="a"),
        'can\'t parse inline keyboard button: Can\'t find field "text"',
    ),
    "a button does something": Rule(
        "sendMessage", button(text="a", url="example.org"), button(text="a"),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "a button's style": Rule(
        "sendMessage", button(text="a", callback_data="a", style="danger"), button(text="a", callback_data="a", style="red"),
        "can't parse inline keyboard button: invalid button style specified",
    ),
    "a button's link": Rule(
        "sendMessage", button(text="a", url="https://example.org"), button(text="a", url="https://nowhere"),
        "inline keyboard button URL 'https://nowhere' is invalid: Wrong HTTP URL",
    ),
    "100 buttons": Rule("sendMessage", many(20, 5), many(101, 1), "reply markup is too long"),
    "a button is an object": Rule(
        "sendMessage", button(text="a", callback_data="a"), {**TEXT, "reply_markup": {"inline_keyboard": [["a"]]}},
        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    ),
    "an app's link": Rule(
        "sendMessage", button(text="a", web_app={"url": "https://example.org"}), button(text="a", web_app={"url": "http://example.org"}),
        "inline keyboard button Web App URL 'http://example.org' is invalid: Only HTTPS links are allowed",
    ),
    "an app is an object": Rule(
        "sendMessage", button(text="a", web_app={"url": "https://example.org"}), button(text="a", web_app="https://example.org"),
        'can\'t parse inline keyboard button: Field "web_app" must be of type Object',
    ),
    "a login's link": Rule(
        "sendMessage", button(text="a", login_url={"url": "https://example.org"}), button(text="a", login_url={"url": "example.org"}),
        "inline keyboard button login URL 'example.org' is invalid: Only HTTPS links are allowed",
    ),
    "a text to copy": Rule(
        "sendMessage", button(text="a", copy_text={"text": "b" * 256}), button(text="a", copy_text={"text": "b" * 257}),
        "can't parse inline keyboard button: text to copy must be 1-256 characters long",
    ),
    "10 kB of keyboard": Rule("sendMessage", lines(50), {**TEXT, "reply_markup": keys(*[["x" * 60]] * 90)}, "reply markup is too long"),
    "a markup in JSON": Rule("sendMessage", {**TEXT, "reply_markup": ""}, {**TEXT, "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    "a markup is an object": Rule("sendMessage", {**TEXT, "reply_markup": {}}, {**TEXT, "reply_markup": [1]}, "object expected as reply markup"),
    "rows": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"inline_keyboard": [[]]}}, {**TEXT, "reply_markup": {"inline_keyboard": [{}]}},
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    "a list of rows": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"inline_keyboard": []}}, {**TEXT, "reply_markup": {"inline_keyboard": "x"}},
        'field "inline_keyboard" must be of type Array',
    ),
    "no null for a markup": Rule("sendMessage", TEXT, {**TEXT, "reply_markup": "null"}, "object expected as reply markup"),
    "keys in rows": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [["a"]]}}, {**TEXT, "reply_markup": {"keyboard": ["a"]}},
        'field "keyboard" must be an Array of Arrays',
    ),
    "a list of keys": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": []}}, {**TEXT, "reply_markup": {"keyboard": {}}},
        'field "keyboard" must be of type Array',
    ),
    "a key is a text or an object": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [["a", {"text": "b"}]]}}, {**TEXT, "reply_markup": {"keyboard": [[["a"]]]}},
        "can't parse keyboard button: KeyboardButton must be a String or an Object",
    ),
    "a key has a text": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [[{"text": 1}]]}}, {**TEXT, "reply_markup": {"keyboard": [[{"request_contact": True}]]}},
        'can\'t parse keyboard button: Can\'t find field "text"',
    ),
    "a key asks or does not": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [[{"text": "a", "request_location": False}]]}},
        {**TEXT, "reply_markup": {"keyboard": [[{"text": "a", "request_location": "yes"}]]}},
        'can\'t parse keyboard button: Field "request_location" must be of type Boolean',
    ),
    "a key's style": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [[{"text": "a", "style": "success"}]]}},
        {**TEXT, "reply_markup": {"keyboard": [[{"text": "a", "style": "green"}]]}}, "can't parse keyboard button: invalid button style specified",
    ),
    "one time or not": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [["a"]], "one_time_keyboard": True}},
        {**TEXT, "reply_markup": {"keyboard": [["a"]], "one_time_keyboard": 1}}, 'field "one_time_keyboard" must be of type Boolean',
    ),
    "taken away or not": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"remove_keyboard": True}}, {**TEXT, "reply_markup": {"remove_keyboard": "true"}},
        'field "remove_keyboard" must be of type Boolean',
    ),
    "a reply asked for or not": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"force_reply": True}}, {**TEXT, "reply_markup": {"force_reply": 1}},
        'field "force_reply" must be of type Boolean',
    ),
    "10 kB of keys": Rule(
        "sendMessage", {**TEXT, "reply_markup": {"keyboard": [["x" * 60]] * 90}}, {**TEXT, "reply_markup": {"keyboard": [["x" * 60]] * 150}},
        "reply markup is too long",
    ),
    # Files
    "a picture": Rule("sendPhoto", {"chat_id": 7}, {"chat_id": 7}, "there is no photo in the request", {"photo": PNG}),
    "an attached picture": Rule(
        "sendPhoto", {"chat_id": 7, "photo": "attach://p"}, {"chat_id": 7, "photo": "attach://q"}, "there is no photo in the request",
        {"p": PNG}, {"p": PNG},
    ),
    "not empty": Rule("sendPhoto", {"chat_id": 7}, {"chat_id": 7}, "file must be non-empty", {"photo": PNG}, {"photo": b""}),
    "10 MB": Rule(
        "sendPhoto", {"chat_id": 7}, {"chat_id": 7},
        "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        {"photo": LARGEST}, {"photo": LARGEST + b"\0"},
    ),
    "twenty times as wide": Rule("sendPhoto", {"chat_id": 7}, {"chat_id": 7}, "PHOTO_INVALID_DIMENSIONS", {"photo": WIDEST}, {"photo": TOO_WIDE}),
    "a picture indeed": Rule("sendPhoto", {"chat_id": 7}, {"chat_id": 7}, "IMAGE_PROCESS_FAILED", {"photo": PNG}, {"photo": b"words"}),
    "a caption": Rule(
        "sendPhoto", {"chat_id": 7, "caption": "😀" * 1024}, {"chat_id": 7, "caption": "a" * 1025}, "message caption is too long",
        {"photo": PNG}, {"photo": PNG},
    ),
    "a file id": Rule(
        "sendPhoto", {"chat_id": 7}, {"chat_id": 7, "photo": "AgACAgIAAxk"},
        "wrong remote file identifier specified: can't unserialize it. Wrong last symbol", {"photo": PNG},
    ),
    "a loop": Rule("sendAnimation", {"chat_id": 7}, {"chat_id": 7}, "there is no animation in the request", {"animation": b"GIF89a\x10\0\x10\0"}),
    # Edits
    "a message to edit": Rule("editMessageText", {**EDIT, "text": "new"}, {**EDIT, "text": "new", "message_id": 99}, "message to edit not found"),
    "one's own": Rule("editMessageText", {**EDIT, "text": "new"}, {**EDIT, "text": "new", "message_id": 1}, "message can't be edited"),
    "told which": Rule("editMessageText", {**EDIT, "text": "new"}, {"text": "new"}, "message identifier is not specified"),
    "in a chat": Rule("editMessageText", {**EDIT, "text": "new"}, {"text": "new", "message_id": 2}, "chat_id is empty"),
    "a change": Rule(
        "editMessageText", {**EDIT, "text": "old", "reply_markup": keys(["new"])}, {**EDIT, "text": " old ", "reply_markup": keys(["old"])},
        "message is not modified: specified new message content and reply markup are exactly the same as a current content "
        "and reply markup of the message",
    ),
    "a text to edit": Rule("editMessageText", {**EDIT, "text": "new"}, {**EDIT, "text": "new", "message_id": 3}, "there is no text in the message to edit"),
    "4,096 in an edit": Rule("editMessageText", {**EDIT, "text": "a" * 4096}, {**EDIT, "text": "a" * 4097}, "MESSAGE_TOO_LONG"),
    "a caption to edit": Rule(
        "editMessageCaption", {**EDIT, "message_id": 3, "caption": "new"}, {**EDIT, "caption": "new"}, "there is no caption in the message to edit"
    ),
    "1,024 in an edit": Rule(
        "editMessageCaption", {**EDIT, "message_id": 3, "caption": "a" * 1024}, {**EDIT, "message_id": 3, "caption": "a" * 1025},
        "MEDIA_CAPTION_TOO_LONG",
    ),
    "inline keys in an edit": Rule(
        "editMessageReplyMarkup", {**EDIT, "reply_markup": keys(["new"])}, {**EDIT, "reply_markup": {"remove_keyboard": True}},
        "inline keyboard expected",
    ),
    "new media": Rule(
        "editMessageMedia", {**EDIT, "media": {"type": "photo", "media": "attach://p"}}, {**EDIT, "media": {"type": "photo"}},
        "can't parse InputMedia: media not found", {"p": PNG}, {"p": PNG},
    ),
    "media in JSON": Rule(
        "editMessageMedia", {**EDIT, "media": {"type": "photo", "media": "attach://p"}}, {**EDIT, "media": "{"},
        "can't parse input media JSON object", {"p": PNG},
    ),
    "media with a type": Rule(
        "editMessageMedia", {**EDIT, "media": {"type": "photo", "media": "attach://p"}}, {**EDIT, "media": {"media": "attach://p"}},
        'can\'t parse InputMedia: Can\'t find field "type"', {"p": PNG}, {"p": PNG},
    ),
    "a caption of new media": Rule(
        "editMessageMedia", {**EDIT, "media": {"type": "photo", "media": "attach://p", "caption": "<b>a</b>", "parse_mode": "HTML"}},
        {**EDIT, "media": {"caption": "<b>a", "parse_mode": "HTML"}},
        'can\'t parse InputMedia: Can\'t parse entities: Can\'t find end tag corresponding to start tag "b"', {"p": PNG},
    ),
    # Deletes
    "a message to delete": Rule("deleteMessage", EDIT, {**EDIT, "message_id": 99}, "message to delete not found"),
    "which to delete": Rule("deleteMessage", EDIT, {"chat_id": 7}, "message identifier is not specified"),
    "where to delete": Rule("deleteMessage", EDIT, {"message_id": 2}, "chat identifier is not specified"),
    "100 to delete": Rule(
        "deleteMessages", {"chat_id": 7, "message_ids": list(range(100))}, {"chat_id": 7, "message_ids": list(range(101))},
        "too many message identifiers specified",
    ),
    # Reactions, typing, what the bot tells about itself
    "a reaction of the list": Rule(
        "setMessageReaction", {**EDIT, "reaction": [{"type": "emoji", "emoji": "👍"}]}, {**EDIT, "reaction": [{"type": "emoji", "emoji": "🪑"}]},
        "REACTION_INVALID",
    ),
    "a message to react to": Rule("setMessageReaction", EDIT, {**EDIT, "message_id": 99}, "message to react not found"),
    "a kind of typing": Rule("sendChatAction", {"chat_id": 7, "action": "typing"}, {"chat_id": 70, "action": "dancing"}, "wrong parameter action in request"),
    "a command": Rule(
        "setMyCommands", {"commands": [{"command": "/a_1", "description": "b"}]}, {"commands": [{"command": "A", "description": "b"}]},
        "BOT_COMMAND_INVALID",
    ),
    "a command of 32": Rule(
        "setMyCommands", {"commands": [{"command": "a" * 32, "description": "b"}]}, {"commands": [{"command": "a" * 33, "description": "b"}]},
        "command length must not exceed 32",
    ),
    "a command told in 256": Rule(
        "setMyCommands", {"commands": [{"command": "a", "description": "b" * 256}]}, {"commands": [{"command": "a", "description": "b" * 257}]},
        "command description length must not exceed 256",
    ),
    "a short description": Rule(
        "setMyShortDescription", {"short_description": "a" * 120}, {"short_description": "a" * 121}, "BOT_SHORT_DESCRIPTION_TOO_LONG"
    ),
    "a file to get": Rule("getFile", {}, {}, "file_id not specified"),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
async def test_inside_passes_and_outside_is_refused_in_telegrams_words(
    name: str, call: Caller, ana: PhoneUser
) -> None:
    rule = RULES[name]
    await call("sendMessage", chat_id=7, text="old", reply_markup=keys(["old"]))
    picture = await call("sendPhoto", {"photo": PNG}, chat_id=7)
    if name == "a file to get":
        rule = Rule("getFile", {"file_id": picture.result["photo"][0]["file_id"]}, {}, rule.refusal)
    await rule.check(call)


@pytest.mark.parametrize(
    ("method", "parameters", "first"),
    [
        ("sendMessage", {"text": "", "chat_id": 70}, "message text is empty"),
        ("sendMessage", {"text": "<b>", "parse_mode": "HTML", "reply_markup": "{"}, "can't parse entities"),
        ("sendMessage", {"text": "a", "chat_id": 70, "reply_markup": "{"}, "can't parse reply keyboard"),
        ("sendMessage", {"text": "a" * 4097, "chat_id": 70}, "chat not found"),
        ("sendMessage", {**button(text="a", callback_data="b" * 65), "chat_id": 70}, "chat not found"),
        (
            "sendMessage",
            {**button(text="a", callback_data="b" * 65), "text": "a" * 4097},
            "message is too long",
        ),
        ("editMessageText", {"text": "", "chat_id": 70, "message_id": 9}, "message text is empty"),
    ],
)
async def test_of_two_faults_telegrams_first_is_told(
    method: str, parameters: dict[str, Any], first: str, call: Caller, ana: PhoneUser
) -> None:
    answer = await call(method, **parameters)
    assert answer.refusal.startswith(f"Bad Request: {first}")
