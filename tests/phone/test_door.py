"""Who may call, and how: tokens, hosts, other pages; query, form, JSON and multipart; and what is noted of a call."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.call_record import Breach
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Answer, Caller, HandClock, keys

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def asked(call: Caller, path: str, headers: dict[str, str] | None = None, **more: Any) -> Answer:
    root = call.root.rpartition("/bot")[0]
    return await call.read(
        await call.session.request(more.pop("method", "GET"), root + path, headers=headers, **more)
    )


@pytest.mark.parametrize(
    ("token", "refusal"),
    [
        ("1:abd", "Unauthorized"),
        ("2:abc", "Unauthorized"),
        ("abc", "Unauthorized: invalid token specified"),
        ("01:abc", "Unauthorized: invalid token specified"),
        ("1:" + "a" * 79, "Unauthorized: invalid token specified"),
    ],
)
async def test_a_wrong_token_opens_nothing(token: str, refusal: str, call: Caller) -> None:
    answer = await asked(call, f"/bot{token}/getMe")
    assert (answer.status, answer.refusal) == (401, refusal)
    assert (await asked(call, f"/file/bot{token}/photos/file_1.png")).status == 401


async def test_what_is_not_there_is_said_in_telegrams_words(call: Caller) -> None:
    for path, refusal in (
        ("/bot1:abc/sendLove", "Not Found: method not found"),
        ("/bot1:abc/", "Not Found"),
        ("/bot1:abc/a/b", "Not Found"),
        ("/nowhere", "Not Found"),
        ("/file/bot1:abc/photos/file_1.png", "Not Found"),
    ):
        answer = await asked(call, path)
        assert (answer.status, answer.refusal) == (404, refusal)
    assert (await asked(call, "/bot1:abc/getMe", method="PUT")).status == 501


@pytest.mark.parametrize(
    "host", ["unhunch.example", "127.0.0.1.example", "0.0.0.0", "192.168.1.7:80", "[::2]", "[", ""]
)
async def test_another_host_name_is_refused(host: str, call: Caller) -> None:
    answer = await asked(call, "/bot1:abc/getMe", {"Host": host})
    assert (answer.status, answer.refusal) == (403, "Forbidden: this phone answers on this machine only")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8080", "LOCALHOST", "[::1]:80"])
async def test_this_machine_is_let_in_by_any_of_its_names(host: str, call: Caller) -> None:
    assert (await asked(call, "/bot1:abc/getMe", {"Host": host})).result["username"] == "unhunch_bot"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://unhunch.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_page_is_refused(headers: dict[str, str], call: Caller) -> None:
    answer = await asked(call, "/bot1:abc/getMe", headers)
    assert (answer.status, answer.refusal) == (403, "Forbidden: this phone does not speak with other pages")


async def test_its_own_page_is_let_in(call: Caller, phone: Phone) -> None:
    headers = {"Origin": phone.address, "Sec-Fetch-Site": "same-origin"}
    assert (await asked(call, "/bot1:abc/getMe", headers)).result["is_bot"]


async def test_parameters_come_in_every_form(call: Caller, ana: PhoneUser) -> None:
    path, body = "/bot1:abc/sendMessage", {"chat_id": 7, "text": "ü & 🙂", "reply_markup": keys(["a"])}
    await asked(call, path, params={"chat_id": 7, "text": "ü & 🙂", "reply_markup": json.dumps(keys(["a"]))})
    await asked(call, path, json=body, method="POST")
    await asked(call, path, json={**body, "reply_markup": json.dumps(keys(["a"]))}, method="POST")
    await asked(
        call,
        path,
        data={"chat_id": "7", "text": "ü & 🙂", "reply_markup": json.dumps(keys(["a"]))},
        method="POST",
    )
    await call("SENDmessage", {"unused": b"file"}, **body)
    assert [message.text for message in ana.messages[1:]] == ["ü & 🙂"] * 5
    assert len(ana.live_keyboards) == 5


async def test_of_a_name_given_twice_the_first_counts(call: Caller, ana: PhoneUser) -> None:
    await asked(call, "/bot1:abc/sendMessage?text=query", data={"text": "body", "chat_id": 7}, method="POST")
    assert ana.sees.text == "query"


async def test_a_body_that_can_not_be_read_brings_no_parameters(call: Caller, ana: PhoneUser) -> None:
    for headers, body in (
        ({"Content-Type": "application/json"}, b"{"),
        ({"Content-Type": "application/json"}, b"\xff"),
        ({"Content-Type": "application/json"}, b"[1]"),
        ({"Content-Type": "text/plain"}, b"text=hello&chat_id=7"),
    ):
        answer = await asked(call, "/bot1:abc/sendMessage", headers, data=body, method="POST")
        assert answer.refusal == "Bad Request: message text is empty"
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await asked(call, "/bot1:abc/sendMessage", broken, data=b"--x\r\nnonsense", method="POST")
    assert answer.status == 400


async def test_what_is_no_utf_8_is_refused(call: Caller, ana: PhoneUser) -> None:
    answer = await asked(call, "/bot1:abc/sendMessage", FORM, data=b"chat_id=7&text=%ff", method="POST")
    assert answer.refusal == "Bad Request: text must be encoded in UTF-8"
    assert (
        await asked(call, "/bot1:abc/sendMessage", FORM, data=b"chat_id=%ff&text=a", method="POST")
    ).status == 400


async def test_there_are_bounds_to_what_a_call_may_bring(call: Caller, ana: PhoneUser) -> None:
    half = "b" * (1 << 19)
    many = await call("sendMessage", {"f": b"x"}, chat_id=7, text="a", more=half, most=half)
    assert (many.status, many.refusal) == (413, "Request Entity Too Large: too many parameters")
    files = await call("sendMessage", {f"f{number}": b"x" for number in range(51)}, chat_id=7, text="a")
    assert (files.status, files.refusal) == (413, "Request Entity Too Large: too many files attached")
    assert (
        await call("sendMessage", {f"f{number}": b"x" for number in range(50)}, chat_id=7, text="a")
    ).result


async def test_a_body_of_more_than_50_mb_is_not_even_read(phone: Phone) -> None:
    port = int(phone.address.rpartition(":")[2])
    for length, status in ((50 << 20) + 1, b"413"), (2, b"400"):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = (
            f"POST /bot1:abc/sendMessage HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n\r\n{{}}"
        )
        writer.write(head.encode())
        assert (await reader.readline()).split()[1] == status
        writer.close()
        await writer.wait_closed()


async def test_calls_are_noted_in_order_with_what_became_of_them(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    await call("sendMessage", chat_id=7, text="one")
    await call("sendMessage", chat_id=70, text="two")
    query = ana.taps_data("x").query
    await call("answerCallbackQuery", callback_query_id=query)
    assert [(noted.method, noted.chat, noted.status) for noted in phone.calls] == [
        ("sendMessage", 7, 200),
        ("sendMessage", 70, 400),
        ("answerCallbackQuery", 7, 200),
    ]
    assert phone.calls[0].parameters == {"chat_id": "7", "text": "one"}
    assert [noted.description for noted in phone.refusals] == ["Bad Request: chat not found"]


async def test_what_telegram_swallows_in_silence_is_counted(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    await call(
        "sendMessage", chat_id=7, text="a", parse_mode="HTML", link_preview_options={"is_disabled": True}
    )
    assert phone.breaches == []
    await call("sendMessage", chat_id=7, text="a", silent=True)
    await call("sendMessage", chat_id=7, text="a", silent=True, reply_markup=keys(["x"] * 9))
    assert phone.breaches == [
        Breach("sendMessage", "unknown parameter silent", 2),
        Breach("reply_markup", "buttons that Telegram drops in silence", 1),
    ]
    assert len(ana.sees.labels) == 8


@pytest.mark.parametrize(
    ("method", "given", "strange"),
    [
        ("sendMessage", {"reply_markup": keys(["a"], colour="red")}, "InlineKeyboardButton.colour"),
        ("sendMessage", {"reply_markup": {**keys(["a"]), "resize": True}}, "InlineKeyboardMarkup.resize"),
        ("sendMessage", {"reply_markup": {"remove_keyboard": True, "always": True}}, "ReplyKeyboardRemove.always"),
        ("sendMessage", {"reply_markup": {"keyboard": [[{"text": "a", "icon": "b"}]]}}, "KeyboardButton.icon"),
        ("sendMessage", {"reply_parameters": {"message_id": 1, "text": "a"}}, "ReplyParameters.text"),
        ("sendMessage", {"entities": [{"type": "bold", "offset": 0, "length": 1, "size": 2}]}, "MessageEntity.size"),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "a", "width": 7}]}, "InputMediaPhoto.width"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b", "icon": "c"}]}, "BotCommand.icon"),
        ("setMyCommands", {"scope": {"type": "all_group_chats", "chat_id": 7}}, "BotCommandScopeAllGroupChats.chat_id"),
        ("setChatMenuButton", {"menu_button": {"type": "commands", "text": "a"}}, "MenuButtonCommands.text"),
        ("setMyProfilePhoto", {"photo": {"type": "static", "photo": "a", "media": "b"}}, "InputProfilePhotoStatic.media"),
        ("setMessageReaction", {"reaction": [{"type": "emoji", "emoji": "👍", "big": True}]}, "ReactionTypeEmoji.big"),
    ],
)  # fmt: skip
async def test_fields_that_no_type_has_are_counted(
    call: Caller, phone: Phone, method: str, given: dict[str, Any], strange: str
) -> None:
    for _ in range(2):
        await call(method, None, **given)
    assert phone.breaches == [Breach(method, f"unknown field {strange}", 2)]


async def test_fields_that_a_type_has_are_not(call: Caller, phone: Phone) -> None:
    film = {"type": "video", "media": "a", "duration": 7, "cover": "b", "caption_entities": []}
    await call(
        "sendMediaGroup", media=[film, {"type": "audio", "media": "a", "performer": "b", "duration": 7}]
    )
    await call("sendMessage", reply_markup=keys(["a"], style="primary", copy_text={"text": "b"}))
    await call("editMessageMedia", media={**film, "type": "moon"}, photo='{"not": "looked at"}')
    assert [breach.what for breach in phone.breaches] == ["unknown parameter photo"]


async def test_the_librarys_own_parameters_are_strange_to_telegram(call: Caller, phone: Phone) -> None:
    await call("sendMediaGroup", media=[], caption="a")
    await call("sendLocation", location={"latitude": 1})
    assert [(breach.method, breach.what) for breach in phone.breaches] == [
        ("sendMediaGroup", "unknown parameter caption"),
        ("sendLocation", "unknown parameter location"),
    ]


async def test_answers_carry_the_date_by_the_time_that_is_moved(
    call: Caller, phone: Phone, clock: HandClock
) -> None:
    assert (await call("getMe")).headers["Date"] == "Mon, 05 Jan 2026 07:30:00 GMT"
    clock.passes(hours=17)
    assert (await call("sendLove")).headers["Date"] == "Tue, 06 Jan 2026 00:30:00 GMT"
    phone.telegram.date_of_answers = lambda: datetime(2031, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert (await call("getMe")).headers["Date"] == "Mon, 03 Feb 2031 04:05:06 GMT"
    phone.telegram.date_of_answers = lambda: None
    assert "Date" not in (await call("getMe")).headers
