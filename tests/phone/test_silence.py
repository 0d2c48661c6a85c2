"""What Telegram does without a word: it mends, drops, bounds, and takes what is not there for what is usual."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, keys
from tests.phone.samples import FILM, PNG, SONG

TEXT = {"chat_id": 7, "text": "hello"}
Json = dict[str, Any]


@dataclass(frozen=True)
class Silent:
    """A call, and what of its result shows what Telegram made of it."""

    method: str
    given: Json
    look: Callable[[Json], object]
    made: object
    files: dict[str, bytes] | None = None


def inline(*rows: list[Json], made: object, look: Callable[[list[list[Json]]], object]) -> Silent:
    markup = {"inline_keyboard": list(rows)}
    return Silent("sendMessage", {**TEXT, "reply_markup": markup}, lambda sent: look(keyboard(sent)), made)


def keyboard(sent: Json) -> list[list[Json]]:
    rows: list[list[Json]] = sent.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def says(given: Json, name: str, made: object) -> Silent:
    return Silent("sendMessage", {**TEXT, **given}, lambda sent: sent.get(name), made)


def of_film(given: Json, name: str, made: object) -> Silent:
    return Silent(
        "sendVideo", {"chat_id": 7, **given}, lambda sent: sent["video"].get(name), made, {"video": FILM}
    )


def sizes(rows: list[list[Json]]) -> list[int]:
    return list(map(len, rows))


TAP: Json = {"text": "a", "callback_data": "b"}
LINK: Json = {"text": "a", "url": "example.org"}
SILENT = {
    # Keyboards
    "eight buttons of a row are kept": inline([TAP] * 12, made=[8], look=sizes),
    "and of thirteen, too": inline([TAP] * 13, [TAP], made=[8, 1], look=sizes),
    "a row of nothing is none": inline([], [TAP], [], made=[1], look=sizes),
    "a button without words is none": inline([{**TAP, "text": ""}, TAP], made=[1], look=sizes),
    "of two deeds the first of Telegram's order": inline([{**TAP, **LINK}], made=[[{"text": "a", "url": "http://example.org/"}]], look=list),
    "an empty deed is none": inline([{**TAP, "url": ""}], made=[[TAP]], look=list),
    "a number is a text": inline([{"text": 7, "callback_data": 1.5}], made=[[{"text": "7", "callback_data": "1.5"}]], look=list),
    "the usual style is no style": inline([{**TAP, "style": "default"}], made=[[TAP]], look=list),
    "what no button has is no part of it": inline([{**TAP, "colour": "red"}], made=[[TAP]], look=list),
    "keys of nothing are no keys": Silent("sendMessage", {**TEXT, "reply_markup": {}}, lambda sent: "reply_markup" in sent, made=False),
    # Texts
    "blanks around go": says({"text": " \n a \n "}, "text", "a"),
    "tabs are blanks, returns are nothing": says({"text": "a\tb\r\nc"}, "text", "a b\nc"),
    "signs that turn the text round go": says({"text": "a\u202eb\u2028c"}, "text", "abc"),
    "strange entities are text": says({"text": "&nbsp;&laquo;", "parse_mode": "HTML"}, "text", "&nbsp;&laquo;"),
    "a link that leads nowhere is text": says({"text": "<a>a</a>", "parse_mode": "HTML"}, "entities", None),
    "an entity of nothing is none": says({"text": "a<b></b>", "parse_mode": "HTML"}, "entities", None),
    "a mode counts more than entities": says(
        {"text": "<i>a</i>", "parse_mode": "HTML", "entities": [{"type": "bold", "offset": 0, "length": 1}]},
        "entities", [{"type": "italic", "offset": 0, "length": 1}],
    ),
    "entities in no JSON are none": says({"entities": "[{"}, "entities", None),
    "entities in no list are none": says({"entities": {"type": "bold"}}, "entities", None),
    "what Telegram finds is not told": says({"entities": [{"type": "hashtag", "offset": 0, "length": 5}]}, "entities", None),
    "what Telegram finds is marked": says({"text": "/start"}, "entities", [{"type": "bot_command", "offset": 0, "length": 6}]),
    # Yes and no, and numbers
    "yes is yes": says({"protect_content": "YES"}, "has_protected_content", made=True),
    "on is no": says({"protect_content": "on"}, "has_protected_content", None),
    "no number is nought": of_film({"duration": "long"}, "duration", 0),
    "a day is the longest": of_film({"duration": 86_401}, "duration", 86_400),
    "no length is below nought": of_film({"duration": -1}, "duration", 0),
    "what the film shows counts more than what is told": of_film({"width": 99, "height": 10_001}, "width", 640),
    "no title is none": Silent("sendAudio", {"chat_id": 7, "title": " "}, lambda sent: sent["audio"].get("title"), None, {"audio": SONG}),
    "a start of nought is none": of_film({"start_timestamp": 0}, "start_timestamp", None),
    # What may lack
    "a reply to nothing is none": says({"reply_parameters": {}}, "reply_to_message", None),
    "a reply with nothing is none": says({"reply_parameters": ""}, "reply_to_message", None),
    "a quote of nothing is none": says({"reply_parameters": {"message_id": 1, "quote": " "}}, "quote", None),
    "a preview of nothing is none": says({"link_preview_options": {"is_disabled": False}}, "link_preview_options", None),
    "a caption of blanks is none": Silent("sendPhoto", {"chat_id": 7, "caption": " \n"}, lambda sent: sent.get("caption"), None, {"photo": PNG}),
    "a spoiler is for pictures": Silent("sendAudio", {"chat_id": 7, "has_spoiler": True}, lambda sent: sent.get("has_media_spoiler"), None, {"audio": SONG}),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
async def test_telegram_makes_of_it_what_it_likes(name: str, call: Caller, ana: PhoneUser) -> None:
    silent = SILENT[name]
    answer = await call(silent.method, silent.files, **silent.given)
    assert silent.look(answer.result) == silent.made


async def test_an_edit_without_a_caption_takes_it_away(call: Caller, ana: PhoneUser) -> None:
    await call("sendPhoto", {"photo": PNG}, chat_id=7, caption="old", reply_markup=keys(["a"]))
    edited = (await call("editMessageCaption", chat_id=7, message_id=2)).result
    assert "caption" not in edited
    assert ana.live_keyboards == []


async def test_keys_go_when_none_are_told(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="a", reply_markup=keys(["a"]))
    assert "reply_markup" not in (await call("editMessageReplyMarkup", chat_id=7, message_id=2)).result


async def test_what_is_not_there_can_be_deleted_among_others(call: Caller, ana: PhoneUser) -> None:
    assert (await call("deleteMessages", chat_id=7, message_ids=[1, 1, 5, 99])).result is True
    assert ana.messages == []


async def test_a_picture_keeps_its_name_among_all_pictures(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    first, second = [(await call("sendPhoto", {"photo": PNG}, chat_id=7)).result["photo"] for _ in range(2)]
    again = (await call("sendPhoto", chat_id=7, photo=first[0]["file_id"])).result["photo"]
    assert [size["file_unique_id"] for size in again] == [size["file_unique_id"] for size in first]
    assert second[0]["file_unique_id"] != first[0]["file_unique_id"]
    assert phone.breaches == []


async def test_a_method_may_be_a_parameter(call: Caller) -> None:
    root = call.root
    for address in (f"{root}/?method=GETME", f"{root}/test/getMe", f"{root}/GetMe"):
        assert (await call.read(await call.session.get(address))).result["is_bot"]
