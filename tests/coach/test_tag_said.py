"""What to work around, typed alone and unasked: it is offered, and is no alarm, no article and no move."""

import pytest

from tests.coach.moving import met
from tests.coach.talk import Someone
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
