"""A stored view that can't be read, on real HTTP: nothing is known of it, and the chat is drawn all the same."""

import json
from dataclasses import replace

import pytest

from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.news import Reply
from bot.phone.state.persons import PhoneUser
from bot.store.chat.shown import Shown
from tests.chat.world import DONE, STILL, TEXT, World, lines

BROKEN = ("broken", "{}", "[]", '{"v":9,"words":"Hello"}')


def becomes(world: World, who: PhoneUser, stored: str) -> None:
    """What the chat shows stands in the store as `stored`."""
    shown = world.store.chats.shown(who.id)
    assert shown
    world.store.chats.pay(who.id, None, Shown(shown.message, stored, shown.sent_at, shown.stale))


@pytest.mark.parametrize("fresh", [False, True])
async def test_a_field_to_come_in_what_is_shown_changes_nothing(
    world: World, ana: PhoneUser, *, fresh: bool
) -> None:
    await world.has_shown(ana, STILL)
    shown = world.store.chats.shown(ana.id)
    assert shown
    becomes(world, ana, json.dumps({**json.loads(shown.view), "colour": "green"}))
    await world.has_shown(ana, replace(STILL, text="Sit back", fresh=fresh))
    assert lines(ana) == ["Sit back"]
    assert len(ana.live_keyboards) == 1
    assert world.phone.refusals == []


@pytest.mark.parametrize("broken", BROKEN)
async def test_below_what_cant_be_read_the_screen_comes_anew(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    await world.has_shown(ana, STILL)
    becomes(world, ana, broken)
    await world.has_shown(ana, TEXT, replace(TEXT, text="Paused"))
    assert lines(ana) == [STILL.text, "Paused"]
    assert [message.text for message in ana.live_keyboards] == ["Paused"]
    assert [record.getMessage()[:29] for record in caplog.records] == ["what a chat shows can't be read"[:29]]
    assert world.phone.refusals == []


async def test_a_line_of_the_diary_is_not_lost_with_what_cant_be_read(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, DONE)
    becomes(world, ana, "broken")
    await world.has_shown(ana, TEXT)
    assert lines(ana) == [DONE.text, TEXT.text]


async def test_what_cant_be_read_and_keeps_its_buttons_holds_up_nothing(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, STILL)
    becomes(world, ana, "broken")
    world.phone.faults.refuse(
        "editMessageReplyMarkup", status=400, description="Bad Request: not today", times=1
    )
    await world.has_shown(ana, TEXT)
    assert lines(ana)[-1] == TEXT.text


@pytest.mark.parametrize("broken", BROKEN)
async def test_what_is_owed_and_cant_be_read_is_written_off_and_told_of_once(
    world: World, ana: PhoneUser, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    await world.has_shown(ana, TEXT)
    world.store.chats.owe(ana.id, broken)
    messenger = world.another_messenger()
    for _ in range(2):
        messenger.draw_all_owed()
        await messenger.drain()
    assert world.store.chats.owed(ana.id) is None
    assert [record.getMessage() for record in caplog.records] == [
        "what a chat is owed can't be read, and is written off"
    ]
    await world.has_shown(ana, STILL)
    assert lines(ana) == [STILL.text]


async def test_what_cant_be_read_makes_way_for_what_is_decided_next(world: World, ana: PhoneUser) -> None:
    world.store.chats.owe(ana.id, "broken")
    world.messenger.show(Reply(ana.id), Lane.ANSWER)
    world.shows(ana, TEXT)
    await world.settles()
    assert lines(ana) == [TEXT.text]


async def test_what_is_owed_and_is_no_text_is_written_off(world: World, ana: PhoneUser) -> None:
    world.store.chats.owe(ana.id, "")
    world.store.db.execute("update chats set owed = cast(x'7bff7d' as text) where chat = ?", [ana.id])
    world.messenger.draw_all_owed()
    await world.settles()
    assert world.store.chats.in_debt() == []
