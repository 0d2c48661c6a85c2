"""Messages that a person wants out of the chat: theirs go too, whatever is in the way, and what can't go holds nothing up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.turns.lanes import Lane
from bot.coach.news import Reply
from bot.phone.state.persons import PhoneUser
from tests.chat.world import TEXT, World

HOME = replace(TEXT, text="Hello, Ana.")


def texts(person: PhoneUser) -> list[str]:
    return [message.text for message in person.messages]


def message_of(person: PhoneUser, words: str) -> int:
    person.says(words)
    return next(message.id for message in person.messages if message.text == words)


def wants_gone(world: World, person: PhoneUser, *messages: int) -> None:
    with world.store.transaction():
        world.store.chats.mark_unwanted(person.id, messages)


@pytest.fixture(autouse=True)
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.01)


async def test_theirs_is_gone_and_ours_shows_something_else(world: World, ana: PhoneUser) -> None:
    theirs = message_of(ana, "a secret")
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, theirs)
    await world.has_shown(ana, HOME)
    assert texts(ana) == ["/start", "Hello, Ana."]
    assert world.store.chats.unwanted(ana.id) == ()


@pytest.mark.parametrize("times", [1, 2])
async def test_trouble_on_the_way_is_no_reason_to_leave_it(world: World, ana: PhoneUser, times: int) -> None:
    theirs = message_of(ana, "a secret")
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, theirs)
    world.phone.faults.refuse("deleteMessage", status=502, times=times)
    await world.has_shown(ana, HOME)
    assert texts(ana) == ["/start", "Hello, Ana."]


async def test_a_long_trouble_holds_up_no_screen_and_it_goes_with_the_next(
    world: World, ana: PhoneUser
) -> None:
    theirs = message_of(ana, "a secret")
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, theirs)
    world.phone.faults.refuse("deleteMessage", status=502, times=None)
    await world.has_shown(ana, HOME)
    assert texts(ana) == ["/start", "a secret", "Hello, Ana."]
    world.phone.faults.clear()
    await world.has_shown(ana, replace(HOME, text="More"))
    assert texts(ana) == ["/start", "More"]


async def test_a_crash_after_the_tap_leaves_it_for_the_next_start(world: World, ana: PhoneUser) -> None:
    theirs = message_of(ana, "a secret")
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, theirs)
    world.messenger = world.another_messenger()
    world.messenger.draw_all_owed()
    await world.settles()
    assert "a secret" not in texts(ana)
    assert world.store.chats.in_debt() == []


async def test_what_is_too_old_or_gone_already_is_tried_once(world: World, ana: PhoneUser) -> None:
    old, gone = message_of(ana, "long ago"), message_of(ana, "a secret")
    ana.deletes(gone)
    world.clock.passes(timedelta(hours=49))
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, old, gone)
    world.phone.calls.clear()
    world.messenger.show(Reply(ana.id), Lane.ANSWER)
    await world.settles()
    assert world.calls("deleteMessage") == ["deleteMessage"] * 2
    assert world.store.chats.in_debt() == []
    assert "long ago" in texts(ana)


async def test_the_words_do_not_wait_for_what_cannot_be_taken_out(world: World, ana: PhoneUser) -> None:
    """They may be those of danger."""
    theirs = message_of(ana, "a secret")
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, theirs)
    world.phone.calls.clear()
    await world.has_shown(ana, HOME)
    first, *_, last = world.calls("deleteMessage", "sendMessage", "editMessageText")
    assert (first != "deleteMessage", last) == (True, "deleteMessage")


async def test_it_goes_with_the_goodbye_too(world: World, ana: PhoneUser) -> None:
    theirs = message_of(ana, "a secret")
    await world.has_shown(ana, TEXT)
    wants_gone(world, ana, theirs)
    await world.has_shown(ana, replace(HOME, text="Goodbye.", ends=True))
    assert texts(ana) == ["/start", "Goodbye."]
    assert world.store.chats.shown(ana.id) is None
