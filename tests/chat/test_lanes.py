"""Pace, lanes and floods: by arithmetic where there is any, by real waiting of milliseconds where there is order."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.outgoing.turns.lanes import (
    LONGEST_FOR_ALL,
    LONGEST_FOR_ONE,
    PAID_BURST,
    Lane,
    Lanes,
    Weight,
    reminders_per_second,
)
from bot.chat.outgoing.turns.pace import BURST, FloodWatch, SendingPace

ANA, BO, MALLORY = 7, 8, 9


class HandClock:
    """A clock that goes only when told; at each reading it may be asked to move on."""

    def __init__(self, step: float = 0) -> None:
        self.now = 100.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@given(
    rate=st.floats(0.5, 1000),
    steps=st.lists(st.floats(0, 3), min_size=1, max_size=80),
)
def test_a_pace_never_lets_more_through_than_its_rate_and_burst(rate: float, steps: list[float]) -> None:
    pace, now, gone = SendingPace(rate), 50.0, []
    for step in steps:
        now += step
        if pace.delay(now) == 0:
            pace.take(now)
            gone.append(now)
    for first in range(len(gone)):
        for last in range(first, len(gone)):
            assert last - first + 1 <= rate * (gone[last] - gone[first]) + BURST + 1e-6


def test_a_pace_says_exactly_how_long_to_wait() -> None:
    pace = SendingPace(2.0, burst=1)
    pace.take(10.0)
    assert pace.delay(10.0) == pytest.approx(0.5)
    assert pace.delay(10.5) == 0
    assert SendingPace(None).delay(0.0) == 0


def test_three_chats_refused_within_five_seconds_are_a_flood() -> None:
    floods = FloodWatch()
    assert floods.note(ANA, 3, now=0) == 0
    assert floods.note(ANA, 3, now=1) == 0
    assert floods.note(BO, 9, now=2) == 0
    assert floods.note(MALLORY, 1, now=3) == 9


def test_refusals_far_apart_are_none() -> None:
    floods = FloodWatch()
    for chat, now in ((ANA, 0), (BO, 3), (MALLORY, 6)):
        assert floods.note(chat, 3, now) == 0


async def test_answers_go_before_sessions_and_sessions_before_reminders() -> None:
    clock = HandClock(step=1e-6)
    lanes = Lanes(per_second=200, per_chat=None, clock=clock)
    went: list[Lane] = []

    async def go(chat: int, lane: Lane) -> None:
        await lanes.turn(chat, lane)
        went.append(lane)

    async with asyncio.TaskGroup() as group:
        for chat in range(BURST):
            group.create_task(go(chat, Lane.ANSWER))
        await asyncio.sleep(0)
        for number, lane in enumerate((Lane.REMINDER, Lane.SESSION, Lane.ANSWER) * 3):
            group.create_task(go(100 + number, lane))
        await asyncio.sleep(0)
        clock.step = 0.01
    assert went[BURST:] == [Lane.ANSWER] * 3 + [Lane.SESSION] * 3 + [Lane.REMINDER] * 3


async def test_an_answer_hurries_the_card_that_its_chat_waits_for() -> None:
    clock = HandClock(step=1e-6)
    lanes = Lanes(per_second=100, per_chat=None, clock=clock)
    for chat in range(BURST):
        await lanes.turn(chat, Lane.ANSWER)
    went: list[int] = []

    async def go(chat: int) -> None:
        await lanes.turn(chat, Lane.SESSION)
        went.append(chat)

    async with asyncio.TaskGroup() as group:
        for chat in (100, 101, 102, BO):
            group.create_task(go(chat))
        await asyncio.sleep(0)
        lanes.hurry(BO, Lane.ANSWER)
        clock.step = 0.01
    assert went == [BO, 100, 101, 102]


async def test_who_keeps_the_pace_of_their_chat_is_hurried_too() -> None:
    lanes = Lanes(per_second=100, per_chat=20)
    went: list[int] = []

    async def go(chat: int) -> None:
        await lanes.turn(chat, Lane.SESSION)
        went.append(chat)

    for _ in range(BURST):
        await lanes.turn(ANA, Lane.ANSWER)
    async with asyncio.TaskGroup() as group:
        for chat in (ANA, *range(100, 140)):
            group.create_task(go(chat))
        await asyncio.sleep(0)
        lanes.hurry(ANA, Lane.ANSWER)
    assert went.index(ANA) < 20


async def test_what_makes_no_message_does_not_wait_for_the_pace_of_its_chat() -> None:
    clock = HandClock()
    lanes = Lanes(per_second=None, per_chat=1, clock=clock)
    for _ in range(BURST):
        await lanes.turn(ANA, Lane.ANSWER)
    await asyncio.wait_for(lanes.turn(ANA, Lane.ANSWER, Weight.NOTHING), 180)
    lanes.hold(ANA, 60)
    waiting = asyncio.create_task(lanes.turn(ANA, Lane.ANSWER, Weight.NOTHING))
    await asyncio.sleep(0)
    await asyncio.wait_for(lanes.turn(BO, Lane.ANSWER), 180)
    assert not waiting.done()
    waiting.cancel()


async def test_taking_messages_back_costs_nothing_of_the_budget() -> None:
    lanes = Lanes(per_second=1, per_chat=None)
    for chat in range(100):
        await asyncio.wait_for(lanes.turn(chat, Lane.SESSION, Weight.NOTHING), 180)
    for chat in range(BURST):
        await asyncio.wait_for(lanes.turn(chat, Lane.SESSION), 180)


async def test_an_older_answer_that_shrinks_waits_for_the_budget_and_not_for_the_pace_of_its_chat() -> None:
    clock = HandClock()
    lanes = Lanes(per_second=1, per_chat=0.001, clock=clock)
    for _ in range(BURST):
        await asyncio.wait_for(lanes.turn(ANA, Lane.ANSWER, Weight.EDIT), 180)
    waiting = asyncio.create_task(lanes.turn(BO, Lane.ANSWER, Weight.EDIT))
    await asyncio.sleep(0)
    assert not waiting.done()
    waiting.cancel()


async def test_a_held_chat_holds_nobody_else() -> None:
    clock = HandClock()
    lanes = Lanes(per_second=None, clock=clock)
    lanes.hold(ANA, 60)
    waiting = asyncio.create_task(lanes.turn(ANA, Lane.ANSWER))
    await asyncio.wait_for(lanes.turn(BO, Lane.ANSWER), 180)
    assert not waiting.done()
    waiting.cancel()


async def test_a_flood_holds_reminders_and_no_answers() -> None:
    clock = HandClock()
    lanes = Lanes(per_second=1000, clock=clock)
    for chat in (ANA, BO, MALLORY):
        lanes.hold(chat, 60)
    reminder = asyncio.create_task(lanes.turn(21, Lane.REMINDER))
    await asyncio.wait_for(lanes.turn(22, Lane.ANSWER), 180)
    assert not reminder.done()
    reminder.cancel()


async def test_one_huge_number_holds_nobody_for_a_day() -> None:
    clock = HandClock()
    lanes = Lanes(per_second=1000, clock=clock)
    for chat in (ANA, BO, MALLORY):
        lanes.hold(chat, 1e9)
    clock.now += LONGEST_FOR_ALL - 1
    early = asyncio.create_task(lanes.turn(21, Lane.REMINDER))
    await asyncio.wait([early], timeout=0.05)
    assert not early.done()
    early.cancel()
    clock.now += 1
    await asyncio.wait_for(lanes.turn(22, Lane.REMINDER), 180)
    assert lanes.held(ANA) <= LONGEST_FOR_ONE


async def test_who_gives_up_waiting_takes_nobodys_place() -> None:
    lanes = Lanes(per_second=50, per_chat=None)
    for chat in range(BURST):
        await lanes.turn(chat, Lane.ANSWER)
    first = asyncio.create_task(lanes.turn(30, Lane.ANSWER))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait_for(lanes.turn(31, Lane.ANSWER), 180)


async def test_chats_at_rest_are_forgotten() -> None:
    lanes = Lanes(per_second=None, per_chat=None)
    for chat in range(10_000):
        await lanes.turn(chat, Lane.ANSWER)
    assert len(lanes._chats) <= 4096


async def test_a_paid_broadcast_goes_beside_what_everybody_else_sends() -> None:
    clock = HandClock()
    lanes = Lanes(28, None, clock, is_paid=True)
    async with asyncio.timeout(180):
        for chat in range(PAID_BURST - 1):
            assert not await lanes.turn(chat, Lane.REMINDER)
        for chat in range(BURST - 1):
            assert not await lanes.turn(chat, Lane.ANSWER)


def test_reminders_leave_room_in_the_budget() -> None:
    assert reminders_per_second(28, is_paid=False) == pytest.approx(25)
    assert reminders_per_second(28, is_paid=True) == 1000
