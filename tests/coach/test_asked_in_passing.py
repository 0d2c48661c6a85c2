"""Short questions and remarks that were once misunderstood: what is left out, how long to hold, pain that went down."""

import pytest

from bot.screens.buttons.actions import DoToday, Place, Resume
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts


@pytest.fixture
def tom(world: World) -> Someone:
    """Just out of hospital; he asks before he does."""
    tom = world.someone(71, "Tom")
    met(tom)
    return tom


@pytest.mark.parametrize(
    "said", ["What have you taken out?", "Which ones have you stopped giving me?", "which moves are left out"]
)
def test_what_is_left_out_is_told(tom: Someone, said: str) -> None:
    tom.says(said)
    assert tom.sees.text == "Nothing is left out for you so far."
    for each in ("never locust", "i have a bad hip", "yes, work around it", said):
        tom.says(each)
    assert "Locust" in tom.sees.text
    assert "Hip" in tom.sees.text
    assert tom.offers(Place.YOUR_MOVES)


@pytest.mark.parametrize(
    "said", ["How long do I hold it?", "how long do I stay like this", "how many seconds do I hold"]
)
def test_how_long_to_hold_is_told_of_the_move_that_is_on(tom: Someone, said: str) -> None:
    starts(tom)
    tom.says(said)
    assert " s" in tom.sees.text.partition("for ")[2]
    live = tom.world.store.sessions.live(tom.sender.id)
    assert live
    assert tom.offers(Resume(live.id))


@pytest.mark.parametrize(
    "said", ["pain was 7, now 4", "my pain was 7, now it is 4", "It was good and my pain was 7 now it is 4"]
)
@pytest.mark.parametrize("is_moving", [False, True])
def test_pain_that_went_down_is_noted_as_it_is_now(tom: Someone, said: str, is_moving: bool) -> None:
    if is_moving:
        starts(tom)
    tom.says(said)
    assert "Noted: 4 of 10" in tom.sees.text


def test_pain_that_went_up_is_asked_about(tom: Someone) -> None:
    tom.says("pain was 4, now 7")
    assert tom.offers(Place.COMPLAINT_UNSURE)


def test_the_shortest_is_two_minutes(tom: Someone) -> None:
    tom.says("shortest session")
    assert tom.offers(DoToday(2))
