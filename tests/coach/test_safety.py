"""Red flags and emergency words: they win over everything, in every state."""

import html
from datetime import timedelta

import pytest

from bot.domain.library.exercise import Tag
from bot.domain.session.session import Move, Phase
from bot.screens.buttons.actions import Moves, NoSigns, Place, SaidYes, TickTag
from tests.coach.talk import GETS_DOWN, SIGNS, Someone, World
from tests.meaning import DO_IT

EMERGENCY = "Call for help now and sit down"

STATES = {
    "a stranger": [],
    "greeted": ["/start"],
    "among the signs": ["/start", "two gentle minutes"],
    "getting ready": ["/start", "two gentle minutes", "none of these"],
    "in a hold": ["/start", "two gentle minutes", "none of these", "ready"],
    "paused": ["/start", "two gentle minutes", "none of these", "ready", "pause"],
    "hurting": ["/start", "two gentle minutes", "none of these", "ready", "it hurts"],
    "finished": ["/start", "two gentle minutes", "none of these", "skip", "skip", "skip"],
    "in the settings": ["/start", "/settings"],
    "about to delete": ["/delete"],
    "learning": ["/exercise cat cow", "learn it"],
    "closed": ["/settings", "warning signs", "yes, one fits", "second list"],
}


@pytest.mark.parametrize("state", STATES)
def test_emergency_words_win_in_every_state(ana: Someone, world: World, state: str) -> None:
    for words in STATES[state]:
        ana.says(words)
    ana.says("I have chest pain")
    assert EMERGENCY in ana.sees.text
    assert ana.sees.fresh
    live = world.store.sessions.live(7)
    assert live is None or live.phase is Phase.HALTED


def test_after_an_emergency_the_signs_are_asked_before_the_next_move(ana: Someone) -> None:
    for words in (*STATES["in a hold"], "i can't breathe"):
        ana.says(words)
    ana.taps(Place.HOME)
    assert "rest until this is looked after" in ana.sees.text
    ana.says("/routine morning")
    assert "rest until this is looked after" in ana.sees.text
    ana.taps(Place.SIGNS)
    assert SIGNS in ana.sees.text


def test_words_of_self_harm_get_one_kind_answer_and_no_routine(ana: Someone, world: World) -> None:
    for words in (*STATES["in a hold"], "I want to kill myself"):
        ana.says(words)
    assert "don't have to carry this alone" in ana.sees.text
    assert ana.labels == ["Home"]
    assert world.store.sessions.live(7) is None


@pytest.mark.parametrize(("answer", "words"), [("first", "get help now"), ("second", "doctor first")])
def test_a_sign_closes_the_moves_and_reading_stays_open(ana: Someone, answer: str, words: str) -> None:
    for said in ("/start", "two gentle minutes", "yes, one fits", f"{answer} list"):
        ana.says(said)
    assert words in ana.sees.text
    ana.says("/exercise cat cow")
    assert "rest until this is looked after" in ana.sees.text
    assert DO_IT not in ana.labels
    ana.says("/routine morning")
    assert "The moves are closed" in ana.sees.text
    for said in ("exercises", "cat-cow", "learn it"):
        ana.says(said)
    assert "1 of" in ana.sees.text


def test_a_closed_door_says_how_it_opens_again(ana: Someone) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "yes, one fits",
        "second list",
        "/start",
        "go through it again",
    ):
        ana.says(said)
    ana.taps(NoSigns)
    assert "Hello, Ana" in ana.sees.text


def test_a_sign_for_soon_lets_gentle_moves_through_and_is_asked_again_after_two_weeks(
    ana: Someone, world: World
) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "yes, one fits",
        "in all signs",
        "the third list",
        "gentle moves",
    ):
        ana.says(said)
    assert ana.gets_ready()
    for said in ("stop", *GETS_DOWN):
        ana.says(said)
    world.now += timedelta(days=13)
    ana.says("/routine turn and bend")
    ana.taps(Moves)
    assert ana.gets_ready()
    ana.says("stop")
    world.now += timedelta(days=1)
    ana.says("/routine turn and bend")
    ana.taps(Moves)
    assert SIGNS in ana.sees.text


@pytest.mark.parametrize(
    ("tick", "words"),
    [("surgery", "your own team decides"), ("fused spine", "the people who look after it decide")],
)
def test_what_others_treat_closes_the_moves_until_they_have_said_yes(
    ana: Someone, world: World, tick: str, words: str
) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "/settings", "work around", tick, "done"):
        ana.says(said)
    assert world.store.sessions.live(7) is None, "what was going on has ended"
    for said in ("/routine desk break, standing", "do it"):
        ana.says(said)
    assert words in ana.sees.text
    world.now += timedelta(days=400)
    ana.says("/start")
    assert words in ana.sees.text, "no calendar opens it"
    ana.taps(SaidYes)
    assert "moves that are sure to be right" in ana.sees.text
    for said in ("/routine first two minutes", "do it"):
        ana.says(said)
    assert SIGNS in ana.sees.text, "after a year away"
    ana.taps(NoSigns)
    assert ana.gets_ready("Shoulder rolls 1 of 3")


def test_who_was_let_move_after_surgery_is_told_how_few_moves_it_leaves_and_how_to_have_more(
    ana: Someone, world: World
) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        "/settings",
        "work around",
        "surgery",
    ):
        ana.says(said)
    assert "Has your team said" not in ana.sees.text, "nobody has said yes yet"
    ana.taps(Place.TAGS_DONE)
    ana.says("/start")
    ana.taps(Tag.SURGERY)
    told = '"Surgery" is ticked, I keep to the 4 moves that are sure to be right. Has your team said that more is fine?'
    assert told in html.unescape(ana.sees.text)
    ana.taps(Place.ASK_TAGS)
    assert "Then take it off here." in ana.sees.text
    ana.taps(Tag.SURGERY)
    assert "Then take it off here." not in ana.sees.text
    person = world.store.people.get(7)
    assert person
    assert not person.preferences.tags


def test_a_mistaken_tick_comes_off_and_a_new_one_asks_anew(ana: Someone) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        "/settings",
        "work around",
        "surgery",
    ):
        ana.says(said)
    ana.says("/start")
    ana.taps(Place.ASK_TAGS)
    ana.taps(TickTag(Tag.SURGERY, on=False))
    ana.says("/start")
    assert "Hello, Ana" in ana.sees.text
    for said in ("/settings", "work around", "surgery", "/start", "they said yes"):
        ana.says(said)
    assert "We start gently" in ana.sees.text
    for said in ("/settings", "work around", "✓ surgery", "surgery", "/start"):
        ana.says(said)
    assert "your own team decides" in ana.sees.text


def test_sharp_pain_ends_the_session_and_keeps_what_was_done(ana: Someone, world: World) -> None:
    for said in STATES["in a hold"]:
        ana.says(said)
    world.now += timedelta(seconds=9)
    ana.taps(Move.HURTS)
    ana.taps(Move.SHARP)
    assert "Stopping was right" in ana.sees.text
    session = world.store.sessions.get(1, 7)
    assert session
    assert session.seconds_done == 9
