"""A pause is taken back in words, and a shorter pause within a longer one does not end the longer one."""

from datetime import UTC, date, datetime, time

import pytest

from bot.screens.buttons.actions import PauseBetween, PauseFor
from tests.coach.reminded import met, reminded_at
from tests.coach.talk import Someone, World


@pytest.fixture
def gloria(ana: Someone) -> Someone:
    """She has a daily reminder at eleven; it is Monday, half past seven."""
    reminded_at(ana, time(11), "Europe/London")
    return ana


def pause(world: World) -> tuple[date | None, date | None]:
    [this] = world.store.reminders.of(7)
    return this.paused_from, this.paused_until


@pytest.mark.parametrize(
    "said",
    [
        "actually dont skip tomorrow",
        "no wait, dont skip it",
        "cancel the skip",
        "scrap the pause pls",
        "I'm not skipping tomorrow, thanks",
        "oops undo that",
        "morgen doch nicht auslassen",
        "die pause aufheben",
        "no te saltes mañana",
        "cancela la pausa",
    ],
)
def test_a_day_that_was_skipped_is_not(gloria: Someone, world: World, said: str) -> None:
    for each in ("skip tomorrow", "yes"):
        gloria.says(each)
    assert pause(world) == (date(2026, 1, 6), date(2026, 1, 7))
    gloria.says(said)
    assert pause(world) == (None, None)
    assert "They come as before" in gloria.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "cancel the holiday",
        "holiday is off",
        "im not going away",
        "undo the pause",
        "urlaub fällt aus",
        "ya no me voy de vacaciones",
    ],
)
def test_a_holiday_is_called_off(gloria: Someone, world: World, said: str) -> None:
    for each in ("im on holiday until the 16th", "yes", said):
        gloria.says(each)
    assert pause(world) == (None, None)
    assert world.store.reminders.next_due() == datetime(2026, 1, 5, 11, tzinfo=UTC)


def test_of_one_day_in_its_midst_it_is_asked(gloria: Someone, world: World) -> None:
    for each in ("im on holiday until the 16th", "yes", "dont skip tomorrow"):
        gloria.says(each)
    assert "Shall they come again from now on?" in gloria.sees.text
    assert pause(world)[1] == date(2026, 1, 16)
    gloria.says("yes")
    assert pause(world) == (None, None)


def test_before_it_is_tapped_it_is_a_no(gloria: Someone, world: World) -> None:
    for each in ("skip tomorrow", "actually dont skip tomorrow"):
        gloria.says(each)
    assert pause(world) == (None, None)
    assert not gloria.offers(PauseBetween)


@pytest.mark.parametrize("said", ["skip tomorrow too", "no, skip friday", "dont remind me tomorrow"])
def test_to_skip_is_no_taking_back(gloria: Someone, world: World, said: str) -> None:
    for each in ("skip wednesday", "yes", said):
        gloria.says(each)
    assert pause(world) == (date(2026, 1, 7), date(2026, 1, 8))


@pytest.mark.parametrize(
    "said",
    [
        "turn off the reminders for today",
        "no reminders today",
        "not tomorrow",
        "skip friday",
        "pause tomorrow",
    ],
)
def test_a_longer_pause_stays(gloria: Someone, world: World, said: str) -> None:
    for each in ("im on holiday until the 16th", "yes", said):
        gloria.says(each)
    assert "They rest until 16 January already." in gloria.sees.text
    gloria.says("yes")
    assert pause(world)[1] == date(2026, 1, 16)


def test_one_that_would_be_shorter_is_said_to_end_the_other(gloria: Someone) -> None:
    for each in ("im on holiday until the 16th", "yes", "pause until tomorrow"):
        gloria.says(each)
    assert "falls away" in gloria.sees.text
    assert gloria.offers(PauseFor)


@pytest.mark.parametrize("said", ["undo that", "oops undo", "take that back", "mach das rückgängig"])
def test_what_was_just_kept_is_offered_to_go_and_stays_until_then(
    ana: Someone, world: World, said: str
) -> None:
    met(ana)
    for each in ("remind me at 7am", "keep", said):
        ana.says(each)
    assert "Delete the reminder 7:00 every day?" in ana.sees.text
    assert len(world.store.reminders.of(7)) == 1


def test_what_is_gone_can_not_be_taken_back_and_that_is_said(gloria: Someone, world: World) -> None:
    for each in ("delete the 11am one", "delete it", "undo that"):
        gloria.says(each)
    assert "I can't take that back by words." in gloria.sees.text
    assert not world.store.reminders.of(7)
