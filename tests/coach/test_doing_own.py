"""Doing a routine of one's own: as it was set, as it suits today, and when nothing is left of it."""

import re

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import FormRef
from bot.domain.own.own_routine import OwnLine
from bot.domain.person.person import Floor
from bot.domain.session.script import BeatKind
from bot.domain.session.session import Phase
from bot.screens.buttons.actions import (
    EditOwn,
    Instead,
    Moves,
    NoSigns,
    OpenLine,
    ProgressPart,
    RemoveLine,
    Resume,
)
from tests.coach.own import made_of, own, past_the_signs, slugs
from tests.coach.talk import SIGNS, Someone, World
from tests.meaning import DO_IT


@pytest.fixture
def ana(ana: Someone) -> Someone:
    return past_the_signs(ana)


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
    ana.taps(Moves)
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
    ana.taps(EditOwn)
    assert "1. chair dance · no longer here, so left out" in ana.sees.text
    assert DO_IT not in ana.labels
    ana.taps(OpenLine)
    assert "no longer here" in ana.sees.text
    ana.says("8 times")
    ana.taps(RemoveLine)
    assert own(ana)[0].lines == ()


def test_ceilings_that_came_down_hold_when_it_is_done(
    ana: Someone, world: World, knowledge: Knowledge
) -> None:
    form = knowledge.english.library.form(FormRef("doorway-stretch", "usual"))
    assert form
    made = world.store.own.make(7, "Too long", (OwnLine(0, form.ref, 6000, 400),), world.now)
    ana.taps_data(f"yd.{made.id}")
    session = world.store.sessions.live(7)
    assert session
    holds = [beat for beat in session.script if beat.kind is BeatKind.HOLD]
    assert {beat.seconds for beat in holds} == {form.longest}
    assert len(holds) == form.most * form.doses[0].stations * (len(form.sides) or 1)


def test_a_session_outlives_the_routine_it_came_from(ana: Someone, world: World) -> None:
    made = made_of(ana, "cat cow")
    for said in ("do it", "ready"):
        ana.says(said)
    ana.taps_data(f"yz.{made.id}")
    assert "My routine is gone." in ana.sees.text
    ana.taps(Resume)
    world.passes(55)
    session = world.store.sessions.get(2, 7)
    assert session
    assert session.phase is Phase.FINISHED
    assert ana.sees.leaves == "<i>Done: Cat-cow · 1\u00a0min</i>"


def test_the_warning_signs_come_first_then_it_begins(mallory: Someone) -> None:
    made_of(mallory, "cat cow")
    mallory.taps(Moves)
    assert SIGNS in mallory.sees.text
    mallory.taps(NoSigns)
    assert "down to the floor" in mallory.sees.text
    mallory.taps(Floor.YES)
    assert mallory.gets_ready("Cat-cow")


def test_another_session_that_is_open_is_asked_about(ana: Someone) -> None:
    made_of(ana, "cat cow")
    ana.taps(Moves)
    walk = made_of(ana, "walk")
    ana.taps_data(f"yd.{walk.id}")
    assert "Another session is still open: My routine." in ana.sees.text
    ana.taps(Instead)
    assert ana.gets_ready("Walk")


def test_who_has_a_session_waiting_keeps_it_while_changing_a_routine(ana: Someone, world: World) -> None:
    made_of(ana, "cat cow")
    ana.says("do it")
    ana.taps_data(f"ye.{own(ana)[0].id}")
    for said in ("name", "Evening", "1", "9 times", "back", "add a move", "walk"):
        ana.says(said)
    assert slugs(own(ana)[0]) == ["cat-cow", "walk"]
    assert (own(ana)[0].name, own(ana)[0].lines[0].repetitions) == ("Evening", 9)
    session = world.store.sessions.live(7)
    assert session
    assert session.items == 1, "what was begun goes on as it was begun"
    ana.taps(Resume)
    assert "Cat-cow 1 of 1" in ana.sees.text


def test_what_was_done_is_told_under_its_name(ana: Someone, world: World) -> None:
    made_of(ana, "cat cow")
    for said in ("name", "<b>Łukasz & ✨", "do it", "ready"):
        ana.says(said)
    world.passes(55)
    assert "<i>Done: &lt;b&gt;Łukasz &amp; ✨ · 1\u00a0min</i>" in str(ana.sees.leaves)
    ana.says("/progress")
    ana.taps(ProgressPart.DONE)
    assert "&lt;b&gt;Łukasz &amp; ✨" in ana.sees.text


def test_that_it_hurts_is_never_taken_for_a_name(ana: Someone) -> None:
    made = made_of(ana, "cat cow")
    for said in ("do it", "ready"):
        ana.says(said)
    ana.taps_data(f"yn.{made.id}")
    ana.says("it hurts")
    assert own(ana) == (made,)
    assert "Stopped. What is it like?" in ana.sees.text
