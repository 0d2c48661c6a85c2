"""Places the bot sends, messages it pins, and what it is told of a chat."""

from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Answer, Caller, keys
from tests.phone.samples import PNG

PARK = {"latitude": 52.5145, "longitude": 13.3501}


async def placed(call: Caller, **more: Any) -> Answer:
    return await call("sendLocation", chat_id=7, **{**PARK, **more})


async def test_a_place_is_where_it_was_sent(call: Caller, ana: PhoneUser) -> None:
    sent = (await placed(call, horizontal_accuracy=9_999, heading=90, reply_markup=keys(["Go"]))).result
    assert sent["location"] == {**PARK, "horizontal_accuracy": 1500}
    assert (ana.sees.kind, ana.sees.place, ana.sees.labels) == ("location", (52.5145, 13.3501), ["Go"])
    alive = (await placed(call, live_period=60, heading=90, proximity_alert_radius=5)).result["location"]
    assert alive == {**PARK, "live_period": 60, "heading": 90, "proximity_alert_radius": 5}


@pytest.mark.parametrize("latitude", ["90", " -90.0 ", "9e1", "+.5", "north", "12 north"])
async def test_what_is_no_number_is_nought(call: Caller, ana: PhoneUser, latitude: str) -> None:
    place = (await placed(call, latitude=latitude)).result["location"]
    wanted = {"90": 90.0, " -90.0 ": -90.0, "9e1": 90.0, "+.5": 0.5, "north": 0.0, "12 north": 12.0}
    assert place["latitude"] == wanted[latitude]


async def test_a_place_has_no_caption_and_stays(call: Caller, ana: PhoneUser) -> None:
    await placed(call)
    answer = await call("editMessageCaption", chat_id=7, message_id=2, caption="a")
    assert answer.refusal == "Bad Request: there is no caption in the message to edit"
    photo = {"type": "photo", "media": "attach://p"}
    answer = await call("editMessageMedia", {"p": PNG}, chat_id=7, message_id=2, media=photo)
    assert answer.refusal == "Bad Request: message media can't be edited"
    assert (await call("editMessageReplyMarkup", chat_id=7, message_id=2, reply_markup=keys(["Go"]))).result


async def test_a_pin_stands_at_the_top_and_comes_back_as_an_update(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="plan")
    assert (await call("pinChatMessage", chat_id=7, message_id=2, disable_notification=True)).result is True
    assert ana.pinned == [2]
    update = (await call("getUpdates", offset=-1)).result[0]["message"]
    assert (update["from"]["is_bot"], update["pinned_message"]["text"]) == (True, "plan")
    assert (ana.sees.kind, ana.sees.silent) == ("pinned_message", True)
    edit = await call("editMessageText", chat_id=7, message_id=3, text="x")
    assert edit.refusal == "Bad Request: message can't be edited"
    assert (await call("pinChatMessage", chat_id=7, message_id=2)).refusal == "Bad Request: CHAT_NOT_MODIFIED"


async def test_the_last_pin_goes_first(call: Caller, ana: PhoneUser) -> None:
    for text in ("one", "two", "three"):
        sent = await call("sendMessage", chat_id=7, text=text)
        await call("pinChatMessage", chat_id=7, message_id=sent.result["message_id"])
    assert ana.pinned == [2, 4, 6]
    await call("unpinChatMessage", chat_id=7)
    assert ana.pinned == [2, 4]
    await call("unpinChatMessage", chat_id=7, message_id=2)
    await call("deleteMessage", chat_id=7, message_id=4)
    assert ana.pinned == []
    not_found = "Bad Request: message to unpin not found"
    assert (await call("unpinChatMessage", chat_id=7)).refusal == not_found
    assert (await call("unpinChatMessage", chat_id=7, message_id=2)).refusal == not_found
    assert (await call("unpinAllChatMessages", chat_id=7)).result is True


async def test_all_pins_go_at_once(call: Caller, ana: PhoneUser) -> None:
    for message in (1, (await call("sendMessage", chat_id=7, text="a")).result["message_id"]):
        await call("pinChatMessage", chat_id=7, message_id=message)
    await call("unpinAllChatMessages", chat_id=7)
    assert ana.pinned == []


async def test_nothing_is_pinned_for_who_blocks(call: Caller, ana: PhoneUser) -> None:
    ana.blocks()
    answer = await call("pinChatMessage", chat_id=7, message_id=1)
    assert answer.refusal == "Forbidden: bot was blocked by the user"


async def test_a_chat_is_known_by_its_facts(call: Caller, phone: Phone) -> None:
    phone.person(8, first_name="Bo", username="bo_runs").says("/start")
    await call("pinChatMessage", chat_id=8, message_id=1)
    facts = (await call("getChat", chat_id=8)).result
    assert (facts["type"], facts["first_name"], facts["active_usernames"]) == ("private", "Bo", ["bo_runs"])
    assert facts["pinned_message"]["text"] == "/start"
    assert (await call("getChat", chat_id=70)).refusal == "Bad Request: chat not found"


async def test_a_group_is_told_of_only_to_its_members(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    group = phone.group(-1000000000100, title="Stiff backs")
    assert (await call("getChat", chat_id=group.id)).status == 403
    group.adds_bot(by=ana)
    facts = (await call("getChat", chat_id=group.id)).result
    assert (facts["title"], facts["permissions"]["can_send_polls"]) == ("Stiff backs", True)


async def test_who_left_is_known_but_not_written_to(call: Caller, ana: PhoneUser) -> None:
    ana.deactivates()
    assert (await call("getChat", chat_id=7)).result["first_name"] == "Ana"
    answer = await call("sendMessage", chat_id=7, text="a" * 4097)
    assert answer.refusal == "Forbidden: user is deactivated"
