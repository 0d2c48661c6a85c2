"""People who ask for larger buttons, or fewer words, get them at once and everywhere; what is left out is a tap away."""

import pytest

from bot.domain.person.person import Switch
from bot.domain.session.session import Move
from bot.screens.buttons.actions import DoExercise, Place, Resume, SetSwitch
from bot.screens.buttons.wire import encode
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts
from tests.meaning import label_of


def wants(someone: Someone, switch: Switch) -> None:
    someone.taps_data(encode(SetSwitch(switch, on=True)))


def alone(someone: Someone) -> bool:
    return all(len(row) == 1 for row in someone.sees.keys)


def test_large_holds_from_its_own_answer_on_and_off_again_too(ana: Someone, bo: Someone) -> None:
    met(ana)
    met(bo)
    ana.says("/settings")
    ana.taps(Switch.IS_LARGE)
    assert alone(ana)
    ana.says("/exercise cat cow")
    assert alone(ana)
    bo.says("/exercise cat cow")
    assert not alone(bo), "it is a matter of hers"
    ana.says("/settings")
    ana.taps(Switch.IS_LARGE)
    assert not alone(ana)


def test_a_session_keeps_to_three_rows_and_what_has_no_button_can_be_said(ana: Someone) -> None:
    met(ana)
    wants(ana, Switch.IS_LARGE)
    starts(ana)
    assert ana.labels == [label_of(ana.sees, move) for move in (Move.READY, Move.STEPS, Move.STOP)]
    ana.says("swap")
    assert ana.gets_ready()
    ana.taps(Move.READY)
    assert ana.labels == [label_of(ana.sees, move) for move in (Move.PAUSE, Move.SKIP, Move.HURTS)]
    ana.taps(Move.HURTS)
    assert ana.labels == [
        "Just too much",
        "Sharp or new",
        "Numb, spreading",
        "Chest or breath",
        "It's fine, go on",
    ]


@pytest.mark.parametrize("switch", [Switch.IS_LARGE, Switch.IS_SHORT])
def test_what_was_left_out_is_a_tap_away_with_the_same_ways_on(ana: Someone, switch: Switch) -> None:
    met(ana)
    ana.says("/exercise cat cow")
    picture, text = ana.sees.picture, ana.sees.text
    wants(ana, switch)
    ana.says("/exercise cat cow")
    assert "Breathing" not in ana.sees.text
    if switch is Switch.IS_LARGE:
        ana.taps(Place.REST_OF_BUTTONS)
    before = [label for label in ana.labels if label != "Read more"]
    ana.taps(Place.WHOLE)
    assert "Breathing" in ana.sees.text
    assert "expandable" in text
    assert "expandable" not in ana.sees.text
    assert ana.labels == before
    assert ana.sees.picture == (None if switch is Switch.IS_LARGE else picture)


def test_a_large_card_keeps_its_title_in_view_and_every_button_within_two_taps(ana: Someone) -> None:
    met(ana)
    ana.says("/exercise cat cow")
    every = set(ana.labels)
    wants(ana, Switch.IS_LARGE)
    ana.says("/exercise cat cow")
    first = ana.labels
    assert first == ["Do it", *first[1:3], "More buttons", "Home"]
    ana.taps(Place.REST_OF_BUTTONS)
    assert ana.sees.text.startswith("<b>Cat-cow</b>")
    assert alone(ana)
    assert every <= {*first, *ana.labels}
    assert ana.labels[0] == "Do it"
    ana.taps(DoExercise("cat-cow", "flow"))
    assert ana.sees.card.startswith("play.")


def test_of_a_card_from_further_up_there_are_no_more_buttons(ana: Someone) -> None:
    met(ana)
    wants(ana, Switch.IS_LARGE)
    ana.says("/exercise cat cow")
    ana.says("/settings")
    reply = ana.taps_data("vy")
    assert reply
    assert reply.toast == "That button is from an older message"


def test_it_can_be_said_and_what_was_waited_for_still_is(ana: Someone, world: World) -> None:
    met(ana)
    wants(ana, Switch.IS_SHORT)
    ana.says("/help")
    ana.says("read more")
    assert "medical device" in ana.sees.text


def test_of_a_card_from_further_up_there_is_no_more(ana: Someone) -> None:
    met(ana)
    wants(ana, Switch.IS_SHORT)
    ana.says("/help")
    ana.says("/settings")
    reply = ana.taps_data("vw")
    assert reply
    assert reply.toast == "That button is from an older message"


def test_a_session_that_waits_has_one_way_back_also_on_the_whole_card(ana: Someone) -> None:
    met(ana)
    wants(ana, Switch.IS_SHORT)
    starts(ana)
    ana.says("/help")
    ana.taps(Place.WHOLE)
    assert ana.labels.count("Back to my session") == 1
    ana.taps(Resume)
    assert ana.sees.card.startswith("play.")


@pytest.mark.parametrize(
    ("said", "on"),
    [("bigger text", True), ("larger buttons", True), ("too small", True), ("smaller buttons", False)],
)
def test_larger_can_be_said(ana: Someone, said: str, on: bool) -> None:
    met(ana)
    ana.taps_data(encode(SetSwitch(Switch.IS_LARGE, on=not on)))
    ana.says(said)
    assert alone(ana) == on
    assert ana.sees.text.startswith("<b>How it looks</b>")


@pytest.mark.parametrize("said", ["shorter texts", "less text", "too much to read"])
def test_fewer_words_can_be_said(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "Short: on" in ana.labels


def test_where_it_is_not_sure_it_is_asked_in_words_that_say_what_it_does(ana: Someone) -> None:
    met(ana)
    ana.says("too small to read")
    assert ana.labels[0] == "Larger buttons, fewer words"
    ana.taps(SetSwitch(Switch.IS_LARGE, on=True))
    assert alone(ana)


def test_short_says_the_act_and_nothing_beside_it(ana: Someone) -> None:
    met(ana)
    wants(ana, Switch.IS_SHORT)
    ana.says("/routine morning")
    assert "Stop at sharp" in ana.sees.text, "what is about safety stays"
    assert ana.sees.text.splitlines()[1] == "floor or bed · nothing needed"
    starts(ana)
    ana.taps(Move.READY)
    ana.taps(Move.PAUSE)
    assert len(ana.sees.text.splitlines()) == 1
