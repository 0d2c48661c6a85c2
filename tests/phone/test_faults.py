"""Trouble on purpose, and the floods that Telegram itself makes trouble about."""

import asyncio
from random import Random

import aiohttp
import pytest

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, HandClock

CUT = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)


async def said(call: Caller, text: str = "a", chat: int = 7) -> int:
    return (await call("sendMessage", chat_id=chat, text=text)).status


async def test_a_refusal_hits_what_it_is_meant_for(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.person(8, first_name="Bo").says("/start")
    phone.faults.refuse("sendMessage", chat=7, status=429, retry_after=3, times=2)
    assert await said(call, chat=8) == 200
    answer = await call("sendMessage", chat_id=7, text="a")
    assert (answer.status, answer.refusal) == (429, "Too Many Requests: retry after 3")
    assert answer.body["parameters"] == {"retry_after": 3}
    assert answer.headers["Retry-After"] == "3"
    assert [await said(call), await said(call)] == [429, 200]
    assert phone.refusals == []


async def test_a_refusal_says_what_it_is_told_to(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.faults.refuse("*", status=502, times=None)
    assert (await call("getMe")).refusal == "Bad Gateway"
    phone.faults.clear()
    phone.faults.refuse("sendMessage", status=400, description="Message is too long")
    assert (await call("sendMessage", chat_id=7, text="a")).refusal == "Bad Request: message is too long"


async def test_anything_can_stand_in_place_of_an_answer(
    call: Caller, ana: PhoneUser, phone: Phone, browser: aiohttp.ClientSession
) -> None:
    phone.faults.answer("getMe", b"<html>", status=404, content_type="text/html")
    phone.faults.answer("getMe", [1, None])
    for status, kind, body in ((404, "text/html", "<html>"), (200, "application/json", "[1, null]")):
        async with browser.get(call.url("getMe")) as response:
            assert (response.status, response.content_type, await response.text()) == (status, kind, body)
    assert (await call("getMe")).result["username"] == "unhunch_bot"
    assert [(noted.status, noted.by_fault) for noted in phone.calls][:2] == [(404, True), (200, True)]
    assert phone.refusals == []


async def test_only_calls_of_a_kind_are_hit(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.faults.refuse("sendMessage", status=500, when=lambda given: given.text("text") == "b")
    assert [await said(call, "a"), await said(call, "b"), await said(call, "b")] == [200, 500, 200]


async def test_chance_is_seeded(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.faults.refuse("sendMessage", status=500, times=None, probability=0.5, random=Random(1))
    dice = Random(1)
    expected = [500 if dice.random() < 0.5 else 200 for _ in range(20)]
    assert [await said(call) for _ in range(20)] == expected
    assert set(expected) == {200, 500}
    with pytest.raises(ValueError, match="seeded"):
        phone.faults.refuse(probability=0.5)


@pytest.mark.parametrize(("before", "seen"), [(True, ["/start"]), (False, ["/start", "a"])])
async def test_a_connection_is_cut_before_or_after(
    before: bool, seen: list[str], call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    phone.faults.drop("sendMessage", before=before)
    with pytest.raises(CUT):
        await said(call)
    assert [message.text for message in ana.messages] == seen
    assert [(noted.status, noted.by_fault) for noted in phone.calls] == [(0, True)]
    assert await said(call) == 200


@pytest.mark.parametrize(("before", "seen"), [(True, ["/start"]), (False, ["/start", "a"])])
async def test_a_proxy_answers_in_telegrams_place(
    before: bool, seen: list[str], call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    phone.faults.page("sendMessage", status=404, body=b"<html>Nothing here", before=before)
    async with call.session.post(call.url("sendMessage"), json={"chat_id": 7, "text": "a"}) as answer:
        assert (answer.status, await answer.read()) == (404, b"<html>Nothing here")
    assert [message.text for message in ana.messages] == seen
    assert phone.refusals == []
    assert await said(call) == 200


async def test_a_delayed_call_has_its_effect_at_once_and_its_answer_late(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    phone.faults.delay("sendMessage", seconds=60)
    waiting = asyncio.create_task(said(call))
    await phone.until(lambda: ana.sees.text == "a")
    assert not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert await said(call) == 200


async def test_a_chat_takes_a_burst_and_then_one_a_second(
    call: Caller, ana: PhoneUser, phone: Phone, clock: HandClock
) -> None:
    phone.floods = Floods(chat=1, chat_burst=3)
    assert [await said(call) for _ in range(4)] == [200, 200, 200, 429]
    answer = await call("sendMessage", chat_id=7, text="a")
    assert answer.body["parameters"] == {"retry_after": 1}
    assert (await call("editMessageText", chat_id=7, message_id=2, text="edits do not count")).result
    clock.passes(seconds=1)
    assert [await said(call) for _ in range(2)] == [200, 429]
    assert [message.text for message in ana.messages][1:] == ["edits do not count", "a", "a", "a"]


async def test_a_group_takes_twenty_a_minute(
    call: Caller, ana: PhoneUser, phone: Phone, clock: HandClock
) -> None:
    phone.floods = Floods()
    phone.group(-100).adds_bot(by=ana)
    sent = [await call("sendMessage", chat_id=-100, text="a") for _ in range(20)]
    assert [answer.status for answer in sent] == [200] * 20
    answer = await call("sendMessage", chat_id=-100, text="a")
    assert answer.body["parameters"] == {"retry_after": 3}
    clock.passes(seconds=3)
    assert await said(call, chat=-100) == 200
    assert (
        await call("editMessageText", chat_id=-100, message_id=sent[0].result["message_id"], text="b")
    ).status == 429


async def test_all_chats_together_take_thirty_a_second(call: Caller, phone: Phone, clock: HandClock) -> None:
    phone.floods = Floods()
    for number in range(1, 32):
        phone.person(number, first_name="Bo").says("/start")
    assert [await said(call, chat=number) for number in range(1, 32)] == [200] * 30 + [429]
    clock.passes(seconds=1)
    assert await said(call, chat=31) == 200


async def test_a_paid_broadcast_has_a_wider_door(call: Caller, phone: Phone, clock: HandClock) -> None:
    phone.floods = Floods(paid_burst=50)
    for number in range(1, 52):
        phone.person(number, first_name="Bo").says("/start")

    async def paid(chat: int) -> int:
        return (await call("sendMessage", chat_id=chat, text="a", allow_paid_broadcast=True)).status

    assert [await paid(number) for number in range(1, 52)] == [200] * 50 + [429]
    assert await said(call, chat=51) == 200
    clock.passes(seconds=0.001)
    assert await paid(51) == 200


async def test_an_album_counts_as_many(call: Caller, ana: PhoneUser, phone: Phone, clock: HandClock) -> None:
    phone.floods = Floods(chat=1, chat_burst=1)
    parts = [{"type": "photo", "media": f"attach://{name}"} for name in "abc"]
    files = dict.fromkeys("abc", plain_png(8, 8, (1, 2, 3)))
    assert (await call("sendMediaGroup", files, chat_id=7, media=parts)).result
    for status in (429, 429, 200):
        clock.passes(seconds=1)
        assert await said(call) == status


async def test_what_is_no_message_counts_for_nothing(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    query = ana.taps_data("x").query
    phone.floods = Floods(chat_burst=1, overall_burst=1)
    assert await said(call) == 200
    for method, given in (
        ("answerCallbackQuery", {"callback_query_id": query}),
        ("sendChatAction", {"action": "typing"}),
        ("setMessageReaction", {"message_id": 1}),
        ("getMe", {}),
        ("getUpdates", {}),
        ("deleteMessage", {"message_id": 2}),
    ):
        assert (await call(method, None, **{"chat_id": 7, **given})).status == 200, method
    assert await said(call) == 429
