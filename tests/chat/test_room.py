"""Room for reminders on their way: few at once, and those in trouble hold up no other until they are many."""

import asyncio

from bot.chat.outgoing.reminders_in_flight import IN_TROUBLE, ON_THEIR_WAY, RemindersInFlight


def full() -> RemindersInFlight:
    room = RemindersInFlight()
    for chat in range(ON_THEIR_WAY):
        room.enter(chat)
    return room


def test_no_more_are_claimed_than_there_is_room_for() -> None:
    assert RemindersInFlight().free == ON_THEIR_WAY
    assert full().free == 0


def test_one_in_trouble_gives_its_place_to_the_next() -> None:
    room = full()
    for _ in range(2):
        room.meet_trouble(0)
    assert room.free == 1
    room.leave(0)
    assert room.free == 1


def test_where_nearly_all_meet_trouble_no_more_are_claimed() -> None:
    room = RemindersInFlight()
    for chat in range(IN_TROUBLE):
        room.enter(chat)
        room.meet_trouble(chat)
    assert room.free == 0
    room.leave(0)
    assert room.free == ON_THEIR_WAY


def test_the_trouble_of_a_session_is_no_business_of_the_lane() -> None:
    room = RemindersInFlight()
    room.meet_trouble(7)
    assert room.free == ON_THEIR_WAY


async def test_who_waits_is_let_in_when_half_of_it_is_free() -> None:
    room = full()
    waiting = asyncio.create_task(room.wait())
    for chat in range(ON_THEIR_WAY // 2):
        await asyncio.sleep(0)
        assert not waiting.done()
        room.leave(chat)
    await asyncio.wait_for(waiting, 1)
