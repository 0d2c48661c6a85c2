"""Questions about how a move is done, asked along with what to spare, and "do it" where signs are asked about."""

import pytest

from bot.screens.buttons.actions import Place
from tests.coach.moving import met
from tests.coach.talk import Someone


@pytest.mark.parametrize(
    "said",
    [
        *("my left wrist tho, is that on hands n knees", "is that on hands n knees", "is it on all fours?"),
        *(
            "my knee tho, is this kneeling",
            "bad wrist, do i lean on my hands",
            "is that done lying down",
            "is this one standing",
        ),
    ],
)
def test_how_a_move_is_done_is_shown_by_its_steps(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("cat cow")
    ana.says(said)
    assert "Cat-cow" in ana.sees.text
    assert not ana.offers(Place.COMPLAINT_UNSURE)


@pytest.mark.parametrize("said", ["sharp pain in my wrist, is it kneeling"])
def test_what_hurts_is_asked_about_all_the_same(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("cat cow")
    ana.says(said)
    assert ana.offers(Place.COMPLAINT_UNSURE)


@pytest.mark.parametrize(
    "said", ["do it", "do that", "ok do it", "show me", "do this one", "please do", "hazlo"]
)
def test_do_it_is_no_yes_to_signs(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("my arm tingles when i turn")
    assert ana.offers(Place.COMPLAINT_UNSURE)
    ana.says(said)
    assert ana.offers(Place.COMPLAINT_UNSURE)


def test_a_yes_to_signs_is_still_one(ana: Someone) -> None:
    met(ana)
    for said in ("my arm tingles when i turn", "yes"):
        ana.says(said)
    assert "Which list is it on?" in ana.sees.text


def test_do_it_is_a_yes_to_a_move(ana: Someone) -> None:
    met(ana)
    for said in ("shoulder rolls", "do that one"):
        ana.says(said)
    assert ana.world.store.sessions.live(7) is not None
