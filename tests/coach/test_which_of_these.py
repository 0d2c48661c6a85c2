"""Answers to a question in view that name no button: where it stands, what the difference is, a number put right, a plain no."""

from datetime import time

import pytest

from bot.domain.session.session import Phase
from bot.store.reminders.deliveries import State
from tests.coach.moving import met
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World, starts


@pytest.fixture
def mo(ana: Someone) -> Someone:
    met(ana)
    return ana


def level(someone: Someone) -> int:
    found = someone.world.store.people.get(someone.sender.id)
    assert found
    return found.preferences.level


def numbers(someone: Someone) -> list[int | None]:
    return [each.number for each in someone.world.store.pain_notes.last(someone.sender.id, 9)]


def phase(someone: Someone) -> Phase | None:
    session = someone.world.store.sessions.live(someone.sender.id)
    return session.phase if session else None


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("the middle one", 2),
        ("third please", 3),
        ("the last one", 3),
        ("id like the second one please", 2),
        ("option 3", 3),
    ],
)
def test_a_level_is_chosen_by_where_it_stands(mo: Someone, said: str, then: int) -> None:
    mo.says("/settings")
    for each in ("your sessions", "level", said):
        mo.says(each)
    assert level(mo) == then


@pytest.mark.parametrize("said", ["the fifth one", "the middle one or the last one", "not the last one"])
def test_what_names_no_one_level_chooses_none(mo: Someone, said: str) -> None:
    mo.says("/settings")
    for each in ("your sessions", "level", said):
        mo.says(each)
    assert level(mo) == 1


@pytest.mark.parametrize("said", ["whats the difference", "what does steady mean?"])
def test_the_levels_are_told_apart_where_they_are_asked_for(mo: Someone, said: str) -> None:
    mo.says("/settings")
    for each in ("your sessions", "level", said):
        mo.says(each)
    assert "fewer times" in mo.sees.text
    mo.says("the middle one")
    assert level(mo) == 2


@pytest.mark.parametrize("said", ["is 10 good or bad", "how bad is a 7?", "what does 5 mean"])
def test_a_question_about_the_scale_notes_no_pain(mo: Someone, said: str) -> None:
    mo.says("/pain")
    mo.says(said)
    assert numbers(mo) == []
    assert "The higher, the worse" in mo.sees.text
    mo.says("4")
    assert numbers(mo) == [4]


@pytest.mark.parametrize("said", ["7.. no 6", "7, no wait, 6", "7 no 6"])
def test_of_two_numbers_the_one_put_right_is_noted(mo: Someone, said: str) -> None:
    mo.says("/pain")
    mo.says(said)
    assert numbers(mo) == [6]


@pytest.mark.parametrize("said", ["nah", "nope", "nah thanks"])
def test_any_plain_no_is_not_today_below_a_reminder(world: World, ana: Someone, said: str) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    ana.says(said)
    assert states(world) == {State.NOT_TODAY: 1}


@pytest.mark.parametrize("said", ["end it… just pause", "stop - no just pause", "stop. pause please"])
def test_a_stop_with_a_pause_right_behind_it_only_pauses(mo: Someone, said: str) -> None:
    starts(mo)
    for each in ("ready", said):
        mo.says(each)
    assert phase(mo) is Phase.PAUSED


def test_left_or_right_is_a_question_and_skips_no_side(mo: Someone) -> None:
    starts(mo)
    mo.says("ready")
    before = mo.world.store.sessions.live(mo.sender.id)
    mo.says("left or right first")
    after = mo.world.store.sessions.live(mo.sender.id)
    assert before
    assert after
    assert after.now_playing.card == before.now_playing.card


def test_how_much_is_left_is_told_beside_the_question_what_hurts(mo: Someone) -> None:
    starts(mo)
    for each in ("ready", "it hurts", "how many are left"):
        mo.says(each)
    assert "more after this one" in mo.sees.text
    assert phase(mo) is Phase.HURTING


def test_a_number_names_no_place_and_is_told_so(mo: Someone) -> None:
    starts(mo)
    for each in ("ready", "it hurts", "sharp", "2"):
        mo.says(each)
    assert "Tap it, or say it" in mo.sees.text


def test_once_more_before_it_began_shows_it_and_refuses_nothing(mo: Someone) -> None:
    starts(mo)
    mo.says("wait i missed the start can we do that again")
    assert "can't" not in mo.sees.text
    assert phase(mo) in (Phase.READY, Phase.READING)


def test_this_one_for_longer_names_no_number(mo: Someone) -> None:
    starts(mo)
    mo.says("ready")
    mo.says("love this one, can i do it for longer")
    assert "begins again" in mo.sees.text


def test_standing_only_leads_nobody_to_the_floor(mo: Someone) -> None:
    mo.says("5 mins standing only")
    assert "5 minutes" in mo.sees.text
    assert "on the floor" not in mo.sees.text
