"""People who leave the question whether danger was meant find whom to talk to one tap away wherever they go."""

from collections.abc import Iterator

import pytest

from bot.coach.coach import Coach
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import MeantIt, NotMeant, WhomToCall
from tests.coach.doubting import DOUBTED, GOOD, doubting
from tests.coach.moving import met
from tests.coach.talk import Someone, World
from tests.known import known
from tests.new_store import store_in_memory


@pytest.fixture
def world() -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, doubting(known(), *DOUBTED.values())))
    store.close()


@pytest.fixture
def marek(world: World) -> Someone:
    marek = world.someone(66, "Marek")
    met(marek)
    marek.says(DOUBTED[Tier.SELF_HARM])
    assert marek.offers(MeantIt)
    return marek


@pytest.mark.parametrize("said", ["/start", "settings"])
def test_whom_to_talk_to_goes_along(marek: Someone, said: str) -> None:
    marek.says(said)
    assert marek.offers(WhomToCall)
    marek.says("start")
    assert "talk to somebody now" in marek.sees.text


@pytest.mark.parametrize("said", ["no", "wibble wobble"])
def test_it_does_not_stand_beside_the_question_nor_after_a_no(marek: Someone, said: str) -> None:
    marek.says(said)
    assert not marek.offers(WhomToCall)
    assert marek.offers(MeantIt) or GOOD in marek.sees.text


def test_a_tap_on_no_leaves_nothing(marek: Someone) -> None:
    marek.taps(NotMeant)
    assert GOOD in marek.sees.text
    assert not marek.offers(WhomToCall)
