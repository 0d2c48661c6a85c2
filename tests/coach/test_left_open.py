"""A limit that somebody told counts where they go on to moves without an answer."""

import pytest

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Floor, Preferences
from bot.screens.buttons.actions import WorkAround
from tests.coach.moving import met
from tests.coach.talk import Someone, starts

FITS = "I go by what you told me"


@pytest.fixture
def dee(ana: Someone) -> Someone:
    met(ana)
    return ana


def who(someone: Someone) -> Preferences:
    found = someone.world.store.people.get(someone.sender.id)
    assert found
    return found.preferences


@pytest.mark.parametrize(
    "goes_on", ["5 min", "5 min wala do", "today's session", "start", "neck turns", "something for my neck"]
)
@pytest.mark.parametrize(
    ("told", "tag"),
    [("im pregnant", Tag.PREGNANT), ("i have osteoporosis", Tag.THIN_BONES), ("i cant kneel", Tag.KNEES)],
)
def test_what_was_told_counts_before_any_move_is_shown(
    dee: Someone, told: str, tag: Tag, goes_on: str
) -> None:
    dee.says(told)
    dee.says(goes_on)
    assert tag in who(dee).tags
    assert FITS in dee.sees.text


def test_things_and_the_floor_count_too(dee: Someone) -> None:
    for said in ("i have no wall", "5 min", "i cant get down on the floor", "5 min"):
        dee.says(said)
    has = who(dee).equipment
    assert has is not None
    assert Equipment.WALL not in has
    assert who(dee).floor is not Floor.YES


@pytest.mark.parametrize("said", ["no", "settings", "why does it hurt", "/home", "remind me at 8 am"])
def test_nothing_else_is_taken_for_a_yes(dee: Someone, said: str) -> None:
    dee.says("im pregnant")
    dee.says(said)
    assert Tag.PREGNANT not in who(dee).tags
    assert FITS not in dee.sees.text


def test_a_session_does_not_go_on_as_it_was(dee: Someone) -> None:
    starts(dee)
    for said in ("my knees are bad", "go on"):
        dee.says(said)
    assert Tag.KNEES in who(dee).tags


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("can i do cat cow with a slipped disc", Tag.DISC),
        ("cat cow, i have glaucoma", Tag.EYES),
        ("a routine for after surgery", Tag.SURGERY),
    ],
)
def test_what_bars_moves_is_asked_about_before_any_is_shown(dee: Someone, said: str, tag: Tag) -> None:
    dee.says(said)
    assert dee.offers(WorkAround(tag.value))
    dee.says("yes")
    assert tag in who(dee).tags
