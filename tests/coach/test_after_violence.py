"""After somebody told of violence, whom to talk to and the button that removes the talk stay a tap away, silently."""

import pytest

from bot.coach.news import Said
from bot.screens.buttons.actions import Go, Place, RemoveTalk, WhomToCall
from tests.coach.moving import met
from tests.coach.talk import Someone, World

ANSWER = "not your fault"


@pytest.fixture
def lucia(world: World) -> Someone:
    lucia = world.someone(65, "Lucia")
    met(lucia)
    lucia.sends(Said(lucia.sender, "he hits me", 41))
    assert ANSWER in lucia.sees.text
    lucia.taps(Go(Place.HOME))
    return lucia


def _says(lucia: Someone, text: str) -> None:
    lucia.sends(Said(lucia.sender, text, 43))


def test_home_leaves_both_a_tap_away(lucia: Someone) -> None:
    assert lucia.offers(WhomToCall)
    assert lucia.offers(RemoveTalk)
    assert ANSWER not in lucia.sees.text
    lucia.taps(WhomToCall)
    assert ANSWER in lucia.sees.text
    assert lucia.offers(RemoveTalk)
    assert not lucia.sees.rings


@pytest.mark.parametrize("said", ["help", "who do I call", "whom can I talk to", "who can I talk to?", "SOS"])
def test_a_word_for_help_brings_it_again(lucia: Someone, said: str) -> None:
    _says(lucia, said)
    assert ANSWER in lucia.sees.text
    assert lucia.offers(RemoveTalk)
    assert not lucia.sees.rings


@pytest.mark.parametrize("before", ["settings", "is this private", "/start"])
def test_who_asks_for_moves_sees_it_first(lucia: Someone, before: str) -> None:
    _says(lucia, before)
    assert lucia.offers(WhomToCall)
    _says(lucia, "start")
    assert ANSWER in lucia.sees.text
    assert lucia.offers(RemoveTalk)


@pytest.mark.parametrize("said", ["remove", "delete this", "delete these messages"])
def test_once_it_is_removed_nothing_tells_of_it(lucia: Someone, said: str) -> None:
    _says(lucia, said)
    assert not lucia.offers(RemoveTalk)
    assert not lucia.offers(WhomToCall)


def test_a_complaint_is_asked_about_as_ever(lucia: Someone) -> None:
    _says(lucia, "my ribs hurt")
    assert lucia.offers(Place.COMPLAINT_UNSURE)
    assert lucia.offers(RemoveTalk)
