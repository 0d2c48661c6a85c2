"""Typed words keep their answer: which answers leave a line below the words, and which line that is."""

import pytest

from bot.domain.session.session import Move
from bot.screens.buttons.actions import Drafting, LearnStep, Moves, Place
from bot.screens.view import from_json
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.meaning import data_of


def can_move(who: Someone) -> None:
    for words in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        who.says(words)


def test_an_answer_to_words_comes_below_them_and_leaves_a_line(ana: Someone) -> None:
    for words, line in (("cat cow", "Cat-cow"), ("/exercise", "What for?"), ("/help", "Help")):
        ana.says(words)
        assert (ana.sees.fresh, ana.sees.line) == (True, f"<i>{line}</i>")


def test_a_tap_changes_it_in_place_and_the_words_keep_their_line(ana: Someone) -> None:
    ana.says("cat cow")
    for meant in (LearnStep, Place.HOME):
        ana.taps(meant)
        assert (ana.sees.fresh, ana.sees.line) == (False, "<i>Cat-cow</i>")


def test_a_reminder_that_was_kept_says_so_in_its_line(ana: Someone) -> None:
    ana.says("remind me at 8:30")
    ana.taps(Drafting.KEEP)
    assert ana.sees.line == "<i>Reminders: 8:30 every day</i>"


def test_what_nobody_asked_for_in_words_leaves_none(ana: Someone) -> None:
    can_move(ana)
    ana.says("cat cow")
    ana.taps(Moves)
    assert ana.sees.line == ""
    ana.taps(Move.STOP)
    ana.taps(Place.HOME)
    assert ana.sees.line == ""
    ana.taps(Place.EXERCISES)
    assert ana.sees.line == ""


def test_a_session_that_goes_on_by_words_does_not_take_the_place_of_another_answer(ana: Someone) -> None:
    can_move(ana)
    ana.says("cat cow")
    ana.taps(Moves)
    ana.says("ready")
    card = ana.sees.card
    ana.says("how often")
    assert ana.sees.line == "<i>Little and often</i>"
    reply = ana.says("go on")
    assert reply
    assert reply.heard
    assert (ana.sees.card, ana.sees.fresh, ana.sees.line) == (card, True, "")
    ana.says("pause")
    assert ana.sees.fresh is False


@pytest.mark.parametrize("plea", ["chest pain", "i want to kill myself"])
def test_what_was_answered_to_a_plea_is_not_told_by_its_line(ana: Someone, plea: str) -> None:
    ana.says(plea)
    assert ana.sees.line == "<i>About how you feel</i>"


def test_in_words_only_what_answered_words_keeps_all_of_its_own(ana: Someone) -> None:
    for words in ("no pictures", "cat cow", "/help"):
        ana.says(words)
    assert ana.sees.stays
    ana.taps(Place.HOME)
    assert ana.sees.stays
    ana.says("show pictures")
    ana.says("/help")
    assert not ana.sees.stays


def test_an_answer_that_was_never_sent_gives_its_line_to_what_is_tapped_meanwhile(
    world: World, ana: Someone
) -> None:
    ana.says("/help")
    home = data_of(ana.sees, Place.HOME)
    shown = world.store.chats.shown(7)
    ana.says("cat cow")
    assert shown
    world.store.chats.owe(7, (world.store.chats.shown(7) or shown).view)
    world.store.chats.pay(7, None, shown)
    ana.taps_data(home)
    view = from_json((world.store.chats.shown(7) or shown).view)
    assert view
    assert (view.fresh, view.line) == (True, "<i>Cat-cow</i>")


@pytest.mark.parametrize("broken", ["broken", "{}"])
def test_where_what_is_shown_cant_be_read_a_tap_leaves_none(world: World, ana: Someone, broken: str) -> None:
    ana.says("cat cow")
    shown = world.store.chats.shown(7)
    assert shown
    world.store.db.execute("update chats set shown = ? where chat = 7", [broken])
    ana.taps_data("h")
    assert ana.sees.line == ""
