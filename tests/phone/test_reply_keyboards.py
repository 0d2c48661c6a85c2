"""Keyboards in place of the letters, replies that are asked for, places that are shared, and links that start the bot."""

from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.phone.text.reply_keyboards import REQUESTS
from tests.phone.caller import Answer, Caller, keys

WHERE = {"keyboard": [["Here", {"text": "Where I am", "request_location": True}], ["", "Nowhere"]]}


async def asked(call: Caller, markup: object, chat: int = 7, text: str = "Where?") -> Answer:
    return await call("sendMessage", chat_id=chat, text=text, reply_markup=markup)


async def newest(call: Caller) -> dict[str, Any]:
    return (await call("getUpdates", offset=-1)).result[0]["message"]  # type: ignore[no-any-return]


async def test_buttons_stand_in_place_of_the_letters_until_they_are_taken_away(
    call: Caller, ana: PhoneUser
) -> None:
    answer = await asked(call, WHERE)
    assert "reply_markup" not in answer.result
    assert ana.reply_keys == ["Here", "Where I am", "Nowhere"]
    await call("sendMessage", chat_id=7, text="still", reply_markup=keys(["x"]))
    await call("sendMessage", chat_id=7, text="still", reply_markup={"keyboard": [[""], []]})
    assert ana.reply_keys == ["Here", "Where I am", "Nowhere"]
    await asked(call, {"keyboard": [["New"]]})
    assert ana.reply_keys == ["New"]
    await asked(call, {"remove_keyboard": True, "force_reply": True})
    assert ana.chat.reply_keyboard is None


async def test_a_keyboard_goes_with_its_message(call: Caller, ana: PhoneUser) -> None:
    message = (await asked(call, WHERE)).result["message_id"]
    await call("deleteMessage", chat_id=7, message_id=1)
    assert ana.reply_keys
    await call("deleteMessage", chat_id=7, message_id=message)
    assert ana.reply_keys == []


async def test_a_button_says_its_text_or_shares_a_place(call: Caller, ana: PhoneUser) -> None:
    message = (await asked(call, WHERE)).result["message_id"]
    ana.presses("Here")
    said = await newest(call)
    assert (said["text"], "reply_to_message" in said) == ("Here", False)
    ana.presses("Where I am", latitude=-36.8, longitude=174.8)
    shared = await newest(call)
    assert shared["location"] == {"latitude": -36.8, "longitude": 174.8}
    assert shared["reply_to_message"]["message_id"] == message
    with pytest.raises(LookupError):
        ana.presses("Elsewhere")


async def test_a_number_is_shared_with_whose_it_is(call: Caller, ana: PhoneUser) -> None:
    await asked(call, {"keyboard": [[{"text": "My number", "request_contact": True}]]})
    ana.presses("My number")
    contact = (await newest(call))["contact"]
    assert (contact["first_name"], contact["user_id"]) == ("Ana", 7)


async def test_a_keyboard_for_one_time_is_out_of_sight_once_used(call: Caller, ana: PhoneUser) -> None:
    for once in (False, True):
        await asked(call, {**WHERE, "one_time_keyboard": once})
        ana.presses("Here")
        assert ana.chat.reply_keyboard
        assert ana.chat.reply_keyboard.hidden is once
    ana.presses("Nowhere")
    assert (await newest(call))["text"] == "Nowhere"


async def test_a_reply_that_is_asked_for_is_open_until_it_was_given(call: Caller, ana: PhoneUser) -> None:
    message = (await asked(call, {"force_reply": True, "input_field_placeholder": "Town"})).result[
        "message_id"
    ]
    assert ana.reply_keys == []
    ana.says("Berlin")
    assert (await newest(call))["reply_to_message"]["message_id"] == message
    ana.says("And thanks")
    assert "reply_to_message" not in await newest(call)
    await asked(call, {"force_reply": True})
    ana.hides_keyboard()
    ana.says("No")
    assert "reply_to_message" not in await newest(call)


async def test_in_a_group_a_button_replies_so_that_the_bot_hears_it(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    group = phone.group(-100)
    group.adds_bot(by=ana)
    await asked(call, {"keyboard": [["Here"]]}, chat=-100)
    assert ana.presses("Here", chat=group)
    assert (await newest(call))["text"] == "Here"


@pytest.mark.parametrize("request_", REQUESTS)
async def test_only_a_person_alone_can_be_asked_for_what_is_theirs(
    request_: str, call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    phone.group(-100).adds_bot(by=ana)
    value: object = True if request_ in {"request_contact", "request_location"} else {}
    markup = {"keyboard": [[{"text": "x", request_: value}]]}
    assert (await asked(call, markup)).result
    answer = await asked(call, markup, chat=-100)
    assert answer.refusal.endswith(
        "can be used in private chats only"
        if request_ == "web_app"
        else "can be requested in private chats only"
    )
    first = await asked(call, markup, chat=-100, text="a" * 4097)
    assert first.refusal == answer.refusal


async def test_of_too_many_buttons_the_rest_is_dropped_in_silence(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    await asked(call, {"keyboard": [["x"] * 13]})
    assert len(ana.reply_keys) == 12
    await asked(call, {"keyboard": [["x"]] * 301})
    assert len(ana.reply_keys) == 300
    assert [(breach.what, breach.times) for breach in phone.breaches] == [
        ("buttons that Telegram drops in silence", 2)
    ]


async def test_buttons_in_place_of_the_letters_win_over_inline_ones(call: Caller, ana: PhoneUser) -> None:
    await asked(call, {**keys(["inline"]), **WHERE, "remove_keyboard": True})
    assert (ana.sees.labels, ana.reply_keys[0]) == ([], "Here")
    await asked(call, {**keys(["inline"]), "remove_keyboard": True})
    assert (ana.sees.labels, ana.reply_keys[0]) == (["inline"], "Here")


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("https://t.me/unhunch_bot?start=water-1_a", "/start water-1_a"),
        ("t.me/Unhunch_Bot?start=" + "a" * 64, "/start " + "a" * 64),
        ("tg://resolve?domain=unhunch_bot&start=water", "/start water"),
        ("http://telegram.me/unhunch_bot?x=1&start=", "/start"),
    ],
)
async def test_a_link_starts_the_bot_and_tells_it_why(
    link: str, text: str, call: Caller, phone: Phone
) -> None:
    bo = phone.person(8, first_name="Bo")
    bo.opens(link)
    message = await newest(call)
    assert message["text"] == text
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert [seen.text for seen in bo.messages] == ["/start"]
    assert (await call("sendMessage", chat_id=8, text="Welcome")).result


async def test_a_link_to_elsewhere_or_with_a_bad_start_is_no_link(phone: Phone) -> None:
    bo = phone.person(8, first_name="Bo")
    assert bo.opens("https://t.me/unhunch_bot") == 0
    for link in (
        "https://t.me/another_bot?start=x",
        "https://t.me/unhunch_bot?start=" + "a" * 65,
        "https://t.me/unhunch_bot?start=a.b",
        "https://unhunch.example/unhunch_bot?start=x",
    ):
        with pytest.raises(ValueError, match=r"lead to|is not 1 to 64"):
            bo.opens(link)
    assert bo.messages == []
