"""Asking for something by words: a routine by the minutes one has, an exercise by a name nearly right."""

import pytest

from bot.domain.session.session import Move
from bot.screens.buttons.actions import Moves, OpenForm, Place
from tests.coach.talk import GETS_DOWN, Someone, World


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("/routine turn and bend", "Turn and bend"),
        ("open book", "Side-lying rotation"),
        ("shoulder rols", "Shoulder rolls"),
        ("/exercise cat-camel", "Cat-cow"),
    ],
)
def test_what_is_meant_is_found(ana: Someone, said: str, title: str) -> None:
    for words in (*GETS_DOWN, said):
        ana.says(words)
    assert ana.sees.text.startswith(f"<b>{title}")


@pytest.mark.parametrize("said", ["5 apples", "purple elephants on parade"])
def test_what_is_surely_about_something_else_is_told_so_and_offers_no_move(ana: Someone, said: str) -> None:
    ana.says(said)
    assert "beyond me" in ana.sees.text
    assert not any("Do it" in label for label in ana.labels)


@pytest.mark.parametrize("said", ["so much for the second one over there"])
def test_what_is_not_understood_is_told_in_a_sentence_and_offers_no_move(ana: Someone, said: str) -> None:
    ana.says(said)
    assert ana.sees.text == "I'm not sure what you mean, and I'd rather not guess."
    assert ana.labels == ["Something hurts", "Home"]


def test_what_is_not_understood_twice_shows_what_can_be_typed(ana: Someone) -> None:
    ana.says("wibble wobble")
    ana.says("the teapot sang to the lamp")
    assert "You can write it in your own words" in ana.sees.text
    ana.taps(Place.HOME)
    ana.says("wibble wobble")
    assert ana.labels == ["Something hurts", "Home"]


def test_both_forms_of_cat_cow_are_a_tap_apart_and_the_held_one_is_led_hold_by_hold(
    ana: Someone, world: World
) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN, "cat cow", "harder"):
        ana.says(said)
    assert "Cat-cow: Holding the cat" in ana.sees.text
    assert "5 × 15 s" in ana.sees.text
    ana.taps(Moves)
    ana.taps(Move.READY)
    assert "Stay 15 s · Cat-cow 1 of 1" in ana.sees.text
    assert "Hold 1 of 5" in ana.sees.text
    world.passes(15)
    assert "Rest · " in ana.sees.text
    world.passes(5)
    assert "Hold 2 of 5" in ana.sees.text
    ana.says("back")
    ana.says("exercises")
    ana.says("cat-cow")
    ana.taps(OpenForm("cat-cow", "hold"))
    ana.taps(OpenForm("cat-cow", "flow"))
    assert ana.sees.text.startswith("<b>Cat-cow</b>")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("exercises list? sorry routines list", "Which routine?"),
        ("show me cat cow, no wait, open book", "Side-lying rotation"),
        ("progress. scratch that, settings", "Your settings"),
        ("switch the pictures off... nah forget it leave them", "I'll leave that"),
    ],
)
def test_what_is_said_in_place_of_it_is_meant(ana: Someone, said: str, shown: str) -> None:
    for words in (*GETS_DOWN, said):
        ana.says(words)
    assert shown in ana.sees.text
