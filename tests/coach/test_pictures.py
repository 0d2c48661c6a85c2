"""How people want to see the moves: moving, still, or in words only; it holds for them alone, and in every place."""

from collections.abc import Iterator
from datetime import time
from itertools import count

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.person.person import Pictures, Switch
from bot.domain.session.session import Move
from bot.screens.buttons.actions import (
    AllSteps,
    LearnStep,
    Moves,
    OpenForm,
    Place,
    Resume,
    SetWeek,
    ShowMistake,
)
from tests.coach.reminded import DUE, claimed, met, reminded_at
from tests.coach.talk import Someone, World, with_library
from tests.examples import drawn
from tests.meaning import Page
from tests.new_store import store_in_memory

BOOK = "exercises/side-lying-rotation/media"
ROLLS = "exercises/shoulder-rolls/media"
COLOURS = "Colours: orange marks what stretches, berry what works."


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    """Everything is drawn, as far as the coach knows."""
    store = store_in_memory()
    yield World(store, Coach(store, with_library(knowledge, drawn(knowledge.english.library))))
    store.close()


def wants(person: Someone, how: Pictures) -> None:
    person.says("/settings")
    person.taps(Place.ASK_PICTURES)
    person.taps(how)


def picture(person: Someone) -> tuple[str | None, bool]:
    return person.sees.picture, person.sees.moves


def until_the_other_side(person: Someone) -> None:
    while "Other side" not in person.sees.text:
        live = person.world.store.sessions.live(person.sender.id)
        assert live
        assert live.wake_at
        person.world.passes((live.wake_at - person.world.now).total_seconds())


def until_it_is_over(person: Someone) -> None:
    while live := person.world.store.sessions.live(person.sender.id):
        assert live.wake_at
        person.world.passes((live.wake_at - person.world.now).total_seconds())


def begins(person: Someone, move: str) -> None:
    person.says(move)
    person.taps(Moves)


def test_a_session_tells_what_the_colours_mean_and_not_again_after_a_skip(ana: Someone) -> None:
    for said in ("/start", "two gentle minutes", "none of these"):
        ana.says(said)
    assert ana.gets_ready()
    assert ana.sees.text.endswith(f"<i>{COLOURS}</i>")
    ana.says("pizza")
    ana.taps(Resume)
    assert ana.sees.text.endswith(f"<i>{COLOURS}</i>"), "the same card, drawn again"
    ana.world.passes(3)
    ana.taps(Move.SKIP)
    assert ana.gets_ready()
    assert COLOURS not in ana.sees.text
    ana.says("stop")
    ana.says("shoulder blade squeeze")
    assert COLOURS not in ana.sees.text


def test_a_card_opened_before_any_session_tells_what_the_colours_mean(ana: Someone) -> None:
    ana.says("/start")
    ana.says("walk")
    assert COLOURS not in ana.sees.text
    ana.says("shoulder blade squeeze")
    assert f"<i>{COLOURS}</i>" in ana.sees.text
    ana.says("cat cow")
    assert COLOURS not in ana.sees.text
    ana.world.passes(3)
    for said in ("/start", "two gentle minutes", "none of these"):
        ana.says(said)
    assert ana.gets_ready()
    assert COLOURS not in ana.sees.text


def test_without_pictures_there_are_no_colours_to_tell(ana: Someone) -> None:
    met(ana)
    wants(ana, Pictures.OFF)
    begins(ana, "shoulder blade squeeze")
    assert ana.gets_ready()
    assert COLOURS not in ana.sees.text


def test_the_greeting_shows_who_is_who(ana: Someone) -> None:
    ana.says("/start")
    assert picture(ana) == ("pictures/hello.jpg", False)
    ana.taps(Place.WHAT)
    assert picture(ana) == ("pictures/hello.jpg", False)


def test_an_exercise_is_shown_moving_its_steps_still_and_then_how_not(ana: Someone) -> None:
    met(ana)
    ana.says("open book")
    assert picture(ana) == (f"{BOOK}/usual.mp4", True)
    ana.taps(AllSteps("side-lying-rotation", "usual"))
    assert picture(ana) == (f"{BOOK}/usual.steps.jpg", False)
    ana.taps(OpenForm("side-lying-rotation", "usual"))
    ana.taps(LearnStep)
    stills = [ana.sees.picture]
    steps = count(1)
    while ana.offers(Page(step := next(steps))):
        ana.taps(Page(step))
        stills.append(ana.sees.picture)
    assert stills == [f"{BOOK}/{step}.jpg" for step in ("lie", "lift", "open", "rest", "close")]
    ana.taps(ShowMistake("side-lying-rotation", "usual"))
    assert picture(ana) == (f"{BOOK}/mistake.jpg", False)


def test_the_mistake_of_a_move_is_one_tap_from_its_card_and_back(ana: Someone) -> None:
    met(ana)
    ana.says("open book")
    ana.taps(ShowMistake("side-lying-rotation", "usual"))
    assert picture(ana) == (f"{BOOK}/mistake.jpg", False)
    assert "Tick: like this. Cross: Letting the knees drift apart." in ana.sees.text
    ana.taps(OpenForm("side-lying-rotation", "usual"))
    assert picture(ana) == (f"{BOOK}/usual.mp4", True)


def test_the_player_shows_the_side_that_is_on(ana: Someone) -> None:
    met(ana)
    for said in ("open book", "do it"):
        ana.says(said)
    first = ana.sees
    assert picture(ana) == (f"{BOOK}/usual.mp4", True)
    ana.taps(Move.STEPS)
    assert picture(ana) == (f"{BOOK}/usual.steps.jpg", False)
    assert ana.sees.card == first.card
    ana.taps(Move.READY)
    assert picture(ana) == (f"{BOOK}/usual.mp4", True)
    until_the_other_side(ana)
    assert picture(ana) == (f"{BOOK}/usual.right.mp4", True)
    assert ana.sees.card != first.card
    assert ana.sees.fresh


def test_routines_and_programmes_have_their_title_picture(ana: Someone) -> None:
    met(ana)
    ana.says("/routine desk break, standing")
    assert picture(ana) == ("routines/media/desk-break-standing.jpg", False)
    ana.says("/routine four weeks")
    assert picture(ana) == ("programmes/media/four-weeks.jpg", False)
    ana.taps(SetWeek)
    assert picture(ana) == ("programmes/media/four-weeks.jpg", False)


def test_still_is_still_in_every_place(ana: Someone) -> None:
    met(ana)
    wants(ana, Pictures.STILL)
    assert "The pictures stand still." in ana.sees.text
    ana.says("open book")
    assert picture(ana) == (f"{BOOK}/usual.jpg", False)
    ana.taps(Moves)
    assert picture(ana) == (f"{BOOK}/usual.jpg", False)
    ana.taps(Move.READY)
    until_the_other_side(ana)
    assert picture(ana) == (f"{BOOK}/usual.right.jpg", False)


def test_off_says_in_words_what_the_pictures_show(ana: Someone) -> None:
    met(ana)
    wants(ana, Pictures.OFF)
    alt = "A person lies on one side with the knees drawn up"
    for said in ("open book", "learn it", "back", "steps", "do it"):
        ana.says(said)
        assert picture(ana) == (None, False), said
        assert alt in ana.sees.text, said
    ana.taps(Move.STEPS)
    assert "Back at the start: on the side, arms straight ahead, palms together." in ana.sees.text
    for said in ("/start", "/routine morning", "/routine four weeks"):
        ana.says(said)
        assert picture(ana) == (None, False), said


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("Pictures off", Pictures.OFF),
        ("no pictures", Pictures.OFF),
        ("Still pictures", Pictures.STILL),
        ("moving pictures!", Pictures.MOVING),
    ],
)
def test_it_can_be_said_in_words_and_shows_which_it_is(ana: Someone, said: str, chosen: Pictures) -> None:
    met(ana)
    wants(ana, Pictures.STILL if chosen is Pictures.MOVING else Pictures.MOVING)
    ana.says("/help")
    ana.says(said)
    person = ana.world.store.people.get(ana.sender.id)
    assert person
    assert person.preferences.pictures is chosen
    assert [label for row in ana.sees.keys for label, _, style in row if style] == [
        {"off": "No pictures, words instead"}.get(chosen.value, f"{chosen.value.title()} pictures")
    ]


def test_in_the_midst_of_a_session_it_holds_from_the_next_card_on(ana: Someone) -> None:
    met(ana)
    for said in ("open book", "do it", "ready"):
        ana.says(said)
    ana.says("pictures off")
    ana.taps(Resume)
    assert picture(ana) == (None, False)


@pytest.mark.parametrize(
    "said",
    [
        "VoiceOver",
        "I use TalkBack",
        "I'm blind.",
        "screen reader",
        "I can't see the pictures",
        "slow internet",
    ],
)
def test_who_does_not_see_the_screen_is_offered_words(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "say in words what each one shows" in ana.sees.text
    ana.taps(Pictures.OFF)
    ana.says("open book")
    assert picture(ana) == (None, False)
    ana.says(said)
    assert "No pictures: I say in words what they would show." in ana.sees.text


def test_who_would_rather_leave_it_leaves_it(ana: Someone) -> None:
    met(ana)
    ana.says("blind")
    ana.taps(Place.HOME)
    ana.says("open book")
    assert picture(ana) == (f"{BOOK}/usual.mp4", True)


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        (Pictures.MOVING, f"{ROLLS}/usual.mp4"),
        (Pictures.STILL, f"{ROLLS}/usual.jpg"),
        (Pictures.OFF, None),
    ],
)
def test_reminders_keep_to_it(ana: Someone, how: Pictures, shown: str | None) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    wants(ana, how)
    assert claimed(ana.world, DUE) == 1
    assert ana.sees.picture == shown
    assert ana.sees.moves is (how is Pictures.MOVING)


@pytest.mark.parametrize("how", [Pictures.MOVING, Pictures.STILL])
def test_discreet_shows_none_whatever_else_is_wanted(ana: Someone, how: Pictures) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    wants(ana, how)
    ana.says("/settings")
    ana.taps(Switch.IS_DISCREET)
    assert claimed(ana.world, DUE) == 1
    assert picture(ana) == (None, False)


def test_everybody_has_it_their_way(ana: Someone, bo: Someone, mallory: Someone) -> None:
    for person in (ana, bo, mallory):
        met(person)
    wants(ana, Pictures.OFF)
    wants(bo, Pictures.STILL)
    for forged in ("kp.on", "kp.off.7", "kp.", "kp"):
        mallory.taps_data(forged)
    for person in (ana, bo, mallory):
        person.says("open book")
    assert [picture(person)[0] for person in (ana, bo, mallory)] == [
        None,
        f"{BOOK}/usual.jpg",
        f"{BOOK}/usual.mp4",
    ]


def test_an_old_button_to_a_mistake_that_has_gone_leads_on(mallory: Someone) -> None:
    met(mallory)
    mallory.taps_data("em.plank.usual")
    assert mallory.sees.text.startswith("That one is no longer here.")
