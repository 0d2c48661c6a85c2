"""What is said below whom to call: that help comes, what was meant instead, who is well again, and that it was real after all."""

from datetime import timedelta

import pytest

from bot.coach.view.in_view import TAKEN_UP_AGAIN
from bot.domain.person.person import Rest
from bot.screens.buttons.actions import NoSigns, NotMeant, WhomToCall
from tests.coach.moving import met
from tests.coach.talk import Someone
from tests.coach.test_wishing import who

CALL, TALK, ABUSE, QUESTION = "Call for help now", "findahelpline.com", "not your fault", "Just to be sure"
SIGNS = "First, your safety"
CALLED, TRY, WRONG = "Good that help is called", "Keep trying", "If I got that wrong"


def _says(person: Someone, *said: str) -> None:
    met(person)
    for each in said:
        person.says(each)


# Help is called


@pytest.mark.parametrize(
    "said",
    ["ok calling", "calling now", "they're coming", "they say wait 20 min", "dialing 112", "yes, ambulance is on the way", "hospital now",
     "krankenwagen kommt", "ya vienen", "скорая едет", "oui le samu arrive"],
)  # fmt: skip
def test_the_number_stays_below_word_that_help_comes(ana: Someone, said: str) -> None:
    _says(ana, "chest pain", said)
    assert CALL in ana.sees.text
    assert CALLED in ana.sees.text
    assert who(ana).rest is Rest.UNTIL_CLEAR


@pytest.mark.parametrize("said", ["not calling", "who is calling?", "i won't call", "should i be calling"])
def test_nobody_is_praised_for_a_call_that_was_not_made(ana: Someone, said: str) -> None:
    _says(ana, "chest pain", said)
    assert CALL in ana.sees.text
    assert CALLED not in ana.sees.text


@pytest.mark.parametrize("before", ["chest pain", "i want to die", "he hits me"])
@pytest.mark.parametrize("said", ["nobody answers there", "the line is busy", "niemand geht ran"])
def test_who_reaches_nobody_is_told_to_keep_trying(ana: Someone, before: str, said: str) -> None:
    _says(ana, before, said)
    assert TRY in ana.sees.text
    assert "112 in Europe" in ana.sees.text


def test_what_stands_below_the_number_takes_turns(ana: Someone) -> None:
    _says(ana, "chest pain", "calling now", "i live alone", "no answer", "are you sure?")
    assert ana.sees.text.count(WRONG) == 1
    assert CALLED not in ana.sees.text
    assert TRY not in ana.sees.text


@pytest.mark.parametrize(
    ("before", "said", "number"),
    [("chest pain", "which number in India", "112 · 108"), ("i want to die", "i'm in germany", "0800 111 0 111"), ("he hits me", "France", "112 · 15")],
)  # fmt: skip
def test_who_names_a_country_is_told_its_numbers_and_it_is_not_stored(
    ana: Someone, before: str, said: str, number: str
) -> None:
    _says(ana, before)
    zone = who(ana).zone
    ana.says(said)
    assert number in ana.sees.text
    assert (who(ana).zone, who(ana).zone_is_sure) == (zone, False)


# It was none


@pytest.mark.parametrize(
    "said",
    ["it's my old costochondritis", "can i take an aspirin", "because of this mask", "es muscular", "it's fine", "lol from laughing"],
)  # fmt: skip
def test_whatever_else_is_said_is_told_how_to_take_it_back(ana: Someone, said: str) -> None:
    _says(ana, "i can't breathe", said)
    assert CALL in ana.sees.text
    assert WRONG in ana.sees.text


def test_so_is_who_told_of_pills(ana: Someone) -> None:
    _says(ana, "i took too many pills", "vitamins lol")
    assert WRONG in ana.sees.text
    ana.says("false alarm")
    assert SIGNS in ana.sees.text


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("chest pain", "i meant the name of my workout"), ("chest pain", "oops wrong chat"), ("chest pain", "undo"),
        ("chest pain", "it was about my mum"), ("chest pain", "no, meinte den film"), ("my dad has chest pain", "he's ok now, it was heartburn"),
        ("my mum had a fall", "she's up again"), ("i was in an accident", "long ago"), ("chest pain", "back home, doctor says muscle strain"),
        ("chest pain", "i had that checked"), ("me duele el pecho", "era una broma"), ("chest pain", "bercanda"),
    ],
)  # fmt: skip
def test_who_says_what_it_was_is_asked_for_the_signs(ana: Someone, before: str, said: str) -> None:
    _says(ana, before, said)
    assert SIGNS in ana.sees.text


@pytest.mark.parametrize(
    ("before", "said"),
    [("he hits me", "i meant hockey"), ("mio marito mi picchia", "scherzo"), ("i want to die", "шучу"), ("i want to die", "sorry, i was talking about a film")],
)  # fmt: skip
def test_who_meant_something_else_is_believed(ana: Someone, before: str, said: str) -> None:
    _says(ana, before, said)
    assert TALK not in ana.sees.text
    assert ABUSE not in ana.sees.text
    assert ana.offers(WhomToCall)


@pytest.mark.parametrize(
    ("before", "said"),
    [("he hits me", "it was only once"), ("he hits me", "i mean it"), ("i want to die", "i meant every word"), ("i want to die", "i mean i want to kill myself"), ("i want to die", "i have a plan")],
)  # fmt: skip
def test_who_plays_it_down_or_means_it_is_not_let_go(ana: Someone, before: str, said: str) -> None:
    _says(ana, before, said)
    assert "112 in Europe" in ana.sees.text
    assert not any("gentle" in label.lower() for label in ana.labels)


@pytest.mark.parametrize("said", ["no i mean jobs", "it's a joke", "i was talking about the news"])
def test_a_question_is_answered_by_what_was_meant(ana: Someone, said: str) -> None:
    _says(ana, "mayday", said)
    assert QUESTION not in ana.sees.text
    assert CALL not in ana.sees.text


def test_and_by_that_it_was_meant(ana: Someone) -> None:
    _says(ana, "mayday", "i mean it")
    assert CALL in ana.sees.text


def test_whom_to_talk_to_is_not_offered_for_an_hour_to_who_took_it_back(ana: Someone) -> None:
    _says(ana, "i want to die", "just kidding", "/settings")
    assert ana.offers(WhomToCall)
    ana.world.now += TAKEN_UP_AGAIN + timedelta(seconds=1)
    ana.says("/settings")
    assert not ana.offers(WhomToCall)


# It was real after all


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("he hits me", "only joking", "actually he does"), ABUSE), (("he hits me", "only joking", "he really does"), ABUSE),
        (("chest pain", "just kidding", "no seriously it hurts"), CALL), (("i want to die", "just kidding", "5 min", "i wasn't kidding"), TALK),
        (("ich will sterben", "nur spaß", "nein kein spaß"), TALK), (("хочу умереть", "шучу", "нет, правда хочу"), TALK),
        (("kocam beni dövüyor", "şaka", "hayır gerçek"), ABUSE),
    ],
)  # fmt: skip
def test_a_joke_is_taken_back(ana: Someone, said: tuple[str, ...], told: str) -> None:
    _says(ana, *said)
    assert told in ana.sees.text


@pytest.mark.parametrize("said", ["well yes", "it's getting worse", "sorry it's real"])
def test_so_is_a_no(ana: Someone, said: str) -> None:
    _says(ana, "mayday")
    ana.taps(NotMeant)
    ana.says(said)
    assert CALL in ana.sees.text


def test_so_is_none_of_the_signs(ana: Someone) -> None:
    _says(ana, "chest pain", "false alarm")
    ana.world.now += timedelta(seconds=5)
    ana.taps(NoSigns)
    assert who(ana).rest is Rest.NONE
    ana.says("sorry it's real")
    assert CALL in ana.sees.text
    assert who(ana).rest is Rest.UNTIL_CLEAR
