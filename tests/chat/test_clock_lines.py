"""What is decided because time has passed has a line of its own in the log, too: what it was, and nothing of anybody."""

import logging
from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.chat.counting import UNCOUNTED
from bot.chat.incoming.decision_log import DecisionLog
from bot.coach.coach import Coach
from bot.coach.known.operator import Operator
from bot.domain.person.person import Person
from bot.domain.session.session import Move
from bot.screens.buttons.actions import BroadcastStep
from tests.coach.reminded import DUE, claimed, reminded_at
from tests.coach.talk import MORNING, World, starts
from tests.known import known
from tests.new_store import store_in_memory

ANA = 7_431_905_528


@pytest.fixture
def world(caplog: pytest.LogCaptureFixture) -> World:
    caplog.set_level(logging.INFO)
    store = store_in_memory()
    coach = Coach(store, replace(known(), operator=Operator(frozenset({ANA}))))
    coach.by_the_clock.listen(DecisionLog(UNCOUNTED).by_the_clock)
    return World(store, coach)


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    """What came due and the kind of answer, line by line."""
    fields = [record.__dict__["fields"] for record in caplog.records if "by the clock" in record.message]
    return [(each["came"], each["answer"]) for each in fields]


def test_each_reminder_that_came_due_has_one_whether_it_is_sent_or_not(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    ana = world.someone(ANA, "Anastaszja-Quux")
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    claimed(world, DUE)
    assert told(caplog) == [("reminder", "fresh")]
    assert "Quux" not in caplog.text
    assert str(ANA) not in caplog.text
    world.now = DUE
    ana.says("I have chest pain")
    claimed(world, DUE + timedelta(days=1))
    assert told(caplog)[1:] == [("reminder", "none")], "it rests"


def test_each_beat_of_a_session_has_one(world: World, caplog: pytest.LogCaptureFixture) -> None:
    ana = world.someone(ANA, "Ana")
    starts(ana)
    ana.taps(Move.READY)
    for _ in range(10):
        world.passes(60)
    assert told(caplog)
    assert set(told(caplog)) <= {("beat", "fresh"), ("beat", "edit")}


def test_each_message_to_everybody_has_one(world: World, caplog: pytest.LogCaptureFixture) -> None:
    ana = world.someone(ANA, "Ana")
    world.store.people.meet(Person(8, "Bo", "en"), MORNING)
    ana.says("/broadcast Hello")
    world.now += timedelta(seconds=3)
    ana.taps(BroadcastStep.SEND)
    world.coach.broadcasts.claim(world.now, 8)
    assert told(caplog) == [("news", "fresh")] * 2


def test_what_was_taken_back_has_none(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.coach.by_the_clock.note("reminder", ANA, is_fresh=True)
    world.coach.by_the_clock.take_back()
    world.coach.by_the_clock.tell()
    assert not told(caplog)
