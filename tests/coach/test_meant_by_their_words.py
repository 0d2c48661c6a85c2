"""Wishes that were once taken for a reminder, a pain or the opposite; each sentence is one of many of its kind."""

import pytest

from bot.domain.person.taste import Taste
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import (
    Go,
    OpenOwn,
    Place,
    SetPictures,
    TickEquipment,
)
from bot.screens.buttons.wire import decode
from tests.coach.moving import met
from tests.coach.talk import Someone, starts


@pytest.fixture
def mo(ana: Someone) -> Someone:
    met(ana)
    return ana


def offered(someone: Someone) -> list[object]:
    return [decode(data) for row in someone.sees.keys for _, data, _ in row]


def numbers(someone: Someone) -> list[int | None]:
    return [each.number for each in someone.world.store.pain_notes.last(someone.sender.id, 9)]


def names(someone: Someone, *routines: str) -> None:
    for each in routines:
        someone.world.store.own.make(someone.sender.id, each, (), someone.world.now)


def moves_in(someone: Someone, routine: str) -> list[str]:
    own = next(each for each in someone.world.store.own.every(someone.sender.id) if each.name == routine)
    return [line.ref.exercise for line in own.lines]


@pytest.mark.parametrize(
    "said",
    [
        "can you book me a massage for saturday",
        "order me a taxi please",
        "could you make me a physio appointment for tuesday",
        "pls call the dentist for me",
    ],
)
def test_what_it_can_not_arrange_is_said_and_sets_no_reminder(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "can't book" in mo.sees.text
    assert Go(Place.REMINDERS) in offered(mo)


@pytest.mark.parametrize(
    "said",
    [
        "can my wife use it too on my phone",
        "can two people use this",
        "is it ok if my son and a friend join in",
    ],
)
def test_two_people_need_an_account_each(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "account of your own" in mo.sees.text


@pytest.mark.parametrize(
    "said",
    ["do you have an app", "can i use you on my tablet", "i got a new phone, is everything still there"],
)
def test_where_it_runs_is_told(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "I live in Telegram" in mo.sees.text


@pytest.mark.parametrize("said", ["should i breathe in or out", "how do i breathe during these"])
def test_how_to_breathe_is_told(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "never hold it" in mo.sees.text


def test_not_being_able_to_breathe_is_no_question_about_breathing(mo: Someone) -> None:
    mo.says("how do i breathe, i cant breathe")
    assert "never hold it" not in mo.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "can i make each one last 45 seconds instead",
        "set all holds to 30 seconds",
        "make every stretch a minute long",
    ],
)
def test_the_length_of_each_move_is_no_time_of_a_reminder(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "comes with your level" in mo.sees.text


@pytest.mark.parametrize(
    "said", ["leave the sound on", "actually forget that, leave sound on", "keep my level where it is"]
)
def test_what_shall_stay_as_it_is_is_left(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "stays as it is" in mo.sees.text


@pytest.mark.parametrize("said", ["leave the pictures as they are", "keep the pictures as before"])
def test_pictures_that_shall_stay_are_not_turned_off(mo: Someone, said: str) -> None:
    mo.says(said)
    assert not any(isinstance(each, SetPictures) for each in offered(mo))


def test_a_move_that_was_never_wanted_comes_back_by_its_name(mo: Someone) -> None:
    mo.says("never cat-cow")
    assert mo.world.store.tastes.of(mo.sender.id) == {"cat-cow": Taste.NEVER}
    mo.says("unblock cat-cow")
    assert mo.world.store.tastes.of(mo.sender.id) == {}


@pytest.mark.parametrize(
    "said", ["which ones did i block", "which exercises did i exclude", "show me what ive banned"]
)
def test_what_was_left_out_is_told(mo: Someone, said: str) -> None:
    mo.says("never cat-cow")
    mo.says(said)
    assert "You never want: Cat-cow" in mo.sees.text


@pytest.mark.parametrize(
    "said", ["add doorway stretch to my morning one", "pls put the doorway stretch in my morning routine"]
)
def test_a_move_goes_into_the_routine_that_is_named(mo: Someone, said: str) -> None:
    names(mo, "Morning", "Lunch break")
    mo.says(said)
    assert moves_in(mo, "Morning") == ["doorway-stretch"]
    assert moves_in(mo, "Lunch break") == []


def test_a_move_taken_out_of_a_routine_is_not_left_out_everywhere(mo: Someone) -> None:
    names(mo, "Morning")
    mo.says("put neck turns into my morning routine")
    assert moves_in(mo, "Morning") == ["neck-turns"]
    mo.says("take the neck turns out of my morning routine")
    assert moves_in(mo, "Morning") == []
    assert mo.world.store.tastes.of(mo.sender.id) == {}


def test_of_several_routines_none_is_guessed(mo: Someone) -> None:
    names(mo, "Morning", "Lunch break")
    mo.says("add doorway stretch to my routine")
    assert moves_in(mo, "Morning") == moves_in(mo, "Lunch break") == []
    assert sum(isinstance(each, OpenOwn) for each in offered(mo)) == 2


@pytest.mark.parametrize(
    "said",
    [
        "my physio gave me an exercise thats not in here can i put it in myself",
        "how do i add my own exercise",
        "my doctor showed me a stretch, can i save it here",
    ],
)
def test_an_exercise_of_their_own_is_offered_its_place(mo: Someone, said: str) -> None:
    mo.says(said)
    assert Go(Place.NEW_OWN_EXERCISE) in offered(mo)


@pytest.mark.parametrize(
    ("first", "said", "left"),
    [
        ("pain 9", "i put in a 9 by accident, meant 4", 4),
        ("pain 8", "i tapped 8 but meant 3", 3),
        ("pain 3", "sorry that last pain number was wrong, should be 5", 5),
    ],
)
def test_a_wrong_number_is_put_right(mo: Someone, first: str, said: str, left: int) -> None:
    mo.says(first)
    mo.says(said)
    assert numbers(mo) == [left]
    assert "In place of" in mo.sees.text


def test_of_a_number_that_is_not_the_last_nothing_is_put_right(mo: Someone) -> None:
    mo.says("pain 5")
    mo.says("i put in a 9 by accident, meant 4")
    assert numbers(mo) == [5]


@pytest.mark.parametrize(
    "said", ["show my pain over the last month", "is my pain getting less over time", "my pain chart please"]
)
def test_pain_over_time_is_a_look_back_and_no_complaint(mo: Someone, said: str) -> None:
    mo.says(said)
    assert "How it felt" in mo.sees.text


@pytest.mark.parametrize(
    "said", ["you keep bugging me. less please", "write to me less often", "stop pestering me so much"]
)
def test_too_many_reminders_are_thinned_out_unasked_too(mo: Someone, said: str) -> None:
    for each in ("remind me at 9:00 every day", "keep"):
        mo.says(each)
    mo.says(said)
    assert "too often" in mo.sees.text


def test_a_back_that_bothers_is_no_reminder(mo: Someone) -> None:
    mo.says("my back keeps bugging me")
    assert "too often" not in mo.sees.text


def test_who_has_only_one_thing_loses_it_by_no_tap(mo: Someone) -> None:
    mo.says("i only have a towel")
    assert not any(isinstance(each, TickEquipment) and not each.on for each in offered(mo))
    assert "at hand" in mo.sees.text


@pytest.mark.parametrize("said", ["train's due in five minutes, bye", "bye, got a call in 10 min"])
def test_a_good_bye_ends_a_session_whatever_is_due(mo: Someone, said: str) -> None:
    starts(mo)
    mo.says("ready")
    mo.says(said)
    assert mo.world.store.sessions.live(mo.sender.id) is None


@pytest.mark.parametrize("said", ["is 30 secs really enough", "is that long enough"])
def test_whether_a_hold_is_long_enough_is_told_in_a_session(mo: Someone, said: str) -> None:
    starts(mo)
    mo.says("ready")
    mo.says(said)
    assert "10 to 30 seconds" in mo.sees.text
    assert mo.world.store.sessions.live(mo.sender.id)


def test_a_sigh_is_answered_kindly(mo: Someone) -> None:
    mo.says("ugh")
    assert "Two minutes count" in mo.sees.text


def test_a_cry_in_a_session_asks_what_hurts(mo: Someone) -> None:
    starts(mo)
    mo.says("ready")
    mo.says("argh")
    session = mo.world.store.sessions.live(mo.sender.id)
    assert session
    assert session.phase is Phase.HURTING
