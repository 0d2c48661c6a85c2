"""Something to work around, typed alone and unasked, is offered, and brings no alarm, no article and no move."""

import pytest

from bot.screens.buttons.actions import DoRoutine
from tests.coach.moving import met
from tests.coach.talk import SIGNS, Someone
from tests.meaning import DO_IT


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("thin bones", "Thin bones"),
        ("I have thin bones", "Thin bones"),
        ("heart", "Heart/pressure"),
        ("eyes", "Eyes, glaucoma"),
        ("disc or nerve", "Disc or nerve"),
        ("leaning back", "Leaning back"),
    ],
)
def test_it_is_offered_to_work_around_it(ana: Someone, said: str, label: str) -> None:
    met(ana)
    ana.says(said)
    assert f"Shall I work around this: {label}?" in ana.sees.text


@pytest.mark.parametrize("said", ["neck", "shoulder"])
def test_of_what_moves_are_for_they_are_shown(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert DO_IT in ana.labels


@pytest.mark.parametrize(
    "said", ["heart pressure", "heart hurts, left arm heavy", "thin bones, fell yesterday"]
)
def test_danger_wins(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "work around" not in ana.sees.text
    assert "I meant a muscle" in ana.labels or "Call" in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "im not pregnant, just asking",
        "my knees are not bad",
        "I've no glaucoma",
        "i haven't got osteoporosis",
        "not pregnant lol",
    ],
)
def test_what_is_denied_is_not_offered_to_be_worked_around(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "Shall I work around" not in ana.sees.text


@pytest.mark.parametrize(
    "said", ["no kneeling please", "i can't, im pregnant", "my knees are no good", "my wrists aren't great"]
)
def test_a_no_that_asks_for_it_is_no_denial(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "Shall I work around" in ana.sees.text


def test_what_they_came_for_is_a_tap_away_once_it_is_worked_around(ana: Someone) -> None:
    ana.says("/start")
    ana.says("gentle 5 min pls. btw left wrist is bad so no leaning on hands")
    ana.says("yes")
    assert "I'll work around this: Wrists" in ana.sees.text
    ana.taps(DoRoutine("gentle"))
    assert SIGNS in ana.sees.text
    ana.says("none")
    assert ana.gets_ready()


def test_after_an_operation_nothing_is_offered(ana: Someone) -> None:
    met(ana)
    ana.says("i had surgery in may")
    ana.says("yes")
    assert not any("Gentle" in label for label in ana.labels)
