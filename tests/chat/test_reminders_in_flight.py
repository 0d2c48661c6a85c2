"""Reminders on their way: few at once, and those in trouble hold up no other until they are many."""

import asyncio

from bot.chat.outgoing.turns.reminders_in_flight import A_TRY, IN_TROUBLE, ON_THEIR_WAY, RemindersInFlight


def full() -> RemindersInFlight:
    in_flight = RemindersInFlight()
    for chat in range(ON_THEIR_WAY):
        in_flight.enter(chat)
    return in_flight


def test_no_more_are_claimed_than_there_are_places_for() -> None:
    assert RemindersInFlight().free_places == ON_THEIR_WAY
    assert full().free_places == 0


def test_one_in_trouble_gives_its_place_to_the_next() -> None:
    in_flight = full()
    for _ in range(2):
        in_flight.meet_trouble(0)
    assert in_flight.free_places == 1
    in_flight.leave(0)
    assert in_flight.free_places == 1


def test_where_nearly_all_meet_trouble_no_more_are_claimed() -> None:
    in_flight = RemindersInFlight()
    for chat in range(IN_TROUBLE):
        in_flight.enter(chat)
        in_flight.meet_trouble(chat)
    assert in_flight.free_places == 0
    in_flight.leave(0)
    assert in_flight.free_places == ON_THEIR_WAY


def test_the_trouble_of_a_session_is_no_business_of_the_lane() -> None:
    in_flight = RemindersInFlight()
    in_flight.meet_trouble(7)
    assert in_flight.free_places == ON_THEIR_WAY


def test_where_telegram_takes_nothing_a_few_are_tried_now_and_then() -> None:
    in_flight = RemindersInFlight()
    for chat in range(IN_TROUBLE):
        in_flight.put_off(chat)
    assert (in_flight.free_places, in_flight.places) == (0, ON_THEIR_WAY)
    in_flight.let_some_try()
    assert in_flight.free_places == A_TRY
    for chat in range(A_TRY):
        in_flight.enter(chat)
    assert in_flight.free_places == 0
    assert not in_flight.takes_again()
    in_flight.succeed()
    assert in_flight.free_places == ON_THEIR_WAY - A_TRY
    assert [in_flight.takes_again(), in_flight.takes_again()] == [True, False]


async def test_who_waits_is_let_in_when_half_of_it_is_free() -> None:
    in_flight = full()
    waiting = asyncio.create_task(in_flight.wait_for_places())
    for chat in range(ON_THEIR_WAY // 2):
        await asyncio.sleep(0)
        assert not waiting.done()
        in_flight.leave(chat)
    await asyncio.wait_for(waiting, 180)
