"""Routines of one's own: made, changed, named, copied, done and deleted, by taps alone and by typing alone."""

import re
from dataclasses import replace
from html import unescape

import pytest

from bot.coach.coach import Coach, Knowledge
from bot.coach.news import What
from bot.domain.awaited import WAITS
from bot.domain.exercise import FormRef
from bot.domain.own import MOST_LINES, MOST_ROUTINES, OwnLine, OwnRoutine
from bot.domain.script import Kind
from bot.domain.session import Phase
from tests.coach.talk import Someone, World

CAT = FormRef("cat-cow", "flow")


@pytest.fixture
def ana(ana: Someone) -> Someone:
    """Past the warning signs."""
    for said in ("/start", "two gentle minutes", "none of these", "stop"):
        ana.says(said)
    return ana


def own(someone: Someone) -> tuple[OwnRoutine, ...]:
    return someone.world.store.own.every(someone.sender.id)


def slugs(routine: OwnRoutine) -> list[str]:
    return [line.ref.exercise for line in routine.lines]


def made_of(someone: Someone, *texts: str) -> OwnRoutine:
    """A new routine of these exercises, typed; it is left in view, to be changed."""
    someone.taps_data("on")
    for text in texts:
        someone.taps("Add a move")
        someone.says(text)
    return own(someone)[-1]


def test_the_whole_way_by_taps_alone(ana: Someone, world: World) -> None:
    ana.taps_data("ow")
    assert "Nothing here yet" in ana.sees.text
    ana.taps("New one")
    assert ana.sees.text.startswith("<b>My routine</b>\nNothing in it yet.")
    for purpose, move in (
        ("Loosen up", "Shoulder rolls"),
        ("Turn", "Side-lying rotation"),
        ("Chest", "Doorway chest stretch"),
    ):
        ana.taps("Add a move")
        ana.taps(next(label for label in ana.labels if purpose.casefold() in label.casefold()))
        while move not in ana.labels:
            ana.taps("Next")
        reply = ana.taps(move)
        assert reply
        assert reply.toast == f"Added: {move}"
    assert "1. Shoulder rolls · 30 s each way" in ana.sees.text
    assert "3. Doorway chest stretch · 2 × 15 s" in ana.sees.text
    ana.taps("3 · Doorway chest stretch")
    ana.taps("Up")
    assert ana.sees.text.startswith("<b>Doorway chest stretch · 2 of 3</b>")
    for label in ("More", "Longer", "Longer", "Shorter"):
        ana.taps(label)
    assert "3 × 20 s" in ana.sees.text
    ana.taps("Back")
    ana.taps("1 · Shoulder rolls")
    ana.taps("Take it out")
    assert slugs(own(ana)[0]) == ["doorway-stretch", "side-lying-rotation"]
    ana.taps("Do it")
    assert "Get ready: Doorway chest stretch 1 of 2" in ana.sees.text
    session = world.store.sessions.live(7)
    assert session
    assert session.routine == f"own.{own(ana)[0].id}"
    ana.taps("I'm ready")
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
    assert "Get ready: Cat-cow 1 of 2" in ana.sees.text


@pytest.mark.parametrize("said", ["/routine evening", "Evening", "  EVENING! "])
def test_a_name_opens_it(ana: Someone, said: str) -> None:
    made_of(ana, "cat cow")
    for typed in ("name", "Evening", "/start", said):
        ana.says(typed)
    assert ana.sees.text.startswith("<b>Evening · about")
    assert ana.labels == ["Do it", "Change it", "My routines", "Home"]


def test_what_stops_and_helps_cannot_be_taken_by_a_name(ana: Someone) -> None:
    made_of(ana, "cat cow")
    for typed in ("name", "Help", "/start", "help"):
        ana.says(typed)
    assert own(ana)[0].name == "Help"
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
        "5 min",
        "Home sweet home",
        "/",
    ],
)
def test_a_hostile_name_is_shown_as_it_is(ana: Someone, name: str) -> None:
    made_of(ana, "cat cow")
    ana.taps("Name")
    ana.says(name)
    if name == "/":
        assert own(ana)[0].name == "My routine"
        return
    assert own(ana)[0].name == name
    for data in (
        "ow",
        f"y.{own(ana)[0].id}",
        f"yn.{own(ana)[0].id}",
        f"yq.{own(ana)[0].id}",
        f"yd.{own(ana)[0].id}",
    ):
        ana.taps_data(data)
        assert name in unescape(ana.sees.text) or "Get ready" in ana.sees.text
    ana.says("/settings")
    ana.taps_data("o.morning-five")
    ana.taps_data("b.cat-cow.flow")
    assert name in unescape(ana.sees.text), "the session that is open is told by its name"


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
    ana.taps("Name")
    ana.says(said)
    assert answer in ana.sees.text
    ana.says("Day\nbreak ")
    assert [each.name for each in own(ana)] == ["Night", "Day break"]


@pytest.mark.parametrize("instead", ["/help", "cancel", "back", "home"])
def test_anything_else_than_a_name_takes_the_question_back(ana: Someone, instead: str) -> None:
    made_of(ana, "cat cow")
    ana.taps("Name")
    ana.says(instead)
    ana.says("Evening")
    assert own(ana)[0].name == "My routine"


def test_a_tap_a_picture_and_an_hour_take_the_question_back_too(ana: Someone, world: World) -> None:
    made = made_of(ana, "cat cow")
    ana.taps("Name")
    ana.taps_data("r")
    ana.says("Evening")
    ana.taps_data(f"yn.{made.id}")
    ana.sends_a(What.STICKER)
    ana.says("Evening")
    ana.taps_data(f"yn.{made.id}")
    world.now += WAITS * 2
    ana.says("hello")
    assert own(ana)[0].name == "My routine"


def test_a_session_that_ends_by_itself_takes_the_question_back(ana: Someone, world: World) -> None:
    made = made_of(ana, "cat cow")
    ana.taps("Do it")
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
        assert "call your local emergency number" in ana.sees.text
        ana.says("Evening")
    assert own(ana) == (made,)


@pytest.mark.parametrize("said", ["cat cow", "cat-cow!", "cat cwo", "CAT CAMEL"])
def test_a_typed_name_adds_the_move_typo_and_all(ana: Someone, said: str) -> None:
    assert slugs(made_of(ana, said)) == ["cat-cow"]
    assert ana.sees.text.startswith("<b>My routine · about")


def test_what_is_no_move_gets_a_kind_word_and_the_question_stays(ana: Someone) -> None:
    made_of(ana)
    ana.says("add a move")
    ana.says("qwertz")
    assert "I know no exercise by that name" in ana.sees.text
    ana.says("cat cow")
    assert slugs(own(ana)[0]) == ["cat-cow"]
    ana.says("add a move")
    ana.says("thanks")
    assert slugs(own(ana)[0]) == ["cat-cow"]


def test_twelve_moves_are_enough(ana: Someone) -> None:
    made = made_of(ana, *(["cat cow", "shoulder rolls"] * (MOST_LINES // 2)))
    assert len(made.lines) == MOST_LINES
    ana.taps("Add a move")
    assert "12 moves are the most" in ana.sees.text
    ana.taps_data(f"yp.{made.id}.cat-cow.flow")
    assert "12 moves are the most" in ana.sees.text
    assert own(ana) == (made,)


def test_twenty_routines_are_enough(ana: Someone, world: World) -> None:
    for number in range(MOST_ROUTINES):
        world.store.own.make(7, f"No. {number}", (OwnLine(0, CAT),), world.now)
    first = own(ana)[0]
    for data in ("on", f"yc.{first.id}"):
        ana.taps_data(data)
        assert "20 is as many as I can keep" in ana.sees.text
    assert len(own(ana)) == MOST_ROUTINES
    ana.taps_data(f"yz.{first.id}")
    ana.taps("New one")
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


@pytest.mark.parametrize(
    ("said", "amount", "note"),
    [
        ("3 × 20 s", (20, 3), ""),
        ("20 s", (20, None), ""),
        ("2 times", (None, 2), ""),
        ("200 s", (60, None), "That is as far as it goes here."),
        ("2 s", (5, None), "That is as far as it goes here."),
        ("99", (None, 3), "That is as far as it goes here."),
        ("0 times", (None, 1), "That is as far as it goes here."),
        ("down", (None, None), "That is as far as it goes here."),
        ("longer", (20, None), ""),
    ],
)
def test_an_amount_is_typed(
    ana: Someone, said: str, amount: tuple[int | None, int | None], note: str
) -> None:
    made_of(ana, "doorway")
    ana.says("1")
    ana.says(said)
    line = own(ana)[0].lines[0]
    assert (line.hold, line.repetitions) == amount
    assert ana.sees.text.startswith("<b>Doorway chest stretch · 1 of 1</b>")
    assert ("as far as it goes" in ana.sees.text) == bool(note)


def test_a_flowing_move_goes_by_times(ana: Someone) -> None:
    made_of(ana, "cat cow")
    for said in ("1", "20 s"):
        ana.says(said)
    assert "goes by times" in ana.sees.text
    assert "Longer" not in ana.labels
    ana.says("9 times")
    assert "9 times · about" in ana.sees.text


def test_a_line_may_be_left_for_something_else(ana: Someone) -> None:
    made_of(ana, "cat cow")
    for said in ("1", "shoulder rolls"):
        ana.says(said)
    assert ana.sees.text.startswith("<b>Shoulder rolls</b>")
    ana.says("8 times")
    assert own(ana)[0].lines[0].repetitions is None


@pytest.mark.parametrize(
    "forged",
    [
        "yo.{0}.{1}.601.1",
        "yo.{0}.{1}.10.99",
        "yo.{0}.{1}.4.1",
        "ym.{0}.{1}.7",
        "yl.{0}.999",
        "yr.{0}.999",
        "yp.{0}.gone.usual",
        "yp.{0}.cat-cow.gone",
    ],
)
def test_what_is_forged_or_out_of_bounds_changes_nothing(ana: Someone, forged: str) -> None:
    made = made_of(ana, "doorway", "cat cow")
    ana.taps_data(forged.format(made.id, made.lines[0].id))
    assert own(ana) == (made,)
    assert ana.labels


def test_mallory_gets_nothing_of_anas(ana: Someone, mallory: Someone, world: World) -> None:
    made = made_of(ana, "doorway", "cat cow")
    for said in ("name", "Anas secret"):
        ana.says(said)
    made = own(ana)[0]
    line = made.lines[0].id
    for said in ("/start", "two gentle minutes", "none of these", "stop"):
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


def test_what_is_worked_around_is_replaced_or_left_out_and_the_card_says_so(
    ana: Someone, world: World
) -> None:
    made = made_of(ana, "cat cow", "sphinx", "walk")
    for said in ("/settings", "work around", "wrists", "leaning back", "pregnant", "done"):
        ana.says(said)
    ana.taps_data(f"y.{made.id}")
    assert "Cat-cow: On fists or forearms in place of Cat-cow, to suit you." in ana.sees.text
    told = re.findall(r"(?:in place of )?(Sphinx[^,]*?)(?: is left out)?, to suit you", ana.sees.text)
    assert len(told) == 1
    ana.taps("Do it")
    session = world.store.sessions.live(7)
    assert session
    done = list(dict.fromkeys(str(beat.ref) for beat in session.script))
    assert done[0] == "cat-cow/fists"
    assert done[-1] == "walk/usual"
    assert not any("sphinx" in ref for ref in done)


def test_what_is_set_in_better_days_is_kept_gentle_in_worse_ones(ana: Someone) -> None:
    made = made_of(ana, "cat cow")
    for said in ("1", "10 times", "/settings", "looked at", "no, and it's new"):
        ana.says(said)
    ana.taps_data(f"yl.{made.id}.{made.lines[0].id}")
    assert "5 times · about" in ana.sees.text
    assert "while we keep it gentle" in ana.sees.text
    assert "More" not in ana.labels


def test_where_all_is_left_out_there_is_a_way_on(ana: Someone, world: World) -> None:
    made = world.store.own.make(7, "Old ones", (OwnLine(0, FormRef("chair-dance", "usual")),), world.now)
    ana.taps_data(f"y.{made.id}")
    assert "All of it is left out for now" in ana.sees.text
    ana.taps_data(f"yd.{made.id}")
    assert "All of it is left out for now" in ana.sees.text
    assert not world.store.sessions.live(7)
    ana.taps("Change it")
    assert "1. chair dance · no longer here, so left out" in ana.sees.text
    assert "Do it" not in ana.labels
    ana.taps("1 · chair dance")
    assert "no longer here" in ana.sees.text
    ana.says("8 times")
    ana.taps("Take it out")
    assert own(ana)[0].lines == ()


def test_ceilings_that_came_down_hold_when_it_is_done(
    ana: Someone, world: World, knowledge: Knowledge
) -> None:
    form = knowledge.library.form(FormRef("doorway-stretch", "usual"))
    assert form
    made = world.store.own.make(7, "Too long", (OwnLine(0, form.ref, 6000, 400),), world.now)
    ana.taps_data(f"yd.{made.id}")
    session = world.store.sessions.live(7)
    assert session
    holds = [beat for beat in session.script if beat.kind is Kind.HOLD]
    assert {beat.seconds for beat in holds} == {form.longest}
    assert len(holds) == form.most * form.doses[0].stations * (len(form.sides) or 1)


def test_a_session_outlives_the_routine_it_came_from(ana: Someone, world: World) -> None:
    made = made_of(ana, "cat cow")
    for said in ("do it", "ready"):
        ana.says(said)
    ana.taps_data(f"yz.{made.id}")
    assert "My routine is gone." in ana.sees.text
    ana.taps("Back to my session")
    world.passes(55)
    session = world.store.sessions.get(2, 7)
    assert session
    assert session.phase is Phase.FINISHED
    assert ana.sees.leaves == "<i>Done: Cat-cow · 1 min</i>"


def test_the_warning_signs_come_first_then_it_begins(mallory: Someone) -> None:
    made_of(mallory, "cat cow")
    mallory.taps("Do it")
    assert "these come first" in mallory.sees.text
    mallory.taps("None of these")
    assert "Get ready: Cat-cow" in mallory.sees.text


def test_another_session_that_is_open_is_asked_about(ana: Someone) -> None:
    made_of(ana, "cat cow")
    ana.taps("Do it")
    walk = made_of(ana, "walk")
    ana.taps_data(f"yd.{walk.id}")
    assert "Another session is still open: My routine." in ana.sees.text
    ana.taps("Leave it and start this")
    assert "Get ready: Walk" in ana.sees.text
