"""A cry for help out of nothing asks whether danger is meant, in any language; the help page stays a word away."""

import pytest

from bot.screens.buttons.actions import MeantIt, NotMeant
from tests.coach.doubting import CALL
from tests.coach.reminded import claimed, met
from tests.coach.talk import Someone, World, starts

CRIES = [
    *("SOS", "mayday", "help!!!", "help me", "HELP US", "🆘", "🚑🚑"),
    *("Hilfe", "au secours", "¡Auxilio!", "socorro", "aiuto", "помогите", "рятуйте", "imdat", "tolong"),
    *("النجدة", "کمک", "bachao", "बचाओ"),
]
ASKS = ["help", "Help!", "can you help me?", "please help"]


@pytest.fixture
def noor(world: World) -> Someone:
    return world.someone(62, "Noor")


def _is_asked(someone: Someone) -> bool:
    return someone.offers(MeantIt) and CALL in someone.sees.text


@pytest.mark.parametrize("said", CRIES)
def test_noor_who_cries_in_a_session_is_asked_with_whom_to_call(noor: Someone, said: str) -> None:
    starts(noor)
    noor.says(said)
    assert _is_asked(noor), noor.sees.text


@pytest.mark.parametrize("said", ["socorro", "SOS"])
def test_whoever_cries_with_their_first_word_is_asked(noor: Someone, said: str) -> None:
    noor.says(said)
    assert _is_asked(noor)


def test_a_cry_below_a_reminder_begins_no_move(noor: Someone) -> None:
    met(noor)
    noor.says("remind me at 8:30 every day")
    noor.says("yes")
    due = noor.world.store.reminders.of(noor.sender.id)[0].next_at
    assert due
    noor.world.now = due
    assert claimed(noor.world, due)
    noor.says("SOS")
    assert _is_asked(noor)


def test_a_yes_brings_whom_to_call_and_a_no_the_session(noor: Someone) -> None:
    starts(noor)
    noor.says("socorro")
    noor.taps(NotMeant)
    assert noor.sees.card.startswith("play.")
    noor.says("socorro")
    noor.says("sí")
    assert "Call for help now" in noor.sees.text


@pytest.mark.parametrize("said", ASKS)
def test_a_plain_help_still_asks_for_the_page(noor: Someone, said: str) -> None:
    starts(noor)
    noor.says(said)
    assert "I lead you through" in noor.sees.text
