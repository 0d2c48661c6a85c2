"""What each kind of update tells the coach."""

from dataclasses import replace
from typing import Any

import pytest
from telegram import Update

from bot.chat.incoming.news_of import news_of
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Said, Sender, Sent, Tapped, What
from bot.domain.own.own_exercise import FileKind, SentFile

USER = {"id": 7, "is_bot": False, "first_name": "Ana\nof  Berlin", "language_code": "de"}
ANA = Sender(7, "Ana of Berlin", "de")
CHAT = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP = {"id": -100, "type": "group", "title": "Backs"}
FILE = {"file_id": "f", "file_unique_id": "u"}
SIZE = {**FILE, "width": 1, "height": 1}
FILM = {**SIZE, "duration": 1}
PHOTO = SentFile("f", "u", FileKind.PHOTO)


HIDDEN = {"type": "hidden_user", "sender_user_name": "Mallory", "date": 1}


def message(**fields: Any) -> dict[str, Any]:
    return {"message": {"message_id": 1, "date": 1, "chat": CHAT, "from": USER, **fields}}


def edited(**fields: Any) -> dict[str, Any]:
    return {"edited_message": {**message(**fields)["message"], "edit_date": 2}}


def tap(**fields: Any) -> dict[str, Any]:
    return {"callback_query": {"id": "q", "from": USER, "chat_instance": "c", **message(), **fields}}


def member(chat: dict[str, Any], status: str) -> dict[str, Any]:
    bot = {"id": 1, "is_bot": True, "first_name": "Unhunch"}
    old = {"user": bot, "status": "member"}
    new = {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    return {
        "my_chat_member": {
            "chat": chat,
            "from": USER,
            "date": 1,
            "old_chat_member": old,
            "new_chat_member": new,
        }
    }


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (message(text="/start"), Said(ANA, "/start", 1)),
        (message(text="hi \ud83d"), Said(ANA, "hi ", 1)),
        (
            message(text="hi", **{"from": {**USER, "first_name": "Ana\udc00 of Berlin"}}),
            Said(ANA, "hi", 1),
        ),
        (
            message(text="hi", **{"from": {**USER, "language_code": "de" * 20}}),
            Said(Sender(7, ANA.name), "hi", 1),
        ),
        (
            message(text="hi", **{"from": {**USER, "language_code": None}}),
            Said(Sender(7, ANA.name), "hi", 1),
        ),
        (tap(data="h\ud83d"), Tapped(ANA, "h")),
        (message(photo=[SIZE], caption="my back"), Said(ANA, "my back", 1, file=PHOTO, is_caption=True)),
        (
            message(photo=[{**SIZE, "file_id": "small"}, {**SIZE, "file_size": 9}], media_group_id="a"),
            Sent(ANA, What.PICTURE, replace(PHOTO, size=9, album="a"), 1),
        ),
        (message(photo=[{**SIZE, "file_id": "f" * 513}]), Sent(ANA, What.PICTURE, message=1)),
        (message(photo=[{**SIZE, "file_id": "f\n"}]), Sent(ANA, What.PICTURE, message=1)),
        (message(video=FILM), Sent(ANA, What.VIDEO, replace(PHOTO, kind=FileKind.VIDEO), 1)),
        (
            message(animation=FILM, document={**FILE, "mime_type": "video/mp4"}),
            Sent(ANA, What.VIDEO, replace(PHOTO, kind=FileKind.ANIMATION), 1),
        ),
        (
            message(document={**FILE, "mime_type": "video/quicktime"}, caption="x"),
            Said(ANA, "x", 1, file=replace(PHOTO, kind=FileKind.DOCUMENT), is_caption=True),
        ),
        (message(document={**FILE, "mime_type": "application/pdf"}), Sent(ANA, What.OTHER, message=1)),
        (
            message(text="/ban 8", forward_origin=HIDDEN),
            Said(ANA, "/ban 8", 1, is_passed_on=True),
        ),
        (
            message(text="/ban 8", via_bot={"id": 77, "is_bot": True, "first_name": "x"}),
            Said(ANA, "/ban 8", 1, is_passed_on=True),
        ),
        (message(document=FILE), Sent(ANA, What.OTHER, message=1)),
        (message(video_note={**FILE, "length": 1, "duration": 1}), Sent(ANA, What.VIDEO, message=1)),
        (message(voice={**FILE, "duration": 1}), Sent(ANA, What.VOICE, message=1)),
        (message(location={"latitude": 1.0, "longitude": 2.0}), Located(ANA, 1.0, 2.0, 1)),
        (message(contact={"phone_number": "1", "first_name": "x"}), Sent(ANA, What.OTHER, message=1)),
        (message(pinned_message=message(text="hi")["message"]), None),
        (message(message_auto_delete_timer_changed={"message_auto_delete_time": 60}), None),
        (message(text="hi", chat=GROUP), Elsewhere(-100)),
        (message(text="hi", **{"from": {**USER, "is_bot": True}}), None),
        (
            {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel"}}},
            Elsewhere(-5),
        ),
        (edited(text="x"), Said(ANA, "x", 1, is_edit=True)),
        (
            edited(photo=[SIZE], caption="x"),
            Said(ANA, "x", 1, is_edit=True, file=PHOTO, is_caption=True),
        ),
        (edited(photo=[{**FILE, "width": 1, "height": 1}]), None),
        (edited(location={"latitude": 1.0, "longitude": 2.0}), None),
        (edited(text="x", chat=GROUP), None),
        (edited(text="x", **{"from": {**USER, "is_bot": True}}), None),
        (tap(data="h"), Tapped(ANA, "h")),
        (tap(), Tapped(ANA, "")),
        (tap(data="h", message={**message()["message"], "chat": GROUP}), Elsewhere(-100)),
        (member(CHAT, "kicked"), Blocked(ANA)),
        (member(CHAT, "member"), CameBack(ANA)),
        (member(GROUP, "member"), Elsewhere(-100)),
        (member(GROUP, "left"), None),
        (tap(data="h", message=None, inline_message_id="i"), None),
        (message(text="hi", chat={**CHAT, "id": 66}), None),
        (message(text="hi", chat={**GROUP, "id": 100}), None),
        (message(text="hi", chat={**CHAT, "type": "a kind to come"}), None),
        (member({**CHAT, "id": 66}, "kicked"), None),
        (message(text="x" * 10_000), Said(ANA, "x" * 4096, 1)),
        ({}, None),
    ],
)
def test_news(update: dict[str, Any], expected: News | None) -> None:
    parsed = Update.de_json({"update_id": 1, **update}, None)
    assert news_of(parsed) == expected
