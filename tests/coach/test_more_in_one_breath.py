"""Stop, swap and next with more words before or after them: what ends is what they meant, and the rest is not lost."""

import pytest

from bot.domain.session.session import Phase, Session
from bot.screens.buttons.actions import DoToday, OpenSettings
from tests.coach.moving import met
from tests.coach.talk import Someone, World

RAVI = 45


@pytest.fixture
def ravi(world: World) -> Someone:
    ravi = world.someone(RAVI, "Ravi")
    met(ravi)
    for said in ("/routine desk break", "do it"):
        ravi.says(said)
    return ravi


def live(someone: Someone) -> Session | None:
    return someone.world.store.sessions.live(someone.sender.id)


def move(someone: Someone) -> tuple[int, str]:
    session = live(someone)
    assert session, someone.sees.text
    return session.now_playing.item, session.now_playing.ref.exercise


@pytest.mark.parametrize("said", ["no more rolls, next", "no more rolls next one"])
def test_no_more_of_this_one_and_next_is_next(ravi: Someone, said: str) -> None:
    ravi.says("ready")
    ravi.says(said)
    assert move(ravi)[0] == 1


@pytest.mark.parametrize("said", ["no more, stop", "no more", "thats enough for today"])
def test_no_more_without_a_next_still_ends_it(ravi: Someone, said: str) -> None:
    ravi.says("ready")
    ravi.says(said)
    assert live(ravi) is None


@pytest.mark.parametrize(
    "said",
    ["swap for rib breathing", "swap this for rib breathing", "can we do rib breathing instead"],
)
def test_a_swap_for_a_named_move_brings_that_one(ravi: Someone, said: str) -> None:
    ravi.says("ready")
    ravi.says(said)
    assert move(ravi) == (0, "rib-breathing")


def test_a_named_move_that_does_not_suit_is_said_to_be_none(ravi: Someone) -> None:
    for said in ("never bird dog", "yes", "back to my session"):
        ravi.says(said)
    before = move(ravi)
    ravi.says("swap for bird dog")
    assert "doesn't suit what you told me" in ravi.sees.text
    assert move(ravi) == before


def test_a_move_that_is_only_looked_for_changes_nothing(ravi: Someone) -> None:
    before = move(ravi)
    ravi.says("find rib breathing")
    assert move(ravi) == before


@pytest.mark.parametrize("said", ["stop. 6 min seated", "stop, 6 min seated"])
def test_what_is_asked_for_behind_a_stop_is_shown(ravi: Someone, said: str) -> None:
    ravi.says("ready")
    ravi.says(said)
    assert live(ravi) is None
    assert ravi.offers(DoToday(6))
    assert "standing" not in ravi.sees.text


def test_settings_behind_a_stop_are_shown(ravi: Someone) -> None:
    ravi.says("ready")
    ravi.says("stop. show me my settings")
    assert live(ravi) is None
    assert ravi.offers(OpenSettings)


def test_what_they_did_not_ask_for_gives_way_before_anything_of_it_is_done(ravi: Someone) -> None:
    ravi.says("why 3? i asked 6 min seated")
    assert live(ravi) is None
    assert ravi.offers(DoToday(6))


def test_once_it_has_begun_it_is_asked_first(ravi: Someone) -> None:
    ravi.says("ready")
    ravi.world.passes(5)
    ravi.says("why 3? i asked 6 min seated")
    session = live(ravi)
    assert session
    assert session.phase is Phase.PAUSED


def test_a_stop_because_it_hurts_is_asked_about(ravi: Someone) -> None:
    ravi.says("ready")
    ravi.says("stop, it hurts. 6 min seated")
    session = live(ravi)
    assert session
    assert session.phase is Phase.HURTING
