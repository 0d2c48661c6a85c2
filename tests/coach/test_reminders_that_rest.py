"""While reminders rest, a new one says so and offers to wake them all, by a tap or a word, and the bot explains what rest means."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.screens.buttons.actions import Drafting, Place
from tests.coach.reminded import claimed, met
from tests.coach.talk import Someone, World

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


@pytest.fixture
def marisol(world: World) -> Someone:
    """She mentioned the door, was taken to be in danger, and her reminders have rested since; she paused nothing."""
    marisol = world.someone(7, "Marisol")
    met(marisol)
    known = world.store.people.get(7)
    assert known
    world.store.people.prefer(7, known.preferences.resting_for_a_day(NOW))
    return marisol


def rests(world: World) -> bool:
    known = world.store.people.get(7)
    assert known
    return known.preferences.reminders_rest


def _sets_one(marisol: Someone, said: str = "remind me every day at 9am") -> None:
    marisol.says(said)
    marisol.taps(Drafting.KEEP)


@pytest.mark.parametrize(
    "said", ["remind me every day at 9am", "remind me tomorrow at 9am", "8am mon, 9am tue"]
)
def test_a_new_one_asks_whether_they_shall_go_on(marisol: Someone, world: World, said: str) -> None:
    marisol.says("/remind")
    _sets_one(marisol, said)
    assert "Kept" not in marisol.sees.text
    assert "Shall they go on?" in marisol.sees.text
    assert marisol.labels[0] == "Wake all"
    assert marisol.labels.count("Wake all") == 1
    marisol.taps(Place.GO_ON_REMINDING)
    assert not rests(world)


def test_the_draft_says_it_before_it_is_kept(marisol: Someone) -> None:
    marisol.says("remind me tomorrow at 9am")
    assert "Your reminders rest for now." in marisol.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "wake all",
        "i want the alarm",
        "what is rest? i want the alarm",
        "Wake them all!",
        "no, i want them back",
        "ok turn them back on",
        "i want my reminders",
        "dont let them rest",
        "yes",
    ],
)
def test_they_are_woken_by_words(marisol: Someone, world: World, said: str) -> None:
    _sets_one(marisol)
    marisol.says(said)
    assert not rests(world)
    due = next(each.next_at for each in world.store.reminders.of(7))
    assert due
    world.now = due
    assert claimed(world, due) == 1


@pytest.mark.parametrize(
    "said", ["what is rest?", "why do they rest", "i never paused anything", "whats rest"]
)
def test_what_rest_is_is_explained(marisol: Someone, world: World, said: str) -> None:
    _sets_one(marisol)
    marisol.says(said)
    assert "While they rest, no reminder comes." in marisol.sees.text
    assert marisol.labels[0] == "Wake all"
    assert rests(world)


@pytest.mark.parametrize("said", ["stretch my neck", "they rest on the floor", "i want a break"])
def test_other_words_wake_none(marisol: Someone, world: World, said: str) -> None:
    _sets_one(marisol)
    world.now += timedelta(seconds=5)
    marisol.says(said)
    assert rests(world)


def test_without_rest_the_same_words_are_about_a_new_one(world: World) -> None:
    dee = world.someone(7, "Dee")
    met(dee)
    _sets_one(dee)
    assert "Kept. I'll be there." in dee.sees.text
    dee.says("i want the alarm")
    assert "While they rest" not in dee.sees.text
