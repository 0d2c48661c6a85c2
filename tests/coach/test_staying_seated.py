"""People who do not want to stand, or can't, get seated moves as soon as they say so, for that day."""

import pytest

from bot.domain.person.person import Floor
from bot.screens.buttons.actions import DoToday, OpenToday
from tests.coach.moving import met, next_day
from tests.coach.talk import Someone, World, starts
from tests.known import known

SEATED_TODAY = "Only seated moves today"


@pytest.fixture
def gloria(world: World) -> Someone:
    """Sixty-eight, and her legs are tired in the evening."""
    gloria = world.someone(68, "Gloria")
    met(gloria)
    return gloria


def _stands_up(someone: Someone) -> bool:
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live, someone.sees.text
    forms = (known().english.library.form(beat.ref) for beat in live.script)
    return any(form is None or not form.can_be_seated for form in forms)


@pytest.mark.parametrize(
    "said",
    [
        "no standing please",
        "No standing please, my legs are tired",
        "I don't want to stand",
        "sitting only",
        "seated only today",
        "I'd rather sit",
        "chair only",
        "Can I do it in my armchair in front of the television?",
        "no standing or lying down please",
        "not standing today, I'm on the train",
    ],
)
def test_the_next_session_stays_seated_without_another_tap(gloria: Someone, said: str) -> None:
    gloria.says(said)
    assert gloria.sees.text.startswith(SEATED_TODAY)
    gloria.says("5 min")
    assert "Seated" in gloria.sees.text or "seated" in gloria.sees.text
    assert "standing" not in gloria.sees.text
    gloria.taps(DoToday(5))
    assert not _stands_up(gloria)


@pytest.mark.parametrize(
    "said", ["One session of 7 minutes, sitting only", "7 min sitting down", "no standing for 7 min"]
)
def test_a_length_said_with_it_is_kept(gloria: Someone, said: str) -> None:
    gloria.says(said)
    assert gloria.offers(DoToday(7))
    assert "standing" not in gloria.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "the pictures stand still please",
        "pictures should not stand still",
        "I can't stand the voice",
        "standing only",
    ],
)
def test_other_words_about_standing_mean_something_else(gloria: Someone, said: str) -> None:
    gloria.says(said)
    assert SEATED_TODAY not in gloria.sees.text


def test_tomorrow_it_is_as_before_unless_they_say_always(gloria: Someone) -> None:
    gloria.says("sitting only")
    next_day(gloria.world)
    gloria.says("5 min")
    bo = gloria.world.someone(40, "Bo")
    met(bo)
    bo.says("5 min")
    assert gloria.sees.text == bo.sees.text
    gloria.says("no standing please")
    gloria.taps(Floor.SEATED)
    person = gloria.world.store.people.get(gloria.sender.id)
    assert person
    assert person.preferences.floor is Floor.SEATED


def test_an_open_session_that_stands_up_waits_and_a_seated_one_is_offered(gloria: Someone) -> None:
    starts(gloria)
    gloria.says("no standing please")
    assert gloria.sees.text.startswith(SEATED_TODAY)
    gloria.says("leave it and start this")
    assert not _stands_up(gloria)


def test_one_that_can_all_be_done_seated_goes_on(gloria: Someone) -> None:
    gloria.says("sitting only")
    gloria.taps(OpenToday())
    gloria.taps(DoToday())
    gloria.says("no standing please")
    assert "can be done seated" in gloria.sees.text
    assert gloria.sees.card.startswith("play.")
    assert not _stands_up(gloria)
