"""How a bot introduces itself: menus by scope and language, the menu button, its name, its picture."""

import json
from typing import Any

import pytest

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller
from tests.phone.samples import FILM

JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x02\x80\x02\x80" + b"\0" * 20
ONE_CHAT: dict[str, Any] = {"type": "chat", "chat_id": 7}
PICTURE = {"type": "static", "photo": "attach://face"}


async def menu(call: Caller, words: str, scope: dict[str, Any] | None = None, language: str = "") -> None:
    more = {"scope": scope} if scope else {}
    commands = [{"command": "start", "description": words}]
    assert (await call("setMyCommands", commands=commands, language_code=language, **more)).result


def seen(phone: Phone, language: str | None, chat: int, person: int = 0) -> str:
    return "".join(command["description"] for command in phone.commands(language, chat, person))


async def test_the_narrowest_menu_wins_and_in_it_the_language(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    wider = [
        ("all", None, ""),
        ("alle", None, "de"),
        ("people", {"type": "all_private_chats"}, ""),
        ("Leute", {"type": "all_private_chats"}, "de"),
        ("Ana", ONE_CHAT, ""),
        ("Ana auf Deutsch", ONE_CHAT, "de"),
    ]
    for words, scope, language in wider:
        await menu(call, words, scope, language)
        assert seen(phone, "de-at", 7) == words
    assert seen(phone, "fr", 7) == "Ana"
    assert seen(phone, "de", 8) == "Leute"
    assert (await call("deleteMyCommands", scope=ONE_CHAT, language_code="de")).result
    assert seen(phone, "de", 7) == "Ana"


async def test_groups_have_menus_of_their_own(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.group(-100).adds_bot(by=ana)
    await menu(call, "people", {"type": "all_private_chats"})
    assert seen(phone, "en", -100, 7) == ""
    for words, scope in (
        ("all", {"type": "default"}),
        ("groups", {"type": "all_group_chats"}),
        ("backs", {"type": "chat", "chat_id": "-100"}),
        ("Ana", {"type": "chat_member", "chat_id": -100, "user_id": 7}),
    ):
        await menu(call, words, scope)
        assert seen(phone, "en", -100, 7) == words
    assert seen(phone, "en", -100, 8) == "backs"


async def test_a_button_is_of_one_or_of_all(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    assert (await call("getChatMenuButton", chat_id=7)).result == {"type": "default"}
    app = {"type": "web_app", "text": "Plan", "web_app": {"url": "https://example.org"}}
    await call("setChatMenuButton", menu_button={"type": "commands"})
    await call("setChatMenuButton", chat_id=7, menu_button=app)
    kept = {**app, "web_app": {"url": "https://example.org/"}}
    assert (await call("getChatMenuButton")).result == {"type": "commands"}
    assert (await call("getChatMenuButton", chat_id="7")).result == kept
    assert phone.telegram.profile.button(7) == kept
    assert phone.telegram.profile.button(8) == {"type": "commands"}
    await call("setChatMenuButton", chat_id=7)
    assert phone.telegram.profile.button(7) == {"type": "commands"}


async def test_a_name_is_known_wherever_the_bot_speaks(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    await call("setMyName", name="Straight")
    await call("setMyName", name="Gerade", language_code="de")
    assert (await call("getMe")).result["first_name"] == "Straight"
    assert (await call("getMyName")).result == {"name": "Straight"}
    assert phone.describe("de-ch")["name"] == "Gerade"
    await call("setMyName", name="", language_code="de")
    assert phone.describe("de")["name"] == "Straight"


async def test_a_bot_has_a_picture_until_it_is_taken_away(call: Caller, phone: Phone) -> None:
    assert (await call("setMyProfilePhoto", {"face": JPEG}, photo=PICTURE)).result is True
    photos = (await call("getUserProfilePhotos", user_id=1)).result
    assert [size["width"] for size in photos["photos"][0]] == [160, 320, 640]
    file = (await call("getFile", file_id=photos["photos"][0][2]["file_id"])).result
    async with call.session.get(f"{phone.address}/file/bot1:abc/{file['file_path']}") as response:
        assert await response.read() == JPEG
    again = json.dumps({**PICTURE, "photo": file["file_id"]})
    assert (
        await call("setMyProfilePhoto", photo=again)
    ).refusal == "Bad Request: photo must be uploaded as a file"
    assert phone.breaches == []
    assert (await call("removeMyProfilePhoto")).result is True
    assert (await call("getUserProfilePhotos", user_id=1)).result == {"total_count": 0, "photos": []}


async def test_a_picture_may_move(call: Caller, phone: Phone) -> None:
    moving = {"type": "animated", "animation": "attach://film", "main_frame_timestamp": 0.5}
    assert (await call("setMyProfilePhoto", {"film": FILM}, photo=moving)).result
    assert phone.telegram.profile.photo
    answer = await call("setMyProfilePhoto", {"film": JPEG}, photo=moving)
    assert answer.refusal == "Bad Request: VIDEO_FILE_INVALID"


async def test_a_picture_that_is_no_jpeg_is_taken_and_noted(call: Caller, phone: Phone) -> None:
    assert (await call("setMyProfilePhoto", {"face": plain_png(160, 160, (1, 2, 3))}, photo=PICTURE)).result
    assert [breach.what for breach in phone.breaches] == [
        "a picture that is no JPEG, though Telegram asks for one"
    ]


@pytest.mark.parametrize(
    ("face", "refusal"),
    [
        (plain_png(159, 400, (1, 2, 3)), "PHOTO_CROP_SIZE_SMALL"),
        (FILM, "IMAGE_PROCESS_FAILED"),
        (b"words", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
    ],
)
async def test_not_every_picture_is_a_face(call: Caller, face: bytes, refusal: str) -> None:
    answer = await call("setMyProfilePhoto", {"face": face}, photo=PICTURE)
    assert answer.refusal == f"Bad Request: {refusal}"


async def test_the_page_is_told_of_it(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    await call("setMyProfilePhoto", {"face": JPEG}, photo=PICTURE)
    async with call.session.get(f"{phone.address}/phone/chats/7") as response:
        bot = (await response.json())["bot"]
    assert bot["menu_button"] == {"type": "default"}
    async with call.session.get(f"{phone.address}{bot['photo']['url']}") as response:
        assert (response.content_type, await response.read()) == ("image/jpeg", JPEG)
