"""For an hour after somebody spoke of despair, whom to call stays in view or a tap away, and nothing is in colour."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.coach.coach import Coach
from bot.domain.person.person import Rest
from bot.screens.buttons.actions import DoRoutine, Go, NoSigns, NotMeant, Place, RemoveTalk, WhomToCall
from bot.screens.buttons.wire import encode
from tests.coach.doubting import ALARMS, AMBULANCE, DOUBTED, OVERDOSE, doubting
from tests.coach.doubting import live as live_of
from tests.coach.moving import met
from tests.coach.talk import Someone, World
from tests.known import known
from tests.new_store import store_in_memory

SELF_HARM = "i want to kill myself"
NUMBER = "Call your local emergency number"
IF_HURT = "say so when you call"
TALK = "findahelpline.com"


@pytest.fixture
def world() -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, doubting(known(), *DOUBTED.values())))
    store.close()


def _styles(ana: Someone) -> set[str]:
    return {style for row in ana.sees.keys for _, _, style in row}


@pytest.mark.parametrize(
    "said",
    ["i am bleeding", "everything hurts", "i have a fever", "my low back hurts", "sharp pain in my arm"],
)
@pytest.mark.parametrize("before", [SELF_HARM, OVERDOSE])
def test_below_the_answer_a_complaint_leaves_the_number_in_view(ana: Someone, before: str, said: str) -> None:
    met(ana)
    ana.says(before)
    answered = ana.sees.text
    ana.says(said)
    assert ana.sees.text.startswith(answered)
    assert NUMBER in ana.sees.text
    assert IF_HURT in ana.sees.text


@pytest.mark.parametrize("said", ["stiff between the blades", "sore knees", "i was operated"])
def test_other_words_leave_it_too_and_are_not_taken_for_being_hurt(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(SELF_HARM)
    ana.says(said)
    assert ALARMS[next(tier for tier in ALARMS if tier.value == "self-harm")] in ana.sees.text
    assert IF_HURT not in ana.sees.text


@pytest.mark.parametrize("place", [Place.HOME, Place.MORE, Place.EXERCISES, Place.DELETE, Place.SETTINGS])
@pytest.mark.parametrize("before", [SELF_HARM, OVERDOSE])
def test_wherever_they_go_whom_to_talk_to_is_a_tap_away_and_nothing_is_in_colour(
    ana: Someone, before: str, place: Place
) -> None:
    ana.says("/start")
    ana.says(before)
    answered = ana.sees.text
    ana.taps(Place.HOME)
    ana.taps_data(encode(Go(place)))
    assert _styles(ana) == {""}
    ana.taps(WhomToCall)
    assert ana.sees.text == answered


def test_two_gentle_minutes_are_in_colour_again_after_an_hour(ana: Someone) -> None:
    ana.says("/start")
    ana.says(SELF_HARM)
    ana.taps(Place.HOME)
    assert _styles(ana) == {""}
    ana.world.now += timedelta(hours=1)
    ana.says("/start")
    assert _styles(ana) == {"", "primary"}
    assert not ana.offers(WhomToCall)


def test_a_complaint_at_home_brings_it_back(ana: Someone) -> None:
    met(ana)
    ana.says(SELF_HARM)
    ana.taps(Place.HOME)
    ana.world.now += timedelta(minutes=30)
    ana.says("i am bleeding")
    assert TALK in ana.sees.text
    assert NUMBER in ana.sees.text
    assert IF_HURT in ana.sees.text
    ana.world.now += timedelta(minutes=20)
    ana.says("qwertz")
    assert NUMBER in ana.sees.text
    ana.world.now += timedelta(minutes=10)
    ana.says("i am bleeding")
    assert NUMBER not in ana.sees.text, "an hour after it was told, not after it was shown again"


def test_it_comes_in_the_language_that_it_was_heard_in(ana: Someone) -> None:
    met(ana)
    ana.says("ich will mich umbringen")
    answered = ana.sees.text
    ana.taps(Place.HOME)
    ana.taps(WhomToCall)
    assert ana.sees.text == answered


def test_beside_violence_it_stays_secret(ana: Someone) -> None:
    met(ana)
    ana.says("my partner beats me and i am scared")
    ana.says(SELF_HARM)
    answered = ana.sees.text
    ana.taps(Place.HOME)
    ana.taps(WhomToCall)
    assert ana.sees.text == answered
    assert not ana.sees.rings
    assert not ana.sees.line
    assert not ana.sees.stays


def test_a_question_on_the_way_does_not_lose_it(ana: Someone) -> None:
    met(ana)
    ana.says(SELF_HARM)
    ana.taps(Place.HOME)
    ana.says(AMBULANCE)
    ana.taps(NotMeant)
    assert ana.offers(WhomToCall)


@pytest.mark.parametrize("said", [AMBULANCE, "i have crushing chest pain"])
def test_elsewhere_home_is_as_it_was(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    ana.says("/home")
    assert not ana.offers(WhomToCall)


@pytest.mark.parametrize("forged", ["dk.self-harm.xx", "dk.everyday.en", "dk..en", "dk.self-harm_.en"])
def test_forged_buttons_do_no_harm(ana: Someone, forged: str) -> None:
    met(ana)
    ana.taps_data(forged)
    assert ana.labels
    assert not ana.offers(RemoveTalk)


@pytest.mark.parametrize("said", ["start", "can we do a short one", "two gentle minutes please"])
@pytest.mark.parametrize("goes", [None, "settings"])
def test_whoever_asks_for_moves_sees_whom_to_talk_to_first_and_may_move_a_little(
    ana: Someone, goes: str | None, said: str
) -> None:
    met(ana)
    ana.says(SELF_HARM)
    if goes:
        ana.says(goes)
    ana.says(said)
    assert live_of(ana) is None
    assert TALK in ana.sees.text
    ana.taps(DoRoutine)
    assert live_of(ana) is not None


def test_after_an_overdose_no_moves_are_offered(ana: Someone) -> None:
    met(ana)
    ana.says(OVERDOSE)
    ana.says("start")
    assert not ana.offers(DoRoutine)


@pytest.mark.parametrize("goes", [Place.HOME, "settings", "/start", "is this private"])
@pytest.mark.parametrize("asks", ["start", "two gentle minutes", "exercises"])
def test_within_the_hour_whoever_asks_for_moves_after_an_overdose_is_told_whom_to_call_again(
    ana: Someone, goes: Place | str, asks: str
) -> None:
    met(ana)
    ana.says(OVERDOSE)
    ana.taps(goes) if isinstance(goes, Place) else ana.says(goes)
    ana.says(asks)
    assert NUMBER in ana.sees.text
    assert not ana.offers(DoRoutine)


def test_an_overdose_that_was_none_is_over_once_the_signs_are_answered(ana: Someone) -> None:
    met(ana)
    for said in (OVERDOSE, "false alarm"):
        ana.says(said)
    ana.taps(NoSigns)
    ana.says("start")
    assert ana.gets_ready()


@pytest.mark.parametrize("before", [SELF_HARM, "he hits me"])
def test_nobody_is_held_below_whom_to_talk_to(ana: Someone, before: str) -> None:
    met(ana)
    for said in (before, "the tea was nice"):
        ana.says(said)
    assert "just write again" in ana.sees.text
    ana.says("how often should i do it")
    assert "Little and often" in ana.sees.text
    assert ana.offers(WhomToCall)


def test_who_asks_for_moves_once_more_gets_them(ana: Someone) -> None:
    met(ana)
    for said in (SELF_HARM, "cat cow", "cat cow"):
        ana.says(said)
    assert "Cat-cow" in ana.sees.text
    assert ana.offers(WhomToCall)


def test_danger_brings_it_back_however_often_it_was_shown(ana: Someone) -> None:
    met(ana)
    for said in (SELF_HARM, "the tea was nice", "the tea was nice", SELF_HARM):
        ana.says(said)
    assert TALK in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "I am sorry, there has been a misunderstanding, I am perfectly safe; I only meant that I can't get down",
        "you misunderstood me. i would never kill myself over a back",
        "das ist ein Missverständnis",
    ],
)
def test_who_says_that_it_was_misunderstood_is_believed_whatever_they_explain(
    ana: Someone, said: str
) -> None:
    met(ana)
    for each in ("i want to be gone for good", said):
        ana.says(each)
    assert "I leave it" in ana.sees.text or "Good to hear" in ana.sees.text


@pytest.mark.parametrize("cry", ["i want to die", "my husband beats me and i am scared of him"])
def test_what_is_taken_back_lets_reminders_come_again(ana: Someone, world: World, cry: str) -> None:
    met(ana)
    for each in ("remind me every day at 9:00", "keep", cry):
        ana.says(each)
    assert rest(world) is Rest.UNTIL_ASKED
    ana.says("no im fine")
    assert rest(world) is Rest.NONE
    assert "Reminders come as before." in ana.sees.text


def test_what_must_be_looked_after_rests_on(ana: Someone, world: World) -> None:
    met(ana)
    for each in ("remind me every day at 9:00", "keep", "my chest hurts and my arm is numb", "no im fine"):
        ana.says(each)
    assert rest(world) is Rest.UNTIL_CLEAR


def rest(world: World) -> Rest:
    known = world.store.people.get(7)
    assert known
    return known.preferences.rest
