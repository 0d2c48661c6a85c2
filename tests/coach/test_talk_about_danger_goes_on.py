"""What comes after a question or an answer about danger: nothing that is doubted takes its place, and a talk about violence stays secret."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.coach import Coach
from bot.coach.news import Said
from bot.domain.person.person import Pictures, Rest
from bot.domain.session.session import Phase
from bot.domain.typed.danger.heard import Tier
from bot.screens.buttons.actions import MeantIt, NotMeant, RemoveTalk, Resume
from bot.screens.buttons.wire import decode
from tests.coach.doubting import (
    ALARMS,
    AMBULANCE,
    DOUBTED,
    GOOD,
    OVERDOSE,
    SURE,
    doubting,
    is_asked,
    live,
    who,
)
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts
from tests.known import known
from tests.new_store import store_in_memory

SURE_ABUSE = "my partner beats me and i am scared"
SURE_DOCTOR = "i have cancer and new back pain at night"
EXPLAINED = "no i only said my husband hits me"


@pytest.fixture
def world() -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, doubting(known(), *DOUBTED.values(), OVERDOSE, EXPLAINED)))
    store.close()


def _sends(person: Someone, text: str, message: int, *, is_edit: bool = False) -> None:
    person.sends(Said(person.sender, text, message, is_edit=is_edit))


def _removes(person: Someone) -> tuple[int, ...]:
    actions = [decode(data) for row in person.sees.keys for _, data, _ in row]
    return next((action.ids for action in actions if isinstance(action, RemoveTalk)), ())


# Beside an answer


@pytest.mark.parametrize("tier", DOUBTED)
def test_nothing_doubted_takes_the_place_of_whom_to_call(ana: Someone, tier: Tier) -> None:
    met(ana)
    ana.says(SURE)
    answered = ana.sees
    ana.says(DOUBTED[tier])
    assert ana.sees.text == answered.text
    assert ana.sees.fresh
    assert ana.sees.stays


def test_beside_the_word_to_see_a_doctor_something_graver_is_asked_about(ana: Someone) -> None:
    met(ana)
    ana.says(SURE_DOCTOR)
    ana.says(DOUBTED[Tier.DOCTOR])
    assert ALARMS[Tier.DOCTOR] in ana.sees.text
    ana.says(AMBULANCE)
    assert is_asked(ana)


@pytest.mark.parametrize("said", ["ja", "sí", "yes", "yes, help", "please help me now", "sos"])
def test_a_yes_below_the_answer_brings_it_again(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(SURE)
    answered = ana.sees
    ana.says(said)
    assert ana.sees.text == answered.text


def test_the_answer_in_another_language_stays_in_it(ana: Someone) -> None:
    met(ana)
    ana.says("mein mann schlägt mich jeden tag")
    answered = ana.sees
    ana.says("hilfe")
    assert ana.sees.text == answered.text
    assert "nicht schuld" in answered.text


@pytest.mark.parametrize("said", ["help me", DOUBTED[Tier.SELF_HARM]])
def test_after_a_day_it_is_no_longer_talked_of(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("i want to kill myself")
    ana.world.now += timedelta(days=1, minutes=1)
    ana.says(said)
    assert ALARMS[Tier.SELF_HARM] not in ana.sees.text


def test_nor_is_a_question_of_yesterday_answered(ana: Someone) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.world.now += timedelta(days=1, minutes=1)
    ana.says("help")
    assert who(ana).rest is Rest.NONE


# Beside a question


def test_a_changed_message_puts_no_lighter_question_in_the_place_of_a_graver(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.SELF_HARM], 41)
    asked = ana.sees
    _sends(ana, DOUBTED[Tier.DOCTOR], 43, is_edit=True)
    assert ana.sees.text == asked.text
    assert who(ana).rest is Rest.NONE


def test_but_a_graver_one(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.DOCTOR], 41)
    _sends(ana, DOUBTED[Tier.SELF_HARM], 41, is_edit=True)
    assert is_asked(ana)
    ana.taps(MeantIt)
    assert ALARMS[Tier.SELF_HARM] in ana.sees.text


@pytest.mark.parametrize(
    "said",
    [
        EXPLAINED,
        "no i am only talking about the bus on my way home",
        "Yes but it was long ago and is over now",
    ],
)
def test_who_explains_is_asked_again(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ana.offers(MeantIt)
    assert who(ana).rest is Rest.NONE


def test_who_says_something_sure_is_answered(ana: Someone) -> None:
    met(ana)
    ana.says(DOUBTED[Tier.DOCTOR])
    ana.says("no, it is my heart: crushing chest pain down my left arm")
    assert ALARMS[Tier.NOW] in ana.sees.text


@pytest.mark.parametrize("said", ["dont need help", "no help needed", "im fine help", "keine hilfe nötig"])
def test_a_word_of_help_in_a_denial_is_no_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert who(ana).rest is Rest.NONE


@pytest.mark.parametrize(
    "said",
    [
        "please help me now",
        "i need help now",
        "SOS",
        "heeelp",
        "hilf mir",
        "Ayúdame!",
        "aidez-moi svp",
        "au secours",
        "помогите",
        "مساعدة",
    ],
)
def test_a_cry_in_any_language_is_a_yes(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(AMBULANCE)
    ana.says(said)
    assert ALARMS[Tier.NOW] in ana.sees.text


# A talk about violence


@pytest.mark.parametrize(
    ("said", "tier"),
    [(SURE, Tier.NOW), ("i want to kill myself", Tier.SELF_HARM), (SURE_DOCTOR, Tier.DOCTOR)],
)
@pytest.mark.parametrize("before", [SURE_ABUSE, DOUBTED[Tier.ABUSE]])
def test_whatever_it_comes_to_it_makes_no_sound_and_can_be_removed(
    ana: Someone, before: str, said: str, tier: Tier
) -> None:
    met(ana)
    _sends(ana, before, 41)
    _sends(ana, said, 43)
    assert ALARMS[tier] in ana.sees.text
    assert not ana.sees.rings
    assert not ana.sees.stays
    assert not ana.sees.line
    assert _removes(ana) == (41, 43)


def test_what_was_said_to_the_question_is_removed_too(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    assert _removes(ana) == (41,)
    _sends(ana, "ok", 43)
    assert is_asked(ana)
    assert not ana.sees.rings
    _sends(ana, "hmm", 45)
    assert is_asked(ana)
    ana.says("no")
    assert _removes(ana) == (41, 43, 45)


def test_words_that_mean_nothing_leave_the_answer_and_its_removal(ana: Someone) -> None:
    met(ana)
    _sends(ana, SURE_ABUSE, 41)
    _sends(ana, "qwertz uiop", 43)
    assert ALARMS[Tier.ABUSE] in ana.sees.text
    assert _removes(ana) == (41, 43)


def test_something_else_that_is_doubted_is_asked_in_secret(ana: Someone) -> None:
    met(ana)
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    ana.taps(NotMeant)
    _sends(ana, AMBULANCE, 43)
    assert is_asked(ana)
    assert not ana.sees.rings
    assert not ana.sees.line
    assert _removes(ana) == (41, 43)


@pytest.mark.parametrize("pictures", [Pictures.OFF, Pictures.MOVING])
def test_a_session_waits_after_a_no_until_it_is_tapped(ana: Someone, pictures: Pictures) -> None:
    starts(ana)
    ana.says("ready")
    ana.world.store.people.prefer(7, replace(who(ana), pictures=pictures))
    _sends(ana, DOUBTED[Tier.ABUSE], 41)
    ana.taps(NotMeant)
    assert ana.sees.text == GOOD
    assert not ana.sees.rings
    assert not ana.sees.stays
    assert not ana.sees.line
    assert _removes(ana) == (41,)
    after = live(ana)
    assert after
    assert after.phase is Phase.PAUSED
    ana.taps(Resume)
    after = live(ana)
    assert after
    assert after.phase is Phase.WORKING
