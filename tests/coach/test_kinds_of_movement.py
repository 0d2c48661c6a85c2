"""A kind of movement that somebody may not or will not do: one question, and then no such move is planned."""

import pytest

from bot.domain.library.exercise import Tag
from bot.screens.buttons.actions import DoToday, WorkAround
from tests.coach.moving import met
from tests.coach.talk import GETS_DOWN, Someone, World, starts
from tests.known import known


@pytest.fixture
def tom(world: World) -> Someone:
    """Just out of hospital, and does what his physio says."""
    tom = world.someone(71, "Tom")
    met(tom)
    return tom


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("no twisting for two weeks, my physio says", Tag.TWISTING),
        ("The physio said no twisting for two weeks", Tag.TWISTING),
        ("avoid twists", Tag.TWISTING),
        ("please leave out anything with twisting", Tag.TWISTING),
        ("I mustn't bend forwards, my doctor says", Tag.BENDING),
        ("no bending over please", Tag.BENDING),
        ("don't let me lean back", Tag.LEANING_BACK),
        ("no backbends", Tag.LEANING_BACK),
        ("no overhead moves please", Tag.SHOULDER),
        ("Please never give me the ones with the arms above the head", Tag.SHOULDER),
    ],
)
def test_it_is_asked_about_and_one_tap_keeps_it(tom: Someone, said: str, tag: Tag) -> None:
    tom.says(said)
    assert tom.sees.text.startswith("Shall I work around this")
    tom.taps(WorkAround(tag.value))
    person = tom.world.store.people.get(tom.sender.id)
    assert person
    assert person.preferences.tags == {tag}


@pytest.mark.parametrize(
    "said", ["no twisting please", "nothing with arms above the head", "no bending forward"]
)
def test_in_a_session_it_is_not_about_the_move_on_the_card(tom: Someone, said: str) -> None:
    starts(tom)
    tom.says(said)
    assert tom.sees.text.startswith("Shall I work around this")


@pytest.mark.parametrize(
    "said", ["something with a twist please", "is twisting bad for me?", "nothing hurts when I bend over"]
)
def test_words_about_such_movement_bar_nothing(tom: Someone, said: str) -> None:
    tom.says(said)
    assert "work around" not in tom.sees.text


@pytest.mark.parametrize("tag", [Tag.TWISTING, Tag.BENDING])
def test_no_such_move_is_planned(tom: Someone, tag: Tag) -> None:
    for said in GETS_DOWN:
        tom.says(said)
    tom.says({Tag.TWISTING: "no twisting", Tag.BENDING: "no bending forward"}[tag])
    tom.taps(WorkAround(tag.value))
    tom.says("15 min")
    tom.taps(DoToday(15))
    live = tom.world.store.sessions.live(tom.sender.id)
    assert live
    forms = [known().english.library.form(beat.ref) for beat in live.script]
    assert forms
    assert all(form and tag not in form.barred_for for form in forms)
