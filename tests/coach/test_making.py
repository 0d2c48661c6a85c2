"""Routines of one's own: made, named, copied and deleted, by taps alone and by typing alone."""

from dataclasses import replace
from html import unescape
from itertools import count

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.coach.news import What
from bot.domain.library.exercise import FormRef, Purpose
from bot.domain.own.own_routine import MOST_ROUTINES, OwnLine
from bot.domain.session.session import Move
from bot.domain.typed.awaited import WAITS
from bot.screens.buttons.actions import (
    AddLine,
    AddTo,
    DoseLine,
    EditOwn,
    MoveLine,
    Moves,
    NameOwn,
    OpenLine,
    Place,
    RemoveLine,
)
from tests.coach.own import made_of, own, past_the_signs, slugs
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.meaning import Page

CAT = FormRef("cat-cow", "flow")
MARKS = {0x2068: None, 0x2069: None}


@pytest.fixture
def ana(ana: Someone) -> Someone:
    return past_the_signs(ana)


def test_the_whole_way_by_taps_alone(ana: Someone, world: World) -> None:
    ana.says("/routine")
    ana.taps(Place.OWN_ROUTINES)
    assert "Nothing here yet" in ana.sees.text
    ana.taps(Place.NEW_OWN)
    assert ana.sees.text.startswith("<b>My routine</b>\nNothing in it yet.")
    for purpose, slug, title in (
        (Purpose.WARM, "shoulder-rolls", "Shoulder rolls"),
        (Purpose.TURN, "side-lying-rotation", "Side-lying rotation"),
        (Purpose.CHEST, "doorway-stretch", "Doorway chest stretch"),
    ):
        ana.taps(AddTo)
        ana.taps(purpose)
        pages = count(1)
        while not ana.offers(AddLine(1, slug, "usual")):
            ana.taps(Page(next(pages)))
        reply = ana.taps(AddLine(1, slug, "usual"))
        assert reply
        assert reply.toast == f"Added: {title}"
    assert "1. Shoulder rolls · 30 s each way" in ana.sees.text
    assert "3. Doorway chest stretch · 2 × 15 s" in ana.sees.text
    ana.taps(OpenLine(1, 3))
    ana.taps(MoveLine)
    assert ana.sees.text.startswith("<b>Doorway chest stretch · 2 of 3</b>")
    for hold, repetitions in ((0, 3), (20, 3), (25, 3), (20, 3)):
        ana.taps(DoseLine(1, 3, hold, repetitions))
    assert "3 × 20 s" in ana.sees.text
    ana.taps(EditOwn)
    ana.taps(OpenLine(1, 1))
    ana.taps(RemoveLine)
    assert slugs(own(ana)[0]) == ["doorway-stretch", "side-lying-rotation"]
    ana.taps(Moves)
    assert ana.gets_ready("Doorway chest stretch 1 of 2")
    session = world.store.sessions.live(7)
    assert session
    assert session.routine == f"own.{own(ana)[0].id}"
    ana.taps(Move.READY)
    world.passes(20)
    ana.says("stop")
    assert ana.sees.leaves == "<i>Stopped: My routine</i>"


def test_the_whole_way_by_typing_alone(ana: Someone) -> None:
    for said in (
        "my routines",
        "new one",
        "add a move",
        "open book",
        "add a move",
        "cat cow",
        "name",
        "Evening <3",
    ):
        ana.says(said)
    assert ana.sees.text.startswith("<b>Evening &lt;3 · about")
    for said in ("2", "up", "8 times", "back", "2", "as my level", "fewer"):
        ana.says(said)
    evening = own(ana)[0]
    assert evening.name == "Evening <3"
    assert slugs(evening) == ["cat-cow", "side-lying-rotation"]
    assert [(line.hold, line.repetitions) for line in evening.lines] == [(None, 8), (None, 4)]
    for said in ("back", "copy", "1", "remove", "name", "Night"):
        ana.says(said)
    assert [slugs(each) for each in own(ana)] == [slugs(evening), ["side-lying-rotation"]]
    for said in ("delete", "delete it"):
        ana.says(said)
    assert "Night is gone." in ana.sees.text
    ana.says("evening 3")
    assert ana.sees.text.startswith("<b>Evening &lt;3")
    ana.says("do it")
    assert ana.gets_ready("Cat-cow 1 of 2")


@pytest.mark.parametrize("said", ["/routine evening", "Evening", "  EVENING! "])
def test_a_name_opens_it(ana: Someone, said: str) -> None:
    made_of(ana, "cat cow")
    for typed in ("name", "Evening", "/start", said):
        ana.says(typed)
    assert ana.sees.text.startswith("<b>Evening · about")
    assert ana.labels == ["Do it", "Change it", "My routines", "Home"]


def test_what_stops_and_helps_cannot_be_taken_by_a_name(ana: Someone) -> None:
    """One that was given such a name earlier can still be reached through its command."""
    made = made_of(ana, "cat cow")
    ana.world.store.own.save(replace(made, name="Help"), ana.sender.id)
    for typed in ("/start", "help"):
        ana.says(typed)
    assert "I lead you through" in ana.sees.text
    ana.says("/routine help")
    assert ana.sees.text.startswith("<b>Help · about")


@pytest.mark.parametrize(
    "name",
    [
        "<b>Łukasz & ✨",
        "مينا",
        "👩🏽‍🚀" * 7,
        "&lt;3 {$name}",
        "</b></blockquote>",
        "5 minutes <i>",
        "Home sweet home",
    ],
)
def test_a_hostile_name_is_shown_as_it_is(ana: Someone, name: str) -> None:
    made = made_of(ana, "cat cow")
    ana.taps(NameOwn)
    ana.says(name)
    assert own(ana)[0].name == name
    for form in ("ow", "y.{0}", "ye.{0}", "yn.{0}", "yq.{0}"):
        ana.taps_data(form.format(made.id))
        assert name in unescape(ana.sees.text), form
    ana.taps_data(f"yd.{made.id}")
    ana.taps_data("b.walk.usual")
    assert f"Another session is still open: {name}." in unescape(ana.sees.text).translate(MARKS)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("x" * 31, "30 characters fit"),
        (" \n\u200b ", "at least one letter"),
        ("Night", "Another one of yours has that name"),
    ],
)
def test_a_name_that_cannot_be_is_asked_for_again(ana: Someone, said: str, answer: str) -> None:
    made_of(ana, "cat cow")
    for typed in ("name", "Night"):
        ana.says(typed)
    made_of(ana, "cat cow")
    ana.taps(NameOwn)
    ana.says(said)
    assert answer in ana.sees.text
    ana.says("Day\nbreak ")
    assert [each.name for each in own(ana)] == ["Night", "Day break"]


@pytest.mark.parametrize("instead", ["/help", "cancel", "back", "home"])
def test_anything_else_than_a_name_takes_the_question_back(ana: Someone, instead: str) -> None:
    made_of(ana, "cat cow")
    ana.taps(NameOwn)
    ana.says(instead)
    ana.says("Evening")
    assert own(ana)[0].name == "My routine"


def test_a_tap_a_picture_a_fault_of_ours_and_an_hour_take_the_question_back_too(
    ana: Someone, world: World
) -> None:
    made = made_of(ana, "cat cow")
    ana.taps(NameOwn)
    ana.taps_data("r")
    ana.says("Evening")
    ana.taps_data(f"yn.{made.id}")
    ana.sends_a(What.STICKER)
    ana.says("Evening")
    ana.taps_data(f"yn.{made.id}")
    world.coach.apologise(7, world.now)
    world.deliver(7)
    ana.says("Evening")
    ana.taps_data(f"yn.{made.id}")
    world.now += WAITS * 2
    ana.says("hello")
    assert own(ana)[0].name == "My routine"


def test_a_session_that_ends_by_itself_takes_the_question_back(ana: Someone, world: World) -> None:
    made = made_of(ana, "cat cow")
    ana.taps(Moves)
    ana.taps_data(f"yn.{made.id}")
    session = world.store.sessions.live(7)
    assert session
    world.store.db.execute("update sessions set began_at = '2025-01-01T00:00:00.000000+00:00'")
    world.passes(1)
    assert not world.store.sessions.live(7)
    ana.says("Evening")
    assert own(ana)[0].name == "My routine"


def test_emergency_words_win_over_every_question(ana: Someone) -> None:
    made = made_of(ana, "cat cow")
    for data in (f"yn.{made.id}", f"ya.{made.id}", f"yl.{made.id}.{made.lines[0].id}"):
        ana.taps_data(data)
        ana.says("my chest hurts")
        assert "Call for help now" in ana.sees.text
        ana.says("Evening")
    assert own(ana) == (made,)


def test_twenty_routines_are_enough(ana: Someone, world: World) -> None:
    for number in range(MOST_ROUTINES):
        world.store.own.make(7, f"No. {number}", (OwnLine(0, CAT),), world.now)
    first = own(ana)[0]
    for data in ("on", f"yc.{first.id}"):
        ana.taps_data(data)
        assert "I can keep 20 at most" in ana.sees.text
    assert len(own(ana)) == MOST_ROUTINES
    ana.taps_data(f"yz.{first.id}")
    ana.taps(Place.NEW_OWN)
    assert own(ana)[-1].name == "My routine"


def test_new_ones_are_told_apart_by_a_number(ana: Someone) -> None:
    for _ in range(3):
        made_of(ana, "cat cow")
    assert [each.name for each in own(ana)] == ["My routine", "My routine 2", "My routine 3"]


def test_a_copy_of_a_copy_and_of_a_long_name_has_a_name_too(ana: Someone) -> None:
    made_of(ana, "cat cow")
    for said in ("name", "A" * 30, "copy"):
        ana.says(said)
    assert own(ana)[1].name == f"Copy of {'A' * 21}…"
    for said in ("1", "more", "back", "back", "back", f"{'A' * 30}", "change it", "copy"):
        ana.says(said)
    assert own(ana)[2].name == f"Copy of {'A' * 19}… 2"
    assert all(len(each.name) <= 30 for each in own(ana))


def test_double_taps_do_once_what_one_does(ana: Someone) -> None:
    def twice(data: str) -> None:
        ana.taps_data(data)
        before = ana.sees
        ana.taps_data(data)
        assert replace(ana.sees, text="") == replace(before, text="")

    twice("on")
    made = own(ana)[0]
    twice(f"yp.{made.id}.cat-cow.flow")
    twice(f"yp.{made.id}.self-hug.usual")
    twice(f"yp.{made.id}.walk.usual")
    one, two, three = (line.id for line in own(ana)[0].lines)
    twice(f"ym.{made.id}.{three}.0")
    twice(f"yo.{made.id}.{two}.25.1")
    twice(f"yr.{made.id}.{one}")
    twice(f"yc.{made.id}")
    assert [[(line.id, line.hold) for line in each.lines] for each in own(ana)[:1]] == [
        [(three, None), (two, 25)]
    ]
    assert len(own(ana)) == 2
    ana.taps_data(f"yz.{made.id}")
    ana.taps_data(f"yz.{made.id}")
    assert [each.name for each in own(ana)] == ["Copy of My routine"]


def test_a_restart_in_between_loses_nothing(ana: Someone, world: World, knowledge: Knowledge) -> None:
    steps = (
        "my routines",
        "new one",
        "add a move",
        "cat cow",
        "1",
        "8 times",
        "back",
        "name",
        "Evening",
        "do it",
    )
    for said in steps:
        world.coach = Coach(world.store, knowledge)
        ana.says(said)
    assert own(ana)[0].name == "Evening"
    assert own(ana)[0].lines[0].repetitions == 8
    assert world.store.sessions.live(7)


def test_mallory_gets_nothing_of_anas(ana: Someone, mallory: Someone, world: World) -> None:
    made = made_of(ana, "doorway", "cat cow")
    for said in ("name", "Anas secret"):
        ana.says(said)
    made = own(ana)[0]
    line = made.lines[0].id
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        mallory.says(said)
    for data in (
        "y.{0}", "ye.{0}", "yn.{0}", "yc.{0}", "yq.{0}", "yz.{0}", "yd.{0}", "ya.{0}", "yf.{0}.turn.0", "yp.{0}.walk.usual",
        "yl.{0}.{1}", "ym.{0}.{1}.1", "yo.{0}.{1}.20.1", "yr.{0}.{1}",
    ):  # fmt: skip
        mallory.taps_data(data.format(made.id, line))
        assert "secret" not in mallory.sees.text
        mallory.says("Anas secret")
        assert "<b>Anas secret" not in mallory.sees.text
    mine = made_of(mallory, "walk")
    mallory.taps_data(f"yl.{mine.id}.{line}")
    mallory.taps_data(f"yo.{mine.id}.{line}.20.1")
    assert own(ana) == (made,)
    assert own(mallory) == (mine,)
    assert world.store.sessions.live(9) is None


def test_who_erases_everything_erases_these_too(ana: Someone, bo: Someone) -> None:
    made_of(ana, "cat cow")
    kept = made_of(bo, "walk")
    for said in ("/delete", "delete it all"):
        ana.says(said)
    tables = ("own_routines", "own_lines", "awaited")
    counts = [ana.world.store.db.execute(f"select count(*) from {table}").fetchone()[0] for table in tables]
    assert counts == [1, 1, 1], "Bo's, and the question he has in view"
    assert own(bo) == (kept,)
