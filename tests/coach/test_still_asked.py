"""Words that were not understood leave the waiting question open; words that were half understood are asked about."""

import pytest

from bot.domain.person.person import Floor
from bot.screens.buttons.actions import NoSigns
from tests.coach.reminded import met
from tests.coach.talk import Someone, World

BEYOND = ["whats that mean", "wibble wobble", "flibber de gibbet"]


@pytest.fixture
def marisol(world: World) -> Someone:
    return world.someone(61, "Marisol")


@pytest.fixture
def bo(world: World) -> Someone:
    bo = world.someone(8, "Bo")
    met(bo)
    return bo


@pytest.mark.parametrize("said", BEYOND)
def test_a_reminder_that_waits_to_be_kept_can_still_be_kept(bo: Someone, said: str) -> None:
    bo.says("remind me 8.30pm")
    for _ in range(3):
        bo.says(said)
        assert bo.sees.text.count("20:30, every day") == 1
    bo.says("yes")
    assert [each.at.hour for each in bo.world.store.reminders.of(8)] == [20]


@pytest.mark.parametrize("said", BEYOND)
def test_which_time_is_meant_stays_asked(bo: Someone, said: str) -> None:
    bo.says("remind me at 8")
    for _ in range(3):
        bo.says(said)
        assert bo.sees.text.count("Which do you mean?") == 1
    bo.says("the evening one")
    assert "20:00" in bo.sees.text


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("the second one", 20),
        ("the later please", 20),
        ("first", 8),
        ("la segunda", 20),
        ("die erste bitte", 8),
    ],
)
def test_the_time_is_named_by_where_it_stands(bo: Someone, said: str, at: int) -> None:
    for each in ("remind me at 8", said, "keep"):
        bo.says(each)
    assert [reminder.at.hour for reminder in bo.world.store.reminders.of(8)] == [at]


@pytest.mark.parametrize("said", BEYOND)
def test_the_signs_stay_until_they_are_answered(marisol: Someone, said: str) -> None:
    marisol.says("/start")
    marisol.says("start")
    for _ in range(3):
        marisol.says(said)
        assert marisol.offers(NoSigns), marisol.sees.text
        assert "tearing pain" in marisol.sees.text


def test_an_unsure_guess_takes_nobody_away_from_the_signs(marisol: Someone) -> None:
    marisol.says("/start")
    marisol.says("start")
    marisol.says("nah none of that applies just knackered")
    assert marisol.offers(NoSigns)


def test_start_begins_what_the_card_in_view_begins(bo: Someone) -> None:
    bo.says("6 min seated")
    bo.says("start it")
    assert bo.gets_ready("Seated cat-cow")


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("remind me 20 min after my 5pm shift ends", ["17:20"]),
        (
            "remind me of it when the baby naps which is 1.15pm on a good day and never on a bad one",
            ["13:15"],
        ),
        ("recuérdame l m v 8:00", ["8:00"]),
    ],
)
def test_a_time_in_more_than_was_understood_is_asked_about(
    bo: Someone, said: str, offered: list[str]
) -> None:
    bo.says(said)
    assert "Is this it?" in bo.sees.text
    assert bo.labels[: len(offered)] == offered
    assert not bo.world.store.reminders.of(8)


@pytest.mark.parametrize("said", ["yeah im sure", "great stuff", "si"])
def test_nobody_believes_that_all_is_deleted_before_it_is(bo: Someone, said: str) -> None:
    bo.says("delete my data")
    bo.says(said)
    assert 'please say: "delete it"' in bo.sees.text
    assert bo.world.store.people.get(8)


def test_a_yes_before_what_the_button_says_is_the_button(bo: Someone) -> None:
    bo.says("delete my data")
    bo.world.passes(5)
    bo.says("yes delete it all please")
    assert not bo.world.store.people.get(8)


def test_a_yes_to_what_is_asked_pauses_no_session(bo: Someone) -> None:
    bo.says("remind me 8.30pm")
    bo.says("yes")
    bo.says("cat cow")
    bo.says("do it")
    bo.says("im away from thursday to monday, pause my reminders")
    assert "Pause them" in bo.labels
    bo.says("yes pause them")
    assert bo.world.store.reminders.of(8)[0].paused_until


def test_a_part_that_only_one_button_has_is_that_button(bo: Someone) -> None:
    bo.says("only seated today please")
    assert "Always seated" in bo.labels
    bo.says("always")
    assert bo.world.store.people.get(8).preferences.floor is Floor.SEATED  # type: ignore[union-attr]


@pytest.mark.parametrize("said", ["18", "over", "and im"])
def test_no_part_of_a_button_opens_a_way_past_the_signs(marisol: Someone, said: str) -> None:
    marisol.says("start")
    marisol.says("start")
    marisol.says(said)
    assert not marisol.gets_ready()
