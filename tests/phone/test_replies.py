"""Replies and quotes, and the other things a message can say of how it is sent."""

from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Answer, Caller


@pytest.fixture
def says_much(ana: PhoneUser) -> PhoneUser:
    ana.says("my back 🙂 aches, my neck too")
    return ana


async def replied(call: Caller, text: str = "oh", **reply: Any) -> Answer:
    return await call("sendMessage", chat_id=7, text=text, reply_parameters=reply)


async def test_a_reply_brings_what_it_replies_to(call: Caller, says_much: PhoneUser) -> None:
    sent = (await replied(call, message_id="2", chat_id=7)).result
    assert sent["reply_to_message"]["text"].startswith("my back")
    assert "quote" not in sent
    assert (says_much.sees.reply_to, says_much.sees.quote) == (2, "")
    old_way = await call("sendMessage", chat_id=7, text="oh", reply_to_message_id=2)
    assert old_way.result["reply_to_message"]["message_id"] == 2
    assert "reply_to_message" not in (await replied(call)).result


async def test_a_quote_has_its_place_and_its_shape(call: Caller, says_much: PhoneUser) -> None:
    quote = "<b>my</b> <code>neck</code>"
    sent = (await replied(call, message_id=2, quote=quote, quote_parse_mode="HTML")).result
    assert sent["quote"] == {
        "text": "my neck", "position": 18, "entities": [{"type": "bold", "offset": 0, "length": 2}], "is_manual": True,
    }  # fmt: skip
    assert says_much.sees.quote == "my neck"
    near_the_end = (await replied(call, message_id=2, quote="my", quote_position=20)).result
    assert near_the_end["quote"]["position"] == 18
    assert (await replied(call, message_id=2, quote="my")).result["quote"]["position"] == 0


async def test_a_quote_is_word_for_word(call: Caller, says_much: PhoneUser) -> None:
    assert (await replied(call, message_id=2, quote="your neck")).refusal == "Bad Request: QUOTE_TEXT_INVALID"


@pytest.mark.parametrize(
    ("reply", "refusal"),
    [
        ("{", "can't parse reply parameters JSON object"),
        ([1], "object expected as reply parameters"),
        ({"quote": "my"}, 'can\'t find field "message_id"'),
        ({"message_id": True}, 'field "message_id" must be of type Number'),
        ({"message_id": 2, "allow_sending_without_reply": 1}, 'field "allow_sending_without_reply" must be of type Boolean'),
        ({"message_id": 2, "quote": "<b>my", "quote_parse_mode": "HTML"}, "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ({"message_id": 99}, "message to be replied not found"),
        ({"message_id": 2, "chat_id": 70}, "chat not found"),
        ({"message_id": 2, "chat_id": 8}, "this phone carries no replies from one chat to another"),
    ],
)  # fmt: skip
async def test_a_reply_that_is_none_is_refused(
    call: Caller, says_much: PhoneUser, phone: Phone, reply: Any, refusal: str
) -> None:
    phone.person(8).says("/start")
    answer = await call("sendMessage", chat_id=7, text="oh", reply_parameters=reply)
    assert answer.refusal == f"Bad Request: {refusal}"


async def test_a_reply_may_lack_what_it_replies_to(call: Caller, says_much: PhoneUser) -> None:
    sent = (await replied(call, message_id=99, quote="my", allow_sending_without_reply=True)).result
    assert "reply_to_message" not in sent
    assert "quote" not in sent


async def test_a_message_says_how_it_was_sent(call: Caller, ana: PhoneUser) -> None:
    preview = {"is_disabled": True, "url": "https://example.org", "prefer_small_media": False}
    sent = await call(
        "sendMessage", chat_id=7, text="a", protect_content=True, message_effect_id="5104841245755180586",
        link_preview_options=preview,
    )  # fmt: skip
    shown = {
        name: sent.result[name] for name in ("has_protected_content", "effect_id", "link_preview_options")
    }
    assert shown == {
        "has_protected_content": True,
        "effect_id": "5104841245755180586",
        "link_preview_options": {"is_disabled": True, "url": "https://example.org"},
    }
    edited = (await call("editMessageText", chat_id=7, message_id=2, text="a")).result
    assert "link_preview_options" not in edited
    assert edited["has_protected_content"] is True


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"link_preview_options": "{"}, "can't parse link preview options JSON object"),
        ({"link_preview_options": [1]}, "object expected as link preview options"),
        ({"link_preview_options": {"url": True}}, 'field "url" must be of type String'),
        ({"business_connection_id": "x"}, "business connection not found"),
        ({"message_thread_id": 5}, "message thread not found"),
    ],
)
async def test_what_is_not_here_is_refused(
    call: Caller, ana: PhoneUser, more: dict[str, Any], refusal: str
) -> None:
    answer = await call("sendMessage", None, chat_id=7, text="a", **more)
    assert answer.refusal == f"Bad Request: {refusal}"


async def test_effects_are_for_people_alone(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.group(-100).adds_bot(by=ana)
    answer = await call("sendMessage", chat_id=-100, text="a", message_effect_id="5104841245755180586")
    assert answer.refusal == "Bad Request: can't use message effects in the chat"
