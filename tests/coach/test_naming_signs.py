"""When the bot asks about pain or its signs, a name is an answer, and never becomes a move, a list or a number of minutes."""

import pytest

from bot.domain.person.person import Rest
from bot.domain.typed.danger.heard import AskedAbout
from bot.screens.buttons.actions import MeantIt, Place
from tests.coach.doubting import who
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts
from tests.known import danger_words

CALLS = "Call for help now and sit down"
NOW = [
    *("chest", "left chest", "breastbone", "in my heart", "my jaw", "left arm", "down the left arm"),
    *("belly, I'm pregnant", "pecho", "im Herz", "coeur", "в сердце", "brazo izquierdo"),
]
ASKED = ["my head", "down there", "stomach", "calf"]
AGAIN = ["8", "9/10", "everywhere", "all of them", "when I swallow", "flibber wobble"]
NAMED = [
    *("bladder", "chest", "a fall", "pregnant and unwell", "very strong", "numb", "weak arm", "fever"),
    *("stiff sore and my arm is weak", "only when I breathe", "none but a fall last week", "9/10", "7"),
    *("the first", "all three", "both", "not all", "pecho", "fièvre", "sí", "oui", "да"),
]


@pytest.fixture
def imani(world: World) -> Someone:
    """She stops as soon as anything hurts."""
    return world.someone(63, "Imani")


def _asked_what_like(imani: Someone) -> None:
    starts(imani)
    imani.says("that hurts")


def _asked_where(imani: Someone) -> None:
    _asked_what_like(imani)
    imani.says("sharp")
    assert "Where was it?" in imani.sees.text


def _asked_about_ribs(imani: Someone) -> None:
    met(imani)
    imani.says("my ribs hurt")
    assert imani.offers(Place.COMPLAINT_UNSURE)


@pytest.mark.parametrize("said", NOW)
def test_a_sharp_pain_that_is_a_sign_brings_whom_to_call(imani: Someone, said: str) -> None:
    _asked_where(imani)
    imani.says(said)
    assert CALLS in imani.sees.text
    assert who(imani).rest is Rest.UNTIL_CLEAR


@pytest.mark.parametrize("said", ASKED)
def test_a_sharp_pain_that_may_be_one_is_asked_about(imani: Someone, said: str) -> None:
    _asked_where(imani)
    imani.says(said)
    assert imani.offers(Place.COMPLAINT_UNSURE)


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("between the shoulder blades", "breathing and walking"),
        ("knee", "load the knees"),
        ("settings", "settings"),
    ],
)
def test_other_places_are_taken_as_they_were(imani: Someone, said: str, answered: str) -> None:
    _asked_where(imani)
    imani.says(said)
    assert answered in imani.sees.text


@pytest.mark.parametrize("said", AGAIN)
def test_what_names_no_place_is_asked_again(imani: Someone, said: str) -> None:
    _asked_where(imani)
    imani.says(said)
    assert "Where was it?" in imani.sees.text


@pytest.mark.parametrize("said", [*AGAIN, "it comes in waves every five minutes", "my stitches opened"])
def test_what_tells_nothing_of_the_pain_is_asked_again(imani: Someone, said: str) -> None:
    _asked_what_like(imani)
    imani.says(said)
    assert "What is it like?" in imani.sees.text


@pytest.mark.parametrize("said", ["sharp and I'm sweating", "I can't see", "chest"])
def test_what_is_like_a_sign_brings_whom_to_call(imani: Someone, said: str) -> None:
    _asked_what_like(imani)
    imani.says(said)
    assert CALLS in imani.sees.text


def test_too_much_of_everything_is_not_just_too_much(imani: Someone) -> None:
    _asked_what_like(imani)
    imani.says("too much of everything lately")
    assert imani.offers(MeantIt)


def test_too_much_to_live_with_is_despair(imani: Someone) -> None:
    _asked_what_like(imani)
    imani.says("too much to live with")
    assert "talk to somebody now" in imani.sees.text


@pytest.mark.parametrize("said", ["too much", "it was just too much for me today", "go on"])
def test_just_too_much_goes_on(imani: Someone, said: str) -> None:
    _asked_what_like(imani)
    imani.says(said)
    assert imani.gets_ready()


@pytest.mark.parametrize("said", NAMED)
def test_naming_a_sign_of_the_card_is_a_yes(imani: Someone, said: str) -> None:
    _asked_about_ribs(imani)
    imani.says(said)
    assert imani.offers(Place.SIGNS_EMERGENCY), imani.sees.text


@pytest.mark.parametrize("said", ["no chest pain", "no fever", "not in a move", "3", "flibber wobble"])
def test_one_that_is_denied_leaves_the_others_asked(imani: Someone, said: str) -> None:
    _asked_about_ribs(imani)
    imani.says(said)
    assert imani.offers(Place.COMPLAINT_UNSURE)


@pytest.mark.parametrize("said", ["no", "stiff", "нет", "nein"])
def test_a_no_in_any_language_is_a_no(imani: Someone, said: str) -> None:
    _asked_about_ribs(imani)
    imani.says(said)
    assert "Start gently?" in imani.sees.text


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("the first", "Please get help now"),
        ("second one", "show this to a doctor"),
        ("bladder", "Which list is it on?"),
    ],
)
def test_which_list_can_be_said(imani: Someone, said: str, answered: str) -> None:
    _asked_about_ribs(imani)
    imani.says("yes")
    imani.says(said)
    assert answered in imani.sees.text


@pytest.mark.parametrize("said", ["bladder", "chest", "weight loss", "a fall", "fever"])
def test_naming_one_of_the_first_signs_is_a_yes(imani: Someone, said: str) -> None:
    imani.says("/start")
    imani.says("two gentle minutes")
    imani.says(said)
    assert imani.offers(Place.SIGNS_EMERGENCY)


@pytest.mark.parametrize("said", ["chest", "left arm", "my head"])
def test_a_name_alone_is_nothing_where_nothing_is_asked(said: str) -> None:
    assert danger_words().hears(said) is None
    assert danger_words().hears_answer(said, AskedAbout.HURTING)


@pytest.mark.parametrize(
    "said", ["9, my chest", "7 but it's my heart", "0 because I feel nothing in my legs"]
)
def test_a_number_for_pain_lets_no_danger_behind_it_go(imani: Someone, said: str) -> None:
    met(imani)
    imani.says("/pain")
    imani.says(said)
    assert CALLS in imani.sees.text


@pytest.mark.parametrize("said", ["7 but it's my heart", "eight, in my chest", "8 chest"])
def test_a_number_after_pain_is_read_for_danger_as_well(imani: Someone, said: str) -> None:
    met(imani)
    imani.says("pain")
    imani.says(said)
    assert imani.offers(MeantIt)


@pytest.mark.parametrize("said", ["/pain 9 chest", "/pain 7, left arm"])
def test_so_is_what_stands_behind_the_command(imani: Someone, said: str) -> None:
    met(imani)
    imani.says(said)
    assert CALLS in imani.sees.text


def test_eight_after_pain_is_no_length(imani: Someone) -> None:
    met(imani)
    imani.says("pain")
    imani.says("8")
    assert "10 the worst you can imagine" in imani.sees.text


def test_a_note_on_pain_that_names_a_sign_brings_whom_to_call(imani: Someone) -> None:
    met(imani)
    for said in ("/pain", "8", "add a few words", "my chest"):
        imani.says(said)
    assert CALLS in imani.sees.text


@pytest.mark.parametrize("said", ["that was too hard, my chest", "too hard, my heart"])
def test_a_sign_beside_too_hard_is_asked_about(imani: Someone, said: str) -> None:
    starts(imani)
    imani.says("stop")
    imani.says(said)
    assert imani.offers(MeantIt)


@pytest.mark.parametrize(
    "said", ["that was too hard", "the chest stretch was too hard", "I feel nothing in this stretch"]
)
def test_too_hard_alone_is_no_danger(imani: Someone, said: str) -> None:
    starts(imani)
    imani.says("stop")
    imani.says(said)
    assert not imani.offers(MeantIt)
    assert CALLS not in imani.sees.text
