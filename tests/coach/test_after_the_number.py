"""What people ask after they were told to call for help brings the number again, and no page to read; what they may still do stays open."""

import pytest

from bot.domain.person.person import Rest
from bot.screens.buttons.actions import NoSigns
from tests.coach.doubting import who
from tests.coach.moving import met
from tests.coach.talk import Someone, World

CALLS = "Call for help now and sit down"
ASKED_NEXT = [
    *(
        "is it serious",
        "what should I do",
        "nobody answers",
        "I have no phone",
        "which number",
        "how long will it take",
    ),
    *(
        "it's getting worse",
        "can I take aspirin",
        "the doctor said it's my heart",
        "it's only heartburn",
        "I'm fine",
    ),
    *("thanks", "cancel", "stop", "gracias", "my knee hurts a bit", "help"),
]


@pytest.fixture
def okello(world: World) -> Someone:
    okello = world.someone(64, "Okello")
    met(okello)
    okello.says("my chest hurts")
    assert CALLS in okello.sees.text
    return okello


@pytest.mark.parametrize("said", ASKED_NEXT)
def test_the_number_comes_again(okello: Someone, said: str) -> None:
    okello.says(said)
    assert CALLS in okello.sees.text, okello.sees.text
    assert "emergency number" in okello.sees.text
    assert okello.sees.fresh
    assert who(okello).rest is Rest.UNTIL_CLEAR


def test_it_comes_again_however_often_they_ask(okello: Someone) -> None:
    for said in ASKED_NEXT:
        okello.says(said)
    assert CALLS in okello.sees.text


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("home", "rest until"),
        ("settings", "Your settings"),
        ("learn", "like to read"),
        ("cat-cow", "rest until"),
        ("delete my data", "Delete"),
    ],
)
def test_what_leads_elsewhere_still_does(okello: Someone, said: str, answered: str) -> None:
    okello.says(said)
    assert answered in okello.sees.text


@pytest.mark.parametrize("said", ["false alarm", "it was a joke"])
def test_a_false_alarm_brings_the_signs(okello: Someone, said: str) -> None:
    okello.says(said)
    assert okello.offers(NoSigns)


def test_an_hour_later_questions_are_questions_again(okello: Someone) -> None:
    okello.world.passes(3700)
    okello.says("how long will it take")
    assert CALLS not in okello.sees.text
