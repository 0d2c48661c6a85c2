"""What no honest bot sends: the phone answers everything in Telegram's envelope and never stumbles."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.phone.given.parameters import Json
from bot.phone.given.refused import RefusedError
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.phone.state.seen_messages import as_html
from bot.phone.text.formatted import Formatted, parsed, settled
from bot.phone.text.html import parse_html, utf16_length
from tests.phone.caller import Caller
from tests.phone.samples import FILM

_PIECES = [
    "<b>", "</b>", "<i>", "</i>", "</>", "<", ">", "&", "&lt;", "&#x1F600;", "&#0;", "&#99999999;", "<pre>", "</pre>",
    '<code class="language-x">', "</code>", "<blockquote expandable>", "</blockquote>", '<a href="a.org">', "</a>",
    '<tg-time unix="12" format="r">', "</tg-time>", "<tg-spoiler>", "</tg-spoiler>", "😀", "Ł", "مينا", "\u202e", "\r",
    "\t", " ", "\n", "a.org", "@anna", "/start", "#back", "x", '"', "'", "=", "\0",
]  # fmt: skip
_SOUP = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=30).map("".join)

NUMBERS = ["9" * 5000, "²", "٣", "1_0", " 7", "7 ", "-", "--7", "0x7", "7.0", "1e3", "", "\x00", "true"]
DEEP = "[" * 100_000


@settings(max_examples=300)
@given(_SOUP)
def test_html_is_refused_in_words_or_gives_entities_that_lie_inside_the_text(soup: str) -> None:
    try:
        text, entities = parse_html(soup)
    except RefusedError as refused:
        complaint = refused.description
    else:
        complaint = ""
        kept = settled(Formatted(text, tuple(entities)))
        assert kept.text == kept.text.rstrip(" \n")
        assert all(_lies_inside(entity, kept.text) for entity in kept.entities)
    assert not complaint or complaint.startswith("Bad Request: can't parse entities: ")


def _lies_inside(entity: Json, text: str) -> bool:
    end: int = entity["offset"] + entity["length"]
    return bool(0 <= entity["offset"] < end <= utf16_length(text))


@settings(max_examples=200)
@given(_SOUP)
def test_what_is_seen_sends_the_same_again(soup: str) -> None:
    try:
        once = settled(parsed(soup, "HTML", ""))
    except RefusedError:
        return
    again = settled(parsed(as_html(once), "HTML", ""))
    assert (again.text, again.entities) == (once.text, once.entities)


@pytest.mark.parametrize("number", NUMBERS)
async def test_odd_numbers_are_no_chat_and_no_message(call: Caller, ana: PhoneUser, number: str) -> None:
    assert (await call("sendMessage", chat_id=number, text="x")).status == 400
    assert (await call("deleteMessage", chat_id=7, message_id=number)).status in {200, 400}
    assert (await call("getUpdates", limit=number, timeout="0", offset="5000000")).status == 200
    reply = {"message_id": number, "allow_sending_without_reply": True}
    answer = await call("sendMessage", chat_id=7, text="x", reply_parameters=reply)
    assert answer.refusal == f'Bad Request: can\'t parse as an integer string "{number}"'


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("sendMessage", "reply_markup"),
        ("sendMessage", "reply_parameters"),
        ("editMessageMedia", "media"),
        ("deleteMessages", "message_ids"),
        ("setMessageReaction", "reaction"),
        ("setMyCommands", "commands"),
        ("setMyCommands", "scope"),
        ("sendMessage", "link_preview_options"),
        ("sendMediaGroup", "media"),
        ("setChatMenuButton", "menu_button"),
        ("setMyProfilePhoto", "photo"),
    ],
)
@pytest.mark.parametrize(
    "value", ["{", "7", '"x"', "[7]", '[["x"]]', '{"inline_keyboard": 7}', '{"type": {}}', DEEP]
)
async def test_json_of_the_wrong_shape_is_answered_in_the_envelope(
    call: Caller, ana: PhoneUser, method: str, name: str, value: str
) -> None:
    parameters: dict[str, object] = {"chat_id": 7, "message_id": 1, "text": "x", name: value}
    answer = await call(method, None, **parameters)
    assert answer.status in {200, 400}


@pytest.mark.parametrize("value", [None, 7, True, [], {}, "x" * 300, "\ud800"])
@pytest.mark.parametrize("field", ["text", "style", "url", "callback_data", "copy_text", "web_app", "pay"])
async def test_odd_fields_of_a_button_are_answered_in_the_envelope(
    call: Caller, ana: PhoneUser, field: str, value: object
) -> None:
    button = {"text": "Go", "callback_data": "x", field: value}
    answer = await call("sendMessage", chat_id=7, text="x", reply_markup={"inline_keyboard": [[button]]})
    assert answer.status in {200, 400}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", DEEP.encode(), b'{"text": NaN}'])
async def test_a_body_that_is_no_object_brings_no_parameters(call: Caller, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await call.read(await call.session.post(call.url("sendMessage"), data=body, headers=headers))
    assert answer.status == 400


async def test_entities_of_the_bot_may_not_part_a_character(call: Caller, ana: PhoneUser) -> None:
    def bold(offset: int, length: int) -> str:
        return json.dumps([{"type": "bold", "offset": offset, "length": length}])

    assert (await call("sendMessage", chat_id=7, text="a😀b", entities=bold(1, 2))).result["entities"]
    refusal = (await call("sendMessage", chat_id=7, text="a😀b", entities=bold(2, 1))).refusal
    assert refusal == "Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 1"
    refusal = (await call("sendMessage", chat_id=7, text="a😀b", entities=bold(0, 2))).refusal
    assert refusal == "Bad Request: entity ends in a middle of a UTF-16 symbol at byte offset 1"
    assert "entities" not in (await call("sendMessage", chat_id=7, text="ab", entities=bold(-5, 2))).result
    assert "entities" not in (await call("sendMessage", chat_id=7, text="ab", entities=bold(5, 2))).result


async def test_a_mention_of_a_person_is_whole_enough_for_the_libraries(call: Caller, ana: PhoneUser) -> None:
    text = '<a href="tg://user?id=7">Ana</a>'
    entity = (await call("sendMessage", chat_id=7, text=text, parse_mode="HTML")).result["entities"][0]
    assert entity["user"] == {"id": 7, "is_bot": False, "first_name": "7"}


@pytest.mark.parametrize("value", [None, 7, True, [], {}, "x" * 300, "\ud800", 1e999, -1, "9" * 5000])
@pytest.mark.parametrize(
    "field",
    ["type", "media", "caption", "parse_mode", "caption_entities", "thumbnail", "width", "duration", "title",
     "has_spoiler", "supports_streaming", "start_timestamp"],
)  # fmt: skip
async def test_odd_fields_of_media_are_answered_in_the_envelope(
    call: Caller, ana: PhoneUser, field: str, value: object
) -> None:
    media = {"type": "video", "media": "attach://film", field: value}
    edit = {"message_id": 1, "media": media}
    assert (await call("sendMediaGroup", {"film": FILM}, chat_id=7, media=[media])).status in {200, 400}
    assert (await call("editMessageMedia", {"film": FILM}, chat_id=7, **edit)).status == 400


@pytest.mark.parametrize("number", [*NUMBERS, "nan", "inf", "-inf", "1e999", "9" * 300, ".", "+", "1,5"])
async def test_odd_places_are_somewhere_or_nowhere(call: Caller, ana: PhoneUser, number: str) -> None:
    odd = {"horizontal_accuracy": number, "live_period": number, "heading": number}
    for place in ({"latitude": number, "longitude": "1"}, {"latitude": 1, "longitude": 1, **odd}):
        assert (await call("sendLocation", None, chat_id=7, **place)).status in {200, 400}


async def test_an_unknown_method_is_on_record_as_a_refusal(phone: Phone, call: Caller) -> None:
    assert (await call("sendEverything")).refusal == "Not Found: method not found"
    assert [refusal.method for refusal in phone.refusals] == ["sendeverything"]
