"""How the bot fetches updates: confirmed by offset, held in a long poll, filtered, and gone in time."""

import asyncio
from typing import Any

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, HandClock


async def ids(call: Caller, **parameters: Any) -> list[int]:
    return [update["update_id"] for update in (await call("getUpdates", **parameters)).result]


async def test_updates_come_in_order_until_they_are_confirmed(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    second, third = ana.says("two"), ana.says("three")
    first = second - 1

    assert await ids(call) == [first, second, third]
    assert await ids(call, offset=second) == [second, third]
    assert await ids(call, offset=first + 1, limit=1) == [second]
    phone.redeliver(first)
    assert await ids(call, offset=third, limit=2) == [first, third]


async def test_a_negative_offset_keeps_the_last_and_forgets_the_rest(call: Caller, ana: PhoneUser) -> None:
    last = [ana.says(text) for text in ("two", "three")][-1]
    assert await ids(call, offset=-1) == [last]
    assert await ids(call) == [last]


async def test_a_long_poll_ends_with_the_first_update(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    begun = await ids(call)
    polling = asyncio.create_task(ids(call, offset=begun[-1] + 1, timeout=50))
    await phone.until(lambda: len(phone.calls) == 2)
    said = ana.says("hello")
    assert await polling == [said]


async def test_a_long_poll_without_updates_ends_empty(call: Caller, phone: Phone) -> None:
    assert await ids(call, timeout=1) == []


async def test_the_older_of_two_long_polls_is_ended(call: Caller, phone: Phone, ana: PhoneUser) -> None:
    confirmed = (await ids(call))[-1] + 1
    older = asyncio.create_task(call("getUpdates", offset=confirmed, timeout=50))
    await phone.until(lambda: len(phone.calls) == 2)
    newer = asyncio.create_task(ids(call, offset=confirmed, timeout=50))

    answer = await older
    assert answer.status == 409
    assert answer.refusal == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    said = ana.says("hello")
    assert await newer == [said]


async def test_a_short_poll_leaves_a_long_one_alone(call: Caller, phone: Phone, ana: PhoneUser) -> None:
    confirmed = (await ids(call))[-1] + 1
    long = asyncio.create_task(ids(call, offset=confirmed, timeout=50))
    await phone.until(lambda: len(phone.calls) == 2)
    assert await ids(call, offset=confirmed - 1) == []
    said = ana.says("hello")
    assert await long == [said]


async def test_a_poll_whose_bot_is_gone_takes_nothing(call: Caller, phone: Phone, ana: PhoneUser) -> None:
    confirmed = (await ids(call))[-1] + 1
    gone = asyncio.create_task(call("getUpdates", offset=confirmed, timeout=50))
    await phone.until(lambda: len(phone.calls) == 2)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)

    await phone.until(lambda: phone.telegram.updates._poll is None)
    newer = asyncio.create_task(ids(call, offset=confirmed, timeout=50))
    await phone.until(lambda: len(phone.calls) == 3)
    said = ana.says("hello")
    assert await newer == [said]
    assert phone.refusals == []


async def test_what_was_allowed_stays_allowed(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    confirmed = (await ids(call))[-1] + 1
    assert await ids(call, offset=confirmed, limit=1, allowed_updates=["callback_query"], timeout=1) == []
    assert ana.says("not asked for") == 0
    tapped = ana.taps_data("x").update
    assert await ids(call, offset=confirmed - 1, allowed_updates="{malformed") == [tapped]
    assert (await call("getWebhookInfo")).result["allowed_updates"] == ["callback_query"]

    await call("getUpdates", allowed_updates=["message", 7])
    assert (await call("getWebhookInfo")).result["allowed_updates"] == ["callback_query"]

    await call("getUpdates", allowed_updates=[])
    said = ana.says("asked for again")
    assert said in await ids(call, offset=tapped + 1)
    assert "allowed_updates" not in (await call("getWebhookInfo")).result


async def test_messages_live_a_day_and_taps_150_seconds(
    call: Caller, ana: PhoneUser, clock: HandClock
) -> None:
    tapped, said = ana.taps_data("x").update, ana.says("hello")
    clock.passes(seconds=149)
    assert tapped in await ids(call, offset=1)
    clock.passes(seconds=1)
    assert tapped not in await ids(call, offset=2)
    clock.passes(hours=23, minutes=57, seconds=29)
    assert said in await ids(call, offset=3)
    clock.passes(seconds=1)
    assert await ids(call, offset=4) == []


async def test_who_asks_again_at_once_is_served_one_by_one(call: Caller, ana: PhoneUser) -> None:
    ana.says("two")
    first, second = await ids(call, offset=0)
    assert await ids(call, offset=0) == [first]
    assert await ids(call, offset=second) == [second]


async def test_the_pending_are_counted_and_can_be_dropped(call: Caller, ana: PhoneUser) -> None:
    info: dict[str, Any] = (await call("getWebhookInfo")).result
    assert info == {"url": "", "has_custom_certificate": False, "pending_update_count": 1}
    answer = await call("deleteWebhook", drop_pending_updates=True)
    assert answer.body == {"ok": True, "result": True, "description": "Webhook is already deleted"}
    assert (await call("getWebhookInfo")).result["pending_update_count"] == 0


async def test_an_update_of_any_shape_can_be_put_in_line(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    """Also of a kind that nobody asked for; it is confirmed as any other is."""
    await call("getUpdates", allowed_updates=["message"])
    strange = phone.sends_raw({"message": 7, "widget_query": {}})
    assert (await call("getUpdates", offset=strange)).result == [
        {"update_id": strange, "message": 7, "widget_query": {}}
    ]
    assert await ids(call, offset=strange + 1, timeout="0") == []
