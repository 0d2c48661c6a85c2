"""Somebody is called away, is tired, or has sore legs: no danger is heard in that; and people who call off an alarm are believed."""

import pytest

from bot.domain.typed.danger.heard import IN_DANGER, Tier
from bot.screens.buttons.actions import Go, NoSigns, Place, RemoveTalk, WhomToCall
from tests.coach.reminded import met
from tests.coach.talk import Someone, starts
from tests.known import known

CALLED = [
    *("he needs me", "He's calling me", "someone's at the door", "my husband is calling me"),
    *(
        "mi marido me llama",
        "mein Mann ruft mich",
        "mon mari m'appelle",
        "муж меня зовёт",
        "kocam beni çağırıyor",
    ),
]
CALM = [
    *("I've tired myself out", "I've oiled myself", "mi marido me da masajes", "mein Sohn weckt mich"),
    *("quiero terminar", "je veux finir", "j'ai pas envie", "ich habe keine Lust"),
]
GRAVE = [
    ("i want to end it", Tier.SELF_HARM),
    ("he calls me a whore and hits me", Tier.ABUSE),
    ("mi marido me pega", Tier.ABUSE),
    ("mein Mann schlägt mich", Tier.ABUSE),
    ("quiero terminar con mi vida", Tier.SELF_HARM),
]


@pytest.mark.parametrize("said", CALLED)
def test_who_is_called_away_has_a_pause(ana: Someone, said: str) -> None:
    met(ana)
    starts(ana)
    ana.says("ready")
    ana.says(said)
    assert "Paused" in ana.sees.text


@pytest.mark.parametrize("said", [*CALLED, *CALM])
def test_no_danger_is_heard_in_it(said: str) -> None:
    heard = known().danger.hears(said)
    assert heard is None or heard.tier not in IN_DANGER


@pytest.mark.parametrize(("said", "tier"), GRAVE)
def test_what_is_like_it_and_grave_is_heard_as_before(said: str, tier: Tier) -> None:
    heard = known().danger.hears(said)
    assert heard
    assert heard.tier is tier


@pytest.mark.parametrize("said", ["mir tun die Beine weh", "mir tun die Rippen weh"])
def test_sore_legs_in_german_are_a_complaint(said: str) -> None:
    heard = known().danger.hears(said)
    assert heard
    assert heard.tier is Tier.COMPLAINT


@pytest.mark.parametrize("said", ["I've soiled myself", "I soiled myself"])
def test_who_can_hold_nothing_needs_an_ambulance_and_is_not_in_despair(said: str) -> None:
    heard = known().danger.hears(said)
    assert heard
    assert heard.tier is Tier.NOW


@pytest.mark.parametrize(
    "said", ["false alarm", "That's not what I meant.", "nobody hits me", "no I'm fine, it was just the door"]
)
def test_after_violence_who_says_it_was_none_is_believed_and_can_remove_it(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("he hits me")
    ana.says(said)
    assert "Good to hear" in ana.sees.text
    assert ana.offers(RemoveTalk) or ana.offers(Go(Place.HOME))


@pytest.mark.parametrize(
    "said", ["I was joking", "no, false alarm", "era una broma", "das war nur Spaß", "fausse alerte"]
)
def test_after_despair_too_and_whom_to_talk_to_stays_a_tap_away(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("i want to kill myself")
    ana.says(said)
    assert "All right, I leave it" in ana.sees.text
    assert ana.offers(WhomToCall)


@pytest.mark.parametrize("said", ["no", "I'm fine", "no I want to die", "I'm not joking", "maybe"])
def test_less_than_that_takes_nothing_back(ana: Someone, said: str) -> None:
    met(ana)
    ana.says("i want to kill myself")
    answered = ana.sees.text
    ana.says(said)
    assert ana.sees.text.startswith(answered)


def test_after_an_ambulance_was_named_it_brings_the_signs(ana: Someone) -> None:
    met(ana)
    for said in ("my arms are dead haha", "I was joking"):
        ana.says(said)
    assert ana.offers(NoSigns)


@pytest.mark.parametrize(
    ("complaint", "said"), [("me duelen las costillas", "no sé"), ("j'ai mal aux côtes", "je ne sais pas")]
)
def test_not_sure_is_heard_in_their_language(ana: Someone, complaint: str, said: str) -> None:
    met(ana)
    ana.says(complaint)
    assert ana.offers(Place.COMPLAINT_UNSURE)
    ana.says(said)
    assert "only easy breathing and a walk" in ana.sees.text


def test_none_is_heard_in_their_language(ana: Someone) -> None:
    met(ana)
    for said in ("me duelen las costillas", "ninguno"):
        ana.says(said)
    assert ana.offers(Place.EXERCISES)
