"""A cry for help in pieces, a few words per message, is heard and asked about; complete messages are no pieces."""

from datetime import timedelta

import pytest

from bot.screens.buttons.actions import MeantIt, Place
from tests.coach.moving import met
from tests.coach.talk import Someone


@pytest.mark.parametrize(
    "pieces",
    [
        ("I can't", "breathe"),
        ("no puedo", "respirar"),
        ("me duele", "el pecho"),
        ("my heart", "hurts"),
        ("i", "want", "to", "die"),
        ("one side", "of my face", "dropped"),
    ],
)
def test_it_is_asked_about(ana: Someone, pieces: tuple[str, ...]) -> None:
    met(ana)
    for piece in pieces:
        assert not ana.offers(MeantIt)
        ana.says(piece)
    assert ana.offers(MeantIt)
    ana.says("yes")
    assert not ana.offers(MeantIt)
    assert ana.sees.weighs


def test_an_overdose_leaves_no_time_to_ask(ana: Someone) -> None:
    met(ana)
    for piece in ("i took", "30", "paracetamol"):
        ana.says(piece)
    assert "even if you feel well" in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        ("breathing", "stop"),
        ("chest", "no", "hurts"),
        ("my chest", "can you show me all of your routines", "hurts"),
        ("shoulder blades", "neck", "stretch"),
    ],
)
def test_what_stands_for_itself_is_no_piece(ana: Someone, said: tuple[str, ...]) -> None:
    met(ana)
    for each in said:
        ana.says(each)
    assert not ana.offers(MeantIt)


def test_a_minute_later_it_belongs_to_nothing(ana: Someone) -> None:
    met(ana)
    ana.says("i can't")
    ana.world.now += timedelta(seconds=61)
    ana.says("breathe")
    assert not ana.offers(MeantIt)


def test_after_a_tap_it_belongs_to_nothing(ana: Someone) -> None:
    met(ana)
    ana.says("i can't")
    ana.taps(Place.HOME)
    ana.says("breathe")
    assert not ana.offers(MeantIt)


def test_the_pieces_of_two_people_are_kept_apart(ana: Someone, bo: Someone) -> None:
    met(ana)
    met(bo)
    ana.says("i can't")
    bo.says("breathe")
    assert not bo.offers(MeantIt)
    ana.says("breathe")
    assert ana.offers(MeantIt)


def test_what_was_denied_is_not_joined_again(ana: Someone) -> None:
    met(ana)
    for each in ("my chest", "is tight", "no", "just stiff"):
        ana.says(each)
    assert not ana.offers(MeantIt)
